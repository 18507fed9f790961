/* SPDX-License-Identifier: ISC */
/* One event as one line of text: the only place that knows the form of a tape's lines. */
#include "config.h"

#include "trail/tape_line.h"

#include <inttypes.h>
#include <limits.h>
#include <sodium.h>

#include "base/number.h"

enum { SEQ, HASH, DEVICE, AT, OFFSET, BOOT, UPTIME, ACTOR, KIND, TRAIN, WAGON, BODY, FIELDS };

/* What would end a field or a line, and the letter that stands for it behind a backslash. */
static const char special[] = "\t\n\r\\", letter[] = "tnr\\";

static void
add_text(struct buf *out, const char *s)
{
    buf_addc(out, '\t');
    if (!s) {
        buf_adds(out, "\\N");
        return;
    }
    while (*s) {
        size_t plain = strcspn(s, special);

        buf_add(out, s, plain);
        s += plain;
        if (*s) {
            buf_addc(out, '\\');
            buf_addc(out, letter[strchr(special, *s) - special]);
            s++;
        }
    }
}

void
tape_line_add(struct buf *out, const struct event *e)
{
    char hash[2 * sizeof e->hash + 1];

    sodium_bin2hex(hash, sizeof hash, e->hash, sizeof e->hash);
    buf_addf(out, "%" PRId64 "\t%s", e->seq, hash);
    add_text(out, e->device);
    buf_addf(out, "\t%" PRId64 "\t%d", e->at, e->utc_offset);
    add_text(out, e->boot);
    buf_addf(out, "\t%" PRId64, e->uptime);
    add_text(out, e->actor);
    add_text(out, e->kind);
    add_text(out, e->train);
    add_text(out, e->wagon);
    add_text(out, e->body);
    buf_addc(out, '\n');
}

/* Only the one way in which the number is written. */
static bool
take_number(const char *s, int64_t *out)
{
    char again[24];

    if (!number_integer(s, out))
        return false;
    snprintf(again, sizeof again, "%" PRId64, *out);
    return strcmp(again, s) == 0;
}

static bool
take_hash(const char *s, unsigned char hash[32])
{
    char again[65];

    if (strlen(s) != 64 || sodium_hex2bin(hash, 32, s, 64, NULL, NULL, NULL) != 0)
        return false;
    sodium_bin2hex(again, sizeof again, hash, 32);
    return strcmp(again, s) == 0;
}

static bool
take_text(char *s, const char **out)
{
    char *to = s;

    *out = NULL;
    if (strcmp(s, "\\N") == 0)
        return true;
    *out = s;
    for (; *s; s++) {
        const char *at;

        if (*s == '\r')
            return false;
        if (*s != '\\') {
            *to++ = *s;
            continue;
        }
        at = s[1] ? strchr(letter, s[1]) : NULL;
        if (!at)
            return false;
        *to++ = special[at - letter];
        s++;
    }
    *to = '\0';
    return true;
}

bool
tape_line_take(char *line, size_t len, struct event *e)
{
    char *field[FIELDS];
    int64_t offset;
    int n = 1;

    if (strlen(line) != len)
        return false;
    field[0] = line;
    for (char *p = line; *p; p++) {
        if (*p != '\t')
            continue;
        if (n == FIELDS)
            return false;
        *p = '\0';
        field[n++] = p + 1;
    }
    if (n != FIELDS)
        return false;
    if (!take_number(field[SEQ], &e->seq) || !take_hash(field[HASH], e->hash) ||
        !take_number(field[AT], &e->at) || !take_number(field[OFFSET], &offset) ||
        offset < INT_MIN || offset > INT_MAX || !take_number(field[UPTIME], &e->uptime))
        return false;
    e->utc_offset = (int)offset;
    return take_text(field[DEVICE], &e->device) && e->device && take_text(field[BOOT], &e->boot) &&
           take_text(field[ACTOR], &e->actor) && take_text(field[KIND], &e->kind) &&
           take_text(field[TRAIN], &e->train) && take_text(field[WAGON], &e->wagon) &&
           take_text(field[BODY], &e->body);
}
