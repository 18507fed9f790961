/* SPDX-License-Identifier: ISC */
/* Error texts: translated, then filled with their arguments made visible. */
#include "config.h"

#include "i18n/message.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/show.h"
#include "i18n/i18n.h"

/* The reasons that the system gives most often as the second argument. Listed here only to be
 * translated: strerror's own translations need the machine's locale. */
static const char *const system_reasons[] __attribute__((unused)) = {
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Input/output error"),
    N_("File name too long"),
    N_("Too many open files"),
    N_("Too many levels of symbolic links"),
    N_("Directory not empty"),
    N_("Device or resource busy"),
    N_("Resource temporarily unavailable"),
    N_("Operation not permitted"),
    N_("No such device or address"),
    N_("Broken pipe"),
    N_("Cannot allocate memory"),
};

/* Is this argument a text of ours or of the system, to be translated? */
static bool
is_words(enum rc_code code, int index)
{
    if (index == 0)
        return code == RC_E_NO_RIGHT; /* what there is no right to do */
    return code == RC_E_SYSTEM || code == RC_E_OPEN || code == RC_E_READ || code == RC_E_WRITE;
}

void
message_text(struct buf *out, const struct rc_error *err)
{
    const char *text = rc_code_text(err->code);

    if (*text)
        text = tr(text);
    while (*text) {
        size_t plain = 0;

        while (text[plain] &&
               !(text[plain] == '%' && (text[plain + 1] == '1' || text[plain + 1] == '2')))
            plain++;
        buf_add(out, text, plain);
        text += plain;
        if (*text) {
            int index = text[1] - '1';
            const char *arg = err->arg[index];

            show_all(out, is_words(err->code, index) ? tr(arg) : arg);
            text += 2;
        }
    }
}

void
message_line(struct buf *out, const struct rc_error *err)
{
    if (*err->file) {
        show_all(out, err->file);
        buf_addc(out, ':');
        if (err->line)
            buf_addf(out, "%u:", err->line);
        if (err->line && err->column)
            buf_addf(out, "%u:", err->column);
        buf_addc(out, ' ');
    }
    message_text(out, err);
}
