-- SPDX-License-Identifier: ISC
-- Review, decisions, shifts, keys, and what is set for the post.

ALTER TABLE post ADD COLUMN mirror TEXT NOT NULL DEFAULT ''; -- folder of a second tape; '' none
ALTER TABLE post ADD COLUMN fast_s INTEGER NOT NULL DEFAULT 2; -- answers faster than this are shown to the lead
ALTER TABLE post ADD COLUMN key TEXT NOT NULL DEFAULT ''; -- of this installation: public, hex
ALTER TABLE officer ADD COLUMN key TEXT NOT NULL DEFAULT ''; -- he signs with it: public, hex

ALTER TABLE train ADD COLUMN departs_at INTEGER; -- planned, ms UTC
ALTER TABLE train ADD COLUMN departs_offset INTEGER;
ALTER TABLE train ADD COLUMN returns INTEGER NOT NULL DEFAULT 0; -- points returned and not settled
ALTER TABLE train ADD COLUMN decided_at INTEGER;
ALTER TABLE train ADD COLUMN decided_by INTEGER;
CREATE INDEX train_state ON train(state); -- a few of many trains are open

-- What a lead said: a row per point returned and per decision.
CREATE TABLE review(
    event INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL,
    train INTEGER NOT NULL REFERENCES train_key(id),
    wagon INTEGER NOT NULL,           -- 0: about the whole train
    what TEXT NOT NULL,               -- returned, accepted, released, held
    item TEXT NOT NULL,               -- key of a returned item; '' the wagon, or the finding
    finding TEXT NOT NULL,            -- uuid of a returned finding
    seals INTEGER NOT NULL,           -- 1: the item is the one of the seals
    reason TEXT NOT NULL,
    state TEXT NOT NULL               -- of a point: open, corrected, unchanged; '' of a decision
) STRICT;
CREATE INDEX review_train ON review(train);
CREATE INDEX review_wagon ON review(wagon);

-- Beginnings and ends of shifts.
CREATE TABLE shift(
    event INTEGER PRIMARY KEY,
    what TEXT NOT NULL,               -- started, handed
    uuid TEXT NOT NULL,               -- of a hand-over, else ''
    taker TEXT NOT NULL,              -- badge of who takes over, else ''
    note TEXT NOT NULL,
    taken INTEGER                     -- event by which the taker confirmed it
) STRICT;
CREATE INDEX shift_uuid ON shift(uuid);
