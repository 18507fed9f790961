/* SPDX-License-Identifier: ISC */
/* A bar that shows how far long work is. */
#include "config.h"

#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BAR 40

void
progress_show(struct progress *p, const char *what, int64_t done, int64_t all)
{
    char bar[BAR + 1];
    int percent = all > 0 ? (int)(done * 100 / all) : 100;
    int full;

    if (!p->asked)
        p->terminal = isatty(STDERR_FILENO) == 1;
    p->asked = true;
    if (!p->terminal || (p->shown && percent == p->percent && p->of && strcmp(p->of, what) == 0))
        return;
    full = percent * BAR / 100;
    memset(bar, '.', BAR);
    memset(bar, '#', (size_t)(full < 0 ? 0 : full > BAR ? BAR : full));
    bar[BAR] = '\0';
    fprintf(stderr, "\r[%s] %3d%% %-14.14s", bar, percent, what);
    fflush(stderr);
    p->shown = true;
    p->percent = percent;
    p->of = what;
}

void
progress_end(struct progress *p)
{
    if (p->shown)
        fprintf(stderr, "\r%*s\r", BAR + 24, "");
    p->shown = false;
}
