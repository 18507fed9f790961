/* SPDX-License-Identifier: ISC */
/* The verdicts on what store/health.c finds. */
#include "config.h"

#include "app/doctor.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/seal_chain.h"
#include "app/tapes.h"
#include "base/buf.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "store/health.h"
#include "store/queries.h"
#include "trail/sign.h"
#include "trail/tape.h"
#include "trail/trail.h"

#define MIB INT64_C(1048576)
/* A day of trains takes a few megabytes. */
#define SPACE_BAD (10 * MIB)
#define SPACE_LOOK (200 * MIB)

struct report {
    struct doctor_line *lines;
    size_t n;
};

__attribute__((format(printf, 4, 5))) static void
say(struct report *r, enum doctor_verdict verdict, const char *topic, const char *format, ...)
{
    struct doctor_line *line = &r->lines[r->n];
    va_list args;

    if (r->n == DOCTOR_LINES)
        return;
    line->verdict = verdict;
    line->topic = topic;
    va_start(args, format);
    vsnprintf(line->text, sizeof line->text, format, args);
    va_end(args);
    r->n++;
}

static void
say_library(struct report *r)
{
    bool repaired;
    const char *version = health_sqlite(&repaired);

    if (repaired)
        say(r, DOCTOR_GOOD, "SQLite", _("%s, with the repair of the log reset"), version);
    else
        say(r, DOCTOR_LOOK, "SQLite",
            _("%s, without the repair of the log reset: railcheck itself is safe by its lock file; "
              "let no other program write to the database"),
            version);
}

static void
say_folder(struct report *r, const char *dir, const struct folder_health *f)
{
    if (f->network)
        say(r, DOCTOR_BAD, _("Folder"),
            _("%s is on %s: locks do not hold there and records can be lost; move the folder to a "
              "disk of this computer"),
            dir, f->network);
    else if (f->mode & S_IWOTH)
        say(r, DOCTOR_BAD, _("Folder"),
            _("%s: every user of this computer can replace the records (chmod o-w)"), dir);
    else
        say(r, DOCTOR_GOOD, _("Folder"), _("%s, on a disk of this computer"), dir);
    if (f->free_bytes < 0)
        return;
    say(r,
        f->free_bytes < SPACE_BAD    ? DOCTOR_BAD
        : f->free_bytes < SPACE_LOOK ? DOCTOR_LOOK
                                     : DOCTOR_GOOD,
        _("Free space"), f->free_bytes < SPACE_LOOK ? _("%lld MiB: make room") : "%lld MiB",
        (long long)(f->free_bytes / MIB));
}

static void
say_files(struct report *r, const struct folder_health *f)
{
    struct buf open_to_all = {0};
    int64_t log = f->files[HEALTH_WAL].bytes;

    for (size_t i = 0; i < HEALTH_FILES; i++) {
        if (f->files[i].there && (f->files[i].mode & S_IRWXO))
            buf_addf(&open_to_all, " %s", f->files[i].name);
    }
    if (open_to_all.len)
        say(r, DOCTOR_BAD, _("File modes"),
            _("every user of this computer can open%s (chmod o-rwx)"), buf_text(&open_to_all));
    else
        say(r, DOCTOR_GOOD, _("File modes"), "%s", _("owner and group only"));
    buf_release(&open_to_all);
    if (f->files[HEALTH_WAL].there && log)
        say(r, DOCTOR_GOOD, _("Log"),
            _("%lld KiB of records are in railcheck.db-wal: a copy needs both files"),
            (long long)((log + 1023) / 1024));
}

static void
say_database(struct report *r, const struct database_health *d, struct rc_env *env)
{
    struct moment now = env->now(env->context), last = {d->last_at, now.offset_min};
    char text[MOMENT_TEXT];

    if (d->version == d->newest)
        say(r, DOCTOR_GOOD, _("Database"), _("form %d, %lld events"), d->version,
            (long long)d->events);
    else
        say(r, DOCTOR_LOOK, _("Database"),
            _("form %d, this program writes form %d: only reading; install the newer program"),
            d->version, d->newest);
    if (!d->wal)
        say(r, DOCTOR_BAD, _("Log"), "%s",
            _("write-ahead log is off: another program changed the database"));
    moment_text(last, MOMENT_ISO, text);
    if (d->last_at > now.ms)
        say(r, DOCTOR_BAD, _("Clock"),
            _("behind the last record, %s: set the clock of this computer before the work"), text);
    else if (d->last_at)
        say(r, DOCTOR_GOOD, _("Clock"), _("after the last record, %s"), text);
}

