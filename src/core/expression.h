/* SPDX-License-Identifier: ISC */
/*
 * The closed subset of XLSForm expressions that `relevant` and `constraint` may use: literals,
 * `.`, ${name}, = != < <= > >=, and, or, not(), selected(), + - * div, parentheses. Parsed once,
 * bounded in depth (EXPRESSION_DEPTH) and length; evaluation cannot fail or loop.
 */
#ifndef RC_CORE_EXPRESSION_H
#define RC_CORE_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define EXPRESSION_DEPTH 32
#define EXPRESSION_LENGTH 1000

struct expression;

/* Gives the text of a name ("" when it has none), NULL when the name does not exist. */
typedef const char *expression_lookup(const void *context, const char *name);

/* Parses s; NULL and err (column filled) when it is not in the subset. Free with expression_free.
 */
struct expression *expression_parse(const char *s, struct rc_error *err);
void expression_free(struct expression *e);
/* The truth of e. self is the value of `.`; names go to lookup. Texts that are numbers compare as
 * numbers (equal to 15 digits); other texts are equal or not, never smaller or larger. A text that
 * is no number counts as 0 in arithmetic. NULL e is true. */
bool expression_true(const struct expression *e, const char *self, expression_lookup *lookup,
                     const void *context);
/* Calls each with every ${name} in e, in order; stops and returns false when each does. */
bool expression_names(const struct expression *e, bool (*each)(void *context, const char *name),
                      void *context);

#endif
