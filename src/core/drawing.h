/* SPDX-License-Identifier: ISC */
/*
 * The picture of one kind of wagon in cells, and to which zone each cell belongs. Read by
 * exchange/drawing.h; part of a sheet (core/checklist.h).
 */
#ifndef RC_CORE_DRAWING_H
#define RC_CORE_DRAWING_H

#include <stdbool.h>
#include <stddef.h>

#define DRAWING_COLS 44
#define DRAWING_ROWS 12
#define DRAWING_ZONES 64
#define DRAWING_NUMBER "{number}" /* where the wagon's number is written, once or not at all */

struct choice;

struct drawing_cell {
    char ascii;         /* ' ' to '~' */
    char box[5];        /* of the picture with box characters: UTF-8, one column wide */
    unsigned char zone; /* 0: none, else 1 + its place in the legend */
};

struct drawing_zone {
    const struct choice *zone; /* of the set's list `zone` */
    char letter;               /* in the mask; '-': not to be seen in the picture */
};

struct drawing {
    int rows, cols;
    struct drawing_cell cells[DRAWING_ROWS][DRAWING_COLS];
    struct drawing_zone legend[DRAWING_ZONES];
    size_t n_zones;
    int number_row, number_col; /* of the first cell of DRAWING_NUMBER; row -1: none */
};

/* What stands in the cells of the zone; 0 when it has none. */
int drawing_zone(const struct drawing *d, const struct choice *zone);

#endif
