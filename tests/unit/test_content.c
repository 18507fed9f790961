/* SPDX-License-Identifier: ISC */
/* The inspection content that ships: whole in both languages, sourced, walkable. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "exchange/checklist_files.h"
#include "exchange/csv_table.h"
#include "exchange/file.h"

#define LABEL_MAX 40
#define HINT_MAX 76
#define DRAWING_ROOM 40  /* columns beside the list at 100 columns */
#define DRAWING_LINES 11 /* of the page at 60x18 */

static struct checklist *
content(void)
{
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct rc_error err = {0};
    struct checklist *set;
    char dir[4096];

    snprintf(dir, sizeof dir, "%s/checklists", getenv("top_srcdir"));
    assert_true(set_files_read(&files, dir, &err));
    set = checklist_read(&files, "", &errors, &notes);
    for (size_t i = 0; i < errors.n; i++)
        print_message("# %s:%u:%u: code %d %s %s\n", errors.list[i].file, errors.list[i].line,
                      errors.list[i].column, (int)errors.list[i].code, errors.list[i].arg[0],
                      errors.list[i].arg[1]);
    assert_non_null(set);
    assert_int_equal(notes.n, 0); /* no unknown column, nothing untranslated */
    notes_release(&errors);
    notes_release(&notes);
    set_files_release(&files);
    return set;
}

static void
every_item_is_whole_in_both_languages(void **state)
{
    struct checklist *set = content();
    size_t n = 0;

    (void)state;
    assert_int_equal(set->n_langs, 2);
    for (size_t m = 0; m < set->n_modules; m++) {
        for (size_t i = 0; i < set->modules[m].n; i++) {
            const struct item *item = &set->modules[m].items[i];

            n++;
            for (size_t lang = 0; lang < 2; lang++) {
                const char *label = item->label.in[lang], *hint = item->hint.in[lang],
                           *card = item->card.in[lang];

                if (!label || !hint || !card)
                    fail_msg("%s: label, hint or card is missing in language %zu", item->name,
                             lang);
                if (!item->zone || !*item->source)
                    fail_msg("%s: no zone or source", item->name);
                if (utf8_columns(label) > LABEL_MAX || utf8_columns(hint) > HINT_MAX)
                    fail_msg("%s: too wide in language %zu", item->name, lang);
                if (label[strlen(label) - 1] == '.' || hint[strlen(hint) - 1] == '.')
                    fail_msg("%s: a full stop", item->name);
            }
            if (item->type != ITEM_CHECK && item->bulk)
                fail_msg("%s: bulk is for checks", item->name);
            if (item->constraint && !words_in(&item->constraint_message, 1)[0])
                fail_msg("%s: limits without words", item->name);
        }
    }
    print_message("# %zu items\n", n);
    assert_true(n >= 175);
    checklist_free(set);
}

/* Capitals of Latin letters inside Russian words are twins that searching does not find. */
static void
no_latin_twins_hide_in_russian_words(void **state)
{
    struct checklist *set = content();

    (void)state;
    for (size_t m = 0; m < set->n_modules; m++) {
        for (size_t i = 0; i < set->modules[m].n; i++) {
            const char *p = set->modules[m].items[i].label.in[1];
            bool cyrillic = false, latin = false;

            for (size_t len = strlen(p), at = 0; at <= len;) {
                uint32_t c = ' ';
                size_t used = at < len ? utf8_decode(p + at, len - at, &c) : 1;

                at += used;
                if (c >= 0x400 && c < 0x500)
                    cyrillic = true;
                else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                    latin = true;
                else {
                    if (cyrillic && latin)
                        fail_msg("%s", p);
                    cyrillic = latin = false;
                }
            }
        }
    }
    checklist_free(set);
}

static void
level_one_of_every_kind_is_a_walk_along_the_wagon(void **state)
{
    struct checklist *set = content();

    (void)state;
    print_message("# items by level      1   2   3\n");
    for (size_t s = 0; s < set->n_sheets; s++) {
        const struct sheet *sheet = &set->sheets[s];
        size_t n[LEVEL_MAX + 1] = {0}, seals = 0;

        for (size_t m = 0; m < sheet->n; m++) {
            for (size_t i = 0; i < sheet->modules[m]->n; i++) {
                n[sheet->modules[m]->items[i].level]++;
                seals += sheet->modules[m]->items[i].type == ITEM_SEALS;
            }
        }
        print_message("# %-16s %3zu %3zu %3zu\n", sheet->kind, n[1], n[2], n[3]);
        if (sheet->scope == SCOPE_WAGON && (n[1] < 8 || n[1] > 30))
            fail_msg("%s: %zu items at level 1", sheet->kind, n[1]);
        if (seals > 1)
            fail_msg("%s: seals twice", sheet->kind);
    }
    checklist_free(set);
}

