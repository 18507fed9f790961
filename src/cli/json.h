/* SPDX-License-Identifier: ISC */
/*
 * What commands print with --json: one array of objects, an object a line, in the order in which
 * they come. Names are those of the exports; texts are UTF-8 with invisible characters escaped.
 */
#ifndef RC_CLI_JSON_H
#define RC_CLI_JSON_H

#include <stdbool.h>
#include <stdint.h>

struct json {
    bool any_object, any_member;
};

void json_begin(struct json *j);
void json_object(struct json *j);
void json_text(struct json *j, const char *name, const char *value); /* NULL: null */
void json_integer(struct json *j, const char *name, int64_t value);
/* tenths of a unit, "12.5" */
void json_tenths(struct json *j, const char *name, int64_t tenths);
void json_flag(struct json *j, const char *name, bool value);
void json_null(struct json *j, const char *name);
/* ms since 1970 UTC as text; 0: null. */
void json_moment(struct json *j, const char *name, int64_t ms);
void json_end_object(struct json *j);
void json_end(struct json *j);

#endif
