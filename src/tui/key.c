/* SPDX-License-Identifier: ISC */
/* Names of keys, as help and the F-bar show them. */
#include "config.h"

#include "tui/key.h"

#include "base/utf8.h"

static const char *const names[RK_CODES] = {
#define X(id, name) [id] = name,
    KEY_NAMES(X)
#undef X
};

const char *
key_label(const struct key *key, char *out, size_t size)
{
    char ch[5] = {0};

    if (key->code > RK_CHAR && key->code < RK_CODES)
        snprintf(out, size, "%s", names[key->code]);
    else if (key->code != RK_CHAR)
        snprintf(out, size, "%s", "");
    else if (key->ch == ' ')
        snprintf(out, size, "Space");
    else if (key->ch < ' ')
        snprintf(out, size, "Ctrl-%c", (char)('@' + key->ch));
    else {
        utf8_encode(key->ch, ch);
        snprintf(out, size, "%s", ch);
    }
    return out;
}
