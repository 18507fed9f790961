/* SPDX-License-Identifier: ISC */
/* Numbers from a barcode scanner, told from commands by their speed and their form. */
#include "config.h"

#include "tui/scan.h"

#include "base/utf8.h"
#include "i18n/i18n.h"

#define LETTERS_MAX 4
#define DIGITS_MIN 5

static const struct screen_ops *
top(const struct ui *ui)
{
    return ui->depth ? ui->stack[ui->depth - 1]->ops : NULL;
}

static bool
is_digit(const struct ui *ui, const struct key *key)
{
    return key->code == RK_CHAR && layout_digit(&ui->layouts, ui->layout, key->ch);
}

static bool
is_letter(const struct key *key)
{
    return key->code == RK_CHAR && key->ch > ' ' &&
           (utf8_fold(key->ch) != key->ch || utf8_upper(key->ch) != key->ch);
}

bool
scan_begins(const struct ui *ui, const struct key *key)
{
    const struct screen_ops *ops = top(ui);

    /* The screen of the seals takes capitals and digits as they come. */
    if (!ops || !(ops->context & IN_GO & ~(unsigned)IN_SEALS) ||
        (ops->wants && ops->wants(ui->stack[ui->depth - 1], key)))
        return false;
    return is_digit(ui, key) || (is_letter(key) && utf8_fold(key->ch) != key->ch);
}

/* A number whose digits no known layout explains: on the Kazakh row some send letters that other
 * layouts have elsewhere. Commands it is not either. */
static bool
is_unreadable(const struct ui *ui, const struct key *keys, size_t n)
{
    size_t digits = 0, strange = 0;

    for (size_t i = 0; i < n; i++) {
        if (is_digit(ui, &keys[i]))
            digits++;
        else if (keys[i].code == RK_CHAR && !layout_letter(&ui->layouts, ui->layout, keys[i].ch))
            strange++;
    }
    return digits && strange && n >= 1 + DIGITS_MIN;
}

bool
scan_take(struct ui *ui, const struct key *keys, size_t n)
{
    const struct screen_ops *ops = top(ui);
    size_t letters = 0, digits = 0;
    bool ended;

    while (letters < n && is_letter(&keys[letters]) && !is_digit(ui, &keys[letters]))
        letters++;
    while (letters + digits < n && is_digit(ui, &keys[letters + digits]))
        digits++;
    ended = n && (keys[n - 1].code == RK_ENTER || keys[n - 1].code == RK_TAB);
    if (!ops || letters > LETTERS_MAX || digits < DIGITS_MIN || letters + digits + ended != n) {
        if (!ops || !is_unreadable(ui, keys, n))
            return false;
        ui_say(ui, "%s",
               _("A scanned number in an unknown layout: choose yours, F2, Keyboard layout"));
        return true;
    }
    ui_action(ui, ops->context == IN_WAGON ? ACT_SEALS : ACT_GO);
    for (size_t i = 0; i < letters + digits && top(ui) != ops; i++)
        ui_key(ui, &keys[i]);
    if (ended && top(ui) != ops)
        ui_key(ui, &(struct key){.code = RK_ENTER});
    return true;
}
