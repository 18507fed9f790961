/* SPDX-License-Identifier: ISC */
/* Numbers from a barcode scanner, told from commands by their speed and their form. */
#include "config.h"

#include "tui/scan.h"

#include "base/utf8.h"

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

bool
scan_take(struct ui *ui, const struct key *keys, size_t n)
{
    const struct screen_ops *ops = top(ui);
    size_t letters = 0, digits = 0;

    while (letters < n && is_letter(&keys[letters]) && !is_digit(ui, &keys[letters]))
        letters++;
    while (letters + digits < n && is_digit(ui, &keys[letters + digits]))
        digits++;
    if (!ops || letters > LETTERS_MAX || digits < DIGITS_MIN || letters + digits + 1 != n ||
        keys[n - 1].code != RK_ENTER)
        return false;
    ui_action(ui, ops->context == IN_WAGON ? ACT_SEALS : ACT_GO);
    for (size_t i = 0; i < n && top(ui) != ops; i++)
        ui_key(ui, &keys[i]);
    return true;
}
