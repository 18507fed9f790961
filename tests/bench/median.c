/* SPDX-License-Identifier: ISC */
/* Medians of samples. */
#include "config.h"

#include "median.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void
samples_add(struct samples *s, double us)
{
    if (s->n < SAMPLES_MAX)
        s->us[s->n++] = us;
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double
at_rank(struct samples *s, size_t percent)
{
    if (!s->n)
        return 0;
    qsort(s->us, s->n, sizeof *s->us, by_size);
    return s->us[(s->n - 1) * percent / 100];
}

double
samples_median(struct samples *s)
{
    return at_rank(s, 50);
}

double
samples_p99(struct samples *s)
{
    return at_rank(s, 99);
}

void
samples_print(const char *name, struct samples *s, struct samples *peer)
{
    printf("%-52s %9.0f us  p99 %9.0f us", name, samples_median(s), samples_p99(s));
    if (peer && samples_median(peer) > 0)
        printf("  ratio %.2f", samples_median(s) / samples_median(peer));
    putchar('\n');
}

int64_t
clock_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}
