/* SPDX-License-Identifier: ISC */
/* A PIN or passphrase from the terminal, without echo, or from standard input. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "app/people.h"
#include "cli/command.h"
#include "i18n/i18n.h"

enum { CTRL_C = 3, CTRL_D = 4, BACKSPACE = 8, DELETE = 127 };

/* One byte; -1 at the end and on errors. */
static int
read_byte(int fd)
{
    unsigned char byte;
    ssize_t got;

    do
        got = read(fd, &byte, 1);
    while (got < 0 && errno == EINTR);
    return got == 1 ? byte : -1;
}

/* A line of at most size - 1 bytes, without its end; the rest is passed over. Byte by byte: what
 * follows belongs to whoever reads next. keys: of a terminal that edits nothing itself. */
static bool
read_line(int fd, bool keys, char *out, size_t size)
{
    size_t n = 0;
    int byte;

    while ((byte = read_byte(fd)) >= 0 && byte != '\n' && byte != '\r') {
        if (keys && (byte == CTRL_C || byte == CTRL_D))
            return false;
        if (keys && (byte == BACKSPACE || byte == DELETE)) {
            while (n > 0 && ((unsigned char)out[n - 1] & 0xc0) == 0x80) /* the whole character */
                n--;
            n -= n > 0;
        } else if (n < size - 1)
            out[n++] = (char)byte;
    }
    /* "\r\n" is one end, not two. */
    if (!keys && byte == '\r')
        byte = read_byte(fd);
    out[n] = '\0';
    return n > 0 || byte >= 0;
}

/* Without echo; signals are keys meanwhile, so that the echo always comes back. */
static bool
read_hidden(int tty, char *out, size_t size)
{
    struct termios before, hidden;
    bool done;

    if (tcgetattr(tty, &before) != 0)
        return false;
    hidden = before;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
    hidden.c_cc[VMIN] = 1;
    hidden.c_cc[VTIME] = 0;
    if (tcsetattr(tty, TCSAFLUSH, &hidden) != 0)
        return false;
    done = read_line(tty, true, out, size);
    tcsetattr(tty, TCSAFLUSH, &before);
    return done;
}

static void
say(int tty, const char *text)
{
    /* A terminal that takes no text takes no PIN either; the reading tells. */
    if (write(tty, text, strlen(text)) < 0)
        return;
}

bool
cli_ask_hidden(const char *question, char *out, size_t size)
{
    int tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    bool done;

    *out = '\0';
    if (tty < 0)
        return false;
    say(tty, question);
    say(tty, ": ");
    done = read_hidden(tty, out, size);
    say(tty, "\n");
    close(tty);
    return done;
}

bool
cli_ask_pin(const struct cli *cli, const char *question, const char *badge, char out[CLI_PIN],
            struct rc_error *err)
{
    bool done;

    *out = '\0';
    if (cli->pin_stdin)
        done = read_line(STDIN_FILENO, false, out, CLI_PIN);
    else
        done = cli_ask_hidden(question, out, CLI_PIN);
    return done || rc_fail(err, RC_E_PIN_NEEDED, badge, NULL);
}

bool
cli_log_in(const struct cli *cli, struct app *app, struct rc_error *err)
{
    char question[120], pin[CLI_PIN];
    bool done;

    if (app->proven)
        return true;
    snprintf(question, sizeof question, _("PIN of badge %s"), app->badge);
    done =
        cli_ask_pin(cli, question, app->badge, pin, err) && people_login(app, app->badge, pin, err);
    explicit_bzero(pin, sizeof pin);
    return done;
}
