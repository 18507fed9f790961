/* SPDX-License-Identifier: ISC */
/* Reads the modules of a checklist set: its items. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "core/inspection.h"
#include "exchange/checklist_build.h"

/* Columns of a module file, by what they hold. */
struct columns {
    size_t type, name, required, relevant, constraint, unit, zone, level, gates, tools, severity,
        bulk, source;
};

static const struct {
    const char *word;
    enum item_type type;
    bool has_list;
} types[] = {
    {"check", ITEM_CHECK, false},
    {"decimal", ITEM_DECIMAL, false},
    {"integer", ITEM_INTEGER, false},
    {"text", ITEM_TEXT, false},
    {"seals", ITEM_SEALS, false},
    {"select_one", ITEM_SELECT_ONE, true},
    {"select_multiple", ITEM_SELECT_MULTIPLE, true},
};

static void
item_type(struct set_build *b, const struct csv_row *row, const struct columns *at,
          struct item *item)
{
    const char *text = csv_cell(row, at->type);
    size_t len = strcspn(text, " ");

    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (strlen(types[i].word) != len || strncmp(types[i].word, text, len) != 0 ||
            (text[len] && !types[i].has_list))
            continue;
        item->type = types[i].type;
        if (types[i].has_list) {
            item->list = checklist_list(b->set, text[len] ? text + len + 1 : "");
            if (!item->list)
                build_error(b, RC_E_SET_UNKNOWN, row->line, at->type,
                            text[len] ? text + len + 1 : "", "choices.csv");
        }
        return;
    }
    build_error(b, RC_E_SET_TYPE, row->line, at->type, text, NULL);
}

static struct expression *
item_expression(struct set_build *b, const struct csv_row *row, size_t column,
                const struct item *item)
{
    const char *text = csv_cell(row, column);
    struct rc_error err = {0};
    struct expression *e;

    if (!*text)
        return NULL;
    e = expression_parse(text, &err);
    if (!e) {
        build_error(b, err.code, row->line, column, err.arg[0], err.arg[1]);
        return NULL;
    }
    ARRAY_GROW(b->expressions, b->n_expressions, b->cap_expressions);
    b->expressions[b->n_expressions++] = (struct set_expression){
        .parsed = e,
        .module = item->module->id,
        .item = item->name,
        .line = row->line,
        .column = column,
    };
    return e;
}

static gate_mask
item_gates(struct set_build *b, const struct csv_row *row, size_t column)
{
    const char *p = csv_cell(row, column);
    gate_mask mask = 0;

    while (*p) {
        size_t len = strcspn(p, " ");
        char *code = rc_memdup(p, len);
        int gate = checklist_gate(b->set, code);

        if (gate < 0)
            build_error(b, RC_E_SET_UNKNOWN, row->line, column, code, "gates.csv");
        else
            mask |= (gate_mask)1 << gate;
        free(code);
        p += len;
        p += strspn(p, " ");
    }
    return mask;
}

static bool
source_known(const struct set_build *b, const char *key)
{
    size_t column = csv_table_column(&b->sources, "key");

    for (size_t i = 0; i < b->sources.n; i++) {
        if (strcmp(csv_cell(&b->sources.rows[i], column), key) == 0)
            return true;
    }
    return false;
}

/* The flag (V, R, V/R: verified, from general knowledge, partly), then keys of sources.csv. */
static void
check_source(struct set_build *b, const struct csv_row *row, size_t column)
{
    const char *p = csv_cell(row, column);
    size_t len = strcspn(p, " ");

    if (!((len == 1 && (*p == 'V' || *p == 'R')) || (len == 3 && strncmp(p, "V/R", 3) == 0))) {
        build_error(b, RC_E_SET_SOURCE, row->line, column, p, NULL);
        return;
    }
    p += len;
    for (p += strspn(p, " "); *p; p += strspn(p, " ")) {
        char *key = rc_memdup(p, strcspn(p, " "));

        if (!source_known(b, key))
            build_error(b, RC_E_SET_UNKNOWN, row->line, column, key, "sources.csv");
        p += strlen(key);
        free(key);
    }
}

static void
check_tools(struct set_build *b, const struct csv_row *row, size_t column)
{
    const struct choice_list *tools = checklist_list(b->set, "tool");
    const char *p = csv_cell(row, column);

    while (*p) {
        char *tool = rc_memdup(p, strcspn(p, " "));

        if (!tools || !choice_in(tools, tool))
            build_error(b, RC_E_SET_UNKNOWN, row->line, column, tool, "tool");
        p += strlen(tool);
        p += strspn(p, " ");
        free(tool);
    }
}

static const struct choice *
zone_named(struct set_build *b, const struct csv_row *row, size_t column, const char *name)
{
    const struct choice_list *zones = checklist_list(b->set, "zone");
    const struct choice *zone = zones ? choice_in(zones, name) : NULL;

    if (!zone)
        build_error(b, RC_E_SET_UNKNOWN, row->line, column, name, "zone");
    return zone;
}

