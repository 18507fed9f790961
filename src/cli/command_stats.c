/* SPDX-License-Identifier: ISC */
/* railcheck stats: figures over the archive, as a table with bars, CSV or JSON. */
#include "config.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>

#include "app/stats.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"

#define BAR 20
#define LABEL_CELLS 30

enum shape { SHAPE_TABLE, SHAPE_CSV, SHAPE_JSON };

static void
print_bar(int64_t tenths)
{
    int64_t full = (tenths * BAR + 500) / 1000;

    if (full > BAR)
        full = BAR;
    putchar(' ');
    putchar(' ');
    for (int64_t i = 0; i < full; i++)
        putchar('#');
}

static void
print_row(const struct figure *f)
{
    int64_t share = figure_share(f);

    printf("  ");
    cli_cell(*f->label ? f->label : _("not known"), LABEL_CELLS);
    if (f->median >= 0) {
        printf(" %8" PRId64 "  %6" PRId64 ".%" PRId64 " %6" PRId64 ".%" PRId64 "\n", f->n,
               f->median / 10, f->median % 10, f->ninth / 10, f->ninth % 10);
        return;
    }
    printf(_(" %6lld of %-6lld"), (long long)f->n, (long long)f->of);
    if (share >= 0) {
        printf(" %3" PRId64 ".%" PRId64 "%%", share / 10, share % 10);
        print_bar(share);
    }
    putchar('\n');
}

static void
print_table(const struct figures *figures)
{
    printf("%s\n", _(figures->title));
    for (size_t i = 0; i < figures->n; i++) {
        struct figure f = figures->list[i];

        if (figures->n == 1 && !*f.name && figures->name[0] == 'a')
            f.label = _("all");
        print_row(&f);
    }
    if (!figures->n)
        printf("  %s\n", _("none"));
    putchar('\n');
}

/* Quotes doubled, every field quoted, as in the exports. */
static void
print_field(const char *text, char end)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    fputs("\"", stdout);
    if (end == '\n')
        fputs("\r\n", stdout);
    else
        putchar(end);
}

static void
print_tenths(int64_t tenths, char end)
{
    char text[32] = "";

    if (tenths >= 0)
        snprintf(text, sizeof text, "%" PRId64 ".%" PRId64, tenths / 10, tenths % 10);
    print_field(text, end);
}

static void
print_csv(const struct figures *figures)
{
    for (size_t i = 0; i < figures->n; i++) {
        const struct figure *f = &figures->list[i];
        struct buf name = {0};

        show_all(&name, f->name);
        print_field(figures->name, ',');
        print_field(buf_text(&name), ',');
        printf("\"%" PRId64 "\",\"%" PRId64 "\",", f->n, f->of);
        print_tenths(f->median < 0 ? figure_share(f) : -1, ',');
        print_tenths(f->median, ',');
        print_tenths(f->ninth, '\n');
        buf_release(&name);
    }
}

static void
print_json(struct json *json, const struct figures *figures)
{
    for (size_t i = 0; i < figures->n; i++) {
        const struct figure *f = &figures->list[i];

        json_object(json);
        json_text(json, "group", figures->name);
        json_text(json, "name", f->name);
        json_integer(json, "n", f->n);
        json_integer(json, "of", f->of);
        if (f->median >= 0) {
            json_tenths(json, "median_minutes", f->median);
            json_tenths(json, "nine_of_ten_minutes", f->ninth);
        } else if (figure_share(f) >= 0) {
            json_tenths(json, "percent", figure_share(f));
        } else {
            json_null(json, "percent");
        }
        json_end_object(json);
    }
}

static int
print_all(struct app *app, enum shape shape, struct day_range days)
{
    struct rc_error err = {0};
    struct json json;
    bool more = true;

    if (shape == SHAPE_JSON)
        json_begin(&json);
    if (shape == SHAPE_CSV)
        fputs("\"group\",\"name\",\"n\",\"of\",\"percent\",\"median_minutes\","
              "\"nine_of_ten_minutes\"\r\n",
              stdout);
    for (size_t i = 0; more; i++) {
        struct figures figures;

        if (!stats_figures(app, i, days, i18n_codes(), &figures, &more, &err))
            return cli_error(&err);
        if (more && shape == SHAPE_TABLE)
            print_table(&figures);
        else if (more && shape == SHAPE_CSV)
            print_csv(&figures);
        else if (more)
            print_json(&json, &figures);
        figures_release(&figures);
    }
    if (shape == SHAPE_JSON)
        json_end(&json);
    return RC_EXIT_DONE;
}

int
command_stats(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"since", required_argument, NULL, 's'},
        {"until", required_argument, NULL, 'u'},
        {"csv", no_argument, NULL, 'c'},
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    const char *since = NULL, *until = NULL;
    enum shape shape = SHAPE_TABLE;
    struct rc_error err = {0};
    struct day_range days;
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c == 's')
            since = optarg;
        else if (c == 'u')
            until = optarg;
        else if (c == 'c' || c == 'j')
            shape = c == 'c' ? SHAPE_CSV : SHAPE_JSON;
        else
            return RC_EXIT_USAGE;
    }
    if (optind < argc)
        return cli_usage("stats", _("no arguments, please"));
    if (!cli_days(since, until, &days, &err))
        return cli_error(&err);
    if (!(app = cli_open(cli, false, &status)))
        return status;
    status = print_all(app, shape, days);
    cli_close(app);
    return status ? status : cli_finish();
}
