/* SPDX-License-Identifier: ISC */
/* Any bytes as a list of wagons: what is taken and what is rejected holds what its reader promises.
 */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "exchange/consist.h"
#include "exchange/consist_csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool promise)
{
    if (!promise)
        abort();
}

static void
check_text(const char *s)
{
    must(s != NULL);
    must(utf8_valid(s, strlen(s), NULL));
}

static void
check_wagon(const struct consist_wagon *w)
{
    check_text(w->number);
    must(*w->number);
    check_text(w->kind);
    check_text(w->cargo_name);
    check_text(w->consignor);
    check_text(w->consignee);
    must(w->line > 1);
    must(w->net_kg >= -1 && w->tare_kg >= -1 && w->axles >= 0 && w->seal_count >= -1);
    for (size_t i = 0; i < w->n_seals; i++)
        check_text(w->seals[i]);
    for (size_t i = 0; i < w->n_containers; i++)
        check_text(w->containers[i]);
}

static void
check_rejected(const struct consist *c)
{
    unsigned line = 1;

    must(c->n + c->n_rejected <= c->rows);
    for (size_t i = 0; i < c->n_rejected; i++) {
        must(c->rejected[i].line > line);
        line = c->rejected[i].line;
        must(c->rejected[i].why.code != RC_OK);
        check_text(c->rejected[i].text);
    }
}

static void
read_once(const char *text, size_t size, const struct consist_choice *choice)
{
    static const struct kind_name names[] = {{"tank", "tank"}, {"цистерна", "tank"}};
    static const struct kind_names kinds = {names, 2};
    struct consist consist = {0};
    struct notes errors = {0};
    struct notes warnings = {0};
    bool read = consist_csv_read_as(text, size, "list.csv", 300, &kinds, choice, &consist, &errors,
                                    &warnings);

    must(read == (errors.n == 0));
    must(!read || (consist.usable && !consist.n_rejected));
    must(!consist.usable || consist.n > 0);
    must(consist.n <= CONSIST_WAGONS_MAX);
    for (size_t i = 0; i < consist.n; i++)
        check_wagon(&consist.wagons[i]);
    check_rejected(&consist);
    for (size_t i = 0; i < consist.n_headings; i++)
        check_text(consist.headings[i]);
    consist_release(&consist);
    notes_release(&errors);
    notes_release(&warnings);
}

/* As it is; and in an encoding that the size chooses, with columns that somebody chose. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct consist_column columns[] = {
        {"wagon_no", "wagon_no"}, {"cargo_name", "Груз"}, {"net_t", "x"}};
    struct consist_choice choice = {0};
    size_t encodings = 0;

    read_once((const char *)data, size, NULL);
    while (consist_encoding(encodings))
        encodings++;
    choice.encoding = consist_encoding(size % encodings);
    choice.columns = columns;
    choice.n_columns = size % (sizeof columns / sizeof *columns + 1);
    read_once((const char *)data, size, &choice);
    return 0;
}
