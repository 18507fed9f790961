/* SPDX-License-Identifier: ISC */
/* The real terminal, by ncurses. No other file knows curses. */
#include "config.h"

#include "tui/terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "tui/key_sequence.h"
#include "tui/signals.h"

/* Last: term.h has macros with everyday names. */
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>

#define ESC_WAIT_MS 50      /* for the rest of a key's sequence */
#define ESC_WAIT_SSH_MS 150 /* … when it comes in packets */
#define ESC_DIGIT_MS 500    /* for the digit of a hand-typed Esc 1 … Esc 0 */
#define BYTE_WAIT_MS 50     /* for the rest of a character */

struct terminal {
    SCREEN *screen;
    bool utf8;
    enum theme theme;
    bool color; /* curses was told to use them */
    const struct layouts *layouts;
    const char *layout;
    struct signals signals;
    bool has_next; /* what followed an Esc */
    struct key next;
    bool ended;
};

/* --- opening and closing --- */

/* Bytes that give the screen back without curses, for a crash. */
static void
arm_restore(void)
{
    static const char *const names[] = {"rmkx", "sgr0", "cnorm", "rmcup"};

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *bytes = tigetstr(names[i]);

        if (bytes && bytes != (const char *)-1)
            tputs(bytes, 1, signals_restore_byte);
    }
    signals_arm();
}

/* Only the characters follow the environment: numbers, dates and words do not. */
static bool
choose_locale(void)
{
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return true;
    return setlocale(LC_CTYPE, "C.UTF-8") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* The white of eight colours is grey: paper is the bright one where there is one. */
static short
curses_ground(enum look_color ground)
{
    return (short)(ground == WHITE && COLORS >= 16 ? 15 : (int)ground);
}

/* Pair n + 1 belongs to style n. */
void
terminal_theme(struct terminal *t, enum theme theme)
{
    if (theme != THEME_MONO && !t->color)
        t->color = has_colors() && start_color() == OK && use_default_colors() == OK &&
                   COLOR_PAIRS > STYLE_COUNT;
    if (!t->color)
        theme = THEME_MONO;
    t->theme = theme;
    for (int i = 0; theme != THEME_MONO && i < STYLE_COUNT; i++) {
        struct look look = theme_look(theme, (enum style)i);

        init_pair((short)(i + 1), (short)look.text, curses_ground(look.ground));
    }
    bkgdset(theme == THEME_MONO ? ' ' : (chtype)(COLOR_PAIR(STYLE_NORMAL + 1) | ' '));
}

/* Is there a description of the terminal at all? */
static bool
describe_terminal(void)
{
    int found = 0;

    if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
        return false;
    del_curterm(cur_term);
    return true;
}

static void
choose_modes(void)
{
    if (!getenv("ESCDELAY"))
        set_escdelay(getenv("SSH_CONNECTION") ? ESC_WAIT_SSH_MS : ESC_WAIT_MS);
    /* raw: Ctrl-S must not freeze the screen, nor Ctrl-Z or Ctrl-C leave it by mistake. */
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
}

struct terminal *
terminal_open(const struct terminal_options *options, struct rc_error *err)
{
    const char *name = getenv("TERM"), *address;
    struct terminal *t;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !signals_keep_modes()) {
        rc_fail(err, RC_E_NO_TERMINAL, NULL, NULL);
        return NULL;
    }
    t = rc_alloc(1, sizeof *t);
    t->layouts = options->layouts;
    t->layout = options->layout;
    t->utf8 = choose_locale();
    signals_take(&t->signals);
    use_tioctl(TRUE);
    if (describe_terminal())
        t->screen = newterm(NULL, stdout, stdin);
    address = t->screen ? tigetstr("cup") : NULL;
    if (!address || address == (const char *)-1) {
        if (t->screen) {
            endwin();
            delscreen(t->screen);
        }
        signals_give_back(&t->signals, t->ended);
        free(t);
        rc_fail(err, RC_E_DUMB_TERMINAL, name ? name : "", NULL);
        return NULL;
    }
    arm_restore();
    choose_modes();
    terminal_theme(t, options->theme);
    if (options->mouse) {
        mousemask(BUTTON1_PRESSED, NULL);
        mouseinterval(0); /* no waiting for a second click */
    }
    return t;
}

void
terminal_close(struct terminal *t)
{
    if (!t)
        return;
    curs_set(1);
    endwin();
    signals_disarm();
    delscreen(t->screen);
    signals_give_back(&t->signals, t->ended);
    free(t);
}

