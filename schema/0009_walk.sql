-- SPDX-License-Identifier: ISC
-- How each officer walks a train, and on which side of the wagon a finding is.

CREATE TABLE walk(
    train INTEGER NOT NULL REFERENCES train_key(id),
    actor INTEGER NOT NULL REFERENCES actor(id),
    side TEXT NOT NULL,               -- L, R as in the list of sides; "": no side
    to_head INTEGER NOT NULL,         -- 1: from the tail to the head
    PRIMARY KEY(train, actor)
) STRICT, WITHOUT ROWID;

ALTER TABLE finding ADD COLUMN side TEXT NOT NULL DEFAULT '';

DROP VIEW v_findings;

CREATE VIEW v_findings AS
SELECT f.uuid AS finding_id, t.number AS train_no,
    strftime('%Y-%m-%dT%H:%M:%SZ', t.arrived_at / 1000, 'unixepoch') AS arrived_at, w.position,
    w.number AS wagon_no, w.kind, CASE WHEN w.position > 0 THEN wk.uuid END AS wagon_id, f.item, f.zone,
    f.category, f.severity, f.noticed, f.description, f.quantity, f.unit, f.action, f.agency, f.act_no, f.state,
    strftime('%Y-%m-%dT%H:%M:%SZ', (x.at + e.tick) / 1000, 'unixepoch') AS raised_at, x.utc_offset,
    o.badge AS officer, o.name AS officer_name, f.side
FROM finding f
JOIN wagon w ON w.id = f.wagon
JOIN wagon_key wk ON wk.id = w.id
JOIN train t ON t.id = f.train
JOIN event e ON e.id = f.raised
JOIN session x ON x.id = e.session
LEFT JOIN officer o ON o.id = x.actor;
