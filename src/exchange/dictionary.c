/* SPDX-License-Identifier: ISC */
/* What every column of the exports and of the views means. */
#include "config.h"

#include "exchange/dictionary.h"

#include <stdbool.h>
#include <string.h>

#include "base/error-codes.h"

#define STRING COLUMN_STRING
#define INTEGER COLUMN_INTEGER
#define NUMBER COLUMN_NUMBER
#define BOOLEAN COLUMN_BOOLEAN
#define DATETIME COLUMN_DATETIME

/* clang-format off */
const struct column_text dictionary[] = {
    /* the train */
    {"train_id", STRING, N_("id of the train: permanent, the same in every export")},
    {"train_no", STRING, N_("number of the train")},
    {"train_index", STRING, N_("index of the train: forming station, consist, destination station")},
    {"direction", STRING, N_("in or out, as the list says; empty: it does not say")},
    {"arrived_at", DATETIME, N_("arrival of the train, UTC")},
    {"arrived_offset", INTEGER, N_("local time of the arrival minus UTC, minutes")},
    {"arrival", DATETIME, N_("arrival of the train, local time with its offset, as lists write it")},
    {"departs_at", DATETIME, N_("planned departure of the train, UTC; empty: not known")},
    {"departs_offset", INTEGER, N_("local time of the departure minus UTC, minutes")},
    {"post", STRING, N_("name of the post")},
    {"form_id", STRING, N_("checklist set that the train was inspected with")},
    {"form_version", STRING, N_("version of the checklist set, yyyymmddrr")},
    {"consist.level", INTEGER, N_("level of inspection of the train: 1 basic, 2 enhanced, 3 full")},
    {"consist.state", STRING,
     N_("listed, inspecting, submitted, returned, accepted, released, held; withdrawn: import taken "
        "back")},
    {"train_state", STRING, N_("listed, inspecting, submitted, returned, accepted, released, held")},
    {"wagons", INTEGER, N_("wagons, without those struck out")},
    {"closed", INTEGER, N_("wagons that are closed")},
    {"source_file", STRING, N_("name of the file that the train was listed from")},
    {"source_sha256", STRING, N_("SHA-256 of that file")},
    {"listed_at", DATETIME, N_("when the train was listed, UTC")},
    {"submitted_at", DATETIME, N_("when the train was submitted to the lead, UTC; empty: not yet")},
    {"submitted_by", STRING, N_("badge of who submitted it")},
    {"returns", INTEGER, N_("points that a lead returned and that are not settled yet")},
    {"decided_at", DATETIME, N_("when a lead decided, UTC; empty: not yet")},
    {"decided_by", STRING, N_("badge of the lead who decided")},
    /* the wagon, as listed */
    {"wagon_id", STRING, N_("id of the wagon in this train: permanent; empty: the train itself")},
    {"position", INTEGER, N_("place in the train as listed, from 1; 0: the train itself")},
    {"wagon_no", STRING, N_("number of the wagon as listed")},
    {"kind", STRING, N_("kind of wagon: name of its sheet in the checklist")},
    {"kind_from", STRING, N_("where the kind comes from: list, digit (first of the number), officer")},
    {"owner_railway", STRING, N_("railway that owns the wagon, as listed")},
    {"owner_railway_name", STRING, N_("its name, from the lists of names")},
    {"cargo_etsng_name", STRING, N_("name of the ETSNG code, from the lists of names")},
    {"cargo_gng_name", STRING, N_("name of the GNG code, from the lists of names")},
    {"un_name", STRING, N_("name of the UN number, from the lists of names")},
    {"origin_station_name", STRING, N_("name of the station of loading, from the lists of names")},
    {"destination_station_name", STRING,
     N_("name of the station of destination, from the lists of names")},
    {"cargo_etsng", STRING, N_("cargo code ETSNG, as listed")},
    {"cargo_gng", STRING, N_("cargo code GNG, as listed")},
    {"cargo_name", STRING, N_("cargo, as listed")},
    {"net_kg", INTEGER, N_("mass of the cargo as listed, kg; empty: not given")},
    {"tare_kg", INTEGER, N_("tare of the wagon as listed, kg; empty: not given")},
    {"axles", INTEGER, N_("axles, as listed")},
    {"un_no", STRING, N_("UN number of dangerous goods, as listed")},
    {"hazard_no", STRING, N_("hazard number of dangerous goods, as listed")},
    {"emergency_card", STRING, N_("number of the emergency card, as listed")},
    {"origin_station", STRING, N_("station of loading, as listed")},
    {"destination_station", STRING, N_("station of destination, as listed")},
    {"consignor", STRING, N_("consignor, as listed")},
    {"consignee", STRING, N_("consignee, as listed")},
    {"seal_count", INTEGER, N_("number of seals that the list gives; empty: not given")},
    {"seals", STRING, N_("numbers of the seals as listed, semicolon between")},
    {"containers", STRING, N_("numbers of the containers as listed, semicolon between")},
    /* the wagon, as inspected */
    {"wagons.level", INTEGER, N_("level of inspection of the wagon: 1 basic, 2 enhanced, 3 full")},
    {"v_wagons.level", INTEGER, N_("level of inspection of the wagon: 1 basic, 2 enhanced, 3 full")},
    {"wagons.state", STRING, N_("not_started, in_work, clear, finding, returned, held, struck")},
    {"v_wagons.state", STRING, N_("not_started, in_work, clear, finding, returned, held, struck")},
    {"struck_reason", STRING, N_("why the wagon was struck out")},
    {"items_done", INTEGER, N_("items answered")},
    {"items_total", INTEGER, N_("items asked")},
    {"findings", INTEGER, N_("findings, without those withdrawn")},
    {"worst_severity", INTEGER, N_("highest severity of these findings, 0 to 4; empty: none")},
    {"seals_expected", INTEGER, N_("seals that the list expects on the wagon")},
    {"seals_read", INTEGER, N_("of the expected seals: settled")},
    {"seals_bad", INTEGER, N_("seals that are mismatched, missing or extra")},
    {"bulk_answers", INTEGER, N_("answers given by one key for the rest of a zone")},
    {"copied_answers", INTEGER, N_("answers copied from the wagon before")},
    {"started_at", DATETIME, N_("first record on the wagon, UTC")},
    {"ended_at", DATETIME, N_("last record on the wagon, UTC")},
    {"minutes", NUMBER, N_("minutes from the first to the last record on the wagon")},
    {"wagons.officer", STRING, N_("badge of who recorded last on the wagon")},
    {"v_wagons.officer", STRING, N_("badge of who recorded last on the wagon")},
    {"officer", STRING, N_("badge of who recorded it")},
    {"officer_name", STRING, N_("name of that officer")},
    {"utc_offset", INTEGER, N_("local time of the record minus UTC, minutes")},
    /* answers */
    {"item_key", STRING, N_("item, or item/container: permanent name of what was answered")},
    {"container", STRING, N_("number of the container that the item is about")},
    {"item", STRING, N_("permanent name of the item in the checklist")},
    {"findings.item", STRING, N_("item, or item/container, where it was found; empty: none")},
    {"v_findings.item", STRING, N_("item, or item/container, where it was found; empty: none")},
    {"reviews.item", STRING, N_("item, or item/container, that was returned; empty: none")},
    {"zone", STRING, N_("zone of the wagon, name in the checklist")},
    {"level", INTEGER, N_("lowest level of inspection at which the item is asked")},
    {"value", STRING, N_("the answer: value given, else the state")},
    {"v_answers.value", STRING, N_("number, text or choice given; empty: the state says all")},
    {"answers.state", STRING, N_("ok, finding, not_applicable, not_accessible, value")},
    {"v_answers.state", STRING, N_("ok, finding, not_applicable, not_accessible, value")},
    {"value_label", STRING, N_("the chosen value in words of the checklist's first language")},
    {"unit", STRING, N_("unit of the value or of the quantity")},
    {"outside_limits", BOOLEAN, N_("1: the value is outside the limits of the item")},
    {"reason", STRING, N_("reason given, a choice or words")},
    {"note", STRING, N_("note to the answer")},
    {"bulk", BOOLEAN, N_("1: given by one key for the rest of a zone")},
    {"copied", BOOLEAN, N_("1: copied from the wagon before")},
    {"gate", BOOLEAN, N_("1: not accessible because a gate was not confirmed")},
    {"answered_at", DATETIME, N_("when it was answered, UTC")},
    {"answers_wide.*", STRING, N_("the answer to the item of that name: value given, else the state; "
                                  "container=answer where it is asked per container")},
    /* findings */
    {"finding_id", STRING, N_("id of the finding: permanent")},
    {"reviews.finding_id", STRING, N_("id of the finding that was returned; empty: none")},
    {"category", STRING, N_("what was found, name in the list of categories")},
    {"severity", INTEGER, N_("severity of the finding: 0 to 4; 4 stops work")},
    {"codebook.severity", INTEGER, N_("usual severity of a finding at this item")},
    {"noticed", STRING, N_("instrument or way by which it was noticed")},
    {"description", STRING, N_("what was found, in the officer's words")},
    {"quantity", STRING, N_("quantity found, as written")},
    {"action", STRING, N_("what was done, name in the list of actions")},
    {"agency", STRING, N_("agency it was handed over to")},
    {"act_no", STRING, N_("number of the act")},
    {"files", STRING, N_("names of photos and files typed in words; attached ones: files.csv")},
    {"side", STRING, N_("side of the wagon in running direction, name in the list of sides; empty: not said")},
    {"findings.state", STRING, N_("open, closed, withdrawn")},
    {"v_findings.state", STRING, N_("open, closed, withdrawn")},
    {"raised_at", DATETIME, N_("when it was raised, UTC")},
    /* files */
    {"files.name", STRING, N_("name that the file had when it was attached")},
    {"size", INTEGER, N_("length in bytes")},
    {"sha256", STRING, N_("SHA-256 of its content, hex: the same file has the same one")},
    {"path", STRING, N_("where its copy is in this export; empty: missing or altered, see verify")},
    {"attached_at", DATETIME, N_("when it was attached, UTC")},
    /* seals */
    {"seal_id", STRING, N_("id of the seal record: permanent")},
    {"n", INTEGER, N_("number of the seal record in the wagon")},
    {"place", STRING, N_("place of the seal, name in the list of places")},
    {"owner", STRING, N_("who put the seal on")},
    {"expected", STRING, N_("number as listed; empty: nobody expected it")},
    {"read", STRING, N_("number as read; empty: not read")},
    {"applied", STRING, N_("number of the new seal put on here")},
    {"removed", BOOLEAN, N_("1: removed here for the control")},
    {"seals.state", STRING, N_("state of the seal, name in the list of seal states")},
    {"v_seals.state", STRING, N_("state of the seal, name in the list of seal states")},
    {"match", STRING, N_("open, matched, lookalike, mismatched, missing, extra, no_access")},
    {"view", STRING, N_("check by looking: ok, finding, empty: not done")},
    {"verify", STRING, N_("check of the number: ok, finding, empty: not done")},
    {"tug", STRING, N_("check by pulling: ok, finding, empty: not done")},
    {"twist", STRING, N_("check by turning: ok, finding, empty: not done")},
    {"recorded_at", DATETIME, N_("when it was recorded, UTC; empty: not yet")},
    /* gates */
    {"code", STRING, N_("code of the gate in the checklist")},
    {"gates.state", STRING, N_("confirmed, withdrawn")},
    {"name", STRING, N_("who gave or withdrew the leave, in words")},
    {"at", DATETIME, N_("when it was recorded, UTC")},
    /* reviews */
    {"review_id", STRING, N_("id of the point or decision: permanent")},
    {"what", STRING, N_("returned, accepted, released, held")},
    {"reviews.state", STRING, N_("of a returned point: open, corrected, unchanged")},
    /* codebook */
    {"module", STRING, N_("part of the checklist that the item belongs to")},
    {"type", STRING, N_("check, decimal, integer, text, select_one, select_multiple, seals")},
    {"limits", STRING, N_("limits of the value, as written in the checklist")},
    {"required", BOOLEAN, N_("1: the wagon cannot be closed without it")},
    {"gates", STRING, N_("gates that the item waits for, blanks between")},
    {"choices", STRING, N_("values that may be chosen: name=label, semicolon between")},
    {"source", STRING, N_("source of the item and how far it was verified (V, V/R, R)")},
    {"codebook.label_*", STRING, N_("the item in words, in the language of that code")},
    {NULL, STRING, NULL},
};
/* clang-format on */

