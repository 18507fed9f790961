/* SPDX-License-Identifier: ISC */
/* Keyboard layouts: reading the data file, and from a character back to its physical key. */
#include "config.h"

#include "tui/layout.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define LAYOUTS_FILE_MAX 16384

static const struct layout *
layout_named(const struct layouts *all, const char *name)
{
    for (size_t i = 0; i < all->n; i++) {
        if (strcmp(all->list[i].name, name) == 0)
            return &all->list[i];
    }
    return NULL;
}

/* One line of the file, without its newline. */
static bool
read_line(struct layouts *out, const char *line, size_t len)
{
    struct layout *l = &out->list[out->n];
    size_t name = 0, at, n = 0;

    while (name < len && line[name] != ' ')
        name++;
    if (name == 0 || name >= sizeof l->name || name == len || out->n == LAYOUTS_MAX)
        return false;
    memcpy(l->name, line, name);
    l->name[name] = '\0';
    for (at = name + 1; at < len; n++) {
        size_t used = n < LAYOUT_KEYS ? utf8_decode(line + at, len - at, &l->key[n]) : 0;

        if (!used)
            return false;
        at += used;
    }
    if (n != LAYOUT_KEYS || layout_named(out, l->name))
        return false;
    out->n++;
    return true;
}

bool
layouts_read(struct layouts *out, const char *path, struct rc_error *err)
{
    static const struct layouts none;
    char text[LAYOUTS_FILE_MAX];
    FILE *file = fopen(path, "re");
    size_t size, at = 0;
    unsigned line = 0;
    bool failed;

    *out = none;
    if (!file)
        return rc_fail_errno(err, RC_E_OPEN, path);
    size = fread(text, 1, sizeof text, file);
    failed = ferror(file) != 0;
    if (failed)
        rc_fail_errno(err, RC_E_READ, path);
    fclose(file);
    if (failed)
        return false;
    while (at < size) {
        const char *end = memchr(text + at, '\n', size - at);
        size_t len = end ? (size_t)(end - (text + at)) : size - at;

        line++;
        if (len > 0 && text[at + len - 1] == '\r')
            len--;
        if (len > 0 && text[at] != '#' && !read_line(out, text + at, len)) {
            rc_fail(err, RC_E_LAYOUT_LINE, NULL, NULL);
            return rc_error_at(err, path, line, 0);
        }
        at = end ? (size_t)(end - text) + 1 : size;
    }
    if (!layout_named(out, "us")) {
        rc_fail(err, RC_E_LAYOUT_NO_US, NULL, NULL);
        return rc_error_at(err, path, 0, 0);
    }
    return true;
}

/* Position of the key that sends ch, LAYOUT_KEYS when none. Not utf8_fold: it would take the key
 * of Ё for that of Е. */
static size_t
position(const struct layout *l, uint32_t ch)
{
    for (size_t i = 0; i < LAYOUT_KEYS; i++) {
        if (l->key[i] == ch || utf8_upper(l->key[i]) == ch)
            return i;
    }
    return LAYOUT_KEYS;
}

/* The position that all layouts with ch agree on, LAYOUT_KEYS when none or when they do not. */
static size_t
agreed(const struct layouts *all, uint32_t ch)
{
    size_t found = LAYOUT_KEYS;

    for (size_t i = 0; i < all->n; i++) {
        size_t at = position(&all->list[i], ch);

        if (at == LAYOUT_KEYS || at == found)
            continue;
        if (found != LAYOUT_KEYS)
            return LAYOUT_KEYS;
        found = at;
    }
    return found;
}

static uint32_t
lower(uint32_t ch)
{
    return ch >= 'A' && ch <= 'Z' ? ch + ('a' - 'A') : ch;
}

uint32_t
layout_key(const struct layouts *all, const char *layout, uint32_t ch)
{
    const struct layout *us = layout_named(all, "us");
    const struct layout *chosen = layout && *layout ? layout_named(all, layout) : NULL;
    size_t at = LAYOUT_KEYS;

    if (us && chosen)
        at = position(chosen, ch);
    /* The user may have switched to Latin without telling. */
    if (at == LAYOUT_KEYS && ch < 0x80)
        return ch > ' ' && ch != 0x7f ? lower(ch) : 0;
    if (at == LAYOUT_KEYS)
        at = agreed(all, ch);
    return us && at < LAYOUT_KEYS ? us->key[at] : 0;
}

uint32_t
layout_letter(const struct layouts *all, const char *layout, uint32_t ch)
{
    uint32_t key = layout_key(all, layout, ch);

    return key >= 'a' && key <= 'z' ? key : 0;
}

uint32_t
layout_digit(const struct layouts *all, const char *layout, uint32_t ch)
{
    const struct layout *us = layout_named(all, "us");
    size_t at;
    uint32_t key;

    if (ch >= '0' && ch <= '9')
        return ch;
    if (layout && *layout)
        key = layout_key(all, layout, ch);
    else {
        at = agreed(all, ch);
        key = us && at < LAYOUT_KEYS ? us->key[at] : 0;
    }
    return key >= '0' && key <= '9' ? key : 0;
}
