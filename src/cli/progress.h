/* SPDX-License-Identifier: ISC */
/* A bar that shows how far long work is; only on a terminal, on standard error. */
#ifndef RC_CLI_PROGRESS_H
#define RC_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool asked, shown;
    bool terminal; /* once asked */
    int percent;   /* that stands there */
    const char *of;
};

/* done of all; what stands beside the bar, a constant text of ASCII. */
void progress_show(struct progress *p, const char *what, int64_t done, int64_t all);
/* Takes the bar away. */
void progress_end(struct progress *p);

#endif
