/* SPDX-License-Identifier: ISC */
/*
 * The program on a pseudo-terminal at 80x24: first paint on a small and on a large database, a key
 * to the last byte of its answer, bytes sent, memory. Peers on the same terminal: less on a CSV
 * file, and mc when it is there.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import.h"
#include "app/train.h"
#include "base/buf.h"
#include "exchange/file.h"
#include "median.h"
#include "harness.h"

#define QUIET_MS 10
#define KEYS 200
#define BIG_TRAINS 1539 /* of 65 wagons: 100,035 */

static char dir[] = "/var/tmp/railcheck-bench-XXXXXX";

static void
must(bool done, const struct rc_error *err)
{
    if (done)
        return;
    fprintf(stderr, "bench: error %d %s %s\n", (int)err->code, err->arg[0], err->arg[1]);
    exit(1);
}

/* The sample train n times, each with a number of its own. */
static void
fill(const char *data, int n)
{
    struct buf path = {0}, list = {0}, copy = {0}, file = {0};
    struct rc_error err = {0};
    struct rc_env env;
    struct app *app;

    rc_env_system(&env);
    must(app_init(data, "Bench", "Bench", "1", getenv("top_srcdir"), &env, &err), &err);
    app = app_open(data, NULL, true, &env, &err);
    must(app != NULL, &err);
    buf_addf(&path, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    must(file_read(buf_text(&path), 1 << 20, &list, &err), &err);
    buf_addf(&file, "%s/list.csv", dir);
    for (int i = 0; i < n; i++) {
        struct import import;
        int64_t train;
        bool added;

        buf_clear(&copy);
        for (const char *line = buf_text(&list); *line;) {
            const char *end = strchr(line, '\n');
            size_t len = end ? (size_t)(end - line) + 1 : strlen(line);

            if (strncmp(line, "2401,", 5) == 0)
                buf_addf(&copy, "%d", 3000 + i);
            buf_add(&copy, strncmp(line, "2401,", 5) == 0 ? line + 4 : line,
                    strncmp(line, "2401,", 5) == 0 ? len - 4 : len);
            line += len;
        }
        must(file_write(dir, "list.csv", buf_text(&copy), copy.len, &err), &err);
        must(import_read(app, buf_text(&file), &import, &err), &err);
        must(import_save(app, &import, 1, &train, &added, &err), &err);
        import_release(&import);
    }
    app_close(app);
    rc_env_release(&env);
    buf_release(&path);
    buf_release(&list);
    buf_release(&copy);
    buf_release(&file);
}

static struct pty *
start(const char *program, const char *data, const char *argument)
{
    static char package[4200], folder[300];
    const char *argv[] = {argument, NULL};
    const char *env[] = {folder,
                         package,
                         "TERM=xterm-256color",
                         "LC_ALL=C.UTF-8",
                         "PATH=/usr/bin:/bin",
                         "HOME=/nonexistent",
                         NULL};

    snprintf(package, sizeof package, "RAILCHECK_PKGDATA=%s", getenv("top_srcdir"));
    snprintf(folder, sizeof folder, "RAILCHECK_DATA=%s", data);
    return pty_start(program, 24, 80, argv, env);
}

static double
first_paint(const char *program, const char *data, const char *argument)
{
    struct pty *p = start(program, data, argument);
    double us = pty_answered_us(p, 100);

    pty_end(p);
    return us;
}

static long
memory_kib(pid_t pid)
{
    char path[64], line[256];
    long kib = -1;
    FILE *status;

    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, "VmRSS:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    }
    if (status)
        fclose(status);
    return kib;
}

/* Types the keys one by one and waits for each answer. */
static void
keys(struct pty *p, const char *one, const char *other, struct samples *us, struct samples *bytes)
{
    for (int i = 0; i < KEYS; i++) {
        pty_type(p, i % 2 ? other : one);
        samples_add(us, pty_answered_us(p, QUIET_MS));
        samples_add(bytes, (double)pty_bytes(p));
    }
}

static void
peer(const char *name, const char *program, const char *argument, const char *data, const char *one,
     const char *other, struct samples *ours)
{
    static struct samples us, bytes;
    struct pty *p;

    if (access(program, X_OK) != 0) {
        printf("  %s: not here\n", name);
        return;
    }
    us.n = bytes.n = 0;
    p = start(program, data, argument);
    pty_answered_us(p, 200);
    keys(p, one, other, &us, &bytes);
    printf("  %-40s %9.0f us %6.0f bytes, first paint %.0f us; our move / its move %.2f\n", name,
           samples_median(&us), samples_median(&bytes), first_paint(program, data, argument),
           samples_median(ours) / samples_median(&us));
    pty_end(p);
}

int
main(void)
{
    static struct samples small, big, move, move_bytes, save, save_bytes;
    char small_dir[300], big_dir[300], list[400];
    struct buf clean = {0};
    struct pty *p;

    if (!mkdtemp(dir))
        return 1;
    snprintf(small_dir, sizeof small_dir, "%s/small", dir);
    snprintf(big_dir, sizeof big_dir, "%s/big", dir);
    snprintf(list, sizeof list, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    fill(small_dir, 1);
    fill(big_dir, BIG_TRAINS);
    for (int i = 0; i < 15; i++) {
        samples_add(&small, first_paint(NULL, small_dir, NULL));
        samples_add(&big, first_paint(NULL, big_dir, NULL));
    }
    samples_print("first paint, 65 wagons in the database", &small, NULL);
    samples_print("first paint, 100,035 wagons in the database", &big, &small);

    p = start(NULL, big_dir, NULL);
    pty_shows(p, "Bench");
    pty_key(p, "Enter");
    pty_answered_us(p, 100);
    keys(p, "j", "k", &move, &move_bytes);
    printf("cursor key on the consist: %.0f us p99 %.0f us, %.0f bytes\n", samples_median(&move),
           samples_p99(&move), samples_median(&move_bytes));
    pty_key(p, "Enter");
    pty_answered_us(p, 100);
    pty_type(p, "y");
    pty_answered_us(p, 100);
    pty_type(p, "\r");
    pty_answered_us(p, 100);
    for (int i = 0; i < KEYS; i++) { /* two answers to the same item in turn */
        pty_type(p, i % 2 ? "n" : "a");
        samples_add(&save, pty_answered_us(p, QUIET_MS));
        samples_add(&save_bytes, (double)pty_bytes(p));
        pty_type(p, "k");
        pty_answered_us(p, QUIET_MS);
    }
    printf("answer, saved and shown: %.0f us p99 %.0f us, %.0f bytes; resident %ld KiB\n",
           samples_median(&save), samples_p99(&save), samples_median(&save_bytes),
           memory_kib(pty_pid(p)));
    pty_end(p);
    puts("peers on the same terminal, cursor down and up:");
    peer("less, the list of 65 wagons", "/usr/bin/less", list, small_dir, "j", "k", &move);
    peer("mc, a folder", "/usr/bin/mc", "/usr/bin", small_dir, "\033OB", "\033OA", &move);
    buf_addf(&clean, "rm -rf %s", dir);
    if (system(buf_text(&clean)) != 0)
        return 1;
    buf_release(&clean);
    return 0;
}
