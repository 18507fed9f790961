/* SPDX-License-Identifier: ISC */
/* Words of the program for permanent names, and small things about typed words. */
#ifndef RC_TUI_WORDS_H
#define RC_TUI_WORDS_H

#include <stdbool.h>

#include "app/codes.h"
#include "base/buf.h"
#include "base/error.h"
#include "core/checklist.h"
#include "core/state.h"

/* The state of a train or wagon, or a direction, in words; the name itself when unknown. */
const char *words_train_state(const char *name);
const char *words_wagon_state(const char *name);
const char *words_direction(const char *name);
const char *words_finding_state(const char *name);
const char *words_seal_match(const char *name);
/* The label of a choice of the set's list; the name itself when it is none of it. */
const char *words_label(const struct checklist *set, const char *list, const char *name);
/* What is known of the wagon's cargo, in the user's language; out or a text of w. */
const char *words_cargo(struct app *app, const struct wagon_row *w, char out[CODE_NAME]);
/* Adds "  A - B" to out when a station of the wagon has a known name. */
void words_stations(struct app *app, const struct wagon_row *w, struct buf *out);
/* Adds the words of the choices named in names (blanks between), ", " between them. */
/* Adds the value of an item as people read it: choices in their words, a decimal number in the form
 * of the post, else as it is. */
void words_value(struct buf *out, const struct item *item, const char *value, size_t lang);
void words_choices(struct buf *out, const struct choice_list *list, const char *names, size_t lang);
/* What kind of event was undone: an answer, a finding, a seal … */
const char *words_step(const char *kind);
/* What is signed by a decision; what has been done when it is signed. */
const char *words_signing(enum decision d);
const char *words_signed(enum decision d);
/* Adds the error in words; for a write that failed with NOT SAVED before it. */
void words_error(struct buf *out, const struct rc_error *err);
#define SIZE_WORDS 24
/* A length in bytes for people: "812 B", "14 KB", "2.3 MB". */
const char *words_size(int64_t bytes, char out[SIZE_WORDS]);
/* A copy without blanks at both ends; free it. */
char *words_trimmed(const char *text);
/* Does text hold part, whatever the case and Ё or Е? "" is in everything. */
bool words_hold(const char *text, const char *part);

#endif
