/* SPDX-License-Identifier: ISC */
/* railcheck dictionary: what every column of the exports and of the views means. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/export.h"
#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"

#define NAME_CELLS 20
#define TYPE_CELLS 9

/* Words behind a column of cells, broken at blanks so that lines fit 80 columns. */
static void
print_words(const char *text, size_t indent)
{
    size_t room = 80 - indent, cells = 0;

    while (*text) {
        size_t word = strcspn(text, " "), width = 0;

        for (size_t i = 0; i < word; i++)
            width += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (cells && cells + 1 + width > room) {
            printf("\n%*s", (int)indent, "");
            cells = 0;
        }
        printf("%s%.*s", cells ? " " : "", (int)word, text);
        cells += width + (cells != 0);
        text += word;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static void
print_table(size_t i, const struct dictionary_table *table)
{
    const char *name, *type, *text;

    printf("%s%s  %s\n", table->name, table->view ? "" : ".csv", _(table->text));
    for (size_t c = 0; dictionary_column(i, c, &name, &type, &text); c++) {
        printf("  %-*s%-*s", NAME_CELLS, name, TYPE_CELLS, type);
        print_words(_(text), 2 + NAME_CELLS + TYPE_CELLS);
    }
}

static void
print_json(void)
{
    const char *name, *type, *text;
    struct dictionary_table table;
    struct json json;

    json_begin(&json);
    for (size_t i = 0; dictionary_table(i, &table); i++) {
        for (size_t c = 0; dictionary_column(i, c, &name, &type, &text); c++) {
            json_object(&json);
            json_text(&json, "table", table.name);
            json_text(&json, "column", name);
            json_text(&json, "type", type);
            json_text(&json, "text", _(text));
            json_end_object(&json);
        }
    }
    json_end(&json);
}

int
command_dictionary(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"lang", required_argument, NULL, 'l'},
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    struct dictionary_table table;
    const char *only;
    bool json = false, found = false;
    int c;

    (void)cli;
    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c == 'j')
            json = true;
        else if (c != 'l' || !i18n_select(optarg))
            return c == 'l' ? cli_usage("dictionary", _("there is no such language"))
                            : RC_EXIT_USAGE;
    }
    only = optind < argc ? argv[optind] : NULL;
    if (optind + 1 < argc || (only && json))
        return cli_usage("dictionary", _("too many arguments"));
    if (json) {
        print_json();
        return cli_finish();
    }
    for (size_t i = 0; dictionary_table(i, &table); i++) {
        if (only && strcmp(only, table.name) != 0)
            continue;
        if (found)
            putchar('\n');
        print_table(i, &table);
        found = true;
    }
    return found ? cli_finish() : cli_usage("dictionary", _("there is no such table or view"));
}
