/* SPDX-License-Identifier: ISC */
/*
 * A durable answer, with the tape and without, against a raw write of one page with fdatasync on
 * the same disk, in turns of 25; what a closed wagon costs on the disk; one train imported and
 * exported.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/inspect.h"
#include "app/import.h"
#include "app/keeping.h"
#include "app/train.h"
#include "app/work.h"
#include "base/buf.h"
#include "median.h"

#define TURNS 40
#define TURN 25

static char dir[] = "/var/tmp/railcheck-bench-XXXXXX";

static void
must(bool done, const struct rc_error *err)
{
    if (done)
        return;
    fprintf(stderr, "bench: error %d %s %s\n", (int)err->code, err->arg[0], err->arg[1]);
    exit(1);
}

static int64_t
import_sample(struct app *app, const char *name)
{
    struct rc_error err = {0};
    struct import import;
    struct buf path = {0};
    int64_t train;
    bool added;

    buf_addf(&path, "%s/checklists/samples/%s", getenv("top_srcdir"), name);
    must(import_read(app, buf_text(&path), &import, &err), &err);
    must(import_save(app, &import, 1, &train, &added, &err), &err);
    import_release(&import);
    buf_release(&path);
    return train;
}

static long long
file_size(const char *name)
{
    struct buf path = {0};
    struct stat info;
    long long size = 0;

    buf_addf(&path, "%s/data/%s", dir, name);
    if (stat(buf_text(&path), &info) == 0)
        size = (long long)info.st_size;
    buf_release(&path);
    return size;
}

/* One page written in place and synced: the floor under any durable answer on this disk. */
static void
raw_write(int fd, struct samples *s)
{
    static char page[4096];
    int64_t from = clock_us();

    page[0]++;
    if (pwrite(fd, page, sizeof page, 0) != (ssize_t)sizeof page || fdatasync(fd) != 0)
        exit(1);
    samples_add(s, (double)(clock_us() - from));
}

static void
answer_once(struct app *app, const struct wagon_row *w, int i, struct samples *s)
{
    struct answer a = {.state = i % 2 ? ANSWER_OK : ANSWER_NA};
    struct rc_error err = {0};
    int64_t from = clock_us();

    must(inspect_answer(app, w->id, i % 4 < 2 ? "RUN-1" : "RUN-2", &a, NULL, NULL, &err), &err);
    samples_add(s, (double)(clock_us() - from));
}

/* The same answers while the tape is put aside: what it costs. */
static void
without_tape(struct app *app, const struct wagon_row *w, struct samples *s)
{
    struct tape *tape = app->keeping->tape.tape;

    app->keeping->tape.tape = NULL;
    for (int i = 0; i < TURN; i++)
        answer_once(app, w, i, s);
    app->keeping->tape.tape = tape;
    /* Catches up. */
    answer_once(app, w, 0, &(struct samples){.n = SAMPLES_MAX});
}

static void
answers_against_writes(struct app *app, int64_t train)
{
    struct samples *answer = calloc(1, sizeof *answer), *raw = calloc(1, sizeof *raw);
    struct samples *bare = calloc(1, sizeof *bare);
    const char *stop = "H-STOP";
    struct rc_error err = {0};
    struct wagons consist = {0};
    struct buf path = {0};
    int fd;

    buf_addf(&path, "%s/raw", dir);
    fd = open(buf_text(&path), O_RDWR | O_CREAT | O_EXCL, 0600);
    if (fd < 0 || !answer || !raw || !bare)
        exit(1);
    must(store_consist(app->store, train, false, &consist, &err), &err);
    must(inspect_gates_confirm(app, consist.rows[0].id, &stop, 1, "bench", &err), &err);
    raw_write(fd, &(struct samples){0});
    for (int turn = 0; turn < TURNS; turn++) {
        const struct wagon_row *w = &consist.rows[(size_t)turn % consist.n];

        for (int i = 0; i < TURN; i++)
            answer_once(app, w, i, answer);
        without_tape(app, w, bare);
        for (int i = 0; i < TURN; i++)
            raw_write(fd, raw);
    }
    samples_print("raw 4 KiB pwrite + fdatasync", raw, NULL);
    samples_print("durable answer (decide, chain, project, commit, tape)", answer, raw);
    samples_print("  the same without the tape", bare, raw);
    printf("  with the tape against without: ratio %.2f\n",
           samples_median(answer) / samples_median(bare));
    close(fd);
    wagons_release(&consist);
    buf_release(&path);
    free(answer);
    free(raw);
    free(bare);
}

