/* SPDX-License-Identifier: ISC */
/* railcheck codes: names for codes, printed and imported. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/codes.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"
#include "tui/words.h"

static int
import_lists(const struct cli *cli, const char *file)
{
    struct notes errors = {0}, notes = {0};
    struct codes_adopted adopted;
    struct rc_error err = {0};
    int status = RC_EXIT_DONE;
    struct app *app = cli_open(cli, true, &status);

    if (!app)
        return status;
    if (!codes_import(app, file, &adopted, &errors, &notes, &err)) {
        cli_notes(&errors, "");
        status = cli_error(&err);
    } else if (adopted.lists) {
        printf(tr_n("%zu code adopted", "%zu codes adopted", adopted.codes), adopted.codes);
        putchar('\n');
    } else
        puts(_("these lists are adopted already from this file: nothing changed"));
    cli_notes(&notes, _("note"));
    notes_release(&errors);
    notes_release(&notes);
    cli_close(app);
    return status ? status : cli_finish();
}

struct printing {
    const char *text; /* what a row must hold */
    size_t n;
    bool quiet; /* only count */
};

static void
print_code(void *context, const struct code_shown *code)
{
    struct printing *p = context;
    struct buf line = {0};

    buf_addf(&line, "%s  %s", code->name, code->name_ru);
    if (strncmp(code->code, p->text, strlen(p->text)) == 0 ||
        words_hold(buf_text(&line), p->text)) {
        p->n++;
        if (!p->quiet) {
            cli_cell(code->code, 9);
            cli_cell(code->name, 34);
            cli_cell(code->name_ru, 34);
            buf_clear(&line);
            show_all(&line, code->source ? code->source : "");
            printf("%s\n", buf_text(&line));
        }
    }
    buf_release(&line);
}

static int
print_lists(struct app *app, const char *list, const char *text, struct rc_error *err)
{
    struct printing p = {.text = text, .quiet = !list};

    for (size_t i = 0; codes_list(i); i++) {
        if (list && strcmp(codes_list(i), list) != 0)
            continue;
        p.n = 0;
        if (!codes_each(app, codes_list(i), print_code, &p, err))
            return cli_error(err);
        if (!list) {
            cli_cell(codes_list(i), 10);
            printf("%6zu\n", p.n);
        }
    }
    if (list && !p.n) {
        rc_fail(err, RC_E_CODE_NONE, list, *text ? text : "-");
        return cli_error(err);
    }
    return RC_EXIT_DONE;
}

int
command_codes(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {{NULL, 0, NULL, 0}};
    struct rc_error err = {0};
    const char *list, *text;
    int status = RC_EXIT_DONE, given;
    struct app *app;

    if (getopt_long(argc, argv, "", options, NULL) != -1)
        return RC_EXIT_USAGE;
    given = argc - optind;
    list = given > 0 ? argv[optind] : NULL;
    text = given > 1 ? argv[optind + 1] : "";
    if (list && strcmp(list, "import") == 0 && given == 2)
        return import_lists(cli, text);
    if (given > 2 || (list && !codes_list_known(list)))
        return cli_usage("codes", _("give nothing, or a list (stations etsng gng un railways "
                                    "kinds), or import and a file"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    status = print_lists(app, list, text, &err);
    cli_close(app);
    return status ? status : cli_finish();
}
