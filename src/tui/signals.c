/* SPDX-License-Identifier: ISC */
/* Signals while the screens are open. */
#include "config.h"

#include "tui/signals.h"

#include <termios.h>
#include <unistd.h>

#include "base/alloc.h"

static const int loop_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT};
#define END_SIGNALS 3 /* the first of them end the program */
static const int crash_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE};

static volatile sig_atomic_t end_wanted, resized, continued;

static struct {
    volatile sig_atomic_t armed;
    char bytes[256]; /* leave keypad mode and the alternate screen, show the cursor */
    size_t n;
    struct termios modes;
} restore;

static void
restore_terminal(void)
{
    if (!restore.armed)
        return;
    restore.armed = 0;
    if (write(STDOUT_FILENO, restore.bytes, restore.n) < 0)
        restore.n = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &restore.modes);
}

static void
on_crash(int signal_number)
{
    restore_terminal();
    /* The handler was reset on entry: this time the signal ends the program as it should. */
    raise(signal_number);
}

static void
on_signal(int signal_number)
{
    if (signal_number == SIGWINCH)
        resized = 1;
    else if (signal_number == SIGCONT)
        resized = continued = 1;
    else
        end_wanted = 1;
}

void
signals_take(struct signals *s)
{
    struct sigaction act = {.sa_handler = on_signal};
    struct sigaction crash = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND};
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigset_t ours;
    size_t n = 0;

    end_wanted = resized = continued = 0;
    sigemptyset(&act.sa_mask);
    sigemptyset(&crash.sa_mask);
    sigemptyset(&ignore.sa_mask);
    sigemptyset(&ours);
    for (size_t i = 0; i < ARRAY_LEN(loop_signals); i++) {
        sigaddset(&ours, loop_signals[i]);
        sigaction(loop_signals[i], &act, &s->old[n++]);
    }
    for (size_t i = 0; i < ARRAY_LEN(crash_signals); i++)
        sigaction(crash_signals[i], &crash, &s->old[n++]);
    /* curses would take SIGTSTP to throw away what was typed ahead. */
    sigaction(SIGTSTP, &ignore, &s->old[n++]);
    sigprocmask(SIG_BLOCK, &ours, &s->before);
    s->waiting = s->before;
    for (size_t i = 0; i < ARRAY_LEN(loop_signals); i++)
        sigdelset(&s->waiting, loop_signals[i]);
}

void
signals_give_back(struct signals *s, bool ending)
{
    size_t n = 0;

    for (size_t i = 0; i < ARRAY_LEN(loop_signals); i++, n++) {
        if (i >= END_SIGNALS || !ending)
            sigaction(loop_signals[i], &s->old[n], NULL);
    }
    for (size_t i = 0; i < ARRAY_LEN(crash_signals); i++)
        sigaction(crash_signals[i], &s->old[n++], NULL);
    sigaction(SIGTSTP, &s->old[n++], NULL);
    sigprocmask(SIG_SETMASK, &s->before, NULL);
}

bool
signals_end_wanted(void)
{
    return end_wanted;
}

bool
signals_resized(void)
{
    bool was = resized;

    resized = 0;
    return was;
}

void
signals_resize_again(void)
{
    resized = 1;
}

bool
signals_continued(void)
{
    bool was = continued;

    continued = 0;
    return was;
}

bool
signals_keep_modes(void)
{
    return tcgetattr(STDIN_FILENO, &restore.modes) == 0;
}

int
signals_restore_byte(int c)
{
    if (restore.n < sizeof restore.bytes)
        restore.bytes[restore.n++] = (char)c;
    return c;
}

void
signals_arm(void)
{
    restore.armed = 1;
    rc_alloc_hook(restore_terminal);
}

void
signals_disarm(void)
{
    restore.armed = 0;
    restore.n = 0;
    rc_alloc_hook(NULL);
}
