/* SPDX-License-Identifier: ISC */
/* Samples of one measurement, told as median and 99th percentile. */
#ifndef RC_TESTS_MEDIAN_H
#define RC_TESTS_MEDIAN_H

#include <stddef.h>
#include <stdint.h>

#define SAMPLES_MAX 4096

struct samples {
    double us[SAMPLES_MAX];
    size_t n;
};

void samples_add(struct samples *s, double us);
double samples_median(struct samples *s);
double samples_p99(struct samples *s);
/* Prints the name, median and p99 in microseconds, and the ratio to peer (NULL: none). */
void samples_print(const char *name, struct samples *s, struct samples *peer);
int64_t clock_us(void);

#endif
