/* SPDX-License-Identifier: ISC */
/* Room-private. The columns of a wagon_row, for every query that gives wagons. */
#ifndef RC_STORE_WAGON_ROWS_H
#define RC_STORE_WAGON_ROWS_H

#include "store/queries.h"
#include "store/reader.h"

/* Behind it stands what joins the wagon's key and officer: WAGON_JOIN, after the tables that find
 * the wagon w. */
#define WAGON_COLUMNS                                                                              \
    "SELECT w.id, w.train, k.uuid, w.position, w.number, w.kind, w.kind_from, w.level,"            \
    " w.owner_railway, w.cargo_etsng, w.cargo_gng, w.cargo_name, w.net_kg, w.tare_kg, w.axles,"    \
    " w.un_no, w.hazard_no, w.emergency_card, w.origin_station, w.destination_station,"            \
    " w.consignor, w.consignee, w.seal_count, w.containers, w.state, w.reason, w.done, w.total,"   \
    " w.findings, w.worst, w.seals_expected, w.seals_read, w.seals_bad, w.first_at, w.last_at,"    \
    " w.closed_at, o.badge"
#define WAGON_JOIN " CROSS JOIN wagon_key k ON k.id = w.id LEFT JOIN officer o ON o.id = w.officer"
/* Wagons of a train whose import was taken back are not found. */
#define WAGON_SHOWN " AND (SELECT t.state FROM train t WHERE t.id = w.train) IS NOT 'withdrawn'"
#define WAGONS WAGON_COLUMNS " FROM wagon w" WAGON_JOIN

bool wagons_open(struct reader *r, struct store *s, const char *sql, struct wagons *out,
                 struct rc_error *err);
/* Reads all rows of the bound r. */
bool wagons_read(struct reader *r, struct wagons *out);
/* ":limit" of a query. */
void bind_limit(struct reader *r, size_t limit);

#endif
