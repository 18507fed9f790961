/* SPDX-License-Identifier: ISC */
/* The manual: a page of text for each role and one of pictures of the screens, files that come with
 * the program. */
#ifndef RC_APP_MANUAL_H
#define RC_APP_MANUAL_H

#include "base/error.h"
#include "core/rights.h"

/* Pages are numbered: first those of the roles, by enum role, then the screens. */
enum {
    MANUAL_SCREENS = ROLES_COUNT,
    MANUAL_PAGES,
};

/* A line of a page that begins so is the upper or the lower edge of a picture. */
#define MANUAL_EDGE "----"

/*
 * The page in the first of langs that it is there in ("kk ru", as i18n_codes gives them), else in
 * English; free it. NULL when the file is missing or cannot be read.
 *
 * A line without indent is a heading; a line indented by two begins an entry; lines indented
 * further go on with it. Between two edges stands a picture, its lines as they are, at most 80
 * columns.
 */
char *manual_page(int page, const char *langs, struct rc_error *err);
/* The page's name in commands and files: officer … admin, screens. */
const char *manual_name(int page);
/* What it is for, in English; translate. */
const char *manual_words(int page);
/* The first role of the set; that of the officer when the set is empty. */
enum role manual_first(role_set roles);

#endif
