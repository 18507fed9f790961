/* SPDX-License-Identifier: ISC */
/*
 * What differs from machine to machine and from run to run: clock, random bytes, boot. Injected, so
 * that tests are the same at every run and nobody else asks the system.
 */
#ifndef RC_BASE_ENV_H
#define RC_BASE_ENV_H

#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"

struct rc_env {
    struct moment (*now)(void *context); /* wall clock */
    int64_t (*uptime)(void *context);    /* milliseconds since boot, never goes back */
    void (*random)(void *context, void *out, size_t n); /* n unpredictable bytes */
    void *context;
    char boot[37];       /* id of this boot of the machine */
    int64_t last_id_ms;  /* state of uuid_new */
    unsigned id_counter; /* state of uuid_new */
};

/* The real machine: CLOCK_REALTIME and the local zone's offset, CLOCK_BOOTTIME, getrandom(2), the
 * kernel's boot id. */
void rc_env_system(struct rc_env *env);
/* A made-up machine for tests: starts at start, each call of now advances step_ms; random bytes
 * come from a fixed generator; boot id is fixed. */
void rc_env_fake(struct rc_env *env, struct moment start, int64_t step_ms);
void rc_env_release(struct rc_env *env);

#endif