bool
terminal_utf8(const struct terminal *t)
{
    return t->utf8;
}

void
terminal_size(const struct terminal *t, int *rows, int *cols)
{
    (void)t;
    getmaxyx(stdscr, *rows, *cols);
}

/* --- drawing --- */

static attr_t
curses_attributes(unsigned look)
{
    return (look & LOOK_BOLD ? A_BOLD : A_NORMAL) | (look & LOOK_REVERSE ? A_REVERSE : A_NORMAL) |
           (look & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL) | (look & LOOK_DIM ? A_DIM : A_NORMAL);
}

static void
put_cell(const struct terminal *t, int row, int col, const struct cell *cell)
{
    wchar_t text[CCHARW_MAX + 1] = {0};
    enum style style = (enum style)cell->style;
    attr_t attributes = curses_attributes(theme_look(t->theme, style).attributes);
    short pair = t->theme == THEME_MONO ? 0 : (short)(style + 1);
    const char *bytes = cell->text;
    size_t left = strlen(bytes), n = 0;
    cchar_t c;

    while (left > 0 && n < CCHARW_MAX) {
        uint32_t ch;
        size_t len = utf8_decode(bytes, left, &ch);

        text[n++] = (wchar_t)(len && (t->utf8 || ch < 0x80) ? ch : '?');
        bytes += len ? len : 1;
        left -= len ? len : 1;
        if (!t->utf8)
            break;
    }
    if (n > 0 && setcchar(&c, text, attributes, pair, NULL) == OK)
        mvadd_wch(row, col, &c);
}

void
terminal_draw(struct terminal *t, const struct surface *s)
{
    erase();
    for (int row = 0; row < s->rows; row++) {
        for (int col = 0; col < s->cols; col++) {
            const struct cell *cell = &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];

            if (cell->text[0] && (cell->style != STYLE_NORMAL || cell->text[0] != ' '))
                put_cell(t, row, col, cell);
        }
    }
    curs_set(s->cursor_row >= 0);
    if (s->cursor_row >= 0)
        move(s->cursor_row, s->cursor_col);
    else
        move(s->rows - 1, 0);
    refresh();
}

void
terminal_repaint(struct terminal *t)
{
    (void)t;
    clearok(curscr, TRUE);
}

/* --- keys --- */

static enum key_code
curses_key(wint_t code)
{
    static const struct {
        wint_t curses;
        enum key_code code;
    } keys[] = {
        {KEY_ENTER, RK_ENTER},     {KEY_BTAB, RK_BACKTAB}, {KEY_BACKSPACE, RK_BACKSPACE},
        {KEY_DC, RK_DELETE},       {KEY_UP, RK_UP},        {KEY_DOWN, RK_DOWN},
        {KEY_LEFT, RK_LEFT},       {KEY_RIGHT, RK_RIGHT},  {KEY_PPAGE, RK_PAGE_UP},
        {KEY_NPAGE, RK_PAGE_DOWN}, {KEY_HOME, RK_HOME},    {KEY_FIND, RK_HOME},
        {KEY_END, RK_END},         {KEY_SELECT, RK_END},
    };

    if (code >= KEY_F(1) && code <= KEY_F(10))
        return (enum key_code)(RK_F1 + (int)(code - KEY_F(1)));
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (keys[i].curses == code)
            return keys[i].code;
    }
    return RK_NONE;
}

static struct key
character_key(wint_t ch)
{
    static const struct {
        wint_t ch;
        enum key_code code;
    } keys[] = {{'\r', RK_ENTER}, {'\n', RK_ENTER},    {'\t', RK_TAB},
                {27, RK_ESC},     {127, RK_BACKSPACE}, {'\b', RK_BACKSPACE}};

    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (keys[i].ch == ch)
            return (struct key){.code = keys[i].code};
    }
    if (ch < ' ' && ch != 0x0c)
        return (struct key){.code = RK_NONE};
    return (struct key){.code = RK_CHAR, .ch = (uint32_t)ch};
}

static bool
input_waits(void)
{
    struct pollfd tty = {.fd = STDIN_FILENO, .events = POLLIN};

    return poll(&tty, 1, 0) > 0;
}

