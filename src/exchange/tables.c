/* SPDX-License-Identifier: ISC */
/* The tables of an export and their columns, in the order in which they are written. */
#include "config.h"

#include "exchange/tables.h"

#define TABLE(name, file_name, ...)                                                                \
    const struct table table_##name = {file_name, (const char *const[]){__VA_ARGS__, NULL}}

TABLE(consist, "consist.csv", "train_id", "train_no", "train_index", "direction", "arrived_at",
      "arrived_offset", "post", "form_id", "form_version", "level", "state", "wagons", "closed",
      "findings", "worst_severity", "source_file", "source_sha256", "listed_at", "submitted_at",
      "submitted_by");

TABLE(wagons, "wagons.csv", "train_id", "position", "wagon_id", "wagon_no", "kind", "kind_from",
      "level", "owner_railway", "cargo_etsng", "cargo_gng", "cargo_name", "net_kg", "tare_kg",
      "axles", "un_no", "hazard_no", "emergency_card", "origin_station", "destination_station",
      "consignor", "consignee", "seal_count", "containers", "state", "struck_reason", "items_done",
      "items_total", "findings", "worst_severity", "seals_expected", "seals_read", "seals_bad",
      "bulk_answers", "copied_answers", "started_at", "ended_at", "minutes", "officer",
      "owner_railway_name", "cargo_etsng_name", "cargo_gng_name", "un_name", "origin_station_name",
      "destination_station_name");

TABLE(answers, "answers.csv", "train_id", "wagon_id", "position", "wagon_no", "container", "item",
      "zone", "level", "value", "state", "value_label", "unit", "outside_limits", "reason", "note",
      "bulk", "copied", "gate", "answered_at", "utc_offset", "officer", "form_version");

TABLE(findings, "findings.csv", "finding_id", "train_id", "wagon_id", "position", "wagon_no",
      "item", "zone", "category", "severity", "noticed", "description", "quantity", "unit",
      "action", "agency", "act_no", "files", "state", "raised_at", "utc_offset", "officer");

TABLE(seals, "seals.csv", "seal_id", "train_id", "wagon_id", "position", "wagon_no", "n", "place",
      "owner", "expected", "read", "applied", "removed", "state", "match", "view", "verify", "tug",
      "twist", "reason", "recorded_at", "utc_offset", "officer");

TABLE(gates, "gates.csv", "train_id", "wagon_id", "position", "code", "state", "name", "at",
      "utc_offset", "officer");
