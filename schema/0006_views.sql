-- SPDX-License-Identifier: ISC
-- Views for people with SQL: names instead of ids, times as text in UTC. Their columns are described
-- in src/exchange/dictionary.c (railcheck dictionary); a column is changed in both places.

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
WHERE w.position > 0;

CREATE VIEW v_answers AS
SELECT t.number AS train_no, strftime('%Y-%m-%dT%H:%M:%SZ', t.arrived_at / 1000, 'unixepoch') AS arrived_at,
    w.position, w.number AS wagon_no, w.kind, CASE WHEN w.position > 0 THEN wk.uuid END AS wagon_id,
    i.name AS item_key,
    CASE a.state WHEN '+' THEN 'ok' WHEN '!' THEN 'finding' WHEN '-' THEN 'not_applicable'
        WHEN '?' THEN 'not_accessible' WHEN 'v' THEN 'value' ELSE '' END AS state,
    a.value, a.reason, a.note, coalesce(a.marks, 0) & 1 AS bulk, (coalesce(a.marks, 0) & 2) / 2 AS copied,
    (coalesce(a.marks, 0) & 4) / 4 AS gate,
    strftime('%Y-%m-%dT%H:%M:%SZ', (x.at + e.tick) / 1000, 'unixepoch') AS answered_at, x.utc_offset,
    o.badge AS officer, o.name AS officer_name
FROM answer a
JOIN item_key i ON i.id = a.item
JOIN wagon w ON w.id = a.wagon
JOIN wagon_key wk ON wk.id = w.id
JOIN train t ON t.id = w.train
JOIN event e ON e.id = a.event
JOIN session x ON x.id = e.session
LEFT JOIN officer o ON o.id = x.actor;

CREATE VIEW v_findings AS
SELECT f.uuid AS finding_id, t.number AS train_no,
    strftime('%Y-%m-%dT%H:%M:%SZ', t.arrived_at / 1000, 'unixepoch') AS arrived_at, w.position,
    w.number AS wagon_no, w.kind, CASE WHEN w.position > 0 THEN wk.uuid END AS wagon_id, f.item, f.zone,
    f.category, f.severity, f.noticed, f.description, f.quantity, f.unit, f.action, f.agency, f.act_no, f.state,
    strftime('%Y-%m-%dT%H:%M:%SZ', (x.at + e.tick) / 1000, 'unixepoch') AS raised_at, x.utc_offset,
    o.badge AS officer, o.name AS officer_name
FROM finding f
JOIN wagon w ON w.id = f.wagon
JOIN wagon_key wk ON wk.id = w.id
JOIN train t ON t.id = f.train
JOIN event e ON e.id = f.raised
JOIN session x ON x.id = e.session
LEFT JOIN officer o ON o.id = x.actor;

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
LEFT JOIN officer o ON o.id = x.actor;
