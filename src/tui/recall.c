/* SPDX-License-Identifier: ISC */
/* Texts typed before, back into a field. */
#include "config.h"

#include "tui/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define KEPT 20

/* Is the text what the field shows already? Then a step onto it would look like a dead key. */
static bool
shown(const struct recall *r, size_t at, const struct field *field)
{
    const char *text = at ? r->texts.rows[at - 1] : r->typed;

    return strcmp(text, buf_text(&field->text)) == 0;
}

static void
read_texts(struct recall *r, struct ui *ui)
{
    r->read = true;
    /* A text that cannot be offered is typed. */
    if (!store_recent(ui->app->store, r->what, r->key, KEPT, &r->texts, NULL))
        r->texts = (struct texts){0};
}

bool
recall_step(struct recall *r, struct ui *ui, struct field *field, bool older)
{
    size_t at = r->at;

    if (!r->read)
        read_texts(r, ui);
    if (!r->typed)
        r->typed = rc_strdup(buf_text(&field->text));
    do {
        if (older ? at == r->texts.n : at == 0)
            return false;
        at = older ? at + 1 : at - 1;
    } while (at && shown(r, at, field));
    r->at = at;
    field_set(field, at ? r->texts.rows[at - 1] : r->typed);
    return true;
}

void
recall_reset(struct recall *r, enum recent what, const char *key)
{
    recall_release(r);
    r->what = what;
    snprintf(r->key, sizeof r->key, "%s", key);
}

void
recall_release(struct recall *r)
{
    texts_release(&r->texts);
    free(r->typed);
    *r = (struct recall){0};
}
