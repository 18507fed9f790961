/* SPDX-License-Identifier: ISC */
/* railcheck verify: is the record whole and unaltered? */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/verify.h"
#include "app/verify_files.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/progress.h"
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

static void
say_files(const struct verified_files *files)
{
    if (!files->files)
        return;
    printf(_("attached files: %lld, missing %lld, altered %lld"), (long long)files->files,
           (long long)files->missing, (long long)files->altered);
    printf("\n");
}

/* One object: a script asks "whole" and, when it is false, reads why. */
static void
print_json(const struct verification *v, const struct verified_files *files, bool whole,
           const struct rc_error *err)
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
    json_integer(&json, "files", files->files);
    json_integer(&json, "files_missing", files->missing);
    json_integer(&json, "files_altered", files->altered);
    if (!whole)
        message_text(&why, err);
    json_text(&json, "why", whole ? NULL : buf_text(&why));
    json_end_object(&json);
    json_end(&json);
    buf_release(&why);
}

static void
show_progress(void *context, int64_t done, int64_t all)
{
    progress_show(context, "files", done, all);
}

/* What the arguments ask for: records and files, both in any case; the first damage decides. */
static int
verify(struct app *app, const char *const *codes, size_t n, bool as_json)
{
    struct verification v = {0};
    struct verified_files files = {0};
    struct notes damage = {0};
    struct progress progress = {0};
    struct rc_error err = {0}, files_err = {0};
    int status = RC_EXIT_DONE;
    bool records = verify_records(app, codes, n, &v, &err);
    bool copies = verify_files(app, show_progress, &progress, &damage, &files, &files_err);

    progress_end(&progress);
    if (records && !copies)
        err = files_err;
    if (as_json)
        print_json(&v, &files, records && copies, &err);
    else if (v.events)
        say_result(&v, n);
    if (!as_json)
        say_files(&files);
    if (!records)
        status = cli_error(&err);
    cli_notes(&damage, "");
    if (records && !copies) {
        /* What is not among the notes is why the files could not be looked at. */
        status = damage.n ? (int)rc_code_exit(err.code) : cli_error(&err);
    }
    notes_release(&damage);
    if (!status && !as_json)
        printf("%s\n", _("the record is whole"));
    return status;
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
    struct app *app;
    size_t n = 0;
    int status = RC_EXIT_DONE, c;
    bool as_json = false;

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
    status = verify(app, codes, n, as_json);
    cli_close(app);
    return status ? status : cli_finish();
}