/* What curses has read or can read now; false when there is nothing. */
static bool
read_key(struct key *key)
{
    for (;;) {
        wint_t ch;
        int kind;

        /* With bytes on the way wait a moment: half a character would be lost. */
        timeout(input_waits() ? BYTE_WAIT_MS : 0);
        kind = get_wch(&ch);
        if (kind == ERR)
            return false;
        if (kind == KEY_CODE_YES && ch == KEY_MOUSE) {
            MEVENT event;

            if (getmouse(&event) != OK)
                continue;
            *key = (struct key){.code = RK_CLICK, .row = (short)event.y, .col = (short)event.x};
            return true;
        }
        /* The kind alone tells keys from characters: ş, ň and ž have numbers of keys. */
        *key = kind == KEY_CODE_YES ? (struct key){.code = curses_key(ch)} : character_key(ch);
        if (key->code != RK_NONE)
            return true;
    }
}

static int64_t
now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
take_size(void)
{
    struct winsize size;

    if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
        resizeterm(size.ws_row, size.ws_col);
}

/* Has the other side of the terminal gone? Reported readable, but nothing is there to read. */
static bool
hung_up(const struct pollfd *tty)
{
    int n = 0;

    if (tty->revents & (POLLHUP | POLLERR | POLLNVAL))
        return true;
    return (tty->revents & POLLIN) && (ioctl(STDIN_FILENO, FIONREAD, &n) != 0 || n == 0);
}

/* Waits until deadline for a key as curses gives it. */
static enum terminal_event
wait_key(struct terminal *t, int64_t deadline, struct key *key)
{
    for (;;) {
        struct pollfd tty = {.fd = STDIN_FILENO, .events = POLLIN};
        struct timespec left;
        int64_t ms = deadline - now_ms();
        int ready;

        if (signals_end_wanted() || t->ended)
            return TERMINAL_END;
        if (signals_continued())
            clearok(curscr, TRUE);
        if (signals_resized()) {
            take_size();
            return TERMINAL_RESIZE;
        }
        if (read_key(key))
            return TERMINAL_KEY;
        if (ms < 0)
            ms = 0;
        left = (struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
        ready = ppoll(&tty, 1, &left, &t->signals.waiting);
        if (ready < 0 && errno != EINTR)
            return TERMINAL_END;
        if (ready > 0 && hung_up(&tty))
            return TERMINAL_END;
        if (ready == 0)
            return TERMINAL_TICK;
    }
}

/* The rest of a key's sequence that curses did not know, behind Esc [ or Esc O. */
static enum terminal_event
finish_sequence(struct terminal *t, struct key *key)
{
    struct key_sequence s = {.n = 0};
    enum terminal_event event = TERMINAL_KEY;

    while (event == TERMINAL_KEY && key->code == RK_CHAR && key_sequence_add(&s, key->ch))
        event = wait_key(t, now_ms() + ESC_WAIT_MS, key);
    if (event == TERMINAL_END)
        return event;
    return key_sequence_key(&s, key) ? TERMINAL_KEY : TERMINAL_TICK;
}

/* An Esc has been read: an F-key by hand, a sequence, or the key Esc itself. */
static enum terminal_event
after_escape(struct terminal *t, struct key *key)
{
    static const struct layouts none;
    int64_t begun = now_ms();
    enum terminal_event event = wait_key(t, begun + ESC_DIGIT_MS, key);
    uint32_t digit;

    if (event == TERMINAL_END)
        return event;
    if (event == TERMINAL_KEY && key->code == RK_CHAR) {
        digit = layout_digit(t->layouts ? t->layouts : &none, t->layout, key->ch);
        if (digit) {
            *key = (struct key){
                .code = (enum key_code)(RK_F1 + (digit == '0' ? 9 : (int)(digit - '1')))};
            return TERMINAL_KEY;
        }
        if ((key->ch == '[' || key->ch == 'O') && now_ms() - begun <= get_escdelay())
            return finish_sequence(t, key);
    }
    if (event == TERMINAL_KEY) {
        t->next = *key;
        t->has_next = true;
    }
    if (event == TERMINAL_RESIZE)
        signals_resize_again();
    *key = (struct key){.code = RK_ESC};
    return TERMINAL_KEY;
}

enum terminal_event
terminal_wait(struct terminal *t, int ms, struct key *key)
{
    enum terminal_event event = TERMINAL_KEY;

    if (t->has_next) {
        t->has_next = false;
        *key = t->next;
    } else
        event = wait_key(t, now_ms() + ms, key);
    if (event == TERMINAL_KEY && key->code == RK_ESC)
        event = after_escape(t, key);
    t->ended = t->ended || event == TERMINAL_END;
    return event;
}
