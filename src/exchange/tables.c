/* SPDX-License-Identifier: ISC */
/* The tables of an export and the views, with their columns in the order in which they stand. */
#include "config.h"

#include "exchange/tables.h"

#include "base/error-codes.h"

#define COLUMNS(...)                                                                               \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }
#define TO_CONSIST                                                                                 \
    {                                                                                              \
        {"train_id"}, "consist",                                                                   \
        {                                                                                          \
            "train_id"                                                                             \
        }                                                                                          \
    }
#define TO_WAGONS                                                                                  \
    {                                                                                              \
        {"wagon_id"}, "wagons",                                                                    \
        {                                                                                          \
            "wagon_id"                                                                             \
        }                                                                                          \
    }

const struct table table_consist = {
    .name = "consist",
    .text = N_("one row per train"),
    .columns =
        COLUMNS("train_id", "train_no", "train_index", "direction", "arrived_at", "arrived_offset",
                "departs_at", "departs_offset", "post", "form_id", "form_version", "level", "state",
                "wagons", "closed", "findings", "worst_severity", "source_file", "source_sha256",
                "listed_at", "submitted_at", "submitted_by", "returns", "decided_at", "decided_by"),
    .key = {"train_id"},
};

/* With train_no, train_index, arrival and direction it is a list that can be imported. */
const struct table table_wagons = {
    .name = "wagons",
    .text = N_("one row per wagon; also a list that can be imported"),
    .columns =
        COLUMNS("train_id", "train_no", "train_index", "arrival", "direction", "position",
                "wagon_id", "wagon_no", "kind", "kind_from", "level", "owner_railway",
                "cargo_etsng", "cargo_gng", "cargo_name", "net_kg", "tare_kg", "axles", "un_no",
                "hazard_no", "emergency_card", "origin_station", "destination_station", "consignor",
                "consignee", "seal_count", "seals", "containers", "state", "struck_reason",
                "items_done", "items_total", "findings", "worst_severity", "seals_expected",
                "seals_read", "seals_bad", "bulk_answers", "copied_answers", "started_at",
                "ended_at", "minutes", "officer", "owner_railway_name", "cargo_etsng_name",
                "cargo_gng_name", "un_name", "origin_station_name", "destination_station_name"),
    .key = {"wagon_id"},
    .references = {TO_CONSIST},
};

const struct table table_answers = {
    .name = "answers",
    .text = N_("one row per answered item of a wagon or of the train itself"),
    .columns = COLUMNS("train_id", "wagon_id", "position", "wagon_no", "item_key", "container",
                       "item", "zone", "level", "value", "state", "value_label", "unit",
                       "outside_limits", "reason", "note", "bulk", "copied", "gate", "answered_at",
                       "utc_offset", "officer", "form_id", "form_version"),
    .key = {"train_id", "wagon_id", "item_key"},
    .partial = 1,
    .references = {TO_CONSIST,
                   TO_WAGONS,
                   {{"form_id", "form_version", "item"},
                    "codebook",
                    {"form_id", "form_version", "item"}}},
};

/* The columns of the items stand behind these. */
const struct table table_wide = {
    .name = "answers_wide",
    .text = N_("one row per wagon, one column per item"),
    .columns = COLUMNS("train_id", "wagon_id", "position", "wagon_no", "kind", "form_version"),
    .key = {"wagon_id"},
    .references = {TO_CONSIST, TO_WAGONS},
};

const struct table table_findings = {
    .name = "findings",
    .text = N_("one row per finding"),
    .columns =
        COLUMNS("finding_id", "train_id", "wagon_id", "position", "wagon_no", "item", "zone",
                "category", "severity", "noticed", "description", "quantity", "unit", "action",
                "agency", "act_no", "files", "state", "raised_at", "utc_offset", "officer", "side"),
    .key = {"finding_id"},
    .references = {TO_CONSIST, TO_WAGONS},
};

const struct table table_files = {
    .name = "files",
    .text = N_("one row per photo or file of a finding; copies are in the folder files"),
    .columns = COLUMNS("finding_id", "train_id", "wagon_id", "name", "size", "sha256", "path",
                       "attached_at", "utc_offset", "officer"),
    .key = {"finding_id", "sha256"},
    .references = {TO_CONSIST, TO_WAGONS, {{"finding_id"}, "findings", {"finding_id"}}},
};

