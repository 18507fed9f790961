/* SPDX-License-Identifier: ISC */
/* Pseudo-terminal and screen for the tests of the whole program. */
#include "config.h"

#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#define DEADLINE_MS 5000

struct pty {
    int fd; /* -1 after hang-up */
    pid_t pid;
    int rows, cols;
    VTerm *vt;
    VTermScreen *screen;
    char text[4096];
    size_t bytes;
    int64_t since_us; /* when the last key was sent */
    bool ended;
    int status;
};

static int64_t
now_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int64_t
now_ms(void)
{
    return now_us() / 1000;
}

/* Answers of the terminal to the program's questions go back to it. */
static void
send_back(const char *bytes, size_t len, void *user)
{
    struct pty *p = user;

    while (len && p->fd >= 0) {
        ssize_t n = write(p->fd, bytes, len);

        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return;
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
}

struct pty *
pty_start(const char *program, int rows, int cols, const char *const *argv, const char *const *env)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    struct pty *p = calloc(1, sizeof *p);
    static char own[4096];
    const char *args[32];
    size_t n = 0;

    if (!p)
        abort();
    snprintf(own, sizeof own, "%s/railcheck", getenv("top_builddir"));
    if (!program)
        program = own;
    args[n++] = program;
    while (*argv && n < 31)
        args[n++] = *argv++;
    args[n] = NULL;
    p->since_us = now_us();
    p->rows = rows;
    p->cols = cols;
    p->vt = vterm_new(rows, cols);
    vterm_set_utf8(p->vt, 1);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_reset(p->screen, 1);
    vterm_output_set_callback(p->vt, send_back, p);
    p->pid = forkpty(&p->fd, NULL, NULL, &size);
    if (p->pid < 0)
        abort();
    if (p->pid == 0) {
        /* execve's prototype lacks the const that it keeps. */
        execve(program, (char *const *)(uintptr_t)args, (char *const *)(uintptr_t)env);
        _exit(127);
    }
    fcntl(p->fd, F_SETFL, O_NONBLOCK);
    return p;
}

/* Reads what there is, waiting at most ms for the first of it. False: nothing came. */
static bool
pump(struct pty *p, int ms)
{
    struct pollfd wait = {.fd = p->fd, .events = POLLIN};
    char part[8192];
    ssize_t n;

    if (p->fd < 0 || poll(&wait, 1, ms) <= 0)
        return false;
    n = read(p->fd, part, sizeof part);
    if (n <= 0)
        return false;
    p->bytes += (size_t)n;
    vterm_input_write(p->vt, part, (size_t)n);
    return true;
}

void
pty_type(struct pty *p, const char *text)
{
    p->bytes = 0;
    p->since_us = now_us();
    send_back(text, strlen(text), p);
}

void
pty_key(struct pty *p, const char *name)
{
    static const struct {
        const char *name;
        VTermKey key;
    } keys[] = {{"Enter", VTERM_KEY_ENTER}, {"Esc", VTERM_KEY_ESCAPE},
                {"Tab", VTERM_KEY_TAB},     {"Up", VTERM_KEY_UP},
                {"Down", VTERM_KEY_DOWN},   {"Left", VTERM_KEY_LEFT},
                {"Right", VTERM_KEY_RIGHT}, {"Backspace", VTERM_KEY_BACKSPACE}};

    p->bytes = 0;
    p->since_us = now_us();
    if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
        int n = name[1] - '0';

        vterm_keyboard_key(p->vt, (VTermKey)VTERM_KEY_FUNCTION(name[2] == '0' ? 10 : n),
                           VTERM_MOD_NONE);
        return;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(keys[i].name, name) == 0)
            vterm_keyboard_key(p->vt, keys[i].key, VTERM_MOD_NONE);
    }
}

void
pty_resize(struct pty *p, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

    p->rows = rows;
    p->cols = cols;
    vterm_set_size(p->vt, rows, cols);
    ioctl(p->fd, TIOCSWINSZ, &size);
}

static size_t
put_utf8(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    out[0] = (char)(0xe0 | (c >> 12 & 0x0f));
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
}

const char *
pty_row(struct pty *p, int row)
{
    size_t len = 0, last = 0;

    for (int col = 0; col < p->cols && len + 8 < sizeof p->text; col++) {
        VTermPos at = {.row = row, .col = col};
        VTermScreenCell cell;

        if (!vterm_screen_get_cell(p->screen, at, &cell) || cell.chars[0] == (uint32_t)-1)
            continue;
        len += put_utf8(cell.chars[0] ? cell.chars[0] : ' ', p->text + len);
        if (cell.chars[0] && cell.chars[0] != ' ')
            last = len;
    }
    p->text[last] = '\0';
    return p->text;
}

static bool
on_screen(struct pty *p, const char *text)
{
    for (int row = 0; row < p->rows; row++) {
        if (strstr(pty_row(p, row), text))
            return true;
    }
    return false;
}

static bool
wait_for(struct pty *p, const char *text, bool shown)
{
    int64_t deadline = now_ms() + DEADLINE_MS;

    for (;;) {
        while (pump(p, 0))
            ;
        if (on_screen(p, text) == shown)
            return true;
        if (now_ms() > deadline) {
            fprintf(stderr, "# not %s: %s\n", shown ? "shown" : "gone", text);
            pty_print(p);
            return false;
        }
        pump(p, 50);
    }
}

bool
pty_shows(struct pty *p, const char *text)
{
    return wait_for(p, text, true);
}

bool
pty_hides(struct pty *p, const char *text)
{
    return wait_for(p, text, false);
}

void
pty_print(struct pty *p)
{
    for (int row = 0; row < p->rows; row++)
        fprintf(stderr, "# |%s\n", pty_row(p, row));
}

size_t
pty_bytes(const struct pty *p)
{
    return p->bytes;
}

double
pty_answered_us(struct pty *p, int quiet_ms)
{
    int64_t last = -1;

    if (!pump(p, 1000))
        return -1;
    do
        last = now_us();
    while (pump(p, quiet_ms));
    return (double)(last - p->since_us);
}

void
pty_hang_up(struct pty *p)
{
    if (p->fd >= 0)
        close(p->fd);
    p->fd = -1;
}

pid_t
pty_pid(const struct pty *p)
{
    return p->pid;
}

int
pty_wait(struct pty *p, int ms)
{
    int64_t deadline = now_ms() + ms;

    while (!p->ended) {
        int status;

        if (waitpid(p->pid, &status, WNOHANG) == p->pid) {
            p->ended = true;
            p->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        } else if (now_ms() > deadline) {
            return -1000;
        } else if (p->fd >= 0) {
            pump(p, 10);
        } else {
            poll(NULL, 0, 5);
        }
    }
    return p->status;
}

void
pty_end(struct pty *p)
{
    if (!p->ended) {
        kill(p->pid, SIGKILL);
        pty_wait(p, DEADLINE_MS);
    }
    pty_hang_up(p);
    vterm_free(p->vt);
    free(p);
}
