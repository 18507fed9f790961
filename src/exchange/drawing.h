/* SPDX-License-Identifier: ISC */
/*
 * Reads a wagon drawing, a text file that people draw in an editor. Its parts stand one below the
 * other with a line "--" between them:
 *
 *     the picture        plain ASCII, at most 44 columns by 12 lines
 *     the mask           the same grid: the letter of a zone in each of its cells, '.' elsewhere
 *     the legend         "letter zone" a line; "- zone" for one that is not to be seen
 *     the picture again  only when wanted: the same grid, with box characters (U+2500 to U+259F)
 */
#ifndef RC_EXCHANGE_DRAWING_H
#define RC_EXCHANGE_DRAWING_H

#include "base/error.h"
#include "core/checklist.h"
#include "core/drawing.h"

/* The drawing (free it), or NULL: then errors has grown by what is wrong, with line and column (in
 * characters). file names it in the errors. zones: the list of the set; its choices are borrowed.
 */
struct drawing *drawing_read(const char *text, size_t len, const char *file,
                             const struct choice_list *zones, struct notes *errors);

#endif
