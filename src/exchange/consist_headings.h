/* SPDX-License-Identifier: ISC */
/* The columns of a list of wagons and the headings that they go by. */
#ifndef RC_EXCHANGE_CONSIST_HEADINGS_H
#define RC_EXCHANGE_CONSIST_HEADINGS_H

#include <stdbool.h>
#include <stddef.h>

enum list_column {
    LIST_TRAIN_NO,
    LIST_TRAIN_INDEX,
    LIST_ARRIVED_AT,
    LIST_DIRECTION,
    LIST_POSITION,
    LIST_WAGON_NO,
    LIST_KIND,
    LIST_OWNER_RAILWAY,
    LIST_CARGO_ETSNG,
    LIST_CARGO_GNG,
    LIST_CARGO_NAME,
    LIST_NET_KG,
    LIST_TARE_KG,
    LIST_AXLES,
    LIST_UN_NO,
    LIST_HAZARD_NO,
    LIST_EMERGENCY_CARD,
    LIST_ORIGIN_STATION,
    LIST_DESTINATION_STATION,
    LIST_CONSIGNOR,
    LIST_CONSIGNEE,
    LIST_SEAL_COUNT,
    LIST_SEALS,
    LIST_CONTAINERS,
    LIST_COLUMNS
};

/* Only masses have one. */
enum list_unit { LIST_UNIT_NONE, LIST_UNIT_KG, LIST_UNIT_TONNE };

struct heading {
    enum list_column column;
    enum list_unit unit; /* of a mass: LIST_UNIT_NONE when the heading does not tell */
};

/* What heading text means; false when nobody knows. Case, blanks, punctuation and the difference
 * of е and ё do not count. */
bool heading_find(const char *text, struct heading *out);
/* The canonical heading of a column: "wagon_no". */
const char *heading_name(enum list_column column);

/* The column with this canonical name; also net_t and tare_t, masses in tonnes. */
bool heading_column(const char *name, struct heading *out);
/* The unit that the last word of any heading is; LIST_UNIT_NONE for another word. */
enum list_unit heading_unit(const char *text);

#define HEADING_KEY 200 /* bytes with NUL */

/* What counts of a text: its letters (Latin, Greek, Cyrillic) and digits, folded. Cut at the size.
 */
void heading_key(const char *text, char out[HEADING_KEY]);

#endif
