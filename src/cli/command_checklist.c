/* SPDX-License-Identifier: ISC */
/* railcheck checklist: check, list, show, adopt. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/json.h"
#include "core/checklist.h"
#include "i18n/i18n.h"

/* The set of a folder; NULL after saying every error on stderr. */
static struct checklist *
read_folder(const char *dir, int *status)
{
    struct notes errors = {0}, notes = {0};
    struct rc_error err = {0};
    struct checklist *set = app_set_in(dir, &errors, &notes, &err);

    cli_notes(&errors, "");
    cli_notes(&notes, _("note"));
    if (!set)
        *status = cli_error(&err);
    notes_release(&errors);
    notes_release(&notes);
    return set;
}

/* The set that comes with the program. */
struct checklist *
cli_package_set(int *status)
{
    struct checklist *set;
    struct buf dir = {0};

    buf_addf(&dir, "%s/checklists", app_package_dir());
    set = read_folder(buf_text(&dir), status);
    buf_release(&dir);
    return set;
}

static size_t
items_up_to(const struct sheet *sheet, int level)
{
    size_t n = 0;

    for (size_t m = 0; m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++)
            n += sheet->modules[m]->items[i].level <= level;
    }
    return n;
}

static void
print_set(const struct checklist *set)
{
    size_t lang = checklist_lang(set, i18n_codes());

    printf("%s %s  %s\n", set->form_id, set->version, words_in(&set->title, lang));
    cli_cell(_("kind"), 18);
    cli_cell("", 34);
    printf("%3d %3d %3d\n", 1, 2, 3);
    for (size_t i = 0; i < set->n_sheets; i++) {
        const struct sheet *sheet = &set->sheets[i];

        cli_cell(sheet->kind, 18);
        cli_cell(words_in(&sheet->label, lang), 34);
        for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
            printf("%3zu ", items_up_to(sheet, level));
        putchar('\n');
    }
}

static void
print_set_json(const struct checklist *set)
{
    size_t lang = checklist_lang(set, i18n_codes());
    struct json json;

    json_begin(&json);
    for (size_t i = 0; i < set->n_sheets; i++) {
        const struct sheet *sheet = &set->sheets[i];

        json_object(&json);
        json_text(&json, "form_id", set->form_id);
        json_text(&json, "form_version", set->version);
        json_text(&json, "kind", sheet->kind);
        json_text(&json, "label", words_in(&sheet->label, lang));
        json_integer(&json, "level_1", (int64_t)items_up_to(sheet, 1));
        json_integer(&json, "level_2", (int64_t)items_up_to(sheet, 2));
        json_integer(&json, "level_3", (int64_t)items_up_to(sheet, 3));
        json_end_object(&json);
    }
    json_end(&json);
}

static void
print_item_json(struct json *json, const struct item *item, size_t lang)
{
    json_object(json);
    json_text(json, "item", item->name);
    json_text(json, "module", item->module->id);
    json_text(json, "zone", item->zone->name);
    json_integer(json, "level", item->level);
    json_text(json, "label", words_in(&item->label, lang));
    json_text(json, "hint", words_in(&item->hint, lang));
    json_text(json, "unit", item->unit);
    json_flag(json, "required", item->required);
    json_text(json, "source", item->source);
    json_end_object(json);
}

static void
print_item(const struct item *item, size_t lang, const char **zone)
{
    if (!*zone || strcmp(*zone, item->zone->name) != 0) {
        *zone = item->zone->name;
        printf("\n%s\n", words_in(&item->zone->label, lang));
    }
    printf("  %d ", item->level);
    cli_cell(item->name, 10);
    cli_cell(words_in(&item->label, lang), 42);
    printf("%-6s %s\n", item->unit, item->source);
    printf("               %s\n", words_in(&item->hint, lang));
}

static int
show_kind(const struct checklist *set, const char *kind, int64_t level, bool as_json)
{
    const struct sheet *sheet = checklist_sheet(set, kind);
    size_t lang = checklist_lang(set, i18n_codes());
    const char *zone = NULL;
    struct json json;

    if (!sheet) {
        struct rc_error err = {0};

        rc_fail(&err, RC_E_NOT_A_KIND, kind, NULL);
        return cli_error(&err);
    }
    if (as_json)
        json_begin(&json);
    else
        printf("%s (%s)\n", words_in(&sheet->label, lang), sheet->kind);
    for (size_t m = 0; m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++) {
            const struct item *item = &sheet->modules[m]->items[i];

            if (item->level > level)
                continue;
            if (as_json)
                print_item_json(&json, item, lang);
            else
                print_item(item, lang, &zone);
        }
    }
    if (as_json)
        json_end(&json);
    return RC_EXIT_DONE;
}

static int
adopt(const struct cli *cli, const char *dir)
{
    struct buf own = {0};
    struct notes errors = {0};
    struct rc_error err = {0};
    bool added = false;
    struct app *app;
    int status = RC_EXIT_DONE;

    if (!dir) {
        buf_addf(&own, "%s/checklists", app_package_dir());
        dir = buf_text(&own);
    }
    if ((app = cli_open(cli, true, &status))) {
        if (app_adopt(app, dir, &errors, &added, &err))
            puts(added ? _("adopted: new trains are listed with this version")
                       : _("this version is adopted already: nothing changed"));
        else
            status = cli_error(&err);
        cli_notes(&errors, "");
    }
    notes_release(&errors);
    cli_close(app);
    buf_release(&own);
    return status ? status : cli_finish();
}

static int
check(const char *dir)
{
    int status = RC_EXIT_DONE;
    struct checklist *set = read_folder(dir, &status);

    if (set) {
        size_t items = 0;

        for (size_t i = 0; i < set->n_modules; i++)
            items += set->modules[i].n;
        printf(_("%s %s: %zu kinds, %zu items, no errors"), set->form_id, set->version,
               set->n_sheets, items);
        putchar('\n');
    }
    checklist_free(set);
    return status ? status : cli_finish();
}

/* list, or show KIND, of the set that comes with the program. */
static int
print_package_set(const char *kind, int64_t level, bool as_json)
{
    int status = RC_EXIT_DONE;
    struct checklist *set = cli_package_set(&status);

    if (!set)
        return status;
    if (kind)
        status = show_kind(set, kind, level, as_json);
    else if (as_json)
        print_set_json(set);
    else
        print_set(set);
    checklist_free(set);
    return status ? status : cli_finish();
}

int
command_checklist(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"level", required_argument, NULL, 'l'},
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    const char *verb, *of;
    int64_t level = LEVEL_MIN;
    bool as_json = false;
    int c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'l' && c != 'j')
            return RC_EXIT_USAGE;
        if (c == 'j')
            as_json = true;
        else if (!number_integer(optarg, &level) || level < LEVEL_MIN || level > LEVEL_MAX)
            return cli_usage("checklist", _("the level is 1, 2 or 3"));
    }
    verb = optind < argc ? argv[optind] : "";
    of = optind + 1 < argc ? argv[optind + 1] : NULL;
    if (optind + 2 < argc)
        return cli_usage("checklist", _("too many arguments"));
    if (strcmp(verb, "check") == 0 && of)
        return check(of);
    if (strcmp(verb, "adopt") == 0)
        return adopt(cli, of);
    if (strcmp(verb, "list") != 0 && (strcmp(verb, "show") != 0 || !of))
        return cli_usage("checklist", _("say check DIR, list, show KIND or adopt [DIR]"));
    return print_package_set(strcmp(verb, "show") == 0 ? of : NULL, level, as_json);
}
