/* SPDX-License-Identifier: ISC */
/*
 * The program on a pseudo-terminal of our own, its output read by libvterm. Everything waits for a
 * condition with a deadline; nothing sleeps.
 */
#ifndef RC_TESTS_HARNESS_H
#define RC_TESTS_HARNESS_H

#include <stdbool.h>
#include <sys/types.h>

struct pty;

/* Starts program (NULL: $top_builddir/railcheck) with argv (NULL-ended, without the program's name)
 * in rows x cols. env is the child's whole environment. */
struct pty *pty_start(const char *program, int rows, int cols, const char *const *argv,
                      const char *const *env);
/* Kills the program when it still runs, frees everything. */
void pty_end(struct pty *p);

/* Types text (UTF-8) as a person would. */
void pty_type(struct pty *p, const char *text);
/* Sends a key: "Enter" "Esc" "Tab" "Up" "Down" "Left" "Right" "F1".."F10". */
void pty_key(struct pty *p, const char *name);
void pty_resize(struct pty *p, int rows, int cols);
/* True when text appears somewhere on the screen within 5 seconds. */
bool pty_shows(struct pty *p, const char *text);
/* True when text has gone from the screen within 5 seconds. */
bool pty_hides(struct pty *p, const char *text);
/* The row as UTF-8 text, trailing blanks cut; valid until the next call. */
const char *pty_row(struct pty *p, int row);
/* The whole screen printed to stderr: for a test that failed. */
void pty_print(struct pty *p);
/* Everything that the program has written since the start of the last pty_type or pty_key. */
size_t pty_bytes(const struct pty *p);
/* Reads until nothing has come for quiet_ms; microseconds from the last pty_type, pty_key or
 * pty_start to the last byte; -1 when nothing came within a second. For measuring. */
double pty_answered_us(struct pty *p, int quiet_ms);
/* Closes our side: the terminal is gone. */
void pty_hang_up(struct pty *p);
pid_t pty_pid(const struct pty *p);
/* Waits at most ms; the exit status, or -signal; -1000 when it still runs. */
int pty_wait(struct pty *p, int ms);

#endif
