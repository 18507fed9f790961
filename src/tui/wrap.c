/* SPDX-License-Identifier: ISC */
/* Breaking text into lines at blanks. */
#include "config.h"

#include "tui/wrap.h"

#include <string.h>

#include "base/buf.h"
#include "base/show.h"
#include "base/utf8.h"

size_t
wrap_line(const char *text, size_t width, size_t *next)
{
    size_t line = strcspn(text, "\n"), fit, len;
    uint32_t c;

    if (width < 1)
        width = 1;
    fit = utf8_fit(text, width);
    if (fit >= line) {
        *next = line + (text[line] == '\n');
        return line;
    }
    len = fit;
    if (text[fit] != ' ') {
        while (len > 0 && text[len - 1] != ' ')
            len--;
    }
    if (len == 0)
        len = fit ? fit : utf8_decode(text, line, &c);
    if (len == 0)
        len = 1;
    *next = len;
    while (text[*next] == ' ')
        (*next)++;
    while (len > 0 && text[len - 1] == ' ')
        len--;
    return len;
}

char *
wrap_shown(const char *text)
{
    struct buf out = {0};

    while (*text) {
        size_t line = strcspn(text, "\n");

        show(&out, text, line, SIZE_MAX);
        if (text[line] == '\n')
            buf_addc(&out, '\n');
        text += line + (text[line] == '\n');
    }
    return buf_detach(&out);
}
