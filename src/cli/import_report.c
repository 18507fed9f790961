/* SPDX-License-Identifier: ISC */
/* The report of an import on stdout. */
#include "config.h"

#include "cli/import_report.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"
#include "i18n/message.h"

static const char *
separator(char c)
{
    static char one[2];

    one[0] = c;
    return c == '\t' ? _("tab") : c == ' ' || !c ? "-" : one;
}

/* How many warnings of each kind, with the place and the text of the first. */
static void
print_kinds(const struct notes *warnings)
{
    for (size_t i = 0; i < warnings->n; i++) {
        const struct rc_error *first = &warnings->list[i];
        size_t count = 0;
        bool told = false;
        struct buf text = {0};

        for (size_t k = 0; k < i; k++)
            told = told || warnings->list[k].code == first->code;
        if (told)
            continue;
        for (size_t k = i; k < warnings->n; k++)
            count += warnings->list[k].code == first->code;
        message_text(&text, first);
        if (count > 1)
            printf(_("  %zu x like line %u: %s"), count, first->line, buf_text(&text));
        else
            printf(_("  line %u: %s"), first->line, buf_text(&text));
        putchar('\n');
        buf_release(&text);
    }
}

static void
print_shown(const char *text)
{
    struct buf shown = {0};

    show_all(&shown, text);
    printf("%s\n", buf_text(&shown));
    buf_release(&shown);
}

void
import_print_report(const struct import *import)
{
    const struct consist *c = &import->consist;

    printf(_("rows read %zu, taken %zu, rejected %zu; warnings %zu"), c->rows,
           import_ready(import, NULL) ? c->n : (size_t)0, c->n_rejected, import->warnings.n);
    putchar('\n');
    if (c->delimiter)
        printf(_("encoding %s, separator %s"), c->encoding, separator(c->delimiter));
    else
        printf(_("encoding %s, %s"), c->encoding, import_format(import));
    putchar('\n');
    if (c->arrived.ms) {
        char when[MOMENT_TEXT];

        printf(_("arrived %s %s"), import_weekday(c->arrived),
               moment_text(c->arrived, MOMENT_SCREEN, when));
        putchar('\n');
    }
    if (import->mapping) {
        struct buf line = {0};

        buf_addf(&line, _("columns as chosen before for %s"), import->mapping);
        print_shown(buf_text(&line));
        buf_release(&line);
    }
    print_kinds(&import->warnings);
}

static void
add_place(struct buf *line, const struct correction *c)
{
    if (c->from && c->to && c->from != c->to)
        buf_addf(line, _("position %d -> %d"), c->from, c->to);
    else
        buf_addf(line, _("position %d"), c->from ? c->from : c->to);
}

void
import_print_corrections(const struct corrections *changes)
{
    static const char *const words[CORRECTIONS] = {
        [CORRECTION_ATTACHED] = N_("attached"),
        [CORRECTION_DETACHED] = N_("detached"),
        [CORRECTION_MOVED] = N_("moved"),
        [CORRECTION_CHANGED] = N_("changed"),
    };

    for (size_t i = 0; i < changes->n; i++) {
        const struct correction *c = &changes->list[i];
        struct buf line = {0};

        cli_cell(_(words[c->kind]), 12);
        cli_cell(c->number, 14);
        add_place(&line, c);
        if (c->facts)
            buf_addf(&line, "; %s", c->facts);
        if (c->worked_on)
            buf_addf(&line, "; %s", _("work on it stays"));
        print_shown(buf_text(&line));
        buf_release(&line);
    }
    printf(_("attached %zu, detached %zu, moved %zu, changed %zu"),
           changes->count[CORRECTION_ATTACHED], changes->count[CORRECTION_DETACHED],
           changes->count[CORRECTION_MOVED], changes->count[CORRECTION_CHANGED]);
    putchar('\n');
}
