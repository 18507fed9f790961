/* SPDX-License-Identifier: ISC */
/* Names and places of attached files. */
#include "config.h"

#include "core/attached.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/show.h"
#include "base/utf8.h"

#define ENDING_MAX 8
#define EXPORT_NAME_BYTES 120 /* with number and folder far below what file systems take */

void
attached_name(const char *path, struct buf *out)
{
    const char *slash = strrchr(path, '/');

    show_all(out, slash ? slash + 1 : path);
}

/* The ending of name in lower case, with its dot; "" when it has none or an unusual one. */
static void
ending_of(const char *name, char out[ENDING_MAX + 2])
{
    const char *dot = strrchr(name, '.');
    size_t len = dot ? strlen(dot + 1) : 0;

    out[0] = '\0';
    if (!len || len > ENDING_MAX || dot == name)
        return;
    for (size_t i = 0; i <= len; i++) {
        char c = dot[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (i && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            out[0] = '\0';
            return;
        }
        out[i] = c;
    }
    out[len + 1] = '\0';
}

void
attached_place(const char *sha256, const char *name, char out[ATTACHED_PLACE])
{
    char ending[ENDING_MAX + 2];

    ending_of(name, ending);
    snprintf(out, ATTACHED_PLACE, "%.2s/%.64s%s", sha256, sha256, ending);
}

/* May this character stand in a file name on FAT, NTFS and in a shell script without care? */
static bool
is_harmless(uint32_t c)
{
    return !utf8_hostile(c) && c != ' ' &&
           !(c < 0x80 && strchr("/\\:*?\"'<>|&;$`!~#%{}()[]", (int)c));
}

void
attached_export_name(size_t n, const char *name, struct buf *out)
{
    char ending[ENDING_MAX + 2];
    size_t len = strlen(name), kept, start;

    ending_of(name, ending);
    len -= strlen(ending);
    buf_addf(out, "%03zu-", n);
    start = out->len;
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t bytes = utf8_decode(name + at, len - at, &c);

        kept = bytes ? bytes : 1;
        if (out->len - start + kept > EXPORT_NAME_BYTES)
            break;
        if (bytes && is_harmless(c))
            buf_add(out, name + at, bytes);
        else
            buf_addc(out, '_');
        at += kept;
    }
    buf_adds(out, ending);
}
