/* SPDX-License-Identifier: ISC */
/*
 * What screens, use cases and exports read. Rows own their strings (one arena each, freed by the
 * _release function beside them); texts are never NULL but "" unless the comment says so. Every
 * query is indexed: it takes as long with a million old wagons as with none.
 */
#ifndef RC_STORE_QUERIES_H
#define RC_STORE_QUERIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "store/store.h"

/* A block of memory that the strings of a result live in. */
struct arena;

/* --- post, officers, checklists --- */

/* Post name into out; "" when the database is not set up yet. */
bool store_post(struct store *s, char *out, size_t size, struct rc_error *err);

struct post_settings {
    char name[200];
    char mirror[400]; /* folder of the second tape; "" none */
    int fast_s;       /* answers faster than this are shown to the lead; seconds */
    char region[8];   /* base/region.h */
    char key[65];     /* public key of this installation, hex; "" it has none yet */
};
bool store_settings(struct store *s, struct post_settings *out, struct rc_error *err);

/* Id of this installation: the device of the first event; "" when there is none yet. */
bool store_device(struct store *s, char out[40], struct rc_error *err);

/* Calls each with the head of every device's chain, by name of the device. */
bool store_heads(struct store *s,
                 bool (*each)(void *context, const char *device, int64_t seq,
                              const unsigned char hash[32]),
                 void *context, struct rc_error *err);

struct officer_row {
    int64_t id;
    const char *actor; /* name in events */
    const char *name, *badge, *role;
    bool active;
    const char *pin; /* hash; "" none is set */
    const char *key; /* public key that he signs with, hex; "" none */
};
struct officers {
    struct officer_row *rows;
    size_t n, cap;
    struct arena *arena;
};
bool store_officers(struct store *s, struct officers *out, struct rc_error *err);
void officers_release(struct officers *o);

struct checklist_row {
    int64_t id;
    const char *form, *version, *sha256;
};
struct checklists {
    struct checklist_row *rows; /* newest last */
    size_t n, cap;
    struct arena *arena;
};
bool store_checklists(struct store *s, struct checklists *out, struct rc_error *err);
void checklists_release(struct checklists *c);
/* Calls each with every file (path, text) of an adopted set. False when each or the query fails. */
bool store_checklist_files(struct store *s, int64_t checklist,
                           bool (*each)(void *context, const char *path, const char *text),
                           void *context, struct rc_error *err);

/* --- names for codes --- */

struct code_row {
    const char *list, *code, *name;
    const char *name_ru; /* "" none */
};
struct codes {
    struct code_row *rows;
    size_t n, cap;
    struct arena *arena;
};
/* The first code of the list that is this one or begins with it; n may be 0. */
bool store_code(struct store *s, const char *list, const char *code, struct codes *out,
                struct rc_error *err);
/* All of the list in order. */
bool store_codes(struct store *s, const char *list, struct codes *out, struct rc_error *err);
void codes_release(struct codes *c);
/* Hash of the file that the list came from; "" when there is no such list. */
bool store_code_list(struct store *s, const char *list, char sha256[65], struct rc_error *err);

/* --- trains --- */

struct train_row {
    int64_t id;
    const char *uuid, *number, *index, *direction;
    int64_t arrived_at;
    int arrived_offset;
    int64_t checklist;
    const char *form, *version; /* of the checklist */
    const char *source_name, *source_sha256;
    int level;
    const char *state;
    int64_t listed_at, submitted_at; /* 0: not yet */
    const char *submitted_by;        /* badge; "" not yet */
    int wagons, closed, findings;
    int worst;          /* -1: no finding */
    int64_t departs_at; /* planned; 0: not known */
    int departs_offset;
    int returns;            /* points returned and not settled yet */
    int64_t decided_at;     /* 0: not yet */
    const char *decided_by; /* badge; "" not yet */
};
struct trains {
    struct train_row *rows;
    size_t n, cap;
    struct arena *arena;
};
/* A page of trains, the newest arrival first (never those whose import was taken back): at most
 * limit rows behind the one that arrived at before_at with id before_id (0, 0: from the first). */
bool store_trains(struct store *s, int64_t before_at, int64_t before_id, size_t limit,
                  struct trains *out, struct rc_error *err);
/* All trains with this number (newest first) / the one with this uuid / this id. n may be 0. */
bool store_trains_numbered(struct store *s, const char *number, struct trains *out,
                           struct rc_error *err);
