/* SPDX-License-Identifier: ISC */
/* UUID version 7. */
#include "config.h"

#include "base/uuid.h"

#include <stdio.h>
#include <string.h>

#define COUNTER_MAX 0xfff

struct uuid
uuid_new(struct rc_env *env)
{
    int64_t ms = env->now(env->context).ms;
    struct uuid u;

    env->random(env->context, u.byte, sizeof u.byte);
    if (ms > env->last_id_ms) {
        env->last_id_ms = ms;
        env->id_counter = 0;
    } else if (++env->id_counter > COUNTER_MAX) {
        /* RFC 9562, 6.2: a counter that overflows borrows from the next millisecond. */
        env->last_id_ms++;
        env->id_counter = 0;
    }
    for (int i = 0; i < 6; i++)
        u.byte[i] = (unsigned char)(env->last_id_ms >> (40 - 8 * i));
    u.byte[6] = (unsigned char)(0x70 | env->id_counter >> 8);
    u.byte[7] = (unsigned char)env->id_counter;
    u.byte[8] = (unsigned char)(0x80 | (u.byte[8] & 0x3f));
    return u;
}

const char *
uuid_text(const struct uuid *u, char out[UUID_TEXT])
{
    static const char hex[] = "0123456789abcdef";
    size_t n = 0;

    for (size_t i = 0; i < sizeof u->byte; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out[n++] = '-';
        out[n++] = hex[u->byte[i] >> 4];
        out[n++] = hex[u->byte[i] & 0xf];
    }
    out[n] = '\0';
    return out;
}

static int
hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool
uuid_parse(const char *s, struct uuid *out)
{
    size_t at = 0;

    for (size_t i = 0; i < sizeof out->byte; i++) {
        int high, low;

        if (i == 4 || i == 6 || i == 8 || i == 10) {
            if (s[at++] != '-')
                return false;
        }
        if ((high = hex_value(s[at])) < 0 || (low = hex_value(s[at + 1])) < 0)
            return false;
        out->byte[i] = (unsigned char)(high << 4 | low);
        at += 2;
    }
    return s[at] == '\0';
}
