/* SPDX-License-Identifier: ISC */
/* Tape and mirror against the database. */
#include "config.h"

#include "app/verify_copy.h"

#include <string.h>

#include "app/verify_pass.h"
#include "trail/event_hash.h"

void
copy_open(struct copy *c, struct verified_copy *out, const char *path)
{
    *c = (struct copy){.out = out};
    *out = (struct verified_copy){.state = COPY_NONE};
    if (!path)
        return;
    snprintf(out->path, sizeof out->path, "%s", path);
    c->reader = tape_reader_new(path, NULL);
    out->state = c->reader ? COPY_SAME : COPY_ABSENT;
}

void
copy_close(struct copy *c)
{
    tape_reader_free(c->reader);
    c->reader = NULL;
}

/* The next line, when it is one and fits the line before. */
static bool
next_line(struct pass *p, struct copy *c, const char *device, int64_t seq, struct event *line)
{
    unsigned char hash[TRAIL_HASH];
    struct rc_error unread = {0};

    if (!tape_next(c->reader, line, &unread)) {
        if (unread.code != RC_OK) {
            c->out->state = COPY_DIFFERS;
            pass_damage(p, unread.code, device, seq, seq - 1, NULL);
            /* The place in the tape's file says more. */
            if (p->out->seq == seq && p->why.code == unread.code)
                p->why = unread;
        } else if (c->out->state == COPY_SAME && seq) {
            c->out->state = COPY_BEHIND;
        }
        copy_close(c);
        return false;
    }
    event_hash(c->prev, line, hash);
    if (memcmp(hash, line->hash, sizeof hash) == 0) {
        memcpy(c->prev, hash, sizeof hash);
        return true;
    }
    c->out->state = COPY_DIFFERS;
    pass_damage(p, RC_E_VERIFY_COPY, device, seq, seq - 1, c->out->path);
    copy_close(c);
    return false;
}

void
copy_event(struct pass *p, struct copy *c, const struct event *e)
{
    struct event line;

    if (!c->reader || !next_line(p, c, e->device, e->seq, &line))
        return;
    if (line.seq == e->seq && memcmp(line.hash, e->hash, sizeof e->hash) == 0) {
        c->out->to = e->seq;
        return;
    }
    c->out->state = COPY_DIFFERS;
    pass_damage(p, RC_E_VERIFY_COPY, e->device, e->seq, p->seq, c->out->path);
    copy_close(c);
}

void
copy_end(struct pass *p, struct copy *c)
{
    struct tape_reader *r = c->reader;
    struct rc_error unread = {0};
    struct event line;

    if (!r)
        return;
    if (tape_next(r, &line, &unread)) {
        c->out->state = COPY_AHEAD;
        pass_damage(p, RC_E_VERIFY_CUT, line.device, line.seq, p->seq, c->out->path);
    } else if (unread.code != RC_OK) {
        c->out->state = COPY_DIFFERS;
        pass_damage(p, unread.code, p->device, p->seq + 1, p->seq, NULL);
        if (p->why.code == unread.code)
            p->why = unread;
    }
    copy_close(c);
}
