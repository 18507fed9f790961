/* SPDX-License-Identifier: ISC */
/* Private to the form of a finding: its rows, what it holds, and who does what. */
#ifndef RC_TUI_FINDING_VIEW_H
#define RC_TUI_FINDING_VIEW_H

#include "app/attach.h"
#include "app/inspect.h"
#include "app/work.h"
#include "core/attached.h"
#include "tui/recall.h"
#include "tui/screen.h"
#include "tui/widgets.h"

/* What the form asks other screens for. */
enum {
    ASK_CHOICE = 1,
    ASK_WHY,
    ASK_WITHDRAW,
    ASK_PATH,       /* of a file, or of a folder to choose from */
    ASK_NEWEST,     /* one of the newest files of a folder */
    ASK_ATTACH_WHY, /* the reason of attaching to a closed wagon */
    ASK_REMOVE      /* the reason of taking a file off */
};

/* Rows of the form. With a list the value is one of its choices, else it is text. */
enum finding_row_at {
    ROW_CATEGORY,
    ROW_SEVERITY,
    ROW_DESCRIPTION,
    ROW_ZONE,
    ROW_SIDE,
    ROW_NOTICED,
    ROW_QUANTITY,
    ROW_UNIT,
    ROW_ACTION,
    ROW_AGENCY,
    ROW_ACT_NO,
    ROW_FILES, /* the attached files stand behind the last row */
    ROWS
};

struct form_row {
    const char *words;
    const char *list; /* NULL: text */
    size_t max;       /* characters of a text */
    enum recent recent;
};
extern const struct form_row finding_form[ROWS];

struct finding_view {
    int64_t wagon;
    char uuid[40];
    struct work work;
    const struct finding_row *row;                      /* in work */
    const struct file_row *files[ATTACHED_PER_FINDING]; /* in work */
    size_t n_files;
    struct scroll scroll; /* over rows, then files */
    struct field field;   /* text of the row under the cursor */
    struct recall recall; /* texts typed before in that row */
    bool loaded;          /* field holds that row's text */
    char *pending;        /* value that waits for the reason of a correction */
    bool unsaved;         /* what is typed could not be saved: leaving again gives it up */

    struct attachables newest; /* of a folder, to choose from */
    struct choice_list newest_list;
    char (*newest_words)[160];
    char *path;        /* file that waits for the reason of a correction */
    char removing[65]; /* hash of the file that waits for a reason */
};

/* --- finding_form.c --- */

/* The stored value of a form row as text. */
const char *finding_value(const struct finding_view *v, size_t row, char number[4]);
void finding_set_value(struct finding *f, size_t row, const char *value);
/* The finding as it is stored. */
struct finding finding_stored(const struct finding_view *v);
/* Is the row under the cursor a text that is typed? */
bool finding_on_text(const struct finding_view *v);

/* --- finding_draw.c --- */

void finding_draw(const struct screen *s, struct surface *to);

/* --- finding_files.c --- */

/* Finds the finding's files in work. */
void finding_find_files(struct finding_view *v);
/* The file under the cursor; NULL when there is none. */
const struct file_row *finding_file_here(const struct finding_view *v);
/* Asks for a path. */
struct effect finding_attach(struct screen *s);
/* Asks for the reason of taking the file under the cursor off. */
struct effect finding_remove(struct screen *s);
/* The answer to a question of these two. */
struct effect finding_files_result(struct screen *s, int tag, const char *text);
void finding_files_release(struct finding_view *v);

/* --- screen_finding.c --- */

bool finding_reload(struct screen *s, struct rc_error *err);

#endif
