/* SPDX-License-Identifier: ISC */
/* The real machine, and a made-up one for tests. */
#include "config.h"

#include "base/env.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/alloc.h"

static struct moment
system_now(void *context)
{
    struct timespec t;
    struct tm local;
    struct moment m = {0};

    (void)context;
    clock_gettime(CLOCK_REALTIME, &t);
    m.ms = (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
    if (localtime_r(&t.tv_sec, &local))
        m.offset_min = (int)(local.tm_gmtoff / 60);
    return m;
}

static int64_t
system_uptime(void *context)
{
    struct timespec t;

    (void)context;
    clock_gettime(CLOCK_BOOTTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
system_random(void *context, void *out, size_t n)
{
    char *p = out;

    (void)context;
    while (n) {
        ssize_t got = getrandom(p, n, 0);

        if (got > 0) {
            p += got;
            n -= (size_t)got;
        } else if (errno != EINTR) {
            /* Without the call there are no ids and no keys that can be trusted. */
            fprintf(stderr, "railcheck: no random bytes: %s\n", strerror(errno));
            exit(3);
        }
    }
}

void
rc_env_system(struct rc_env *env)
{
    FILE *id = fopen("/proc/sys/kernel/random/boot_id", "r");

    *env = (struct rc_env){.now = system_now, .uptime = system_uptime, .random = system_random};
    snprintf(env->boot, sizeof env->boot, "unknown");
    if (id) {
        char line[64];

        if (fgets(line, sizeof line, id)) {
            line[strcspn(line, "\n")] = '\0';
            snprintf(env->boot, sizeof env->boot, "%.36s", line);
        }
        fclose(id);
    }
}

struct fake {
    struct moment now;
    int64_t step_ms, uptime;
    uint64_t state;
};

static struct moment
fake_now(void *context)
{
    struct fake *f = context;
    struct moment now = f->now;

    f->now.ms += f->step_ms;
    f->uptime += f->step_ms;
    return now;
}

static int64_t
fake_uptime(void *context)
{
    struct fake *f = context;

    return f->uptime;
}

/* splitmix64: the same bytes at every run. */
static void
fake_random(void *context, void *out, size_t n)
{
    struct fake *f = context;
    unsigned char *p = out;

    for (size_t i = 0; i < n; i++) {
        uint64_t z = (f->state += UINT64_C(0x9e3779b97f4a7c15));

        z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
        z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
        p[i] = (unsigned char)(z ^ z >> 31);
    }
}

void
rc_env_fake(struct rc_env *env, struct moment start, int64_t step_ms)
{
    struct fake *f = rc_alloc(1, sizeof *f);

    f->now = start;
    f->step_ms = step_ms;
    *env = (struct rc_env){
        .now = fake_now, .uptime = fake_uptime, .random = fake_random, .context = f};
    snprintf(env->boot, sizeof env->boot, "00000000-0000-4000-8000-000000000000");
}

void
rc_env_release(struct rc_env *env)
{
    free(env->context);
    *env = (struct rc_env){0};
}
