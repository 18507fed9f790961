/* SPDX-License-Identifier: ISC */
/* Names for codes: the lists of the post, and behind them the small ones that come with the
 * program. */
#ifndef RC_APP_CODES_H
#define RC_APP_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "app/app.h"
#include "store/queries.h"

#define CODE_NAME 410 /* bytes of a name with its NUL */

/* The lists: stations, etsng, gng, un, railways, kinds. */
const char *codes_list(size_t i); /* NULL behind the last */
bool codes_list_known(const char *list);

struct codes_adopted {
    size_t lists, codes; /* how many the file changed; 0: they are adopted already */
};
/*
 * Adopts every list of the file, each in the place of what it was; lists that came from this very
 * file stay. False: errors has what is wrong with the file, or err why nothing was saved.
 */
bool codes_import(struct app *app, const char *file, struct codes_adopted *out,
                  struct notes *errors, struct notes *notes, struct rc_error *err);

/* The name of the code, in Russian when that is among langs (i18n_codes), a station or cargo code
 * with or without its check digit. False, and "": nobody knows it. */
bool codes_name(struct app *app, const char *list, const char *code, const char *langs,
                char out[CODE_NAME]);
/* What is known of the cargo: its name, else that of its ETSNG, GNG or UN number, else the code. */
const char *codes_cargo(struct app *app, const struct wagon_row *w, const char *langs,
                        char out[CODE_NAME]);

struct code_shown {
    const char *code, *name, *name_ru;
    const char *source; /* of one that comes with the program; NULL: of the post's list */
};
/* Calls each with every code of the list, the post's own first. */
bool codes_each(struct app *app, const char *list,
                void (*each)(void *context, const struct code_shown *code), void *context,
                struct rc_error *err);

/* For app_close. */
void codes_free(struct code_file *shipped);

#endif
