/* SPDX-License-Identifier: ISC */
/* Plain mode: the manual, a page for each role, one entry a line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/manual.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"

#define ENTRY_INDENT 2

/* One heading, or one entry with its lines put together again; the bytes of text that it takes. */
static size_t
say_entry(struct plain *p, const char *text)
{
    struct buf entry = {0};
    size_t used = 0;

    do {
        size_t indent = strspn(text + used, " "), len = strcspn(text + used + indent, "\n");

        if (entry.len)
            buf_addc(&entry, ' ');
        buf_add(&entry, text + used + indent, len);
        used += indent + len;
        used += text[used] == '\n';
    } while (strspn(text + used, " ") > ENTRY_INDENT);
    plain_say(p, "%s", buf_text(&entry));
    buf_release(&entry);
    return used;
}

static void
say_page(struct plain *p, enum role role)
{
    struct rc_error err = {0};
    char *page = manual_page((int)role, i18n_codes(), &err);

    if (!page) {
        plain_error(p, &err);
        return;
    }
    plain_say(p, "%s",
              _("What stands in square brackets are keys of the screens. Here their letters are "
                "typed as lines, and ? lists what can be typed."));
    for (const char *text = page; *text;)
        text += say_entry(p, text);
    free(page);
    p->quiet = true;
}

void
plain_manual(struct plain *p)
{
    struct choice choices[ROLES_COUNT];
    struct choice_list list = {.name = "roles", .choices = choices, .n = ROLES_COUNT};
    char *chosen;

    for (int i = 0; i < ROLES_COUNT; i++)
        choices[i] = (struct choice){.name = role_name((enum role)i),
                                     .label.in[0] = _(role_words((enum role)i))};
    chosen = plain_choose(p, _("The manual for whom?"), &list, NULL,
                          role_name(manual_first(p->app->roles)), false);
    for (int i = 0; chosen && i < ROLES_COUNT; i++) {
        if (strcmp(chosen, choices[i].name) == 0)
            say_page(p, (enum role)i);
    }
    free(chosen);
}
