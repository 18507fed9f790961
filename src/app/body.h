/* SPDX-License-Identifier: ISC */
/* Private to app: the JSON body of an event. What each kind holds: schema/projection.sql. */
#ifndef RC_APP_BODY_H
#define RC_APP_BODY_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "core/finding.h"
#include "core/inspection.h"

void body_begin(struct buf *body);
/* "name": value; a NULL value is left out. */
void body_text(struct buf *body, const char *name, const char *value);
void body_number(struct buf *body, const char *name, int64_t value);
/* "name": followed by json as it is. */
void body_json(struct buf *body, const char *name, const char *json);
void body_end(struct buf *body);

/* "n": [items done, items asked] of the inspection. */
void body_counts(struct buf *body, const struct inspection *in);
/* One member of the array "s": [key, state, value, reason, note, marks], the tail cut off. */
void body_add_answer(struct buf *array, const char *key, const struct answer *answer);
/* "f": the finding's fields. */
void body_finding(struct buf *body, const struct finding *finding);

#endif
