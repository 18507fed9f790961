/* SPDX-License-Identifier: ISC */
/* Any bytes as a list of wagons: an accepted list holds what its reader promises. */
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct kind_name names[] = {{"tank", "tank"}, {"цистерна", "tank"}};
    static const struct kind_names kinds = {names, 2};
    struct consist consist = {0};
    struct notes errors = {0};
    struct notes warnings = {0};
    bool read = consist_csv_read((const char *)data, size, "list.csv", 300, &kinds, &consist,
                                 &errors, &warnings);

    must(read == (errors.n == 0));
    if (read) {
        must(consist.n > 0 && consist.n <= CONSIST_WAGONS_MAX);
        for (size_t i = 0; i < consist.n; i++)
            check_wagon(&consist.wagons[i]);
    }
    consist_release(&consist);
    notes_release(&errors);
    notes_release(&warnings);
    return 0;
}
