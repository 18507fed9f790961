/* SPDX-License-Identifier: ISC */
/* The program: options, then a sub-command or the screens. */
#include "config.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/ui.h"

/* A database opened as descriptor 0, 1 or 2 could be written to by any stray print. */
static void
guard_descriptors(void)
{
    int fd;

    do
        fd = open("/dev/null", O_RDWR);
    while (fd >= 0 && fd <= 2);
    if (fd > 2)
        close(fd);
}

static int
run_screens(const struct cli *cli, const char *train)
{
    struct rc_error err = {0};
    struct ui ui;
    int status;

    if (!ui_init(&ui, cli->env, cli->data_dir, cli->badge, cli->layout, cli->ascii, &err))
        return cli_error(&err);
    ui.theme = cli->theme;
    ui.mouse = cli->mouse;
    if (!ui_start(&ui, train, &err))
        status = cli_error(&err);
    else
        status = ui_run(&ui, NULL);
    ui_release(&ui);
    return status;
}

static int
run(const struct cli *cli, int argc, char **argv)
{
    const struct command *command = argc ? command_named(argv[0]) : NULL;

    if (command) {
        for (int i = 1; i < argc; i++) {
            if (strcmp(argv[i], "--help") == 0) {
                print_command_help(command);
                return cli_finish();
            }
        }
        optind = 0;
        return command->run(cli, argc, argv);
    }
    if (argc > 1 || (argc && !app_exists(cli->data_dir))) {
        fprintf(stderr, _("railcheck: %s is no command (see railcheck --help)"), argv[0]);
        fputc('\n', stderr);
        return RC_EXIT_USAGE;
    }
    if (cli->plain)
        return plain_run(cli, argc ? argv[0] : NULL);
    return run_screens(cli, argc ? argv[0] : NULL);
}

static void
no_language(const char *code)
{
    struct buf all = {0};

    for (size_t i = 0; i18n_at(i); i++)
        buf_addf(&all, "%s%s", i ? ", " : "", i18n_at(i));
    fprintf(stderr, _("railcheck: no language %s (%s)"), code, buf_text(&all));
    fputc('\n', stderr);
    buf_release(&all);
}

/* no-color.org: set and not empty. The option --theme stands over both. */
static enum theme
theme_wished(void)
{
    const char *wish = getenv("RAILCHECK_THEME"), *no_color = getenv("NO_COLOR");
    enum theme theme;

    if (wish && theme_named(wish, &theme))
        return theme;
    return no_color && *no_color ? THEME_MONO : THEME_DARK;
}

int
main(int argc, char **argv)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"badge", required_argument, NULL, 'b'},
        {"lang", required_argument, NULL, 'l'}, {"layout", required_argument, NULL, 'k'},
        {"ascii", no_argument, NULL, 'a'},      {"theme", required_argument, NULL, 't'},
        {"mouse", no_argument, NULL, 'm'},      {"plain", no_argument, NULL, 'p'},
        {"help", no_argument, NULL, 'h'},       {"version", no_argument, NULL, 'v'},
        {"pin-stdin", no_argument, NULL, 's'},  {NULL, 0, NULL, 0},
    };
    struct rc_env env;
    struct cli cli = {.env = &env};
    const char *data = NULL;
    int status, c;

    cli.theme = theme_wished();
    guard_descriptors();
    umask(0007);
    i18n_select(NULL);
    while ((c = getopt_long(argc, argv, "+", options, NULL)) != -1) {
        switch (c) {
        case 'd':
            data = optarg;
            break;
        case 'b':
            cli.badge = optarg;
            break;
        case 'l':
            if (!i18n_select(optarg)) {
                no_language(optarg);
                return RC_EXIT_USAGE;
            }
            break;
        case 'k':
            cli.layout = optarg;
            break;
        case 't':
            if (!theme_named(optarg, &cli.theme)) {
                fprintf(stderr, _("railcheck: no theme %s (%s)"), optarg, THEME_NAMES);
                fputc('\n', stderr);
                return RC_EXIT_USAGE;
            }
            break;
        case 'm':
            cli.mouse = true;
            break;
        case 'a':
            cli.ascii = true;
            break;
        case 's':
            cli.pin_stdin = true;
            break;
        case 'p':
            cli.plain = true;
            break;
        case 'h':
            print_usage();
            return cli_finish();
        case 'v':
            printf("railcheck %s\n", PACKAGE_VERSION);
            return cli_finish();
        default:
            return RC_EXIT_USAGE;
        }
    }
    rc_env_system(&env);
    cli.data_dir = app_data_dir(data);
    status = run(&cli, argc - optind, argv + optind);
    free(cli.data_dir);
    rc_env_release(&env);
    return status;
}
