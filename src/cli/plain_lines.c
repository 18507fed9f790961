/* SPDX-License-Identifier: ISC */
/* Lines of plain mode: reading them, saying them, and the commands that they hold. */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/people.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/ui.h"
#include "tui/words.h"
#include "tui/wrap.h"

/* --- saying --- */

void
plain_width(struct plain *p)
{
    struct winsize size = {0};

    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 9)
        p->width = size.ws_col - 1u;
}

static void
out(struct plain *p, const char *bytes, size_t len)
{
    if (fwrite(bytes, 1, len, stdout) != len)
        p->broken = p->over = true;
}

static void
flush(struct plain *p)
{
    if (fflush(stdout) != 0)
        p->broken = p->over = true;
}

/* Made visible, and broken at blanks when the terminal has a width. open: no newline behind it. */
static void
put(struct plain *p, const char *text, bool open)
{
    char *shown = wrap_shown(text);
    const char *s = shown;

    while (*s && p->width) {
        size_t next, len = wrap_line(s, p->width, &next);

        out(p, s, len);
        s += next;
        if (*s)
            out(p, "\n", 1);
    }
    out(p, s, strlen(s));
    out(p, open ? " " : "\n", 1);
    free(shown);
}

void
plain_say(struct plain *p, const char *format, ...)
{
    struct buf text = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&text, format, args);
    va_end(args);
    put(p, buf_text(&text), false);
    buf_release(&text);
}

void
plain_error(struct plain *p, const struct rc_error *err)
{
    struct buf text = {0};

    words_error(&text, err);
    put(p, buf_text(&text), false);
    buf_release(&text);
    p->quiet = true;
}

void
plain_news(struct plain *p)
{
    struct rc_error news;

    while (app_news(p->app, &news)) {
        struct buf text = {0};

        message_line(&text, &news);
        put(p, buf_text(&text), false);
        buf_release(&text);
    }
}

void
plain_saved(struct plain *p)
{
    struct rc_env *env = p->cli->env;
    char clock[MOMENT_TEXT];

    plain_say(p, _("saved %s"), moment_text(env->now(env->context), MOMENT_TIME, clock));
    p->quiet = false;
    plain_news(p);
}

bool
plain_done(struct plain *p, bool done, const struct rc_error *err)
{
    if (done)
        plain_saved(p);
    else
        plain_error(p, err);
    return done;
}

/* --- reading --- */

/* The next byte; -1 at the end, or when the program is told to end. */
static int
next_byte(struct plain *p)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    ssize_t got;

    if (p->at < p->end)
        return (unsigned char)p->input[p->at++];
    for (;;) {
        if (signals_end_wanted())
            return -1;
        if (ppoll(&in, 1, NULL, &p->signals.waiting) < 0) {
            if (errno == EINTR)
                continue;
            return -1;
        }
        got = read(STDIN_FILENO, p->input, sizeof p->input);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return -1;
        p->at = 1;
        p->end = (size_t)got;
        return (unsigned char)p->input[0];
    }
}

/* A line without its end into p->line; *len its bytes, also of one that had no room. False at the
 * end of the input: half a line that was cut off there counts for nothing. */
static bool
next_line(struct plain *p, size_t *len)
{
    int byte;

    *len = 0;
    while ((byte = next_byte(p)) >= 0 && byte != '\n') {
        if (*len < sizeof p->line - 1)
            p->line[*len] = (char)byte;
        ++*len;
    }
    p->line[*len < sizeof p->line ? *len : sizeof p->line - 1] = '\0';
    return byte >= 0;
}

/* Nothing in it may hide or move what is shown later; blanks at the ends mean nothing. */
static bool
tidy(struct plain *p, size_t len)
{
    size_t from = 0;

    if (len >= sizeof p->line || strlen(p->line) != len || !utf8_valid(p->line, len, NULL))
        return false;
    for (size_t i = 0; i < len; i++)
        p->line[i] = p->line[i] == '\t' ? ' ' : p->line[i];
    while (len > 0 && (p->line[len - 1] == ' ' || p->line[len - 1] == '\r'))
        len--;
    while (from < len && p->line[from] == ' ')
        from++;
    memmove(p->line, p->line + from, len - from);
    p->line[len - from] = '\0';
    for (size_t i = 0; p->line[i];) {
        uint32_t c;
        size_t n = utf8_decode(p->line + i, strlen(p->line + i), &c);

        if (utf8_hostile(c))
            return false;
        i += n;
    }
    return true;
}

