/* SPDX-License-Identifier: ISC */
/* railcheck user: the people of the post and their PINs. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"

/* What the command line says. */
struct request {
    struct cli cli;
    const char *badge; /* whose; NULL for the list */
    const char *name;  /* NULL: not given */
    char *roles;       /* NULL: not given */
    bool no_pin;
    bool json;
};

static void
print_officer(const struct officer_row *o)
{
    cli_cell(o->badge, 11);
    cli_cell(o->name, 33);
    cli_cell(o->role, 22);
    printf("%s%s\n", *o->pin ? _("PIN") : _("no PIN"), o->active ? "" : _(", disabled"));
}

static void
print_officer_json(struct json *json, const struct officer_row *o)
{
    json_object(json);
    json_text(json, "badge", o->badge);
    json_text(json, "name", o->name);
    json_text(json, "roles", o->role);
    json_flag(json, "pin", *o->pin);
    json_flag(json, "active", o->active);
    json_end_object(json);
}

static bool
list(struct app *app, const struct request *r, struct rc_error *err)
{
    struct officers officers = {0};
    struct json json;

    if (!right_needed(app->roles, RIGHT_READ, err) || !store_officers(app->store, &officers, err))
        return false;
    if (r->json)
        json_begin(&json);
    for (size_t i = 0; i < officers.n; i++) {
        if (r->json)
            print_officer_json(&json, &officers.rows[i]);
        else
            print_officer(&officers.rows[i]);
    }
    if (r->json)
        json_end(&json);
    officers_release(&officers);
    return true;
}

static bool
add(struct app *app, const struct request *r, struct rc_error *err)
{
    return people_add(app, r->name ? r->name : "", r->badge, r->roles ? r->roles : "officer", err);
}

static bool
change(struct app *app, const struct request *r, struct rc_error *err)
{
    const struct people_fields fields = {.name = r->name, .roles = r->roles};

    return people_change(app, r->badge, &fields, err);
}

static bool
disable(struct app *app, const struct request *r, struct rc_error *err)
{
    return people_disable(app, r->badge, err);
}

static bool
enable(struct app *app, const struct request *r, struct rc_error *err)
{
    return people_enable(app, r->badge, err);
}

/* Typed blindly, so twice; from a script once. */
static bool
ask_new_pin(const struct request *r, char pin[CLI_PIN], struct rc_error *err)
{
    char question[120], again[CLI_PIN];
    bool same;

    snprintf(question, sizeof question, _("New PIN of badge %s"), r->badge);
    if (!cli_ask_pin(&r->cli, question, r->badge, pin, NULL))
        return rc_fail(err, RC_E_PIN_MISSING, r->badge, NULL);
    /* Taking a PIN away has to be meant. */
    if (!*pin)
        return rc_fail(err, RC_E_EMPTY, "PIN", NULL);
    if (r->cli.pin_stdin)
        return true;
    if (!cli_ask_pin(&r->cli, _("The same PIN again"), r->badge, again, NULL))
        return rc_fail(err, RC_E_PIN_MISSING, r->badge, NULL);
    same = strcmp(pin, again) == 0;
    explicit_bzero(again, sizeof again);
    return same || rc_fail(err, RC_E_PIN_DIFFERS, NULL, NULL);
}

static bool
set_pin(struct app *app, const struct request *r, struct rc_error *err)
{
    char pin[CLI_PIN] = "";
    bool done = (r->no_pin || ask_new_pin(r, pin, err)) && people_set_pin(app, r->badge, pin, err);

    explicit_bzero(pin, sizeof pin);
    return done;
}

static const struct {
    const char *name;
    bool badge; /* takes one */
    bool (*run)(struct app *app, const struct request *r, struct rc_error *err);
} actions[] = {
    {"list", false, list},      {"add", true, add},       {"change", true, change},
    {"disable", true, disable}, {"enable", true, enable}, {"pin", true, set_pin},
};

/* Commas may stand between roles: a shell needs no quotes then. */
static void
take_roles(struct request *r, const char *text)
{
    free(r->roles);
    r->roles = rc_strdup(text);
    for (char *at = r->roles; (at = strchr(at, ',')) != NULL;)
        *at = ' ';
}

static bool
read_options(struct request *r, int argc, char **argv)
{
    static const struct option options[] = {
        {"name", required_argument, NULL, 'n'}, {"role", required_argument, NULL, 'r'},
        {"pin-stdin", no_argument, NULL, 's'},  {"none", no_argument, NULL, '0'},
        {"json", no_argument, NULL, 'j'},       {NULL, 0, NULL, 0},
    };
    int c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (c) {
        case 'n':
            r->name = optarg;
            break;
        case 'r':
            take_roles(r, optarg);
            break;
        case 's':
            r->cli.pin_stdin = true;
            break;
        case '0':
            r->no_pin = true;
            break;
        case 'j':
            r->json = true;
            break;
        default:
            return false;
        }
    }
    return true;
}

static int
run(struct request *r, size_t action)
{
    struct rc_error err = {0};
    int status = RC_EXIT_DONE;
    struct app *app = cli_open(&r->cli, true, &status);

    if (!app)
        return status;
    if (!actions[action].run(app, r, &err))
        status = cli_error(&err);
    cli_close(app);
    return status ? status : cli_finish();
}

int
command_user(const struct cli *cli, int argc, char **argv)
{
    struct request r = {.cli = *cli};
    int status = RC_EXIT_USAGE;
    size_t at = 0;

    if (!read_options(&r, argc, argv))
        goto out;
    while (at < ARRAY_LEN(actions) &&
           (optind >= argc || strcmp(argv[optind], actions[at].name) != 0))
        at++;
    if (at == ARRAY_LEN(actions) || argc - optind != (actions[at].badge ? 2 : 1)) {
        status =
            cli_usage("user", _("give list, or add, change, disable, enable or pin and a badge"));
        goto out;
    }
    if (actions[at].run == add && !r.name) {
        status = cli_usage("user", _("give --name"));
        goto out;
    }
    r.badge = argv[optind + 1];
    status = run(&r, at);
out:
    free(r.roles);
    return status;
}
