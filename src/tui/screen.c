/* SPDX-License-Identifier: ISC */
/* Making screens, and the effects that they give back to the loop. */
#include "config.h"

#include "tui/screen.h"

#include "base/alloc.h"

struct effect
effect_none(void)
{
    return (struct effect){.kind = EFFECT_NONE};
}

struct effect
effect_redraw(void)
{
    return (struct effect){.kind = EFFECT_REDRAW};
}

struct effect
effect_push(struct screen *next)
{
    return (struct effect){.kind = EFFECT_PUSH, .next = next};
}

struct effect
effect_replace(struct screen *next)
{
    return (struct effect){.kind = EFFECT_REPLACE, .next = next};
}

struct effect
effect_default(void)
{
    return (struct effect){.kind = EFFECT_DEFAULT};
}

struct effect
effect_quit(void)
{
    return (struct effect){.kind = EFFECT_QUIT};
}

struct effect
effect_pop(struct screen *s, const char *result)
{
    char *answer = rc_strdup(result);

    free(s->answer);
    s->answer = answer;
    return (struct effect){.kind = EFFECT_POP};
}

struct screen *
screen_new(struct ui *ui, const struct screen_ops *ops, size_t size)
{
    struct screen *s = rc_alloc(1, sizeof *s);

    s->ops = ops;
    s->ui = ui;
    s->data = rc_alloc(1, size ? size : 1);
    return s;
}

void
screen_free(struct screen *s)
{
    if (!s)
        return;
    if (s->ops->close)
        s->ops->close(s);
    free(s->data);
    free(s->answer);
    free(s);
}