/* The end of a tape against the end of the database; the whole of it is verify's work. */
static void
say_tape(struct report *r, const char *topic, const char *path, const struct tip *tip)
{
    struct tape_head last = {.seq = 0};
    struct rc_error err = {0};
    struct buf why = {0};

    if (access(path, F_OK) != 0)
        say(r, DOCTOR_LOOK, topic, _("%s is not there: the next start for work makes it"), path);
    else if (!tape_last(path, &last, &err)) {
        message_line(&why, &err);
        say(r, DOCTOR_BAD, topic, "%s", buf_text(&why));
    } else if (last.seq > tip->seq ||
               (last.seq == tip->seq && memcmp(last.hash, tip->hash, sizeof last.hash) != 0))
        say(r, DOCTOR_BAD, topic, _("%s does not fit the database: run railcheck verify"), path);
    else if (last.seq < tip->seq)
        say(r, DOCTOR_LOOK, topic,
            _("%s lacks the last %lld events: the next start for work completes it"), path,
            (long long)(tip->seq - last.seq));
    else
        say(r, DOCTOR_GOOD, topic, _("%s, up to the last record"), path);
    buf_release(&why);
}

static void
say_mirror(struct report *r, const char *folder, const char *device, const struct tip *tip)
{
    char *path = tapes_mirror_path(folder, device);

    if (!path)
        say(r, DOCTOR_LOOK, _("Mirror"), "%s",
            _("none: the records are on one disk only (railcheck post --mirror DIR)"));
    else if (access(folder, W_OK | X_OK) != 0)
        say(r, DOCTOR_BAD, _("Mirror"),
            _("%s cannot be reached: put its medium in, or choose another folder "
              "(railcheck post --mirror DIR)"),
            folder);
    else
        say_tape(r, _("Mirror"), path, tip);
    free(path);
}

static void
say_key(struct report *r, const char *dir, const char *key)
{
    char *path = seal_key_path(dir), own[SIGN_PUBLIC_HEX];
    struct sign_pair *pair = sign_pair_load(path, "", NULL);

    if (pair)
        sign_public(pair, own);
    if (!*key)
        say(r, DOCTOR_LOOK, _("Key"), "%s",
            _("the database has none yet: the next start for work makes one"));
    else if (!pair)
        say(r, DOCTOR_LOOK, _("Key"),
            _("%s cannot be read by this account: what it records is not sealed (chain and tape "
              "still hold)"),
            path);
    else if (strcmp(own, key) != 0)
        say(r, DOCTOR_BAD, _("Key"), _("%s is not the key of this database: bring the right one"),
            path);
    else
        say(r, DOCTOR_GOOD, _("Key"), _("%s, can be read"), path);
    sign_pair_free(pair);
    free(path);
}

static bool
say_keeping(struct report *r, struct store *s, const char *dir, struct rc_error *err)
{
    struct post_settings settings;
    char device[40], *path;
    struct tip tip;

    if (!trail_init(err) || !store_settings(s, &settings, err) || !store_device(s, device, err) ||
        !store_tip(s, device, &tip, err))
        return false;
    path = tapes_path(dir);
    say_tape(r, _("Tape"), path, &tip);
    free(path);
    say_mirror(r, settings.mirror, device, &tip);
    say_key(r, dir, settings.key);
    return true;
}

size_t
doctor_examine(const char *dir, struct rc_env *env, struct doctor_line out[DOCTOR_LINES])
{
    struct report r = {out, 0};
    struct folder_health folder;
    struct database_health database;
    struct rc_error err = {0};
    struct store *s;

    say(&r, DOCTOR_GOOD, "railcheck", "%s", PACKAGE_VERSION);
    say_library(&r);
    health_folder(dir, &folder);
    if (folder.mode) {
        say_folder(&r, dir, &folder);
        say_files(&r, &folder);
    }
    s = store_open(dir, STORE_READ, NULL, &err);
    if (s && health_database(s, &database, &err))
        say_database(&r, &database, env);
    if (!s || err.code != RC_OK || !say_keeping(&r, s, dir, &err)) {
        struct buf text = {0};

        message_text(&text, &err);
        say(&r, DOCTOR_BAD, _("Database"), "%s", buf_text(&text));
        buf_release(&text);
    }
    store_close(s);
    return r.n;
}