const struct table table_seals = {
    .name = "seals",
    .text = N_("one row per seal: as listed, as read, as put on"),
    .columns = COLUMNS("seal_id", "train_id", "wagon_id", "position", "wagon_no", "n", "place",
                       "owner", "expected", "read", "applied", "removed", "state", "match", "view",
                       "verify", "tug", "twist", "reason", "recorded_at", "utc_offset", "officer"),
    .key = {"seal_id"},
    .references = {TO_CONSIST, TO_WAGONS},
};

const struct table table_gates = {
    .name = "gates",
    .text = N_("one row per gate of a train or a wagon, as it stands"),
    .columns = COLUMNS("train_id", "wagon_id", "position", "code", "state", "name", "at",
                       "utc_offset", "officer"),
    .key = {"train_id", "wagon_id", "code"},
    .partial = 1,
    .references = {TO_CONSIST, TO_WAGONS},
};

const struct table table_reviews = {
    .name = "reviews",
    .text = N_("one row per point that a lead returned and per decision"),
    .columns = COLUMNS("review_id", "train_id", "wagon_id", "position", "wagon_no", "what", "item",
                       "finding_id", "reason", "state", "at", "utc_offset", "officer"),
    .key = {"review_id"},
    .references = {TO_CONSIST, TO_WAGONS},
};

/* The columns label_LANGUAGE stand behind these. */
const struct table table_codebook = {
    .name = "codebook",
    .text = N_("one row per item of the checklists that the trains were inspected with"),
    .columns = COLUMNS("form_id", "form_version", "item", "module", "type", "zone", "level", "unit",
                       "limits", "required", "severity", "gates", "choices", "source"),
    .key = {"form_id", "form_version", "item"},
};

const struct table view_wagons = {
    .name = "v_wagons",
    .text = N_("wagons with their train, in words"),
    .columns = COLUMNS("train_id", "train_no", "train_index", "direction", "arrived_at",
                       "arrived_offset", "train_state", "wagon_id", "position", "wagon_no", "kind",
                       "level", "cargo_etsng", "cargo_gng", "cargo_name", "net_kg", "tare_kg",
                       "un_no", "hazard_no", "origin_station", "destination_station", "consignor",
                       "consignee", "state", "items_done", "items_total", "findings",
                       "worst_severity", "seals_expected", "seals_read", "seals_bad", "started_at",
                       "ended_at", "minutes", "officer", "officer_name"),
};

const struct table view_answers = {
    .name = "v_answers",
    .text = N_("answers with train, wagon and officer, in words"),
    .columns = COLUMNS("train_no", "arrived_at", "position", "wagon_no", "kind", "wagon_id",
                       "item_key", "state", "value", "reason", "note", "bulk", "copied", "gate",
                       "answered_at", "utc_offset", "officer", "officer_name"),
};

const struct table view_findings = {
    .name = "v_findings",
    .text = N_("findings with train, wagon and officer, in words"),
    .columns = COLUMNS("finding_id", "train_no", "arrived_at", "position", "wagon_no", "kind",
                       "wagon_id", "item", "zone", "category", "severity", "noticed", "description",
                       "quantity", "unit", "action", "agency", "act_no", "state", "raised_at",
                       "utc_offset", "officer", "officer_name", "side"),
};

const struct table view_seals = {
    .name = "v_seals",
    .text = N_("seals with train, wagon and officer, in words"),
    .columns =
        COLUMNS("seal_id", "train_no", "arrived_at", "position", "wagon_no", "kind", "wagon_id",
                "n", "place", "owner", "expected", "read", "applied", "removed", "state", "match",
                "reason", "recorded_at", "utc_offset", "officer", "officer_name"),
};

const struct table *const export_tables[] = {&table_consist,
                                             &table_wagons,
                                             &table_answers,
                                             &table_wide,
                                             &table_findings,
                                             &table_files,
                                             &table_seals,
                                             &table_gates,
                                             &table_reviews,
                                             &table_codebook,
                                             NULL};

const struct table *const analyst_views[] = {&view_wagons, &view_answers, &view_findings,
                                             &view_seals, NULL};

size_t
table_width(const struct table *table)
{
    size_t n = 0;

    while (table->columns[n])
        n++;
    return n;
}
