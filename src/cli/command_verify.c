/* SPDX-License-Identifier: ISC */
/* railcheck verify: is the record whole and unaltered? */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/verify.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "cli/json.h"
#include "i18n/i18n.h"
#include "i18n/message.h"

#define CODES_MAX 16

static void
say_copy(const char *what, const struct verified_copy *copy)
{
    static const char *const words[] = {
        [COPY_ABSENT] = N_("not there"),
        [COPY_SAME] = N_("the same events"),
        [COPY_BEHIND] = N_("the same, but ends earlier; the next start for work completes it"),
        [COPY_DIFFERS] = N_("DIFFERS"),
        [COPY_AHEAD] = N_("has MORE events than the database"),
    };
    struct buf path = {0};

    if (copy->state == COPY_NONE)
        return;
    show_all(&path, copy->path);
    printf("%s: %s (%s)", what, _(words[copy->state]), buf_text(&path));
    if (copy->to) {
        printf(", ");
        printf(_("agrees up to event %lld"), (long long)copy->to);
    }
    printf("\n");
    buf_release(&path);
}

static void
say_clock(const struct verification *v)
{
    if (v->clock_back) {
        printf(_("the clock went back %d times, first at event %lld"), v->clock_back,
               (long long)v->first_clock_back);
        printf("\n");
    }
    if (v->clock_jumps) {
        printf(_("the clock jumped %d times, first at event %lld"), v->clock_jumps,
               (long long)v->first_clock_jump);
        printf("\n");
    }
}

static void
say_result(const struct verification *v, size_t codes)
{
    printf(_("events read: %lld"), (long long)v->events);
    printf("\n");
    printf(_("proven up to event: %lld"), (long long)v->proven);
    printf("\n");
    printf(_("sealed up to event: %lld (good seals: %lld)"), (long long)v->sealed_to,
           (long long)v->seals);
    printf("\n");
    printf(_("good signatures of shift leads: %lld"), (long long)v->signatures);
    printf("\n");
    say_copy(_("tape"), &v->tape);
    say_copy(_("mirror"), &v->mirror);
    say_clock(v);
    printf(_("head code now: %s (write it down: a later verification can be held against it)"),
           v->head);
    printf("\n");
    if (*v->key)
        printf(_("code of the device's key: %s (compare it with the log book of the post)"),
               v->key);
    else
        printf("%s", _("the device has no key: nothing is sealed"));
    printf("\n");
    if (!codes)
        printf("%s\n", _("no head code was given: who has the key and all tapes could have cut the "
                         "end or rewritten it"));
}

/* One object: a script asks "whole" and, when it is false, reads why. */
static void
print_json(const struct verification *v, bool whole, const struct rc_error *err)
{
    static const char *const states[] = {
        [COPY_NONE] = NULL,       [COPY_ABSENT] = "absent",   [COPY_SAME] = "same",
        [COPY_BEHIND] = "behind", [COPY_DIFFERS] = "differs", [COPY_AHEAD] = "ahead",
    };
    struct buf why = {0};
    struct json json;

    json_begin(&json);
    json_object(&json);
    json_flag(&json, "whole", whole);
    json_integer(&json, "events", v->events);
    json_integer(&json, "proven", v->proven);
    json_text(&json, "head", v->events ? v->head : NULL);
    json_integer(&json, "sealed_to", v->sealed_to);
    json_integer(&json, "seals", v->seals);
    json_integer(&json, "signatures", v->signatures);
    json_text(&json, "tape", states[v->tape.state]);
    json_text(&json, "mirror", states[v->mirror.state]);
    json_text(&json, "key", *v->key ? v->key : NULL);
    json_integer(&json, "clock_back", v->clock_back);
    json_integer(&json, "clock_jumps", v->clock_jumps);
    if (!whole)
        message_text(&why, err);
    json_text(&json, "why", whole ? NULL : buf_text(&why));
    json_end_object(&json);
    json_end(&json);
    buf_release(&why);
}

int
command_verify(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"anchor", required_argument, NULL, 'a'},
        {"json", no_argument, NULL, 'j'},
        {NULL, 0, NULL, 0},
    };
    const char *codes[CODES_MAX];
    struct verification v = {0};
    struct rc_error err = {0};
    struct app *app;
    size_t n = 0;
    int status = RC_EXIT_DONE, c;
    bool whole, as_json = false;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c == 'j')
            as_json = true;
        else if (c != 'a' || n == CODES_MAX)
            return RC_EXIT_USAGE;
        else
            codes[n++] = optarg;
    }
    if (optind < argc)
        return cli_usage("verify", _("no arguments, please"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    whole = verify_records(app, codes, n, &v, &err);
    if (as_json)
        print_json(&v, whole, &err);
    else if (v.events)
        say_result(&v, n);
    if (whole && !as_json)
        printf("%s\n", _("the record is whole"));
    else if (!whole)
        status = cli_error(&err);
    cli_close(app);
    return status ? status : cli_finish();
}
