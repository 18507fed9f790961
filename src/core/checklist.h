/* SPDX-License-Identifier: ISC */
/*
 * A checklist set in memory: kinds of wagon, modules of items, gates, choice lists. Filled by
 * exchange/checklist_files.h, asked by everything else. The set owns all its texts; const pointers
 * into it live as long as it does.
 */
#ifndef RC_CORE_CHECKLIST_H
#define RC_CORE_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/drawing.h"
#include "core/expression.h"

#define CHECKLIST_LANGS 8
#define CHECKLIST_GATES 32 /* bits of gate_mask */
#define LEVEL_MIN 1
#define LEVEL_MAX 3

/* A text in the languages of the set; NULL where a language has none. */
struct words {
    const char *in[CHECKLIST_LANGS];
};

enum scope { SCOPE_WAGON, SCOPE_CONTAINER, SCOPE_TRAIN };

struct choice {
    const char *name;
    struct words label;
};

struct choice_list {
    const char *name;
    struct choice *choices;
    size_t n, cap;
};

struct gate {
    const char *code;
    struct words label;
    struct words warning;
    enum scope scope; /* SCOPE_TRAIN or SCOPE_WAGON */
    const char *source;
};

typedef uint32_t gate_mask; /* bit i: gate i of the set */

enum item_type {
    ITEM_CHECK, /* ok, finding, not applicable, not accessible */
    ITEM_DECIMAL,
    ITEM_INTEGER,
    ITEM_TEXT,
    ITEM_SELECT_ONE,
    ITEM_SELECT_MULTIPLE,
    ITEM_SEALS /* done when every seal of the wagon is settled */
};

struct item {
    const char *name; /* permanent */
    enum item_type type;
    const struct choice_list *list; /* of the selects, else NULL */
    struct words label, hint, card, constraint_message;
    bool required;
    bool bulk;                     /* "rest of zone ok" may answer it */
    struct expression *relevant;   /* NULL: always */
    struct expression *constraint; /* NULL: no limits */
    const char *constraint_text;   /* as written, for export; NULL: none */
    const char *unit;              /* "" for none */
    const struct choice *zone;
    int level; /* lowest level at which it is asked */
    gate_mask gates;
    const char *tools;  /* space-separated codes of the list `tool` */
    const char *source; /* flag and source keys */
    int severity;       /* usual severity of a finding here */
    const struct module *module;
};

struct module {
    const char *id;
    struct item *items;
    size_t n, cap;
};

/* A kind of wagon (or the container, or the train) and the modules that it is inspected with. */
struct sheet {
    const char *kind;
    struct words label;
    enum scope scope;
    const char *prefixes; /* space-separated number prefixes that suggest this kind */
    const char *synonyms; /* ';'-separated: how lists write this kind besides its labels; "" none */
    const char
        *seal_places; /* space-separated names of the list seal_place, usual order; "" none */
    const struct module **modules;
    size_t n, cap;
    struct drawing *drawing; /* NULL: none */
};

struct checklist {
    char *form_id;
    char *version; /* yyyymmddrr */
    struct words title;
    const char *langs[CHECKLIST_LANGS]; /* "en" "ru" …; [0] is the default language */
    size_t n_langs;
    struct sheet *sheets;
    size_t n_sheets;
    struct module *modules;
    size_t n_modules;
    struct gate *gates;
    size_t n_gates;
    struct choice_list *lists;
    size_t n_lists;
    char **texts; /* what all the const char pointers point into */
    size_t n_texts, cap_texts;
};

void checklist_free(struct checklist *set);
/* Keeps a copy of s in the set and gives it back. */
const char *checklist_keep(struct checklist *set, const char *s);

/* Position in the set of the first of these languages ("kk ru", the best first) that it has; 0 (its
 * default language) when it has none. */
size_t checklist_lang(const struct checklist *set, const char *codes);
/* The words in language lang, or in the default language, or "" (never NULL). */
const char *words_in(const struct words *w, size_t lang);

const struct sheet *checklist_sheet(const struct checklist *set, const char *kind);
const struct item *checklist_item(const struct checklist *set, const char *name);
const struct choice_list *checklist_list(const struct checklist *set, const char *name);
const struct choice *choice_in(const struct choice_list *list, const char *name);
/* Index of the gate with this code, -1 when there is none. */
int checklist_gate(const struct checklist *set, const char *code);
/* The kind that the wagon number suggests (longest prefix), NULL for none and for numbers that
 * begin with 5 (private wagons of any kind). */
const struct sheet *checklist_suggest(const struct checklist *set, const char *wagon_no);

#endif
