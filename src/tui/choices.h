/* SPDX-License-Identifier: ISC */
/* Lists to choose from that are not in choices.csv: kinds of the set, levels, reasons. */
#ifndef RC_TUI_CHOICES_H
#define RC_TUI_CHOICES_H

#include "core/checklist.h"
#include "exchange/consist.h"

struct made_list {
    struct choice_list list;
    char numbers[100][4]; /* names of sections */
};

/* Each fills out (released first); the texts are the set's or translated now. */
void made_kinds(struct made_list *out, const struct checklist *set);
void made_levels(struct made_list *out);
/* Reasons that an item is not accessible, without the gate: that one the program knows itself. */
void made_reasons(struct made_list *out, const struct checklist *set);
/* Whether to list the good rows of a list; what a list of a train in work is. "no" leaves it. */
void made_rest(struct made_list *out);
void made_open(struct made_list *out);
/* The two ends of a train: head, tail. */
void made_ends(struct made_list *out);
/* The sections that a message has, named 1, 2, 3 ...; c must live as long as the list. */
void made_sections(struct made_list *out, const struct consist *c);
void made_release(struct made_list *list);

#endif
