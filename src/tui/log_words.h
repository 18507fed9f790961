/* SPDX-License-Identifier: ISC */
/* Words for the log of a train or wagon. */
#ifndef RC_TUI_LOG_WORDS_H
#define RC_TUI_LOG_WORDS_H

#include "base/buf.h"
#include "core/checklist.h"
#include "store/queries.h"

/* The kind of an event in words; the kind itself when unknown. */
const char *words_event(const char *kind);
/* Adds what the event says. set: that the train is inspected with; log: the row and those beside
 * it, for what was undone. */
void words_log_row(struct buf *line, const struct checklist *set, const struct log *log,
                   const struct log_row *row);

#endif
