/* SPDX-License-Identifier: ISC */
/* A blank checklist of a kind of wagon, for the day when there is no computer. */
#include "config.h"

#include "app/report.h"
#include "app/report_words.h"
#include "base/alloc.h"
#include "core/units.h"

static void
blank_items(const struct checklist *set, const struct sheet *sheet, int level,
            struct report_words *w, struct document *out)
{
    static const int widths[] = {9, 44, 14, 10};
    const char *headings[] = {words_say(w, N_("Item")), words_say(w, N_("What to look at")),
                              words_say(w, N_("ok ! - ?")), words_say(w, N_("Note"))};
    const struct choice *zone = NULL;

    for (size_t m = 0; m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++) {
            const struct item *item = &sheet->modules[m]->items[i];
            const char *row[ARRAY_LEN(widths)];

            if (item->level > level)
                continue;
            if (item->zone != zone) {
                document_heading(out, words_of(w, set, &item->zone->label));
                document_table(out, ARRAY_LEN(widths), headings, widths);
                zone = item->zone;
            }
            row[0] = item->name;
            row[1] = words_of(w, set, &item->label);
            row[2] = item->type == ITEM_CHECK
                         ? "[ ][ ][ ][ ]"
                         : words_make(w, "________%s", words_say(w, unit_symbol(item->unit)));
            row[3] = NULL;
            document_row(out, row);
        }
    }
}

bool
report_blank(const struct checklist *set, const char *kind, int level, const char *langs,
             struct document *out, struct rc_error *err)
{
    const struct sheet *sheet = checklist_sheet(set, kind);
    struct report_words w;

    if (!sheet)
        return rc_fail(err, RC_E_NOT_A_KIND, kind, NULL);
    words_begin(&w, langs);
    document_begin(
        out,
        words_make(&w, "%s: %s", words_say(&w, N_("Checklist")), words_of(&w, set, &sheet->label)),
        words_make(&w, "%s %s", set->form_id, set->version), words_say(&w, N_("sheet")),
        w.russian ? "ru" : "en");
    document_fact(out, words_say(&w, N_("Train number")), "____________________");
    document_fact(out, words_say(&w, N_("Wagon")), "____________________");
    document_fact(out, words_say(&w, N_("Inspecting officer")), "____________________");
    document_fact(out, words_say(&w, N_("Gates")), "____________________");
    document_text(out, words_say(&w, N_("ok: looked at, fine.  ! finding.  - not applicable.  "
                                        "? not accessible, with the reason.")));
    blank_items(set, sheet, level, &w, out);
    document_sign(out, words_say(&w, N_("Inspecting officer: signature, name, date and time")));
    words_end(&w);
    return true;
}
