/* SPDX-License-Identifier: ISC */
/* The checklist set in memory. */
#include "config.h"

#include "core/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

const char *
checklist_keep(struct checklist *set, const char *s)
{
    ARRAY_GROW(set->texts, set->n_texts, set->cap_texts);
    set->texts[set->n_texts] = rc_strdup(s);
    return set->texts[set->n_texts++];
}

void
checklist_free(struct checklist *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->n_sheets; i++) {
        free(set->sheets[i].modules);
        free(set->sheets[i].drawing);
    }
    for (size_t m = 0; m < set->n_modules; m++) {
        for (size_t i = 0; i < set->modules[m].n; i++) {
            expression_free(set->modules[m].items[i].relevant);
            expression_free(set->modules[m].items[i].constraint);
        }
        free(set->modules[m].items);
    }
    for (size_t i = 0; i < set->n_lists; i++)
        free(set->lists[i].choices);
    for (size_t i = 0; i < set->n_texts; i++)
        free(set->texts[i]);
    free(set->sheets);
    free(set->modules);
    free(set->gates);
    free(set->lists);
    free(set->texts);
    free(set->form_id);
    free(set->version);
    free(set);
}

size_t
checklist_lang(const struct checklist *set, const char *codes)
{
    while (*codes) {
        size_t len = strcspn(codes, " ");

        for (size_t i = 0; i < set->n_langs; i++) {
            if (strlen(set->langs[i]) == len && strncmp(set->langs[i], codes, len) == 0)
                return i;
        }
        codes += len + (codes[len] == ' ');
    }
    return 0;
}

const char *
words_in(const struct words *w, size_t lang)
{
    if (lang < CHECKLIST_LANGS && w->in[lang] && *w->in[lang])
        return w->in[lang];
    return w->in[0] ? w->in[0] : "";
}

const struct sheet *
checklist_sheet(const struct checklist *set, const char *kind)
{
    for (size_t i = 0; i < set->n_sheets; i++) {
        if (strcmp(set->sheets[i].kind, kind) == 0)
            return &set->sheets[i];
    }
    return NULL;
}

const struct item *
checklist_item(const struct checklist *set, const char *name)
{
    for (size_t m = 0; m < set->n_modules; m++) {
        for (size_t i = 0; i < set->modules[m].n; i++) {
            if (strcmp(set->modules[m].items[i].name, name) == 0)
                return &set->modules[m].items[i];
        }
    }
    return NULL;
}

const struct choice_list *
checklist_list(const struct checklist *set, const char *name)
{
    for (size_t i = 0; i < set->n_lists; i++) {
        if (strcmp(set->lists[i].name, name) == 0)
            return &set->lists[i];
    }
    return NULL;
}

const struct choice *
choice_in(const struct choice_list *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++) {
        if (strcmp(list->choices[i].name, name) == 0)
            return &list->choices[i];
    }
    return NULL;
}

int
checklist_gate(const struct checklist *set, const char *code)
{
    for (size_t i = 0; i < set->n_gates; i++) {
        if (strcmp(set->gates[i].code, code) == 0)
            return (int)i;
    }
    return -1;
}

/* Length of the longest of the prefixes that wagon_no begins with. */
static size_t
prefix_length(const char *prefixes, const char *wagon_no)
{
    size_t best = 0;

    while (*prefixes) {
        size_t len = strcspn(prefixes, " ");

        if (len > best && strncmp(prefixes, wagon_no, len) == 0)
            best = len;
        prefixes += len;
        prefixes += strspn(prefixes, " ");
    }
    return best;
}

const struct sheet *
checklist_suggest(const struct checklist *set, const char *wagon_no)
{
    const struct sheet *found = NULL;
    size_t best = 0;

    if (wagon_no[0] == '5' || strspn(wagon_no, "0123456789") != 8 || strlen(wagon_no) != 8)
        return NULL;
    for (size_t i = 0; i < set->n_sheets; i++) {
        size_t len = set->sheets[i].scope == SCOPE_WAGON
                         ? prefix_length(set->sheets[i].prefixes, wagon_no)
                         : 0;

        if (len > best) {
            best = len;
            found = &set->sheets[i];
        }
    }
    return found;
}
