/* SPDX-License-Identifier: ISC */
/* railcheck report: the inspection act, or a blank checklist, as text or HTML. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/report.h"
#include "app/train.h"
#include "base/buf.h"
#include "base/number.h"
#include "cli/command.h"
#include "i18n/i18n.h"

struct options {
    const char *langs, *blank;
    bool html;
    int64_t level;
};

static int
print_document(const struct document *d, bool html)
{
    struct buf out = {0};

    if (html)
        document_as_html(d, &out);
    else
        document_as_text(d, &out);
    fwrite(buf_text(&out), 1, out.len, stdout);
    buf_release(&out);
    return cli_finish();
}

static int
print_act(const struct cli *cli, const char *name, const struct options *o)
{
    struct document act = {0};
    struct rc_error err = {0};
    int64_t train;
    int status = RC_EXIT_DONE;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    if (train_named(app, name, &train, &err) && report_act(app, train, o->langs, &act, &err))
        status = print_document(&act, o->html);
    else
        status = cli_error(&err);
    document_release(&act);
    cli_close(app);
    return status;
}

static int
print_blank(const struct options *o)
{
    struct document blank = {0};
    struct rc_error err = {0};
    int status = RC_EXIT_DONE;
    struct checklist *set = cli_package_set(&status);

    if (!set)
        return status;
    if (report_blank(set, o->blank, (int)o->level, o->langs, &blank, &err))
        status = print_document(&blank, o->html);
    else
        status = cli_error(&err);
    document_release(&blank);
    checklist_free(set);
    return status;
}

int
command_report(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"html", no_argument, NULL, 'h'},
        {"in", required_argument, NULL, 'i'},
        {"blank", required_argument, NULL, 'b'},
        {"level", required_argument, NULL, 'l'},
        {NULL, 0, NULL, 0},
    };
    struct options o = {.langs = strcmp(i18n_code(), "en") == 0 ? "en" : "ru", .level = LEVEL_MIN};
    int c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (c) {
        case 'h':
            o.html = true;
            break;
        case 'i':
            o.langs = optarg;
            break;
        case 'b':
            o.blank = optarg;
            break;
        case 'l':
            if (!number_integer(optarg, &o.level) || o.level < LEVEL_MIN || o.level > LEVEL_MAX)
                return cli_usage("report", _("the level is 1, 2 or 3"));
            break;
        default:
            return RC_EXIT_USAGE;
        }
    }
    if (!report_langs_known(o.langs))
        return cli_usage("report", _("--in takes en, ru or both"));
    if (o.blank && optind == argc)
        return print_blank(&o);
    if (o.blank || optind + 1 != argc)
        return cli_usage("report", _("name one train, or --blank KIND"));
    return print_act(cli, argv[optind], &o);
}