static bool
is_entry(const struct column_text *entry, const char *table, const char *column)
{
    const char *dot = strchr(entry->name, '.');
    size_t len;

    if (!dot)
        return strcmp(entry->name, column) == 0;
    len = (size_t)(dot - entry->name);
    if (strncmp(entry->name, table, len) != 0 || table[len])
        return false;
    len = strcspn(dot + 1, "*");
    return dot[len + 1] ? strncmp(dot + 1, column, len) == 0 : strcmp(dot + 1, column) == 0;
}

const struct column_text *
dictionary_find(const char *table, const char *column)
{
    const struct column_text *general = NULL, *star = NULL;

    for (const struct column_text *e = dictionary; e->name; e++) {
        if (!is_entry(e, table, column))
            continue;
        if (strchr(e->name, '*'))
            star = e;
        else if (strchr(e->name, '.'))
            return e;
        else
            general = e;
    }
    /* An item may be named like a column of another table: where items make columns, they come
     * first, but for the fixed ones. */
    return star && !general ? star : general;
}

const char *
column_type_name(enum column_type type)
{
    static const char *const names[] = {
        [COLUMN_STRING] = "string",   [COLUMN_INTEGER] = "integer",   [COLUMN_NUMBER] = "number",
        [COLUMN_BOOLEAN] = "boolean", [COLUMN_DATETIME] = "datetime",
    };

    return names[type];
}
