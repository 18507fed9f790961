/* SPDX-License-Identifier: ISC */
/* Any text as an expression of a checklist: refused or evaluated, never anything else. */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "core/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *
lookup(const void *context, const char *name)
{
    (void)context;
    switch (name[0]) {
    case 'a':
        return "12.5";
    case 'b':
        return "";
    case 'c':
        return "one two";
    default:
        return NULL;
    }
}

static bool
count(void *context, const char *name)
{
    size_t *n = context;

    *n += *name != '\0';
    return *n < 1000;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const values[] = {"", "7", "-0.25", "rust", "99999999999999999999"};
    struct buf text = {0};
    struct rc_error err = {0};
    struct expression *expression = NULL;

    buf_add(&text, data, size);
    expression = expression_parse(buf_text(&text), &err);
    if (!expression && err.code == RC_OK)
        abort();
    if (expression) {
        size_t names = 0;

        for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
            bool first = expression_true(expression, values[i], lookup, NULL);

            if (first != expression_true(expression, values[i], lookup, NULL))
                abort();
        }
        expression_names(expression, count, &names);
    }
    expression_free(expression);
    buf_release(&text);
    return 0;
}