static void
drop_rest(struct plain *p)
{
    free(p->rest);
    p->rest = NULL;
}

static bool
ended(struct plain *p)
{
    p->over = true;
    p->line[0] = '\0';
    drop_rest(p);
    return false;
}

/* Was the program left alone for so long that somebody has to log in again? */
static bool
idle(struct plain *p, int64_t since)
{
    struct rc_env *env = p->cli->env;
    bool needed = true;

    if (p->locked || env->uptime(env->context) - since < UI_IDLE_MS)
        return false;
    return !people_login_needed(p->app, &needed, NULL) || needed;
}

bool
plain_read(struct plain *p, const char *prompt)
{
    struct rc_env *env = p->cli->env;

    drop_rest(p);
    for (;;) {
        int64_t since = env->uptime(env->context);
        size_t len;

        if (p->over)
            return false;
        if (signals_resized())
            plain_width(p);
        put(p, prompt, true);
        flush(p);
        if (p->broken || !next_line(p, &len)) {
            out(p, "\n", 1);
            return ended(p);
        }
        if (idle(p, since)) { /* the line was meant for somebody else's eyes */
            plain_say(p, "\n%s",
                      _("Nothing was typed for 10 minutes. Log in: what was open is as it was."));
            if (!plain_log_in(p, p->app->badge, false))
                return ended(p);
            continue;
        }
        if (!tidy(p, len)) {
            plain_say(p, "%s%s", p->terminal ? "" : "\n",
                      _("This line is too long or holds bytes that are no text: type it again."));
            continue;
        }
        if (!p->terminal) /* the transcript of a pipe is whole */
            put(p, p->line, false);
        return true;
    }
}

bool
plain_secret(struct plain *p, const char *question, char *out_text, size_t size)
{
    size_t len;
    bool done;

    *out_text = '\0';
    drop_rest(p);
    if (p->over)
        return false;
    flush(p);
    if (p->terminal) {
        done = cli_ask_hidden(question, out_text, size);
    } else {
        plain_say(p, "%s:", question);
        flush(p);
        p->over = !next_line(p, &len);
        done = !p->over && tidy(p, len) && strlen(p->line) < size;
        if (done)
            snprintf(out_text, size, "%s", p->line);
        explicit_bzero(p->line, sizeof p->line);
        explicit_bzero(p->input, p->at);
    }
    return done;
}

/* --- commands --- */

bool
plain_begins(const char *word, const char *text, bool *exact)
{
    while (*text) {
        uint32_t a, b;
        size_t step = *word ? utf8_decode(word, strlen(word), &a) : 0;
        size_t text_step = utf8_decode(text, strlen(text), &b);

        if (!step || !text_step || utf8_fold(a) != utf8_fold(b))
            return false;
        word += step;
        text += text_step;
    }
    *exact = !*word;
    return true;
}

/* Commands of every place. */
enum { EVERY_HELP = 1000, EVERY_BACK, EVERY_OFFICER, EVERY_MANUAL, EVERY_QUIT };

static const struct plain_command every[] = {
    {EVERY_BACK, 'h', N_("back"), N_("to where you were before")},
    {EVERY_OFFICER, 0, N_("officer"), N_("another officer goes on here")},
    {EVERY_MANUAL, 0, N_("manual"), N_("what to do in which order, and when something goes wrong")},
    {EVERY_QUIT, 0, N_("quit"), N_("ends the program; everything is saved")},
};

/* The letter of the key that typed text, when it is one character; 0 else. */
static uint32_t
letter_of(const struct plain *p, const char *text)
{
    uint32_t first, letter;
    size_t step = *text ? utf8_decode(text, strlen(text), &first) : 0;

    if (!step || text[step])
        return 0;
    letter = layout_letter(&p->layouts, p->layout, first);
    return letter || first >= 0x80 ? letter : utf8_fold(first); /* without the table of layouts */
}

/* How much of the line is this word: all of it when the word begins with the line or the line with
 * the word, else its first token when the word begins with that; 0 none. */
static size_t
word_in(const char *word, const char *line, const char *token, bool *exact)
{
    size_t len = strlen(line), as_token = strlen(token);
    char *start;
    bool begins;

    if (plain_begins(word, line, exact))
        return len;
    if (strlen(word) < len && line[strlen(word)] == ' ') {
        start = rc_memdup(line, strlen(word));
        begins = plain_begins(word, start, exact) && *exact;
        free(start);
        if (begins)
            return strlen(word);
    }
    return plain_begins(word, token, exact) ? as_token : 0;
}

