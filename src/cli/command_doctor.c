/* SPDX-License-Identifier: ISC */
/* railcheck doctor: is this computer fit for the records? */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/doctor.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"

static void
print_line(const struct doctor_line *line)
{
    static const char *const verdicts[] = {N_("good"), N_("look"), N_("BAD")};
    struct buf text = {0};

    cli_cell(_(verdicts[line->verdict]), 9);
    cli_cell(line->topic, 16);
    show_all(&text, line->text);
    printf("%s\n", buf_text(&text));
    buf_release(&text);
}

static void
print_json(struct json *json, const struct doctor_line *line)
{
    static const char *const verdicts[] = {"good", "look", "bad"};

    json_object(json);
    json_text(json, "verdict", verdicts[line->verdict]);
    json_text(json, "topic", line->topic);
    json_text(json, "text", line->text);
    json_end_object(json);
}

int
command_doctor(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    struct doctor_line lines[DOCTOR_LINES];
    struct json json;
    int status = RC_EXIT_DONE, c;
    bool as_json = false;
    size_t n;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'j')
            return RC_EXIT_USAGE;
        as_json = true;
    }
    if (optind < argc)
        return cli_usage("doctor", _("no arguments, please"));
    n = doctor_examine(cli->data_dir, cli->env, lines);
    if (as_json)
        json_begin(&json);
    for (size_t i = 0; i < n; i++) {
        if (as_json)
            print_json(&json, &lines[i]);
        else
            print_line(&lines[i]);
        if (lines[i].verdict == DOCTOR_BAD)
            status = RC_EXIT_DATA;
    }
    if (as_json)
        json_end(&json);
    return cli_finish() ? RC_EXIT_SYSTEM : status;
}
