/* SPDX-License-Identifier: ISC */
/* railcheck trains: lists the trains. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"

#define PAGE 20

static void
print_train(const struct train_row *t)
{
    struct moment arrived = {t->arrived_at, t->arrived_offset};
    char when[MOMENT_TEXT];

    cli_cell(t->number, 8);
    cli_cell(moment_text(arrived, MOMENT_SCREEN, when), 18);
    cli_cell(t->index, 17);
    cli_cell(t->state, 12);
    printf("%3d/%-3d  ", t->closed, t->wagons);
    printf(tr_n("%d finding", "%d findings", (unsigned long long)t->findings), t->findings);
    printf("  %s\n", t->uuid);
}

static void
print_json(struct json *json, const struct train_row *t)
{
    json_object(json);
    json_text(json, "train_id", t->uuid);
    json_text(json, "train_no", t->number);
    json_text(json, "train_index", t->index);
    json_text(json, "direction", t->direction);
    json_moment(json, "arrived_at", t->arrived_at);
    json_integer(json, "arrived_offset", t->arrived_offset);
    json_integer(json, "level", t->level);
    json_text(json, "state", t->state);
    json_integer(json, "wagons", t->wagons);
    json_integer(json, "closed", t->closed);
    json_integer(json, "findings", t->findings);
    if (t->worst >= 0)
        json_integer(json, "worst_severity", t->worst);
    else
        json_null(json, "worst_severity");
    json_end_object(json);
}

/* The newest page, or all pages; json NULL: as a table. */
static int
print_trains(struct app *app, bool all, struct json *json)
{
    struct rc_error err = {0};
    int64_t at = 0, id = 0;
    bool more = true;

    while (more) {
        struct trains page = {0};

        if (!store_trains(app->store, at, id, PAGE, &page, &err))
            return cli_error(&err);
        for (size_t i = 0; i < page.n; i++) {
            if (json)
                print_json(json, &page.rows[i]);
            else
                print_train(&page.rows[i]);
            at = page.rows[i].arrived_at;
            id = page.rows[i].id;
        }
        more = all && page.n == PAGE;
        trains_release(&page);
    }
    return RC_EXIT_DONE;
}

int
command_trains(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"all", no_argument, NULL, 'a'},
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    bool all = false, as_json = false;
    struct json json;
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'a' && c != 'j')
            return RC_EXIT_USAGE;
        all = all || c == 'a';
        as_json = as_json || c == 'j';
    }
    if (optind < argc)
        return cli_usage("trains", _("no arguments, please"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    if (as_json)
        json_begin(&json);
    status = print_trains(app, all, as_json ? &json : NULL);
    if (as_json)
        json_end(&json);
    cli_close(app);
    return status ? status : cli_finish();
}