bool store_train(struct store *s, int64_t id, struct trains *out, struct rc_error *err);
bool store_train_uuid(struct store *s, const char *uuid, struct trains *out, struct rc_error *err);
/* At most limit trains in this state, the newest arrival first. */
bool store_trains_in(struct store *s, const char *state, size_t limit, struct trains *out,
                     struct rc_error *err);
/* The train that was imported from a file with this hash; *id is 0 for none. */
bool store_train_source(struct store *s, const char *sha256, int64_t *id, struct rc_error *err);
/* Days of arrival, each in its train's own local time: milliseconds of local midnight since 1970,
 * from since up to and without until. */
struct day_range {
    int64_t since, until;
};
#define ALL_DAYS ((struct day_range){0, INT64_MAX / 2})
/* A page of the trains that arrived on these days, the oldest first: at most limit rows behind the
 * one that arrived at after_at with id after_id (0, 0: from the first). */
bool store_trains_between(struct store *s, struct day_range days, int64_t after_at,
                          int64_t after_id, size_t limit, struct trains *out, struct rc_error *err);
bool store_count_trains(struct store *s, struct day_range days, int64_t *n, struct rc_error *err);
void trains_release(struct trains *t);
/* Trains with this number or this index ("" for none) on which the officers work, newest first. */
bool store_trains_open(struct store *s, const char *number, const char *index, struct trains *out,
                       struct rc_error *err);
/* How an officer walks a train (app/walk.h). */
struct walk_row {
    char side[4]; /* L, R; "" no side */
    bool to_head;
};
/* That of this actor; no side, from the head, when he never said. */
bool store_walk(struct store *s, int64_t train, const char *actor, struct walk_row *out,
                struct rc_error *err);
/* Was anything recorded on the train and its wagons beyond their listing, also what was undone? */
bool store_train_touched(struct store *s, int64_t train, bool *touched, struct rc_error *err);

/* Which columns an officer chose for lists with certain headings. */
struct mapping_row {
    const char *column, *heading; /* wagon_no …; as written in the list */
};
struct mapping {
    const char *name; /* of the file for which they were chosen */
    struct mapping_row *rows;
    size_t n, cap; /* n 0: nothing was chosen */
    struct arena *arena;
};
/* headings: SHA-256 in hex. */
bool store_mapping(struct store *s, const char *headings, struct mapping *out,
                   struct rc_error *err);
void mapping_release(struct mapping *m);

/* --- wagons --- */

struct wagon_row {
    int64_t id, train;
    const char *uuid;
    int position; /* 0: the train's own checklist */
    const char *number, *kind, *kind_from;
    int level;
    const char *owner_railway, *cargo_etsng, *cargo_gng, *cargo_name;
    int64_t net_kg, tare_kg; /* -1: not known */
    int axles;               /* 0: not known */
    const char *un_no, *hazard_no, *emergency_card;
    const char *origin_station, *destination_station, *consignor, *consignee;
    int seal_count; /* -1: not listed */
    const char *containers;
    const char *state, *reason;
    int done, total, findings, worst; /* worst -1: none */
    int seals_expected, seals_read, seals_bad;
    int64_t first_at, last_at, closed_at; /* 0: not yet */
    const char *officer;                  /* badge of who recorded last; "" nobody */
};
struct wagons {
    struct wagon_row *rows;
    size_t n, cap;
    struct arena *arena;
};
/* The consist in order; position 0 first when own is true. */
bool store_consist(struct store *s, int64_t train, bool own, struct wagons *out,
                   struct rc_error *err);
bool store_wagon(struct store *s, int64_t id, struct wagons *out, struct rc_error *err);
/* Earlier and later passages of the same number on other trains, newest first, at most limit. */
bool store_wagon_history(struct store *s, const char *number, int64_t except, size_t limit,
                         struct wagons *out, struct rc_error *err);
/* Wagons whose number ends with digits / whose texts hold all words (prefixes), newest first. */
bool store_find_tail(struct store *s, const char *digits, size_t limit, struct wagons *out,
                     struct rc_error *err);
bool store_find_words(struct store *s, const char *words, size_t limit, struct wagons *out,
                      struct rc_error *err);
/* Wagons where a seal with this folded number was expected, read or applied. */
bool store_find_seal(struct store *s, const char *folded, size_t limit, struct wagons *out,
                     struct rc_error *err);
void wagons_release(struct wagons *w);

/* --- answers, seals, findings, gates of a wagon --- */

