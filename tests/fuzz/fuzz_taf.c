/* SPDX-License-Identifier: ISC */
/* Any bytes as a TAF TSI message: an accepted list holds what its reader promises. */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "exchange/consist.h"
#include "exchange/taf_xml.h"

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
    check_text(w->cargo_etsng);
    check_text(w->un_no);
    check_text(w->hazard_no);
    check_text(w->destination_station);
    check_text(w->consignee);
    must(w->raw == NULL);
    must(w->line >= 1 && w->position >= 1);
    must(w->net_kg >= -1 && w->tare_kg >= -1 && w->axles >= 0 && w->seal_count >= -1);
}

/* The first byte is what people tell. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct consist_options options = {.now = {1795500000000, 300}};
    struct consist consist = {0};
    struct notes errors = {0};
    struct notes warnings = {0};
    bool read;

    if (size == 0)
        return 0;
    options.choice.told.section = data[0] % 4;
    taf_xml_seems((const char *)data + 1, size - 1);
    read = taf_xml_read((const char *)data + 1, size - 1, "list", &options, &consist, &errors,
                        &warnings);
    must(read == (errors.n == 0));
    if (read) {
        must(consist.n > 0 && consist.n <= CONSIST_WAGONS_MAX);
        check_text(consist.train_no);
        check_text(consist.train_index);
        for (size_t i = 0; i < consist.n; i++)
            check_wagon(&consist.wagons[i]);
        for (size_t i = 0; i < consist.n_sections; i++)
            check_text(consist.sections[i].name);
    }
    consist_release(&consist);
    notes_release(&errors);
    notes_release(&warnings);
    return 0;
}
