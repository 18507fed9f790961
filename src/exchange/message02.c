/* SPDX-License-Identifier: ISC */
/* Message 02 and print-out 902: the frame around the rows, and the order of the wagons. */
#include "config.h"

#include "exchange/message02.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "exchange/encoding.h"
#include "exchange/message02_parts.h"

static bool
seems(const char *text, size_t len)
{
    struct message_start start;
    size_t mark = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, from = 0;
    text += mark;
    len -= mark;
    for (size_t at = 0; message_find(text, len, at, &start); at = start.at)
        if (!*start.other)
            return true;
    /* Another message: better refused by its number than as a broken table. */
    while (from < len && text[from] && strchr(" \t\r\n", text[from]))
        from++;
    return from < len && text[from] == '(' && message_find(text, len, from, &start) && start.wire;
}

/* In all encodings but UTF-16 the frame of a message is the same bytes. */
bool
message02_seems(const char *text, size_t len, const char *encoding)
{
    struct encoding_guess guess = {.encoding = ENCODING_UTF8};
    struct buf utf8 = {0};
    bool found;
    if (!encoding || !*encoding)
        guess = encoding_guess(text, len);
    else
        encoding_parse(encoding, &guess.encoding);
    if (guess.encoding != ENCODING_UTF16LE && guess.encoding != ENCODING_UTF16BE)
        return seems(text, len);
    found = encoding_decode(guess.encoding, text, len, "", &utf8, NULL) &&
            seems(buf_text(&utf8), utf8.len);
    buf_release(&utf8);
    return found;
}

static unsigned
line_of(const char *text, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return line;
}

/* Of the ":)" from `from` on, blanks allowed between; len when there is none. */
static size_t
find_end(const char *text, size_t len, size_t from)
{
    for (size_t i = from; i < len; i++) {
        if (text[i] != ':')
            continue;
        size_t n = strspn(text + i + 1, " \t\r\n");
        if (text[i + 1 + n] == ')')
            return i;
    }
    return len;
}

static bool
same_fields(const struct part *a, const struct part *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (strcmp(a->field[i], b->field[i]) != 0)
            return false;
    return true;
}

/* Reads the parts between from and end: the service phrase, then rows, cut at the delimiter or at
 * line ends. */
static void
read_parts(struct message *m, const char *text, size_t from, size_t end, const char *cuts)
{
    struct part phrase = {0};
    unsigned line = line_of(text, from);
    for (size_t at = from; at <= end;) {
        size_t len = 0;
        struct part part;
        while (at + len < end && !strchr(cuts, text[at + len]))
            len++;
        part_cut(&part, text + at, len, line);
        if (!phrase.raw) {
            phrase = part;
            if (!message_phrase(m, &phrase))
                break;
        } else {
            /* A print-out repeats the phrase at the head of each page. */
            bool more = same_fields(&part, &phrase) || message_row(m, &part);
            part_release(&part);
            if (!more)
                break;
        }
        for (size_t i = at; i < at + len + 1 && i < end; i++)
            line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
        at += len + 1;
    }
    part_release(&phrase);
}

/* The other starts in the text: of another list, or of the same phrase on a further page. */
static bool
another_list(struct message *m, const char *text, size_t len, const struct message_start *first)
{
    struct message_start next;
    size_t here = strcspn(text + first->at, "\r\n");
    for (size_t at = first->at; message_find(text, len, at, &next); at = next.at + 1) {
        size_t there = strcspn(text + next.at, "\r\n");
        if (*next.other || (!next.wire && !first->wire && here == there &&
                            memcmp(text + first->at, text + next.at, here) == 0))
            continue;
        list_error(&m->list, line_of(text, next.at), 0, RC_E_MSG_SECOND, NULL, NULL);
        return true;
    }
    return false;
}

static void
read_message(struct message *m, const char *text, size_t len)
{
    struct message_start start, first = {.at = len};
    size_t at = 0;
    bool found;
    while ((found = message_find(text, len, at, &start)) && *start.other) {
        if (first.at == len)
            first = start;
        at = start.at;
    }
    if (!found) {
        list_error(&m->list, first.at < len ? line_of(text, first.at) : 1, 0,
                   *first.other ? RC_E_MSG_KIND : RC_E_MSG_EMPTY, first.other, NULL);
        return;
    }
    if (another_list(m, text, len, &start))
        return;
    if (!start.wire) {
        read_parts(m, text, start.at, len, "\r\n");
        return;
    }
    size_t end = find_end(text, len, start.at);
    if (end == len) {
        list_error(&m->list, line_of(text, start.at), 0, RC_E_MSG_END, NULL, NULL);
        return;
    }
    /* On the wire line ends mean nothing; a message typed off a sheet may have them alone. */
    bool delimited = memchr(text + start.at, ':', end - start.at) != NULL;
    read_parts(m, text, start.at, end, delimited ? ":" : "\r\n");
}

/* The masses of the wagons against that of the train: a wagon may be missing. */
static void
check_mass(struct message *m)
{
    const struct consist *c = m->list.out;
    int64_t kg = 0;
    char sum[24], said[24];
    for (size_t i = 0; i < c->n; i++) {
        if (c->wagons[i].net_kg < 0 || c->wagons[i].tare_kg < 0)
            return;
        kg += c->wagons[i].net_kg + c->wagons[i].tare_kg;
    }
    /* Whole tonnes: each wagon may be off by one. */
    if (c->n_rejected || m->gross_t <= 0 || llabs(kg / 1000 - m->gross_t) <= (int64_t)c->n)
        return;
    snprintf(sum, sizeof sum, "%lld", (long long)(kg / 1000));
    snprintf(said, sizeof said, "%lld", (long long)m->gross_t);
    list_warning(&m->list, 1, 0, RC_W_MSG_MASS, sum, said);
}

/* From the tail: the last wagon of the list is the first of the train. */
static void
turn(struct consist *c)
{
    int last = (int)c->rows; /* the last row may be a rejected one */
    for (size_t i = 0; i < c->n; i++)
        last = c->wagons[i].position > last ? c->wagons[i].position : last;
    for (size_t i = 0; i < c->n; i++)
        c->wagons[i].position = last + 1 - c->wagons[i].position;
    for (size_t i = 0; i < c->n / 2; i++) {
        struct consist_wagon w = c->wagons[i];
        c->wagons[i] = c->wagons[c->n - 1 - i];
        c->wagons[c->n - 1 - i] = w;
    }
}

bool
message02_read(const char *text, size_t len, const char *file,
               const struct consist_options *options, struct consist *out, struct notes *errors,
               struct notes *warnings)
{
    const struct consist_choice *choice = &options->choice;
    struct buf utf8 = {0};
    struct message m = {.list = {.file = file,
                                 .offset_min = options->now.offset_min,
                                 .kinds = options->kinds,
                                 .out = out,
                                 .errors = errors,
                                 .warnings = warnings,
                                 .short_codes = true},
                        .now = options->now,
                        .gross_t = -1};
    list_empty(out, "message02");
    if (list_no_columns(&m.list, choice) &&
        message_decode(&m.list, text, len, choice->encoding, &utf8))
        read_message(&m, buf_text(&utf8), utf8.len);
    if (!m.list.failed && out->rows == 0)
        list_error(&m.list, 1, 0, RC_E_MSG_EMPTY, NULL, NULL);
    if (!m.list.failed) {
        check_mass(&m);
        list_check_all(&m.list);
        out->asks_from = choice->told.from == FROM_UNKNOWN;
        if (choice->told.from == FROM_TAIL)
            turn(out);
    }
    list_end(&m.list);
    buf_release(&utf8);
    return errors->n == 0;
}
