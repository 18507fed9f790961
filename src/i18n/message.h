/* SPDX-License-Identifier: ISC */
/* An error or a warning in words, in the language of the user. */
#ifndef RC_I18N_MESSAGE_H
#define RC_I18N_MESSAGE_H

#include "base/buf.h"
#include "base/error.h"

/* Adds the text of err's code with its arguments in place; they go through show(). */
void message_text(struct buf *out, const struct rc_error *err);
/* Adds "file:line:column: text"; what err does not say is left out. No newline at the end. */
void message_line(struct buf *out, const struct rc_error *err);

#endif