static void
every_kind_of_the_sample_train_has_a_sheet(void **state)
{
    struct checklist *set = content();
    struct rc_error err = {0};
    struct csv_table wagons;
    struct buf text = {0};
    char path[4096];
    size_t kind;

    (void)state;
    snprintf(path, sizeof path, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    assert_true(file_read(path, 1 << 20, &text, &err));
    assert_true(csv_table_read(&wagons, buf_text(&text), text.len, path, &err));
    kind = csv_table_column(&wagons, "kind");
    assert_int_equal(wagons.n, 65);
    for (size_t i = 0; i < wagons.n; i++) {
        const struct sheet *sheet = checklist_sheet(set, csv_cell(&wagons.rows[i], kind));

        if (!sheet || sheet->scope != SCOPE_WAGON)
            fail_msg("%s", csv_cell(&wagons.rows[i], kind));
    }
    csv_table_release(&wagons);
    buf_release(&text);
    checklist_free(set);
}

static void
pressure_tanks_are_never_opened(void **state)
{
    struct checklist *set = content();
    int gate = checklist_gate(set, "H-PRES");

    (void)state;
    assert_true(gate >= 0);
    for (size_t m = 0; m < set->n_modules; m++) {
        if (strcmp(set->modules[m].id, "pressure_tank") != 0)
            continue;
        for (size_t i = 0; i < set->modules[m].n; i++)
            assert_true(set->modules[m].items[i].gates & (gate_mask)1 << gate);
    }
    checklist_free(set);
}

static void
the_lists_that_the_program_needs_are_there(void **state)
{
    static const char *const lists[] = {
        "zone",   "tool",   "seal_state", "seal_place", "seal_owner", "category", "severity",
        "action", "agency", "noticed",    "reason",     "stop_work",  "side",     "tool_use"};
    struct checklist *set = content();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
        if (!checklist_list(set, lists[i]))
            fail_msg("%s", lists[i]);
    }
    for (size_t i = 0; i < checklist_list(set, "tool")->n; i++) {
        const char *tool = checklist_list(set, "tool")->choices[i].name;

        if (!choice_in(checklist_list(set, "tool_use"), tool))
            fail_msg("how %s is used is not said", tool);
    }
    assert_non_null(choice_in(checklist_list(set, "reason"), "gate"));
    assert_non_null(choice_in(checklist_list(set, "category"), "SEAL"));
    assert_non_null(choice_in(checklist_list(set, "category"), "DOCS"));
    assert_non_null(choice_in(checklist_list(set, "stop_work"), "default"));
    assert_non_null(checklist_sheet(set, "train"));
    assert_non_null(checklist_sheet(set, "container"));
    assert_string_equal(checklist_suggest(set, "76955608")->kind, "pressure_tank");
    checklist_free(set);
}

/* Each zone that the kind's items name is in its drawing, or said not to be. */
static void
check_legend(const struct sheet *sheet)
{
    const struct drawing *d = sheet->drawing;

    for (size_t m = 0; m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++) {
            const struct choice *zone = sheet->modules[m]->items[i].zone;
            size_t at = 0;

            while (at < d->n_zones && d->legend[at].zone != zone)
                at++;
            if (at == d->n_zones)
                fail_msg("the drawing of %s knows nothing of %s (%s)", sheet->kind, zone->name,
                         sheet->modules[m]->items[i].name);
        }
    }
}

/* Is it the place of the number, with two blanks at each side for numbers of twelve digits? */
static bool
number_has_room(const struct drawing *d)
{
    int from = d->number_col - 2, to = d->number_col + (int)strlen(DRAWING_NUMBER) + 2;

    if (d->number_row < 0 || from < 0 || to > d->cols)
        return false;
    for (int col = from; col < to; col++) {
        const struct drawing_cell *cell = &d->cells[d->number_row][col];
        bool beside = col < from + 2 || col >= to - 2;

        if (beside ? strcmp(cell->box, " ") != 0 : cell->box[0] != cell->ascii)
            return false;
    }
    return true;
}

static void
every_kind_is_drawn_with_its_zones(void **state)
{
    struct checklist *set = content();

    (void)state;
    for (size_t s = 0; s < set->n_sheets; s++) {
        const struct sheet *sheet = &set->sheets[s];
        const struct drawing *d = sheet->drawing;

        if (sheet->scope == SCOPE_TRAIN)
            continue;
        if (!d)
            fail_msg("%s has no drawing", sheet->kind);
        if (d->cols > DRAWING_ROOM || d->rows > DRAWING_LINES)
            fail_msg("the drawing of %s is %d x %d", sheet->kind, d->cols, d->rows);
        if (!number_has_room(d))
            fail_msg("the drawing of %s has no room for the number", sheet->kind);
        check_legend(sheet);
    }
    checklist_free(set);
}

/* What only one of the pictures shows would be marked in the other where nothing is. */
static void
both_pictures_show_the_same_outlines(void **state)
{
    struct checklist *set = content();

    (void)state;
    for (size_t s = 0; s < set->n_sheets; s++) {
        const struct drawing *d = set->sheets[s].drawing;

        for (int row = 0; d && row < d->rows; row++) {
            for (int col = 0; col < d->cols; col++) {
                const struct drawing_cell *cell = &d->cells[row][col];

                if ((cell->ascii == ' ') != (strcmp(cell->box, " ") == 0))
                    fail_msg("the drawing of %s, line %d, column %d", set->sheets[s].kind, row + 1,
                             col + 1);
            }
        }
    }
    checklist_free(set);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_is_whole_in_both_languages),
        cmocka_unit_test(no_latin_twins_hide_in_russian_words),
        cmocka_unit_test(level_one_of_every_kind_is_a_walk_along_the_wagon),
        cmocka_unit_test(every_kind_of_the_sample_train_has_a_sheet),
        cmocka_unit_test(pressure_tanks_are_never_opened),
        cmocka_unit_test(every_kind_is_drawn_with_its_zones),
        cmocka_unit_test(both_pictures_show_the_same_outlines),
        cmocka_unit_test(the_lists_that_the_program_needs_are_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
