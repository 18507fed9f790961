/* SPDX-License-Identifier: ISC */
/* railcheck keys: every action with its keys, from the tables that the screens use. */
#include "config.h"

#include <stdio.h>

#include "base/buf.h"
#include "cli/command.h"
#include "i18n/i18n.h"
#include "tui/actions.h"

static const struct {
    unsigned context;
    const char *words;
} screens[] = {
    {IN_TRAINS, N_("Trains")},      {IN_CONSIST, N_("Consist")},
    {IN_WAGON, N_("Wagon")},        {IN_SEALS, N_("Seals")},
    {IN_GATES, N_("Gates")},        {IN_MISSING, N_("What is missing")},
    {IN_FINDINGS, N_("Findings")},  {IN_FORM, N_("Forms")},
    {IN_TEXT, N_("Pages to read")}, {IN_CHOICE, N_("Choices")},
    {IN_FIND, N_("Find")},          {IN_IMPORT, N_("Import")},
    {IN_PEOPLE, N_("People")},      {IN_ENTRY, N_("Log-in, PIN, officer")},
    {IN_REVIEW, N_("Review")},      {IN_SHIFT, N_("Shift")},
};

static void
print_action(unsigned context, enum action action)
{
    const struct action_info *info = action_info(action);
    struct buf keys = {0};
    struct key key;

    for (size_t i = 0; keymap_key(context, action, i, &key); i++) {
        char name[32];

        buf_addf(&keys, "%s%s", i ? " " : "", key_label(&key, name, sizeof name));
    }
    printf("  ");
    cli_cell(buf_text(&keys), 18);
    printf(" %-20s %s\n", info->name, _(info->words));
    buf_release(&keys);
}

int
command_keys(const struct cli *cli, int argc, char **argv)
{
    (void)cli;
    (void)argv;
    if (argc > 1)
        return cli_usage("keys", _("no arguments, please"));
    for (size_t s = 0; s < sizeof screens / sizeof *screens; s++) {
        printf("%s%s\n", s ? "\n" : "", _(screens[s].words));
        for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
            if (action_info((enum action)a)->contexts & screens[s].context)
                print_action(screens[s].context, (enum action)a);
        }
    }
    return cli_finish();
}
