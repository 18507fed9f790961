/* SPDX-License-Identifier: ISC */
/* Queries: finding wagons by the last digits of the number, by words, by a seal. */
#include "config.h"

#include "base/buf.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/tail.h"
#include "store/wagon_rows.h"

bool
tail_of(const char *number, char out[TAIL_SIZE])
{
    size_t len = strlen(number);

    if (len >= TAIL_SIZE)
        return false;
    for (size_t i = 0; i < len; i++)
        out[i] = number[len - 1 - i];
    out[len] = '\0';
    return true;
}

/* More wagons than this with such an ending: they are frequent enough to meet them soon when the
 * newest wagons are looked through; fewer are quickly sorted. */
#define TAIL_MANY 2000

static bool
tail_is_frequent(struct store *s, const char *tail, const char *end, bool *frequent,
                 struct rc_error *err)
{
    static const char sql[] = "SELECT count(*) FROM (SELECT 1 FROM wagon"
                              " WHERE tail >= :tail AND tail < :end LIMIT :many)";
    struct reader r;

    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_text(r.st, ":tail", tail);
    bind_text(r.st, ":end", end);
    bind_integer(r.st, ":many", TAIL_MANY);
    *frequent = reader_next(&r) && take_integer(&r) >= TAIL_MANY;
    return reader_close(&r);
}

bool
store_find_tail(struct store *s, const char *digits, size_t limit, struct wagons *out,
                struct rc_error *err)
{
    /* The unary + keeps an index from being used. */
    static const char by_tail[] = WAGONS " WHERE w.tail >= :tail AND w.tail < :end" WAGON_SHOWN
                                         " ORDER BY +w.id DESC LIMIT :limit";
    static const char by_age[] = WAGONS " WHERE +w.tail >= :tail AND +w.tail < :end" WAGON_SHOWN
                                        " ORDER BY w.id DESC LIMIT :limit";
    char tail[TAIL_SIZE], end[TAIL_SIZE + 1];
    bool frequent;
    struct reader r;

    *out = (struct wagons){0};
    if (!tail_of(digits, tail) || !*tail)
        return true;
    snprintf(end, sizeof end, "%s\x7f", tail); /* numbers are printable ASCII */
    if (!tail_is_frequent(s, tail, end, &frequent, err) ||
        !wagons_open(&r, s, frequent ? by_age : by_tail, out, err))
        return false;
    bind_text(r.st, ":tail", tail);
    bind_text(r.st, ":end", end);
    bind_limit(&r, limit);
    return wagons_read(&r, out);
}

/* Each word quoted, with a star: "the word begins so". Nothing of it can be read as an operator.
 * The index holds no ё. */
static void
match_expression(const char *words, struct buf *out)
{
    static const char blanks[] = " \t\r\n";

    for (const char *at = words + strspn(words, blanks); *at; at += strspn(at, blanks)) {
        size_t len = strcspn(at, blanks);

        buf_adds(out, out->len ? " \"" : "\"");
        for (size_t i = 0; i < len; i++) {
            if (at[i] == '"')
                buf_addc(out, '"');
            buf_addc(out, at[i]);
        }
        buf_adds(out, "\"*");
        at += len;
    }
}

bool
store_find_words(struct store *s, const char *words, size_t limit, struct wagons *out,
                 struct rc_error *err)
{
    static const char sql[] = WAGON_COLUMNS
        " FROM search_text f CROSS JOIN wagon w ON w.id = f.rowid" WAGON_JOIN
        " WHERE search_text MATCH replace(replace(:words, 'ё', 'е'), 'Ё', 'Е')" WAGON_SHOWN
        " ORDER BY f.rowid DESC LIMIT :limit";
    struct buf match = {0};
    struct reader r;
    bool done = true;

    *out = (struct wagons){0};
    match_expression(words, &match);
    if (!match.len)
        goto out;
    done = wagons_open(&r, s, sql, out, err);
    if (!done)
        goto out;
    bind_text(r.st, ":words", buf_text(&match));
    bind_limit(&r, limit);
    done = wagons_read(&r, out);
out:
    buf_release(&match);
    return done;
}

bool
store_find_seal(struct store *s, const char *folded, size_t limit, struct wagons *out,
                struct rc_error *err)
{
    static const char sql[] =
        WAGONS " WHERE w.id IN (SELECT wagon FROM seal WHERE expected_fold = :fold"
               " UNION SELECT wagon FROM seal WHERE read_fold = :fold"
               " UNION SELECT wagon FROM seal WHERE applied_fold = :fold)" WAGON_SHOWN
               " ORDER BY w.id DESC LIMIT :limit";
    struct reader r;

    *out = (struct wagons){0};
    if (!*folded)
        return true;
    if (!wagons_open(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":fold", folded);
    bind_limit(&r, limit);
    return wagons_read(&r, out);
}
