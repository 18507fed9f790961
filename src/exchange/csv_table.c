/* SPDX-License-Identifier: ISC */
/* Small CSV files in memory. */
#include "config.h"

#include "exchange/csv_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "exchange/csv_read.h"

struct filling {
    struct csv_table *table;
    const char *file;
};

/* Texts of a checklist are shown to officers: nothing in them may hide. Newlines are fine. */
static bool
is_clean(const char *s, const char *file, unsigned line, unsigned column, struct rc_error *err)
{
    size_t len = strlen(s);

    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t n = utf8_decode(s + i, len - i, &c);
        char what[16];

        if (n && (c == '\n' || c == '\t' || !utf8_hostile(c))) {
            i += n;
            continue;
        }
        snprintf(what, sizeof what, n ? "U+%04X" : "%02X", (unsigned)c);
        rc_fail(err, n ? RC_E_CONTROL : RC_E_UTF8, what, NULL);
        return rc_error_at(err, file, line, column);
    }
    return true;
}

static bool
take_record(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct filling *f = context;
    struct csv_table *t = f->table;
    char **copy = rc_alloc(record->n, sizeof *copy);
    struct csv_row *row;

    for (size_t i = 0; i < record->n; i++)
        copy[i] = rc_strdup(record->field[i]);
    if (!t->heading) {
        t->heading = copy;
        t->n_headings = record->n;
    } else {
        ARRAY_GROW(t->rows, t->n, t->cap);
        row = &t->rows[t->n++];
        *row = (struct csv_row){record->line, copy, record->n};
    }
    for (size_t i = 0; i < record->n; i++) {
        if (!is_clean(copy[i], f->file, record->line, (unsigned)i + 1, err))
            return false;
    }
    return true;
}

bool
csv_table_read(struct csv_table *out, const char *text, size_t len, const char *file,
               struct rc_error *err)
{
    struct filling f = {out, file};

    *out = (struct csv_table){0};
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        len -= 3;
    }
    return csv_read(text, len, ',', file, take_record, &f, err);
}

void
csv_table_release(struct csv_table *t)
{
    for (size_t i = 0; i < t->n_headings; i++)
        free(t->heading[i]);
    for (size_t r = 0; r < t->n; r++) {
        for (size_t i = 0; i < t->rows[r].n; i++)
            free(t->rows[r].field[i]);
        free(t->rows[r].field);
    }
    free(t->heading);
    free(t->rows);
    *t = (struct csv_table){0};
}

size_t
csv_table_column(const struct csv_table *t, const char *heading)
{
    size_t i = 0;

    while (i < t->n_headings && strcmp(t->heading[i], heading) != 0)
        i++;
    return i;
}

const char *
csv_cell(const struct csv_row *row, size_t column)
{
    return column < row->n ? row->field[column] : "";
}
