/* SPDX-License-Identifier: ISC */
/* railcheck doctor: is this computer fit for the records? */
#include "config.h"

#include <stdio.h>

#include "app/doctor.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"

int
command_doctor(const struct cli *cli, int argc, char **argv)
{
    static const char *const verdicts[] = {N_("good"), N_("look"), N_("BAD")};
    struct doctor_line lines[DOCTOR_LINES];
    int status = RC_EXIT_DONE;
    size_t n;

    (void)argv;
    if (argc > 1)
        return cli_usage("doctor", _("no arguments, please"));
    n = doctor_examine(cli->data_dir, cli->env, lines);
    for (size_t i = 0; i < n; i++) {
        struct buf text = {0};

        cli_cell(_(verdicts[lines[i].verdict]), 9);
        cli_cell(lines[i].topic, 16);
        show_all(&text, lines[i].text);
        printf("%s\n", buf_text(&text));
        buf_release(&text);
        if (lines[i].verdict == DOCTOR_BAD)
            status = RC_EXIT_DATA;
    }
    return cli_finish() ? RC_EXIT_SYSTEM : status;
}