static double
timed(const char *command)
{
    int64_t from = clock_us();

    if (system(command) != 0)
        return -1;
    return (double)(clock_us() - from);
}

/* One train, process start to durable, against the sqlite3 shell loading the same file. */
static void
one_train(void)
{
    static struct samples in, out, shell_in, shell_out;
    struct buf c = {0};

    if (system("command -v sqlite3 >/dev/null 2>&1") != 0) {
        puts("one train: skipped, no sqlite3 shell here");
        return;
    }
    for (int i = 0; i < 9; i++) {
        const char *b = getenv("top_builddir"), *s = getenv("top_srcdir");

        buf_clear(&c);
        buf_addf(&c,
                 "rm -rf %s/one %s/shell.db*; %s/railcheck --data %s/one init --post P --officer O "
                 "--badge 1 >/dev/null",
                 dir, dir, b, dir);
        if (system(buf_text(&c)) != 0)
            return;
        buf_clear(&c);
        buf_addf(&c,
                 "%s/railcheck --data %s/one import %s/checklists/samples/consist-mixed-65.csv "
                 ">/dev/null 2>&1",
                 b, dir, s);
        samples_add(&in, timed(buf_text(&c)));
        buf_clear(&c);
        buf_addf(&c,
                 "sqlite3 %s/shell.db 'PRAGMA journal_mode=WAL' 'PRAGMA synchronous=FULL' "
                 "'.mode csv' '.import %s/checklists/samples/consist-mixed-65.csv list' >/dev/null",
                 dir, s);
        samples_add(&shell_in, timed(buf_text(&c)));
        buf_clear(&c);
        buf_addf(&c, "%s/railcheck --data %s/one export 2401 --out %s/tables >/dev/null", b, dir,
                 dir);
        samples_add(&out, timed(buf_text(&c)));
        buf_clear(&c);
        buf_addf(&c, "sqlite3 -csv -header %s/shell.db 'SELECT * FROM list' >%s/list.csv", dir,
                 dir);
        samples_add(&shell_out, timed(buf_text(&c)));
    }
    samples_print("import of 65 wagons, whole process", &in, NULL);
    samples_print("  sqlite3 shell .import of the same file", &shell_in, NULL);
    printf("  ratio %.2f\n", samples_median(&in) / samples_median(&shell_in));
    samples_print("export of that train, 6 tables, whole process", &out, NULL);
    samples_print("  sqlite3 shell -csv of the list", &shell_out, NULL);
    printf("  ratio %.2f\n", samples_median(&out) / samples_median(&shell_out));
    buf_release(&c);
}

int
main(void)
{
    struct rc_env env;
    struct rc_error err = {0};
    struct buf data = {0}, clean = {0};
    struct app *app;
    int64_t train;

    if (!mkdtemp(dir))
        return 1;
    buf_addf(&data, "%s/data", dir);
    rc_env_system(&env);
    must(app_init(buf_text(&data), "Bench", "Bench", "1", getenv("top_srcdir"), &env, &err), &err);
    app = app_open(buf_text(&data), NULL, true, &env, &err);
    must(app != NULL, &err);
    train = import_sample(app, "consist-mixed-65.csv");
    answers_against_writes(app, train);
    app_close(app);
    printf("database after 65 wagons and %d answers: %lld KiB, write-ahead log %lld KiB\n",
           TURNS * TURN, file_size("railcheck.db") / 1024, file_size("railcheck.db-wal") / 1024);
    one_train();
    buf_addf(&clean, "rm -rf %s", dir);
    if (system(buf_text(&clean)) != 0)
        return 1;
    buf_release(&clean);
    buf_release(&data);
    rc_env_release(&env);
    return 0;
}
