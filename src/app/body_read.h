/* SPDX-License-Identifier: ISC */
/* Private to app: reading a member of an event's body back, for verification. */
#ifndef RC_APP_BODY_READ_H
#define RC_APP_BODY_READ_H

#include <stdbool.h>

#include "base/buf.h"

/* The text of the member `name` of the JSON object body (not of an object inside it) into out.
 * False when there is no such member, when it is no text, or when body is cut short. */
bool body_member(const char *body, const char *name, struct buf *out);

#endif
