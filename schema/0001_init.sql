-- SPDX-License-Identifier: ISC
-- First schema: events, their dictionaries, and the projections that screens and exports read.
-- application_id and user_version are set by the migration runner.

-- Dictionaries: short integers for the long names that an event carries. The hash of an event is
-- taken over the names, so a dictionary cannot be changed unseen.
CREATE TABLE device(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE actor(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE kind(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE train_key(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE wagon_key(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    train INTEGER NOT NULL REFERENCES train_key(id)
) STRICT;
CREATE TABLE item_key(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- What stays the same over many events of one officer, and the clocks at the first of them.
CREATE TABLE session(
    id INTEGER PRIMARY KEY,
    boot TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor(id),
    utc_offset INTEGER NOT NULL,      -- minutes
    at INTEGER NOT NULL,              -- ms since 1970 UTC
    uptime INTEGER NOT NULL,          -- ms since boot
    UNIQUE(boot, actor, utc_offset)
) STRICT;

-- The truth: one row per fact, never changed. The rows are as narrow as they can be: an answer with
-- all that it changes elsewhere costs about 130 bytes of disk.
CREATE TABLE event(
    id INTEGER PRIMARY KEY,           -- (device - 1) * 2^40 + seq
    session INTEGER NOT NULL REFERENCES session(id),
    tick INTEGER NOT NULL,            -- wall clock: session.at + tick
    drift INTEGER NOT NULL,           -- time since boot: session.uptime + tick - drift
    kind INTEGER NOT NULL REFERENCES kind(id),
    train INTEGER REFERENCES train_key(id), -- NULL: none, or that of the wagon
    wagon INTEGER REFERENCES wagon_key(id),
    body TEXT NOT NULL,               -- JSON, written once, hashed as stored
    hash BLOB NOT NULL CHECK(length(hash) = 32),
    device INTEGER AS ((id >> 40) + 1) VIRTUAL,
    seq INTEGER AS (id & 0xffffffffff) VIRTUAL -- 1, 2, 3 ... per device, without gaps
) STRICT;
CREATE INDEX event_wagon ON event(wagon) WHERE wagon IS NOT NULL;
CREATE INDEX event_train ON event(train) WHERE train IS NOT NULL;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

-- Projections from here on: can be rebuilt from the events alone. Columns "event": the event that
-- set the row.

CREATE TABLE post(id INTEGER PRIMARY KEY CHECK(id = 1), name TEXT NOT NULL) STRICT;

CREATE TABLE officer(
    id INTEGER PRIMARY KEY REFERENCES actor(id),
    name TEXT NOT NULL,
    badge TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    active INTEGER NOT NULL
) STRICT;

CREATE TABLE checklist(
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    event INTEGER NOT NULL,           -- holds the full text
    UNIQUE(form, version)
) STRICT;

CREATE TABLE train(
    id INTEGER PRIMARY KEY REFERENCES train_key(id),
    number TEXT NOT NULL,
    train_index TEXT NOT NULL,
    direction TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,      -- ms UTC
    arrived_offset INTEGER NOT NULL,
    checklist INTEGER NOT NULL REFERENCES checklist(id),
    source_name TEXT NOT NULL,        -- file that it was imported from
    source_sha256 TEXT NOT NULL,
    level INTEGER NOT NULL,
    state TEXT NOT NULL,
    listed_at INTEGER NOT NULL,
    submitted_at INTEGER,
    submitted_by INTEGER,
    wagons INTEGER NOT NULL,          -- not struck out
    closed INTEGER NOT NULL,
    findings INTEGER NOT NULL,        -- not withdrawn
    worst INTEGER                     -- highest severity of these
) STRICT;
CREATE INDEX train_arrived ON train(arrived_at);
CREATE INDEX train_number ON train(number);
CREATE INDEX train_source ON train(source_sha256);

-- Position 0 is the train itself with its own checklist (kind "train").
CREATE TABLE wagon(
    id INTEGER PRIMARY KEY REFERENCES wagon_key(id),
    train INTEGER NOT NULL REFERENCES train_key(id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    tail TEXT NOT NULL,               -- the number backwards: search by the last digits
    kind TEXT NOT NULL,
    kind_from TEXT NOT NULL,          -- list, digit, officer
    level INTEGER NOT NULL,
    owner_railway TEXT NOT NULL,
    cargo_etsng TEXT NOT NULL,
    cargo_gng TEXT NOT NULL,
    cargo_name TEXT NOT NULL,
    net_kg INTEGER,
    tare_kg INTEGER,
    axles INTEGER,
    un_no TEXT NOT NULL,
    hazard_no TEXT NOT NULL,
    emergency_card TEXT NOT NULL,
    origin_station TEXT NOT NULL,
    destination_station TEXT NOT NULL,
    consignor TEXT NOT NULL,
    consignee TEXT NOT NULL,
    seal_count INTEGER,               -- as listed
    containers TEXT NOT NULL,         -- numbers, ';' between
    state TEXT NOT NULL,
    reason TEXT,                      -- why struck out
    done INTEGER NOT NULL,            -- items answered
    total INTEGER NOT NULL,           -- items asked
    findings INTEGER NOT NULL,
    worst INTEGER,
    seals_expected INTEGER NOT NULL,
    seals_read INTEGER NOT NULL,      -- of the expected ones: settled
    seals_bad INTEGER NOT NULL,       -- mismatched, missing, extra
    first_at INTEGER,                 -- first and last fact recorded on it, ms UTC
    last_at INTEGER,
    closed_at INTEGER,
    officer INTEGER REFERENCES actor(id) -- who recorded the last fact
) STRICT;
CREATE INDEX wagon_train ON wagon(train, position);
CREATE INDEX wagon_tail ON wagon(tail);

CREATE TABLE answer(
    wagon INTEGER NOT NULL REFERENCES wagon_key(id),
    item INTEGER NOT NULL REFERENCES item_key(id),
    event INTEGER NOT NULL,
    state TEXT NOT NULL,              -- '' + ! - ? v
    value TEXT,
    reason TEXT,
    note TEXT,
    marks INTEGER,                    -- 1 bulk, 2 copied, 4 gate; NULL: none
    PRIMARY KEY(wagon, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal(
    wagon INTEGER NOT NULL REFERENCES wagon_key(id),
    n INTEGER NOT NULL,               -- 1, 2, 3 ... in the wagon
    uuid TEXT NOT NULL,
    place TEXT NOT NULL,
    owner TEXT NOT NULL,
    expected TEXT,                    -- as listed
    expected_fold TEXT,
    read TEXT,                        -- as typed or scanned
    read_fold TEXT,
    applied TEXT,                     -- new number put on by us
    applied_fold TEXT,
    state TEXT NOT NULL,              -- choice of the list seal_state, '' while open
    match TEXT NOT NULL,              -- seal_match_name
    checks TEXT NOT NULL,             -- view verify tug twist, one of . + ! each
    reason TEXT,
    removed INTEGER NOT NULL,         -- 1: removed by us
    event INTEGER NOT NULL,
    PRIMARY KEY(wagon, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_expected ON seal(expected_fold) WHERE expected_fold IS NOT NULL;
CREATE INDEX seal_read ON seal(read_fold) WHERE read_fold IS NOT NULL;
CREATE INDEX seal_applied ON seal(applied_fold) WHERE applied_fold IS NOT NULL;

CREATE TABLE finding(
    uuid TEXT PRIMARY KEY,
    train INTEGER NOT NULL REFERENCES train_key(id),
    wagon INTEGER NOT NULL REFERENCES wagon_key(id),
    item TEXT NOT NULL,
    zone TEXT NOT NULL,
    category TEXT NOT NULL,
    severity INTEGER NOT NULL,
    noticed TEXT NOT NULL,
    description TEXT NOT NULL,
    quantity TEXT NOT NULL,
    unit TEXT NOT NULL,
    action TEXT NOT NULL,
    agency TEXT NOT NULL,
    act_no TEXT NOT NULL,
    files TEXT NOT NULL,
    state TEXT NOT NULL,              -- open, closed, withdrawn
    raised INTEGER NOT NULL,          -- the event that raised it
    event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_wagon ON finding(wagon);
CREATE INDEX finding_train ON finding(train);

CREATE TABLE gate(
    train INTEGER NOT NULL REFERENCES train_key(id),
    wagon INTEGER NOT NULL,           -- 0: for the whole train
    code TEXT NOT NULL,
    state TEXT NOT NULL,              -- confirmed, withdrawn
    name TEXT NOT NULL,               -- who confirmed it, in words
    event INTEGER NOT NULL,
    PRIMARY KEY(train, wagon, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE note(
    event INTEGER PRIMARY KEY,
    train INTEGER,
    wagon INTEGER NOT NULL,           -- 0: about the whole train
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_wagon ON note(wagon);

-- What "undo" can take back on an open wagon, and "redo" bring back.
CREATE TABLE undo_step(
    wagon INTEGER NOT NULL,
    event INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    PRIMARY KEY(wagon, event)
) STRICT, WITHOUT ROWID;

-- Search by text; rowid is the wagon. unicode61 folds case, also of Cyrillic.
CREATE VIRTUAL TABLE search_text USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