/*
 * The only command whose word, in the language of the user or in English, is or begins with what
 * the line begins with; 0 when none or several do. A letter alone is the letter of its key,
 * whatever layout typed it. *used: bytes of the line that name it.
 */
static int
look_up(const struct plain *p, const struct plain_command *table, size_t n, const char *line,
        const char *token, size_t *used)
{
    uint32_t letter = letter_of(p, token);
    int found = 0;

    for (size_t i = 0; i < n; i++) {
        const char *const words[] = {_(table[i].word), table[i].word};

        if (letter && letter == (uint32_t)(unsigned char)table[i].letter) {
            *used = strlen(token);
            return table[i].act;
        }
        for (size_t k = 0; k < ARRAY_LEN(words) && utf8_columns(token) > 1; k++) {
            bool exact = false;
            size_t len = word_in(words[k], line, token, &exact);

            if (len)
                *used = len;
            if (len && exact)
                return table[i].act;
            if (len)
                found = !found || found == table[i].act ? table[i].act : -1;
        }
    }
    return found > 0 ? found : 0;
}

static void
say_command(struct plain *p, const struct plain_command *c)
{
    char letter[3] = {c->letter, c->letter ? ' ' : '\0', '\0'};

    plain_say(p, "%s%s: %s", letter, _(c->word), _(c->help));
}

/* What can be typed here, one line a command. */
static void
help(struct plain *p, const struct plain_command *table, size_t n, const char *also)
{
    if (also && *also)
        plain_say(p, "%s", also);
    for (size_t i = 0; i < n; i++)
        say_command(p, &table[i]);
    for (size_t i = 0; i < ARRAY_LEN(every); i++)
        say_command(p, &every[i]);
    plain_say(p, "%s",
              _("Empty line: say again where I am. Letters may be those of the same keys of a "
                "Cyrillic layout; words may be shortened; what follows a command answers its first "
                "question."));
}

/* "a ok, f finding, ? help >" */
static void
add_prompt(struct buf *prompt, const struct plain_command *table, size_t n, const char *keys,
           const char *also)
{
    if (also && *also)
        buf_addf(prompt, "%s; ", also);
    for (; *keys; keys++) {
        for (size_t i = 0; i < n; i++) {
            if (table[i].letter == *keys)
                buf_addf(prompt, "%c %s, ", *keys, _(table[i].word));
        }
    }
    buf_addf(prompt, "%s >", _("? help"));
}

static int
do_every(struct plain *p, int act)
{
    switch (act) {
    case EVERY_BACK:
        return PLAIN_BACK;
    case EVERY_OFFICER:
        plain_log_in(p, NULL, true);
        return PLAIN_AGAIN;
    case EVERY_MANUAL:
        plain_manual(p);
        return PLAIN_AGAIN;
    default:
        p->over = true;
        return PLAIN_OVER;
    }
}

/* As a scanner or a stencil writes it: a capital or a digit first, a digit somewhere. */
static bool
is_seal(const char *text)
{
    uint32_t first;

    return utf8_decode(text, strlen(text), &first) && strpbrk(text, "0123456789") &&
           ((first >= '0' && first <= '9') || utf8_upper(first) == first);
}

int
plain_command(struct plain *p, const struct plain_command *table, size_t n, const char *keys,
              const char *also)
{
    struct buf prompt = {0};
    bool read;
    size_t used = 0;
    char *token;
    int act, common = 0;

    p->quiet = false;
    add_prompt(&prompt, table, n, keys, also);
    while ((read = plain_read(p, buf_text(&prompt))) && strcmp(p->line, "?") == 0)
        help(p, table, n, also);
    buf_release(&prompt);
    if (!read)
        return PLAIN_OVER;
    if (!*p->line)
        return PLAIN_AGAIN;
    if (p->scanning && is_seal(p->line))
        return 0;
    token = rc_memdup(p->line, strcspn(p->line, " "));
    act = look_up(p, table, n, p->line, token, &used);
    if (!act)
        common = look_up(p, every, ARRAY_LEN(every), p->line, token, &used);
    if ((act || common) && p->line[used])
        p->rest = words_trimmed(p->line + used);
    if (common)
        act = do_every(p, common);
    free(token);
    return act;
}

void
plain_unknown(struct plain *p)
{
    plain_say(p, _("%s: nothing that can be typed here (? lists what can)"), p->line);
    p->quiet = true;
}
