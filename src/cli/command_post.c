/* SPDX-License-Identifier: ISC */
/* railcheck post: the settings of the post. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/post.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"

static void
say_text(const char *what, const char *text)
{
    struct buf shown = {0};

    show_all(&shown, text);
    cli_cell(what, 12);
    printf("%s\n", buf_text(&shown));
    buf_release(&shown);
}

static bool
say_settings(struct app *app, struct rc_error *err)
{
    struct post_settings settings;
    char fast[160], key[HEAD_CODE];

    if (!store_settings(app->store, &settings, err))
        return false;
    say_text(_("Name"), settings.name);
    say_text(_("Mirror"), *settings.mirror ? settings.mirror : _("none"));
    if (*settings.mirror && post_same_disk(app, settings.mirror))
        printf("%s\n", _("The mirror is on the disk of the data: it does not help when that is "
                         "lost. Choose a folder on another medium."));
    snprintf(fast, sizeof fast, _("answers within %d s are shown to the lead"), settings.fast_s);
    say_text(_("Fast"), fast);
    say_text(_("Format"), strcmp(settings.region, "iso") == 0 ? "iso: 2026-11-23 06:15, 12.5"
                                                              : "local: 23.11.2026 06:15, 12,5");
    post_key_code(&settings, key);
    say_text(_("Key"), *key ? key : _("none"));
    return true;
}

static bool
take_seconds(const char *text, int *out, struct rc_error *err)
{
    int64_t n;

    if (!number_integer(text, &n) || n < 0 || n > POST_FAST_MAX)
        return rc_fail(err, RC_E_FAST, text, NULL);
    *out = (int)n;
    return true;
}

int
command_post(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"name", required_argument, NULL, 'n'},
        {"mirror", required_argument, NULL, 'm'},
        {"fast", required_argument, NULL, 'f'},
        {"format", required_argument, NULL, 'o'},
        {NULL, 0, NULL, 0},
    };
    struct post_change change = {.fast_s = -1};
    struct rc_error err = {0};
    int status = RC_EXIT_DONE, c;
    bool write = argc > 1, done;
    struct app *app;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c == 'n')
            change.name = optarg;
        else if (c == 'm')
            change.mirror = optarg;
        else if (c == 'o')
            change.region = optarg;
        else if (c != 'f')
            return RC_EXIT_USAGE;
        else if (!take_seconds(optarg, &change.fast_s, &err))
            return cli_error(&err);
    }
    if (optind < argc)
        return cli_usage("post", _("only options, please"));
    if (!(app = cli_open(cli, write, &status)))
        return status;
    done = (!write || post_change(app, &change, &err)) && say_settings(app, &err);
    if (!done)
        status = cli_error(&err);
    cli_close(app);
    return status ? status : cli_finish();
}
