/* SPDX-License-Identifier: ISC */
/* Papers: the inspection act of a train, and blank checklists for the day the computer is dead. */
#ifndef RC_APP_REPORT_H
#define RC_APP_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "exchange/document.h"

/* langs: "en", "ru", or "both" (Russian, and English behind it). False when it is none of these. */
bool report_langs_known(const char *langs);

/* The act of the train: wagons with their results, findings, seals found, seals removed and put on,
 * gates, what was not accessible, places to sign, the head code of the records. */
bool report_act(struct app *app, int64_t train, const char *langs, struct document *out,
                struct rc_error *err);
/* An empty checklist of a kind up to this level, to be filled in by hand. */
bool report_blank(const struct checklist *set, const char *kind, int level, const char *langs,
                  struct document *out, struct rc_error *err);

#endif
