/* SPDX-License-Identifier: ISC */
/* Private to exchange: the columns of a consist list and how lists write their headings. */
#ifndef RC_EXCHANGE_CONSIST_COLUMNS_H
#define RC_EXCHANGE_CONSIST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum column {
    COL_TRAIN_NO,
    COL_TRAIN_INDEX,
    COL_ARRIVED_AT,
    COL_DIRECTION,
    COL_POSITION,
    COL_WAGON_NO,
    COL_KIND,
    COL_OWNER_RAILWAY,
    COL_CARGO_ETSNG,
    COL_CARGO_GNG,
    COL_CARGO_NAME,
    COL_NET_KG,
    COL_TARE_KG,
    COL_NET_T,
    COL_TARE_T,
    COL_AXLES,
    COL_UN_NO,
    COL_HAZARD_NO,
    COL_EMERGENCY_CARD,
    COL_ORIGIN,
    COL_DESTINATION,
    COL_CONSIGNOR,
    COL_CONSIGNEE,
    COL_SEAL_COUNT,
    COL_SEALS,
    COL_CONTAINERS,
    COLUMNS
};

/* Canonical name of the column. */
const char *column_name(enum column column);
/* The column that this heading means; COLUMNS when nobody knows it. */
enum column column_of(const char *heading);
/* Letters and digits only, lower case, ё as е: how headings and kinds are compared. Free it. */
char *plain_words(const char *s);

#endif
