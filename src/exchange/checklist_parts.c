/* SPDX-License-Identifier: ISC */
/* Reads settings, choices, gates and sheets of a checklist set. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "exchange/checklist_build.h"

static const char *const label_only[] = {"label", NULL};

void
build_settings(struct set_build *b)
{
    static const char *const known[] = {"form_id", "version", "default_language", NULL};
    static const char *const texts[] = {"title", NULL};
    size_t form, version, lang;
    const struct csv_row *row;

    if (!build_load(b, "settings.csv")) {
        b->set->form_id = rc_strdup("");
        b->set->version = rc_strdup("");
        build_unload(b);
        return;
    }
    form = build_column(b, "form_id");
    version = build_column(b, "version");
    lang = build_column(b, "default_language");
    if (b->table.n != 1)
        build_error(b, RC_E_SET_ONE_ROW, b->table.n ? b->table.rows[1].line : 1, 0, NULL, NULL);
    row = b->table.n ? &b->table.rows[0] : &(struct csv_row){.line = 1};
    build_name(b, row, form);
    if (strlen(csv_cell(row, version)) != 10 || strspn(csv_cell(row, version), "0123456789") != 10)
        build_error(b, RC_E_SET_VERSION, row->line, version, csv_cell(row, version), NULL);
    b->set->form_id = rc_strdup(csv_cell(row, form));
    b->set->version = rc_strdup(csv_cell(row, version));
    /* The default language is the first: everything falls back to it. */
    b->set->langs[b->set->n_langs++] =
        build_keep(b, *csv_cell(row, lang) ? csv_cell(row, lang) : "en");
    if (!*csv_cell(row, lang))
        build_error(b, RC_E_SET_EMPTY, row->line, lang, "default_language", NULL);
    build_unknown_columns(b, known, texts);
    build_default_language(b, "title");
    b->set->title = build_words(b, row, "title", true);
    build_unload(b);
}

void
build_sources(struct set_build *b)
{
    static const char *const known[] = {"key", "source", "read", NULL};
    static const char *const no_texts[] = {NULL};
    size_t key;

    if (!build_load(b, "sources.csv"))
        return;
    key = build_column(b, "key");
    build_column(b, "source");
    build_column(b, "read");
    build_unknown_columns(b, known, no_texts);
    for (size_t i = 0; i < b->table.n; i++) {
        const struct csv_row *row = &b->table.rows[i];

        if (!build_name(b, row, key))
            continue;
        for (size_t j = 0; j < i; j++) {
            if (strcmp(csv_cell(&b->table.rows[j], key), csv_cell(row, key)) == 0)
                build_error(b, RC_E_SET_TWICE, row->line, key, csv_cell(row, key), NULL);
        }
    }
    b->sources = b->table;
    b->table = (struct csv_table){0};
}

static struct choice_list *
list_named(struct set_build *b, const char *name)
{
    struct checklist *set = b->set;

    for (size_t i = 0; i < set->n_lists; i++) {
        if (strcmp(set->lists[i].name, name) == 0)
            return &set->lists[i];
    }
    set->lists = rc_realloc(set->lists, set->n_lists + 1, sizeof *set->lists);
    set->lists[set->n_lists] = (struct choice_list){.name = build_keep(b, name)};
    return &set->lists[set->n_lists++];
}

void
build_choices(struct set_build *b)
{
    static const char *const known[] = {"list_name", "name", NULL};
    size_t list_name, name;

    if (!build_load(b, "choices.csv")) {
        build_unload(b);
        return;
    }
    list_name = build_column(b, "list_name");
    name = build_column(b, "name");
    build_unknown_columns(b, known, label_only);
    build_default_language(b, "label");
    for (size_t i = 0; i < b->table.n; i++) {
        const struct csv_row *row = &b->table.rows[i];
        struct choice_list *list;

        if (!build_name(b, row, list_name) || !build_name(b, row, name))
            continue;
        list = list_named(b, csv_cell(row, list_name));
        if (choice_in(list, csv_cell(row, name))) {
            build_error(b, RC_E_SET_TWICE, row->line, name, csv_cell(row, name), NULL);
            continue;
        }
        ARRAY_GROW(list->choices, list->n, list->cap);
        list->choices[list->n++] = (struct choice){
            .name = build_keep(b, csv_cell(row, name)),
            .label = build_words(b, row, "label", true),
        };
    }
    build_unload(b);
}

