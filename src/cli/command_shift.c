/* SPDX-License-Identifier: ISC */
/* railcheck shift: the board of the open trains. */
#include "config.h"

#include <stdio.h>

#include "app/shift.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"
#include "tui/board_words.h"

/* Prints a line in which texts of people are made visible. */
static void
print_line(struct buf *line)
{
    struct buf shown = {0};

    show(&shown, buf_text(line), line->len, SIZE_MAX);
    printf("%s\n", buf_text(&shown));
    buf_release(&shown);
    buf_clear(line);
}

static void
print_shift(const struct board *board)
{
    const struct shift_row *shift = &board->shift;
    struct moment since = {shift->since, shift->since_offset};
    struct moment handed = {shift->handed_at, shift->handed_offset};
    char when[MOMENT_TEXT];
    struct buf line = {0};

    if (*shift->holder)
        buf_addf(&line, _("shift: badge %s, %s, since %s"), shift->holder, shift->holder_name,
                 moment_text(since, MOMENT_SCREEN, when));
    else
        buf_adds(&line, _("shift: nobody has started it"));
    print_line(&line);
    words_clock_apart(&line, board->clock_off / 1000);
    if (line.len)
        print_line(&line);
    if (*shift->uuid) {
        buf_addf(&line, _("handed over to badge %s at %s, not taken yet"), shift->taker,
                 moment_text(handed, MOMENT_SCREEN, when));
        buf_addf(&line, *shift->note ? ": %s" : "%s", shift->note);
        print_line(&line);
    }
    buf_release(&line);
}

static void
print_train(const struct board_row *row, struct moment now)
{
    struct moment departs = {row->train->departs_at, row->train->departs_offset};
    struct buf text = {0};

    cli_cell(row->train->number, 9);
    if (row->planned)
        words_departure_time(&text, departs, now);
    cli_cell(buf_text(&text), 13);
    buf_clear(&text);
    if (row->planned)
        words_minutes(&text, row->minutes);
    cli_cell(buf_text(&text), 12);
    buf_clear(&text);
    cli_cell(row->train->state, 12);
    printf("%3d/%-3d  ", row->standing.wagons - row->standing.left, row->standing.wagons);
    cli_cell(row->train->officer, 9);
    words_obstacles(&text, row);
    printf("%s\n", buf_text(&text));
    buf_release(&text);
}

int
command_shift(const struct cli *cli, int argc, char **argv)
{
    struct rc_error err = {0};
    int status = RC_EXIT_DONE;
    struct board board;
    struct app *app;

    (void)argv;
    if (argc > 1)
        return cli_usage("shift", _("no arguments, please"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    if (shift_board(app, &board, &err)) {
        print_shift(&board);
        for (size_t i = 0; i < board.trains.n; i++)
            print_train(&board.rows[i], board.now);
        board_release(&board);
    } else
        status = cli_error(&err);
    app_close(app);
    return status ? status : cli_finish();
}