struct answer_row {
    const char *key;                   /* item name, or name/container */
    const char *state;                 /* "" + ! - ? v */
    const char *value, *reason, *note; /* NULL: none */
    unsigned marks;
    int64_t seq, at;
    int offset_min;
    const char *officer; /* badge */
};
struct answers {
    struct answer_row *rows; /* in the order of the keys */
    size_t n, cap;
    struct arena *arena;
};
bool store_answers(struct store *s, int64_t wagon, struct answers *out, struct rc_error *err);
void answers_release(struct answers *a);

struct seal_row {
    int n;
    const char *uuid, *place, *owner;
    const char *expected, *read, *applied; /* NULL: none */
    const char *state, *match, *checks;
    const char *reason; /* NULL: none */
    bool removed;
    int64_t at;
    int offset_min;
    const char *officer; /* badge */
};
struct seals {
    struct seal_row *rows;
    size_t n, cap;
    struct arena *arena;
};
bool store_seals(struct store *s, int64_t wagon, struct seals *out, struct rc_error *err);
void seals_release(struct seals *l);

struct finding_row {
    const char *uuid;
    int64_t wagon;
    const char *item, *zone, *category;
    int severity;
    const char *noticed, *description, *quantity, *unit, *action, *agency, *act_no, *files;
    const char *side, *state;
    int64_t raised_at;
    int offset_min;
    const char *officer; /* badge */
};
struct findings {
    struct finding_row *rows; /* in the order raised */
    size_t n, cap;
    struct arena *arena;
};
/* Of one wagon, or of the whole train when wagon is 0. */
bool store_findings(struct store *s, int64_t train, int64_t wagon, struct findings *out,
                    struct rc_error *err);
void findings_release(struct findings *f);

/* A file attached to a finding. */
struct file_row {
    const char *finding, *sha256, *name;
    int64_t size; /* bytes */
    int64_t at;
    int offset_min;
    const char *officer; /* badge */
};
struct files {
    struct file_row *rows; /* in the order attached */
    size_t n, cap;
    struct arena *arena;
};
/* Those of all findings of the wagon. */
bool store_files(struct store *s, int64_t wagon, struct files *out, struct rc_error *err);
void files_release(struct files *f);
/* The wagon of the finding with this uuid; 0: there is none. */
bool store_finding_wagon(struct store *s, const char *uuid, int64_t *wagon, struct rc_error *err);
/* Every file that some event attached, also what was undone or taken off since: each name and hash
 * once. Without times and officers. Events whose body cannot be read are passed over: the chain
 * tells of them. */
bool store_files_ever(struct store *s, struct files *out, struct rc_error *err);
/* Did some event attach a file of this content? */
bool store_file_known(struct store *s, const char *sha256, bool *known, struct rc_error *err);

struct gate_row {
    int64_t wagon; /* 0: for the whole train */
    const char *code, *state, *name;
    int64_t at;
    int offset_min;
    const char *officer; /* badge */
};
struct gates {
    struct gate_row *rows;
    size_t n, cap;
    struct arena *arena;
};
/* Of the train as a whole and of one wagon (0: of all its wagons). */
bool store_gates(struct store *s, int64_t train, int64_t wagon, struct gates *out,
                 struct rc_error *err);
void gates_release(struct gates *g);

/* --- review --- */

/* A point returned, or a decision. */
struct review_row {
    int64_t seq;
    const char *uuid;
    int64_t wagon;              /* 0: the whole train */
    const char *what;           /* returned, accepted, released, held */
    const char *item, *finding; /* key, uuid of what was returned; both "": the wagon */
    const char *reason;
    const char *state; /* of a point: open, corrected, unchanged */
    int64_t at;
    int offset_min;
    const char *officer; /* badge of the lead */
};
struct reviews {
    struct review_row *rows; /* in the order said */
    size_t n, cap;
    struct arena *arena;
};
/* Of one wagon, or of the whole train when wagon is 0. */
bool store_reviews(struct store *s, int64_t train, int64_t wagon, struct reviews *out,
                   struct rc_error *err);
void reviews_release(struct reviews *r);

