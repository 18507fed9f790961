/* SPDX-License-Identifier: ISC */
/* The manual: one page of text for each role, a file that comes with the program. */
#ifndef RC_APP_MANUAL_H
#define RC_APP_MANUAL_H

#include "base/error.h"
#include "core/rights.h"

/*
 * The page for the role in the first of langs that it is there in ("kk ru", as i18n_codes gives
 * them), else in English; free it. NULL when the file is missing or cannot be read.
 *
 * A line without indent is a heading; a line indented by two begins an entry; lines indented
 * further go on with it.
 */
char *manual_page(enum role role, const char *langs, struct rc_error *err);
/* The first role of the set; that of the officer when the set is empty. */
enum role manual_first(role_set roles);

#endif
