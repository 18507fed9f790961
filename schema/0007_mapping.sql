-- SPDX-License-Identifier: ISC
-- Lists of trains: which column is under which heading, as an officer chose it; corrected lists;
-- imports that are taken back.

CREATE TABLE mapping(
    headings TEXT PRIMARY KEY,        -- SHA-256 of the headings of a list, hex
    name TEXT NOT NULL,               -- file for which it was chosen
    columns TEXT NOT NULL,            -- JSON: {"wagon_no": heading, ...}
    event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A corrected list looks for the train with the same index.
CREATE INDEX train_index ON train(train_index);

-- A train whose import was taken back is in no view. It has no answers and no findings.
DROP VIEW v_wagons;
DROP VIEW v_seals;

CREATE VIEW v_wagons AS
SELECT tk.uuid AS train_id, t.number AS train_no, t.train_index, t.direction,
    strftime('%Y-%m-%dT%H:%M:%SZ', t.arrived_at / 1000, 'unixepoch') AS arrived_at, t.arrived_offset,
    t.state AS train_state, wk.uuid AS wagon_id, w.position, w.number AS wagon_no, w.kind, w.level,
    w.cargo_etsng, w.cargo_gng, w.cargo_name, w.net_kg, w.tare_kg, w.un_no, w.hazard_no, w.origin_station,
    w.destination_station, w.consignor, w.consignee, w.state, w.done AS items_done, w.total AS items_total,
    w.findings, w.worst AS worst_severity, w.seals_expected, w.seals_read, w.seals_bad,
    strftime('%Y-%m-%dT%H:%M:%SZ', w.first_at / 1000, 'unixepoch') AS started_at,
    strftime('%Y-%m-%dT%H:%M:%SZ', w.last_at / 1000, 'unixepoch') AS ended_at,
    (w.last_at - w.first_at) / 6000 / 10.0 AS minutes, o.badge AS officer, o.name AS officer_name
FROM wagon w
JOIN wagon_key wk ON wk.id = w.id
JOIN train t ON t.id = w.train
JOIN train_key tk ON tk.id = t.id
LEFT JOIN officer o ON o.id = w.officer
WHERE w.position > 0 AND t.state <> 'withdrawn';

-- An expected seal that nobody has read yet was recorded by nobody.
CREATE VIEW v_seals AS
SELECT s.uuid AS seal_id, t.number AS train_no,
    strftime('%Y-%m-%dT%H:%M:%SZ', t.arrived_at / 1000, 'unixepoch') AS arrived_at, w.position,
    w.number AS wagon_no, w.kind, CASE WHEN w.position > 0 THEN wk.uuid END AS wagon_id, s.n, s.place, s.owner,
    s.expected, s.read, s.applied, s.removed, s.state, s.match, s.reason,
    strftime('%Y-%m-%dT%H:%M:%SZ', (x.at + e.tick) / 1000, 'unixepoch') AS recorded_at, x.utc_offset,
    o.badge AS officer, o.name AS officer_name
FROM seal s
JOIN wagon w ON w.id = s.wagon
JOIN wagon_key wk ON wk.id = w.id
JOIN train t ON t.id = w.train
LEFT JOIN event e ON e.id = s.event AND (s.match <> 'open' OR s.removed OR s.applied IS NOT NULL)
LEFT JOIN session x ON x.id = e.session
LEFT JOIN officer o ON o.id = x.actor
WHERE t.state <> 'withdrawn';