void
build_gates(struct set_build *b)
{
    static const char *const known[] = {"code", "scope", "rc::source", NULL};
    static const char *const texts[] = {"label", "warning", NULL};
    size_t code, scope, source;

    if (!build_load(b, "gates.csv")) {
        build_unload(b);
        return;
    }
    code = build_column(b, "code");
    scope = build_column(b, "scope");
    source = csv_table_column(&b->table, "rc::source");
    build_unknown_columns(b, known, texts);
    build_default_language(b, "label");
    build_default_language(b, "warning");
    b->set->gates = rc_alloc(b->table.n + 1, sizeof *b->set->gates);
    for (size_t i = 0; i < b->table.n; i++) {
        const struct csv_row *row = &b->table.rows[i];
        const char *where = csv_cell(row, scope);

        if (!build_name(b, row, code))
            continue;
        if (checklist_gate(b->set, csv_cell(row, code)) >= 0) {
            build_error(b, RC_E_SET_TWICE, row->line, code, csv_cell(row, code), NULL);
            continue;
        }
        if (b->set->n_gates == CHECKLIST_GATES) {
            build_error(b, RC_E_SET_MANY, row->line, code, "32", NULL);
            break;
        }
        if (strcmp(where, "train") != 0 && strcmp(where, "wagon") != 0)
            build_error(b, RC_E_SET_SCOPE, row->line, scope, where, "train, wagon");
        b->set->gates[b->set->n_gates++] = (struct gate){
            .code = build_keep(b, csv_cell(row, code)),
            .label = build_words(b, row, "label", true),
            .warning = build_words(b, row, "warning", true),
            .scope = strcmp(where, "train") == 0 ? SCOPE_TRAIN : SCOPE_WAGON,
            .source = build_keep(b, csv_cell(row, source)),
        };
    }
    build_unload(b);
}

static const struct module *
module_named(const struct checklist *set, const char *id)
{
    for (size_t i = 0; i < set->n_modules; i++) {
        if (strcmp(set->modules[i].id, id) == 0)
            return &set->modules[i];
    }
    return NULL;
}

static bool
has_module(const struct sheet *sheet, const struct module *module)
{
    for (size_t i = 0; i < sheet->n; i++) {
        if (sheet->modules[i] == module)
            return true;
    }
    return false;
}

static void
sheet_modules(struct set_build *b, struct sheet *sheet, const struct csv_row *row, size_t column)
{
    const char *p = csv_cell(row, column);

    while (*p) {
        size_t len = strcspn(p, " ");
        char *id = rc_memdup(p, len);
        const struct module *module = module_named(b->set, id);

        if (!module)
            build_error(b, RC_E_SET_UNKNOWN, row->line, column, id, "modules/");
        else if (has_module(sheet, module))
            build_error(b, RC_E_SET_TWICE, row->line, column, id, NULL);
        else {
            ARRAY_GROW(sheet->modules, sheet->n, sheet->cap);
            sheet->modules[sheet->n++] = module;
        }
        free(id);
        p += len;
        p += strspn(p, " ");
    }
    if (!sheet->n)
        build_error(b, RC_E_SET_EMPTY, row->line, column, "modules", NULL);
}

/* Prefixes are digits, none begins with 5 (private wagons of any kind), none is taken by an
 * earlier sheet. */
