/* SPDX-License-Identifier: ISC */
/* Verification: chain, seals, signatures, tapes, anchors, file, tables. */
#include "config.h"

#include "app/verify.h"

#include <stdlib.h>

#include "app/tapes.h"
#include "app/verify_pass.h"
#include "base/alloc.h"
#include "store/check.h"

/* A misread code is told before anything else: it says nothing about the records. */
static bool
codes_are_codes(const char *const *codes, size_t n, struct rc_error *err)
{
    const unsigned char any[TRAIL_HASH] = {0};
    bool same;

    for (size_t i = 0; i < n; i++) {
        if (!head_code_matches(codes[i], any, &same, err))
            return false;
    }
    return true;
}

static bool
take_event(void *context, const struct event *e, struct rc_error *err)
{
    return pass_event(context, e, err);
}

static bool
open_copies(struct app *app, struct pass *p, struct rc_error *err)
{
    struct post_settings settings;
    char *tape = tapes_path(store_dir(app->store)), *mirror = NULL;
    bool done = store_settings(app->store, &settings, err);

    if (done) {
        mirror = tapes_mirror_path(settings.mirror, app->device);
        copy_open(&p->tape, &p->out->tape, tape);
        copy_open(&p->mirror, &p->out->mirror, mirror);
    }
    free(tape);
    free(mirror);
    return done;
}

bool
verify_records(struct app *app, const char *const *codes, size_t n, struct verification *out,
               struct rc_error *err)
{
    struct pass p = {.out = out, .own = app->device, .codes = codes, .n = n};
    bool done;

    *out = (struct verification){0};
    if (!right_needed(app->roles, RIGHT_VERIFY, err) || !codes_are_codes(codes, n, err))
        return false;
    p.found = rc_alloc(n, sizeof *p.found);
    done = store_check_file(app->store, err) && open_copies(app, &p, err) &&
           store_events(app->store, take_event, &p, err);
    if (done) {
        pass_end(&p);
        if (p.broken && err)
            *err = p.why;
        done = !p.broken && store_check_tables(app->store, err);
    }
    pass_release(&p);
    return done;
}
