/* SPDX-License-Identifier: ISC */
/* The reference card of every item of the checklists: whole on one screen, in both languages, also
 * while all of its gates are open. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "on_wagon.h"
#include "tui/screens.h"

/* Does the picture of the screen on top hold this text? */
static bool
shows(struct golden *g, const char *text)
{
    struct surface surface = {0};
    struct buf dump = {0};
    bool found;

    surface_init(&surface, 24, 80);
    ui_draw(&g->ui, &surface);
    surface_dump(&surface, &dump);
    found = strstr(buf_text(&dump), text) != NULL;
    buf_release(&dump);
    surface_release(&surface);
    return found;
}

static void
every_card_fits_one_screen(void **state)
{
    static const char *const langs[] = {"en", "ru"};
    size_t cards = 0, longer = 0;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;
        struct work w;

        open_wagon(&g, langs[i]);
        w = work_at(&g, 1);
        for (size_t m = 0; m < w.set->n_modules; m++) {
            for (size_t n = 0; n < w.set->modules[m].n; n++) {
                const struct item *item = &w.set->modules[m].items[n];

                g.ui.stack[g.ui.depth++] = screen_card(&g.ui, w.set, item, item->gates);
                cards++;
                if (shows(&g, "PgDn")) {
                    print_message("# %s %s is longer than a screen\n", langs[i], item->name);
                    longer++;
                }
                golden_keys(&g, "Esc");
            }
        }
        work_release(&w);
        golden_close(&g);
    }
    assert_true(cards > 400);
    assert_int_equal(longer, 0);
}

int
main(void)
{
    const struct CMUnitTest cards[] = {
        cmocka_unit_test(every_card_fits_one_screen),
    };

    return cmocka_run_group_tests(cards, NULL, NULL);
}