static void
check_prefixes(struct set_build *b, const struct csv_row *row, size_t column)
{
    const char *p = csv_cell(row, column);

    if (strspn(p, "0123456789 ") != strlen(p))
        build_error(b, RC_E_SET_PREFIX, row->line, column, p, NULL);
    while (*p) {
        size_t len = strcspn(p, " ");

        if (*p == '5')
            build_error(b, RC_E_SET_PREFIX, row->line, column, csv_cell(row, column), NULL);
        for (size_t i = 0; i < b->set->n_sheets; i++) {
            const char *other = b->set->sheets[i].prefixes;

            while (*other) {
                size_t n = strcspn(other, " ");

                if (n == len && strncmp(other, p, len) == 0)
                    build_error(b, RC_E_SET_TWICE, row->line, column, csv_cell(row, column), NULL);
                other += n;
                other += strspn(other, " ");
            }
        }
        p += len;
        p += strspn(p, " ");
    }
}

static enum scope
sheet_scope(struct set_build *b, const struct csv_row *row, size_t column)
{
    const char *s = csv_cell(row, column);

    if (strcmp(s, "container") == 0)
        return SCOPE_CONTAINER;
    if (strcmp(s, "train") == 0)
        return SCOPE_TRAIN;
    if (strcmp(s, "wagon") != 0)
        build_error(b, RC_E_SET_SCOPE, row->line, column, s, "wagon, container, train");
    return SCOPE_WAGON;
}

/* Every word must be a choice of the list. */
static void
check_words(struct set_build *b, const struct csv_row *row, size_t column, const char *list_name)
{
    const struct choice_list *list = checklist_list(b->set, list_name);
    const char *p = csv_cell(row, column);

    while (*p) {
        size_t len = strcspn(p, " ");
        char *word = rc_memdup(p, len);

        if (!list || !choice_in(list, word))
            build_error(b, RC_E_SET_UNKNOWN, row->line, column, word, list_name);
        free(word);
        p += len;
        p += strspn(p, " ");
    }
}

void
build_sheets(struct set_build *b)
{
    static const char *const known[] = {
        "kind", "scope", "first_digits", "modules", "rc::synonyms", "rc::seal_places", NULL};
    size_t kind, scope, digits, modules, synonyms, places;

    if (!build_load(b, "sheets.csv")) {
        build_unload(b);
        return;
    }
    kind = build_column(b, "kind");
    scope = build_column(b, "scope");
    digits = build_column(b, "first_digits");
    modules = build_column(b, "modules");
    synonyms = csv_table_column(&b->table, "rc::synonyms");
    places = csv_table_column(&b->table, "rc::seal_places");
    build_unknown_columns(b, known, label_only);
    build_default_language(b, "label");
    b->set->sheets = rc_alloc(b->table.n + 1, sizeof *b->set->sheets);
    for (size_t i = 0; i < b->table.n; i++) {
        const struct csv_row *row = &b->table.rows[i];
        struct sheet sheet = {0};

        if (!build_name(b, row, kind))
            continue;
        if (checklist_sheet(b->set, csv_cell(row, kind)))
            build_error(b, RC_E_SET_TWICE, row->line, kind, csv_cell(row, kind), NULL);
        check_prefixes(b, row, digits);
        check_words(b, row, places, "seal_place");
        sheet.kind = build_keep(b, csv_cell(row, kind));
        sheet.label = build_words(b, row, "label", true);
        sheet.scope = sheet_scope(b, row, scope);
        sheet.prefixes = build_keep(b, csv_cell(row, digits));
        sheet.synonyms = build_keep(b, csv_cell(row, synonyms));
        sheet.seal_places = build_keep(b, csv_cell(row, places));
        sheet_modules(b, &sheet, row, modules);
        b->set->sheets[b->set->n_sheets++] = sheet;
    }
    build_unload(b);
}

void
build_check_unused(struct set_build *b)
{
    for (size_t m = 0; m < b->set->n_modules; m++) {
        const struct module *module = &b->set->modules[m];
        bool used = false;

        for (size_t s = 0; s < b->set->n_sheets; s++) {
            for (size_t i = 0; i < b->set->sheets[s].n; i++)
                used = used || b->set->sheets[s].modules[i] == module;
        }
        if (used)
            continue;
        snprintf(b->file, sizeof b->file, "%s%smodules/%s.csv", b->dir, *b->dir ? "/" : "",
                 module->id);
        build_error(b, RC_E_SET_UNUSED, 1, 0, module->id, NULL);
    }
}
