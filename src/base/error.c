/* SPDX-License-Identifier: ISC */
/* Errors as values. */
#include "config.h"

#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static const struct {
    enum rc_exit exit;
    const char *text;
} codes[RC_CODES] = {
#define X(name, exit, text) [name] = {exit, text},
    RC_ERRORS(X)
#undef X
};

/* Copies s, cut at a character and never inside one. */
static void
copy_text(char *out, size_t size, const char *s)
{
    size_t len = s ? strlen(s) : 0;

    if (len >= size) {
        len = size - 1;
        while (len && ((unsigned char)s[len] & 0xc0) == 0x80)
            len--;
    }
    if (len)
        memcpy(out, s, len);
    out[len] = '\0';
}

bool
rc_fail(struct rc_error *err, enum rc_code code, const char *a, const char *b)
{
    struct rc_error made = {.code = code};

    if (!err)
        return false;
    copy_text(made.arg[0], sizeof made.arg[0], a);
    copy_text(made.arg[1], sizeof made.arg[1], b);
    *err = made;
    return false;
}

bool
rc_fail_errno(struct rc_error *err, enum rc_code code, const char *a)
{
    int reason = errno;

    if (reason == ENOSPC || reason == EDQUOT)
        return rc_fail(err, RC_E_DISK_FULL, a, NULL);
    return rc_fail(err, code, a, strerror(reason));
}

bool
rc_error_at(struct rc_error *err, const char *file, unsigned line, unsigned column)
{
    if (err) {
        copy_text(err->file, sizeof err->file, file);
        err->line = line;
        err->column = column;
    }
    return false;
}

const char *
rc_code_text(enum rc_code code)
{
    return codes[code].text;
}

enum rc_exit
rc_code_exit(enum rc_code code)
{
    return codes[code].exit;
}

void
notes_add(struct notes *notes, const struct rc_error *note)
{
    ARRAY_GROW(notes->list, notes->n, notes->cap);
    notes->list[notes->n++] = *note;
}

void
notes_release(struct notes *notes)
{
    free(notes->list);
    *notes = (struct notes){0};
}
