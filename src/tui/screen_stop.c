/* SPDX-License-Identifier: ISC */
/* Danger to life: the stop-work instruction, over everything, until Enter. */
#include "config.h"

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/screens.h"
#include "tui/ui.h"

struct stop {
    char *text;
};

static void
stop_draw(const struct screen *s, struct surface *to)
{
    const struct stop *stop = s->data;
    int width = to->cols - 8, rows = to->rows - 6;

    surface_box(to, 2, 2, to->rows - 4, to->cols - 4, NULL);
    surface_fill(to, 3, 3, to->cols - 6, STYLE_STOP, ' ');
    surface_put(to, 3, 4, width, STYLE_STOP, _("STOP WORK"));
    surface_wrap(to, 5, 4, width, rows - 4, STYLE_FINDING, stop->text);
    surface_put(to, to->rows - 4, 4, width, STYLE_HINT, _("Enter: I have read this"));
}

static struct effect
stop_act(struct screen *s, enum action action)
{
    (void)s;
    (void)action;
    return effect_none();
}

/* Every key: only Enter leaves, and nothing typed ahead does. */
static bool
stop_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    (void)key;
    return true;
}

static struct effect
stop_text(struct screen *s, const struct key *key)
{
    return key->code == RK_ENTER ? effect_pop(s, "read") : effect_none();
}

static void
stop_close(struct screen *s)
{
    struct stop *stop = s->data;

    free(stop->text);
}

static const struct screen_ops stop_ops = {
    .name = "stop",
    .context = IN_TEXT,
    .draw = stop_draw,
    .act = stop_act,
    .wants = stop_wants,
    .text = stop_text,
    .close = stop_close,
    .overlay = true,
};

struct screen *
screen_stop(struct ui *ui, const char *text)
{
    struct screen *s = screen_new(ui, &stop_ops, sizeof(struct stop));
    struct stop *stop = s->data;

    stop->text = rc_strdup(text);
    return s;
}
