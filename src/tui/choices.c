/* SPDX-License-Identifier: ISC */
/* Lists to choose from, made from what the program knows. */
#include "config.h"

#include "tui/choices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"

static struct choice *
add_choice(struct made_list *out, const char *name)
{
    struct choice_list *list = &out->list;
    struct choice *choice;

    ARRAY_GROW(list->choices, list->n, list->cap);
    choice = &list->choices[list->n++];
    *choice = (struct choice){.name = name};
    return choice;
}

/* The same words whatever language the set is shown in. */
static void
add_words(struct made_list *out, const char *name, const char *words)
{
    struct choice *choice = add_choice(out, name);

    for (size_t i = 0; i < CHECKLIST_LANGS; i++)
        choice->label.in[i] = words;
}

void
made_kinds(struct made_list *out, const struct checklist *set)
{
    made_release(out);
    for (size_t i = 0; i < set->n_sheets; i++) {
        if (set->sheets[i].scope == SCOPE_WAGON)
            add_choice(out, set->sheets[i].kind)->label = set->sheets[i].label;
    }
}

void
made_levels(struct made_list *out)
{
    made_release(out);
    add_words(out, "1", _("1 basic"));
    add_words(out, "2", _("2 enhanced"));
    add_words(out, "3", _("3 full"));
}

void
made_reasons(struct made_list *out, const struct checklist *set)
{
    const struct choice_list *all = checklist_list(set, "reason");

    made_release(out);
    for (size_t i = 0; all && i < all->n; i++) {
        if (strcmp(all->choices[i].name, "gate") != 0)
            add_choice(out, all->choices[i].name)->label = all->choices[i].label;
    }
}

void
made_rest(struct made_list *out)
{
    made_release(out);
    add_words(out, "no", _("Leave it: nothing is listed"));
    add_words(out, "rest", _("List the other rows; the rejected ones go to a file"));
}

void
made_open(struct made_list *out)
{
    made_release(out);
    add_words(out, "correct", _("A corrected list: show what it changes"));
    add_words(out, "new", _("Another train: list it"));
}

void
made_ends(struct made_list *out)
{
    made_release(out);
    add_words(out, "head", _("at the head of the train"));
    add_words(out, "tail", _("at the tail of the train"));
}

void
made_sections(struct made_list *out, const struct consist *c)
{
    made_release(out);
    for (size_t i = 0; i < c->n_sections && i < ARRAY_LEN(out->numbers); i++) {
        snprintf(out->numbers[i], sizeof out->numbers[i], "%zu", i + 1);
        add_words(out, out->numbers[i], c->sections[i].name);
    }
}

void
made_release(struct made_list *list)
{
    free(list->list.choices);
    list->list = (struct choice_list){0};
}