/* One thing that an event of a wagon said: an event that answers several items has several. */
struct fact_row {
    int64_t seq, at;
    int offset_min;
    const char *officer, *kind; /* badge; kind of the event */
    const char *about;          /* key of the item, "seal 2", uuid of the finding, "" the wagon */
    const char *state;          /* of the answer, the seal, the finding */
    const char *value;          /* of the answer, number of the seal, category, kind of the wagon */
    const char *reason, *why;
    unsigned marks;
    int items;    /* items that the event answered */
    int64_t pace; /* seconds since the officer's answer before; -1 not known */
    bool undone;
};
struct facts_said {
    struct fact_row *rows; /* the oldest first */
    size_t n, cap;
    struct arena *arena;
};
bool store_facts(struct store *s, int64_t wagon, struct facts_said *out, struct rc_error *err);
void facts_said_release(struct facts_said *f);

/* Has this officer (id of the actor) recorded anything of the inspection of the train, or submitted
 * it? What a lead does in review does not count. */
bool store_took_part(struct store *s, int64_t train, const char *actor, bool *did,
                     struct rc_error *err);
/* How often the clock was flagged (set back, jumped) while the train was worked on. */
bool store_clock_flags(struct store *s, int64_t train, int *n, struct rc_error *err);
/* Answers faster than this many seconds are shown to the lead. */
bool store_fast(struct store *s, int *seconds, struct rc_error *err);

/* --- events --- */

/* Has anything of this kind ("wagon.closed") been recorded in this database? */
bool store_any_of_kind(struct store *s, const char *kind, bool *any, struct rc_error *err);

/* The next step that undo takes back / redo brings back on the wagon: its seq, 0 for none. count
 * (NULL allowed) is how many there are. */
bool store_undo(struct store *s, int64_t wagon, int64_t *seq, int *count, struct rc_error *err);
bool store_redo(struct store *s, int64_t wagon, int64_t *seq, int *count, struct rc_error *err);

struct log_row {
    int64_t seq, at;
    int offset_min;
    const char *officer; /* badge, or "" for the program */
    const char *kind, *body;
    bool undone;
    /* what the body holds, taken apart for people; "" when it has none */
    const char *subject; /* key of the (first) item, codes of gates, number of a seal */
    int answers;         /* items answered at once; 0: it answers none */
    const char *state;   /* of the answer, the seal or the finding */
    const char *value;   /* of the answer; category of a finding; kind of a wagon */
    int grade;           /* severity of a finding, level; -1 none */
    const char *reason, *text, *why;
    int64_t of; /* seq of the step that is undone or redone; 0 none */
};
struct log {
    struct log_row *rows; /* newest first */
    size_t n, cap;
    struct arena *arena;
};
/* Events of the wagon (or, wagon 0, of the train itself), the newest limit. */
bool store_log(struct store *s, int64_t train, int64_t wagon, size_t limit, struct log *out,
               struct rc_error *err);
void log_release(struct log *l);

/* Where the last work was: ids of train and wagon of the newest event that has a wagon, and the
 * key of the item that it answered ("" none). 0, 0 when there is none. */
bool store_last_place(struct store *s, int64_t *train, int64_t *wagon, char *key, size_t size,
                      struct rc_error *err);
/* The time of the last answer by this officer, ms UTC; 0 for none. */
bool store_last_answer(struct store *s, const char *actor, int64_t *at, struct rc_error *err);

struct failed_logins {
    int in_a_row; /* since he last logged in or got a new PIN */
    /* the last one */
    int64_t at;
    char boot[40];
    int64_t uptime;
};
/* Log-ins that failed for the officer with this badge. These three look back over the newest 500
 * events of this installation only. */
bool store_failed_logins(struct store *s, const char *badge, struct failed_logins *out,
                         struct rc_error *err);

/* --- what was typed last --- */

enum recent {
    RECENT_NONE,
    RECENT_DESCRIPTION, /* of a finding; so the next three */
    RECENT_QUANTITY,
    RECENT_UNIT,
    RECENT_ACT_NO,
    RECENT_VALUE,  /* of the text item with this key */
    RECENT_NOTE,   /* to a wagon or an item */
    RECENT_NAME,   /* of somebody who confirmed a gate */
    RECENT_REASON, /* in words: of a correction, a return, a hold, striking out, withdrawing */
    RECENT_KINDS
};
struct texts {
    const char **rows;
    size_t n, cap;
    struct arena *arena;
};
/* The different texts of this kind in the newest events of the post, the newest first, at most
 * limit. key: of the item for RECENT_VALUE, else "". */
bool store_recent(struct store *s, enum recent what, const char *key, size_t limit,
                  struct texts *out, struct rc_error *err);
void texts_release(struct texts *t);

#endif
