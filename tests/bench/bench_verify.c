/* SPDX-License-Identifier: ISC */
/*
 * Is verification linear? The same record at 1 and at 4 times the size: the time of an event must
 * stay. EVENTS in the environment is the larger size (default 200,000). The peer is SHA-256 alone
 * over as many bytes.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "app/train.h"
#include "app/verify.h"
#include "base/buf.h"
#include "median.h"
#include "trail/trail.h"

#define BATCH 5000 /* events of one transaction */

static char dir[] = "/var/tmp/railcheck-bench-XXXXXX";

static void
must(bool done, const struct rc_error *err)
{
    if (done)
        return;
    fprintf(stderr, "bench: error %d %s %s\n", (int)err->code, err->arg[0], err->arg[1]);
    exit(1);
}

/* Answers on the wagons of the train until there are n events. */
static void
fill(struct app *app, const char *train, const struct wagons *wagons, long from, long n)
{
    struct rc_error err = {0};
    struct buf body = {0};

    for (long i = from; i < n; i++) {
        const struct wagon_row *row = &wagons->rows[(size_t)i % wagons->n];

        if ((i - from) % BATCH == 0)
            must(app_begin(app, RIGHT_INSPECT, &err), &err);
        buf_clear(&body);
        buf_addf(&body, "{\"s\":[[\"RUN-%ld\",\"%c\"]],\"n\":[1,22],\"t\":%ld}", i / 65 % 14 + 1,
                 i % 3 ? '+' : '-', i % 40);
        must(app_record(app, "answer.set", train, row->uuid, buf_text(&body), &err), &err);
        if ((i - from) % BATCH == BATCH - 1 || i == n - 1)
            must(app_commit(app, &err), &err);
    }
    buf_release(&body);
}

/* Microseconds an event of a verification. */
static double
verify(struct app *app)
{
    struct verification v;
    struct rc_error err = {0};
    int64_t from = clock_us(), spent;

    must(verify_records(app, NULL, 0, &v, &err), &err);
    spent = clock_us() - from;
    printf("verify %lld events: %.2f s, %.2f us an event\n", (long long)v.events,
           (double)spent / 1e6, (double)spent / (double)v.events);
    return (double)spent / (double)v.events;
}

/* Microseconds of hashing the bytes of one event and nothing else. */
static double
hash_alone(void)
{
    enum { TURNS = 100000, BYTES = 420 };
    static unsigned char bytes[BYTES];
    char hex[65];
    int64_t from = clock_us();

    for (int i = 0; i < TURNS; i++) {
        memcpy(bytes, &i, sizeof i);
        trail_sha256(bytes, BYTES, hex);
    }
    return (double)(clock_us() - from) / TURNS;
}

int
main(void)
{
    long large = getenv("EVENTS") ? strtol(getenv("EVENTS"), NULL, 10) : 200000;
    struct rc_env env;
    struct rc_error err = {0};
    struct buf data = {0}, file = {0}, clean = {0};
    struct import import;
    struct wagons wagons = {0};
    struct trains trains = {0};
    struct app *app;
    double small, big, bare, peer;
    int64_t train;
    bool added;

    if (!mkdtemp(dir))
        return 1;
    buf_addf(&data, "%s/data", dir);
    rc_env_system(&env);
    must(app_init(buf_text(&data), "Bench", "Bench", "1", getenv("top_srcdir"), &env, &err), &err);
    app = app_open(buf_text(&data), NULL, true, &env, &err);
    must(app != NULL, &err);
    buf_addf(&file, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    must(import_read(app, buf_text(&file), &import, &err), &err);
    must(import_save(app, &import, 1, &train, &added, &err), &err);
    import_release(&import);
    must(store_consist(app->store, train, false, &wagons, &err), &err);
    must(store_train(app->store, train, &trains, &err), &err);
    fill(app, trains.rows[0].uuid, &wagons, 0, large / 4);
    small = verify(app);
    fill(app, trains.rows[0].uuid, &wagons, large / 4, large);
    big = verify(app);
    buf_addf(&clean, "rm %s/railcheck.tape", buf_text(&data));
    if (system(buf_text(&clean)) != 0)
        return 1;
    buf_clear(&clean);
    bare = verify(app);
    peer = hash_alone();
    printf("  4 times the events, time of one: ratio %.2f\n", big / small);
    printf("  with the tape against without: ratio %.2f\n", big / bare);
    printf("  SHA-256 alone of 420 bytes: %.2f us  ratio %.2f\n", peer, big / peer);
    app_close(app);
    trains_release(&trains);
    wagons_release(&wagons);
    rc_env_release(&env);
    buf_addf(&clean, "rm -rf %s", dir);
    if (system(buf_text(&clean)) != 0)
        return 1;
    buf_release(&data);
    buf_release(&file);
    buf_release(&clean);
    return 0;
}
