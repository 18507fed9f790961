/* SPDX-License-Identifier: ISC */
/*
 * One open database and who works on it. Everything that the program can do to the records is a
 * function of this room; it alone writes events, and it alone brings store, trail and exchange
 * together. Functions return false and fill err when nothing was saved.
 */
#ifndef RC_APP_APP_H
#define RC_APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/env.h"
#include "base/error.h"
#include "core/checklist.h"
#include "core/rights.h"
#include "store/queries.h"

struct app {
    struct store *store;
    struct rc_env *env; /* borrowed */
    char device[40];    /* this installation */
    char post[200];     /* name of the checkpoint */
    char actor[40];     /* id of the officer at work */
    char officer[200];  /* name */
    char badge[60];
    role_set roles;           /* of the officer at work */
    bool proven;              /* his PIN was given, or he has none */
    struct adopted_set *sets; /* checklist sets already parsed; see app_set */
    struct keeping *keeping;  /* tape, mirror, key */
    struct code_file *codes;  /* names that come with the program, read once; see codes_name */
};

/* The data folder: dir when given, else $RAILCHECK_DATA, else $XDG_DATA_HOME/railcheck, else
 * ~/.local/share/railcheck. Free the result. */
char *app_data_dir(const char *dir);
/* Where the checklists and other data files of the program are: $RAILCHECK_PKGDATA or the
 * compiled-in folder. */
const char *app_package_dir(void);

/* Is there a database in dir? */
bool app_exists(const char *dir);
/*
 * Sets up a database in dir (made when missing): device, post, officer, and the checklist set of
 * package_dir/checklists, and makes its key and tape. Nothing is left behind on failure. A tape
 * without its database is RC_E_TAPE_LEFT.
 */
bool app_init(const char *dir, const char *post, const char *officer, const char *badge,
              const char *package_dir, struct rc_env *env, struct rc_error *err);
/* Opens the database of dir, brings its tape and mirror up, or it up to them; the officer at work
 * is the one with badge (NULL: the only one, or the first). One with a PIN cannot write before
 * people_login. write false opens for reading only. NULL and err on failure; RC_E_TAPE_OTHER when a
 * tape contradicts the database. */
struct app *app_open(const char *dir, const char *badge, bool write, struct rc_env *env,
                     struct rc_error *err);
void app_close(struct app *app);
/* What has to be told although nothing failed: the next piece of news into out, each once. False
 * when there is none. Ask after opening and after saving. */
bool app_news(struct app *app, struct rc_error *out);

/*
 * Adopts the checklist set in dir when its version is not in the database yet. The same version
 * with other bytes is refused (RC_E_SET_CHANGED), a broken set too (errors gets the list).
 */
bool app_adopt(struct app *app, const char *dir, struct notes *errors, bool *added,
               struct rc_error *err);
/* Reads the set in dir without a database. NULL: errors has what is wrong with it, or err says why
 * it cannot be read. Free with checklist_free. */
struct checklist *app_set_in(const char *dir, struct notes *errors, struct notes *notes,
                             struct rc_error *err);
/* The adopted set with this id (0: the newest), parsed once; owned by app. */
const struct checklist *app_set(struct app *app, int64_t id, struct rc_error *err);

/* --- writing: the only way events come to be --- */

/* Asks whether the officer at work is the one he says (RC_E_PIN_NEEDED) and has the right, as the
 * database knows him now; takes the lock and begins a transaction. */
bool app_begin(struct app *app, enum right right, struct rc_error *err);
/*
 * Appends one chained event by the officer at work, now. train and wagon are UUID texts or NULL.
 * body is a JSON object. On failure the transaction is rolled back.
 */
bool app_record(struct app *app, const char *kind, const char *train, const char *wagon,
                const char *body, struct rc_error *err);
/* Seals the chain when it is due, commits, and brings the tapes up; true means: it is on the disk.
 * A tape that could not be written is news. */
bool app_commit(struct app *app, struct rc_error *err);
void app_rollback(struct app *app);

#endif