static void
read_item(struct set_build *b, struct module *module, const struct csv_row *row,
          const struct columns *at, const char *group)
{
    struct item item = {.module = module};

    if (!build_name(b, row, at->name))
        return;
    if (checklist_item(b->set, csv_cell(row, at->name)))
        build_error(b, RC_E_SET_TWICE, row->line, at->name, csv_cell(row, at->name), NULL);
    item_type(b, row, at, &item);
    item.name = build_keep(b, csv_cell(row, at->name));
    item.label = build_words(b, row, "label", true);
    item.hint = build_words(b, row, "hint", false);
    item.card = build_words(b, row, "guidance_hint", false);
    item.constraint_message = build_words(b, row, "constraint_message", false);
    item.required = build_yes(b, row, at->required, false);
    item.bulk = build_yes(b, row, at->bulk, false);
    item.relevant = item_expression(b, row, at->relevant, &item);
    item.constraint = item_expression(b, row, at->constraint, &item);
    if (item.constraint && item.type != ITEM_DECIMAL && item.type != ITEM_INTEGER &&
        item.type != ITEM_TEXT)
        build_error(b, RC_E_SET_CONSTRAINT, row->line, at->constraint, NULL, NULL);
    item.constraint_text =
        *csv_cell(row, at->constraint) ? build_keep(b, csv_cell(row, at->constraint)) : NULL;
    item.unit = build_keep(b, csv_cell(row, at->unit));
    item.zone =
        zone_named(b, row, at->zone, *csv_cell(row, at->zone) ? csv_cell(row, at->zone) : group);
    item.level = build_number(b, row, at->level, LEVEL_MIN, LEVEL_MAX, LEVEL_MIN);
    item.severity = build_number(b, row, at->severity, 0, 4, 0);
    item.gates = item_gates(b, row, at->gates);
    check_tools(b, row, at->tools);
    item.tools = build_keep(b, csv_cell(row, at->tools));
    check_source(b, row, at->source);
    item.source = build_keep(b, csv_cell(row, at->source));
    ARRAY_GROW(module->items, module->n, module->cap);
    module->items[module->n++] = item;
}

static struct columns
module_columns(struct set_build *b)
{
    static const char *const known[] = {"type",       "name",      "required",     "relevant",
                                        "constraint", "rc::unit",  "rc::zone",     "rc::level",
                                        "rc::gates",  "rc::tools", "rc::severity", "rc::bulk",
                                        "rc::source", NULL};
    static const char *const texts[] = {"label", "hint", "guidance_hint", "constraint_message",
                                        NULL};
    struct columns at = {
        .type = build_column(b, "type"),
        .name = build_column(b, "name"),
        .required = build_column(b, "required"),
        .relevant = build_column(b, "relevant"),
        .constraint = build_column(b, "constraint"),
        .unit = build_column(b, "rc::unit"),
        .zone = build_column(b, "rc::zone"),
        .level = build_column(b, "rc::level"),
        .gates = build_column(b, "rc::gates"),
        .tools = build_column(b, "rc::tools"),
        .severity = build_column(b, "rc::severity"),
        .bulk = build_column(b, "rc::bulk"),
        .source = build_column(b, "rc::source"),
    };

    build_unknown_columns(b, known, texts);
    build_default_language(b, "label");
    return at;
}

/* Does the row begin or end a group? Then it says which zone the items from here on have: the
 * name of the group, in its column or after the word. Groups do not lie in each other. */
static bool
take_group(struct set_build *b, const struct csv_row *row, const struct columns *at,
           const char **group)
{
    static const char begin[] = "begin_group", end[] = "end_group";
    const char *type = csv_cell(row, at->type);
    const size_t len = sizeof begin - 1;
    bool begins = strncmp(type, begin, len) == 0 && (!type[len] || type[len] == ' ');

    if (!begins && strcmp(type, end) != 0)
        return false;
    if (begins == (**group != '\0'))
        build_error(b, RC_E_SET_GROUP, row->line, at->type, NULL, NULL);
    *group = "";
    if (begins) {
        size_t column = type[len] ? at->type : at->name;

        *group = type[len] ? type + len + 1 : csv_cell(row, at->name);
        zone_named(b, row, column, *group);
    }
    return true;
}

static void
read_module(struct set_build *b, struct module *module, const char *path)
{
    const char *group = "";
    struct columns at;

    if (!build_load(b, path)) {
        build_unload(b);
        return;
    }
    at = module_columns(b);
    for (size_t i = 0; i < b->table.n; i++) {
        const struct csv_row *row = &b->table.rows[i];

        if (!take_group(b, row, &at, &group))
            read_item(b, module, row, &at, group);
    }
    if (*group)
        build_error(b, RC_E_SET_GROUP, b->table.rows[b->table.n - 1].line, at.type, NULL, NULL);
    build_unload(b);
}

void
build_modules(struct set_build *b)
{
    static const char folder[] = "modules/";
    struct checklist *set = b->set;

    /* All at once: items point to their module. */
    set->modules = rc_alloc(b->files->n + 1, sizeof *set->modules);
    for (size_t i = 0; i < b->files->n; i++) {
        const char *path = b->files->files[i].path;
        const char *name = path + sizeof folder - 1;
        size_t len = strlen(path);
        struct module *module;
        char *id;

        if (strncmp(path, folder, sizeof folder - 1) != 0 || len < sizeof folder + 4)
            continue;
        id = rc_memdup(name, strlen(name) - 4); /* without .csv */
        module = &set->modules[set->n_modules++];
        module->id = build_keep(b, id);
        free(id);
        read_module(b, module, path);
    }
}

struct name_check {
    struct set_build *b;
    const struct set_expression *e;
};

static bool
check_name(void *context, const char *name)
{
    struct name_check *c = context;

    if (!inspection_is_fact(name) && !checklist_item(c->b->set, name))
        build_error(c->b, RC_E_SET_FACT, c->e->line, c->e->column, name, c->e->item);
    return true;
}

void
build_check_names(struct set_build *b)
{
    for (size_t i = 0; i < b->n_expressions; i++) {
        struct name_check c = {b, &b->expressions[i]};

        snprintf(b->file, sizeof b->file, "%s%smodules/%s.csv", b->dir, *b->dir ? "/" : "",
                 c.e->module);
        expression_names(c.e->parsed, check_name, &c);
    }
}
