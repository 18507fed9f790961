-- SPDX-License-Identifier: ISC
-- How each kind of event changes the tables that screens and exports read. One section a kind:
--     -- on KIND ... [undoable | quiet]
-- Named parameters: :event :at :actor :kind :train :wagon :body (NULL where there is none). A kind
-- may be in several sections: they run in the order of this file.
-- "undoable" kinds are steps of the wagon's undo list (store/undo.c keeps undo_step). A wagon is
-- projected anew after an undo: the section "reset wagon" empties it, then its events are replayed
-- without the undone ones; so a section may read and write only rows of its own wagon, its train's
-- row, and search_text; and what it writes may depend on nothing but the events that are in force.
-- What a section does is part of the schema: change it only together with a migration, which projects
-- all events anew; else the tables of older databases would look tampered with.
-- "after" runs behind every event that has a wagon (also in a replay), to keep counts; "after
-- train" once at the end. A replay of all events (store/project.c) runs "after" of the wagon's first
-- event, of "quiet" events (no work on the wagon: those that "after" names), and at the end of the
-- last one; that must come to the same: what "after" writes no other section of a wagon reads, and
-- it takes nothing from an event but :wagon :kind :at :actor.

-- on device.created
-- {"post": name of the post}
INSERT INTO post(id, name) VALUES(1, :body ->> 'post') ON CONFLICT(id) DO UPDATE SET name = excluded.name;

-- on post.changed
-- {"name", "mirror": folder or "", "fast": seconds, "region": "local" or "iso"}; members left out keep their value
UPDATE post SET name = coalesce(:body ->> 'name', name), mirror = coalesce(:body ->> 'mirror', mirror),
    fast_s = coalesce(:body ->> 'fast', fast_s), region = coalesce(:body ->> 'region', region);

-- on device.keyed
-- {"key": public key, hex}: what this installation seals its chain with
UPDATE post SET key = :body ->> 'key';

-- on chain.sealed clock.flagged tape.replayed
-- sealed: {"key", "sig"} over the head before it (app/seal_chain.c); flagged: {"what": "back" | "jump", "was": ms,
-- "now": ms}; replayed: {"from", "to": seq}. Only kept.

-- on officer.added
-- {"id": actor name, "name", "badge", "role"}
INSERT OR IGNORE INTO actor(name) VALUES(:body ->> 'id');
INSERT INTO officer(id, name, badge, role, active)
SELECT id, :body ->> 'name', :body ->> 'badge', :body ->> 'role', 1 FROM actor WHERE name = :body ->> 'id';

-- on officer.changed
-- {"id": actor name, "name", "role", "active": 0 or 1, "pin": hash or ""}; members left out keep their value
UPDATE officer SET name = coalesce(:body ->> 'name', name), role = coalesce(:body ->> 'role', role),
    active = coalesce(:body ->> 'active', active), pin = coalesce(:body ->> 'pin', pin)
WHERE id = (SELECT id FROM actor WHERE name = :body ->> 'id');

-- on officer.keyed
-- {"id": actor name, "key": public key, hex}: what he signs with from now on
UPDATE officer SET key = :body ->> 'key' WHERE id = (SELECT id FROM actor WHERE name = :body ->> 'id');

-- on login.made login.failed
-- made: {}, by the officer; failed: {"badge"}, by the program. Only kept; what counts is read from the events.

-- on checklist.adopted
-- {"form", "version", "sha256", "files": [[path, text], ...]}
INSERT INTO checklist(form, version, sha256, event)
VALUES(:body ->> 'form', :body ->> 'version', :body ->> 'sha256', :event);

-- on codes.adopted
-- {"list", "sha256", "rows": [[code, name, name_ru], ...]}: the list as it is from now on; name_ru may be left out
DELETE FROM code WHERE list = :body ->> 'list';
INSERT INTO code(list, code, name, name_ru)
SELECT :body ->> 'list', e.value ->> 0, e.value ->> 1, coalesce(e.value ->> 2, '') FROM json_each(:body, '$.rows') e;
INSERT INTO code_list(list, sha256, event) VALUES(:body ->> 'list', :body ->> 'sha256', :event)
ON CONFLICT(list) DO UPDATE SET sha256 = excluded.sha256, event = excluded.event;

-- on train.listed
-- {"no", "index", "direction", "arrived": ms, "offset": min, "form", "version", "source", "sha256", "level",
--  "raw": service phrase of the message, only kept}
INSERT INTO train(id, number, train_index, direction, arrived_at, arrived_offset, checklist, source_name,
    source_sha256, level, state, listed_at, wagons, closed, findings)
SELECT :train, :body ->> 'no', :body ->> 'index', :body ->> 'direction', :body ->> 'arrived', :body ->> 'offset',
    c.id, :body ->> 'source', :body ->> 'sha256', :body ->> 'level', 'listed', :at, 0, 0, 0
FROM checklist c WHERE c.form = :body ->> 'form' AND c.version = :body ->> 'version';

-- on train.planned
-- {"departs": ms, "offset": min}
UPDATE train SET departs_at = :body ->> 'departs', departs_offset = :body ->> 'offset' WHERE id = :train;

-- on train.walked
-- {"side": "L" or "R", left out: no side; "head": 1 when from the tail to the head}: how this officer walks from now on
INSERT INTO walk(train, actor, side, to_head)
VALUES(:train, :actor, coalesce(:body ->> 'side', ''), coalesce(:body ->> 'head', 0))
ON CONFLICT(train, actor) DO UPDATE SET side = excluded.side, to_head = excluded.to_head;

-- on wagon.listed quiet
-- {"pos", "no", "tail", "kind", "kind_from", "level", "owner", "etsng", "gng", "cargo", "net", "tare", "axles",
--  "un", "hazard", "card", "from", "to", "consignor", "consignee", "seals": count, "containers": "A;B",
--  "expected": [[uuid, number, folded number, place], ...], "n": [items done, items asked],
--  "raw": the row as the message has it, only kept}
INSERT INTO wagon(id, train, position, number, tail, kind, kind_from, level, owner_railway, cargo_etsng, cargo_gng,
    cargo_name, net_kg, tare_kg, axles, un_no, hazard_no, emergency_card, origin_station, destination_station,
    consignor, consignee, seal_count, containers, state, done, total, findings, seals_expected, seals_read, seals_bad)
VALUES(:wagon, :train, :body ->> 'pos', coalesce(:body ->> 'no', ''), coalesce(:body ->> 'tail', ''),
    :body ->> 'kind', coalesce(:body ->> 'kind_from', ''), :body ->> 'level', coalesce(:body ->> 'owner', ''),
    coalesce(:body ->> 'etsng', ''), coalesce(:body ->> 'gng', ''), coalesce(:body ->> 'cargo', ''), :body ->> 'net',
    :body ->> 'tare', :body ->> 'axles', coalesce(:body ->> 'un', ''), coalesce(:body ->> 'hazard', ''),
    coalesce(:body ->> 'card', ''), coalesce(:body ->> 'from', ''), coalesce(:body ->> 'to', ''),
    coalesce(:body ->> 'consignor', ''), coalesce(:body ->> 'consignee', ''), :body ->> 'seals',
    coalesce(:body ->> 'containers', ''), 'not_started', coalesce(:body ->> '$.n[0]', 0),
    coalesce(:body ->> '$.n[1]', 0), 0, 0, 0, 0);
INSERT INTO seal(wagon, n, uuid, place, owner, expected, expected_fold, state, match, checks, removed, event)
SELECT :wagon, e.key + 1, e.value ->> 0, coalesce(e.value ->> 3, ''), '', e.value ->> 1, e.value ->> 2, '', 'open',
    '....', 0, :event
FROM json_each(:body, '$.expected') e;
INSERT INTO search_text(rowid, words)
SELECT :wagon, replace(replace(coalesce(:body ->> 'no', '') || ' ' || coalesce(:body ->> 'cargo', '') || ' ' ||
    coalesce(:body ->> 'consignor', '') || ' ' || coalesce(:body ->> 'consignee', ''), 'ё', 'е'), 'Ё', 'Е')
WHERE :body ->> 'pos' > 0;

-- on train.withdrawn
-- {"reason"}: the import is taken back
UPDATE train SET state = 'withdrawn' WHERE id = :train;

-- on train.corrected
-- {"source", "sha256": of the corrected list, "attached", "detached", "moved", "changed": wagons}
UPDATE train SET source_name = :body ->> 'source', source_sha256 = :body ->> 'sha256' WHERE id = :train;

-- on mapping.saved
-- {"headings": SHA-256 of the headings, "name": of the file, "columns": {"wagon_no": heading, ...}}
INSERT INTO mapping(headings, name, columns, event)
VALUES(:body ->> 'headings', :body ->> 'name', :body -> 'columns', :event)
ON CONFLICT(headings) DO UPDATE SET name = excluded.name, columns = excluded.columns, event = excluded.event;

-- on wagon.moved quiet
-- {"pos"}: by a corrected list
UPDATE wagon SET position = :body ->> 'pos' WHERE id = :wagon;

-- on wagon.relisted quiet
-- all facts of a corrected list, as in wagon.listed; "kind" left out: stays; {"dropped": [n, ...], "added":
-- [[n, uuid, number, folded number, place], ...]}: expected seals; ends the undo list (store/undo.c)
UPDATE wagon SET kind = coalesce(:body ->> 'kind', kind), kind_from = coalesce(:body ->> 'kind_from', kind_from),
    owner_railway = coalesce(:body ->> 'owner', ''), cargo_etsng = coalesce(:body ->> 'etsng', ''),
    cargo_gng = coalesce(:body ->> 'gng', ''), cargo_name = coalesce(:body ->> 'cargo', ''), net_kg = :body ->> 'net',
    tare_kg = :body ->> 'tare', axles = :body ->> 'axles', un_no = coalesce(:body ->> 'un', ''),
    hazard_no = coalesce(:body ->> 'hazard', ''), emergency_card = coalesce(:body ->> 'card', ''),
    origin_station = coalesce(:body ->> 'from', ''), destination_station = coalesce(:body ->> 'to', ''),
    consignor = coalesce(:body ->> 'consignor', ''), consignee = coalesce(:body ->> 'consignee', ''),
    seal_count = :body ->> 'seals', containers = coalesce(:body ->> 'containers', ''),
    done = coalesce(:body ->> '$.n[0]', done), total = coalesce(:body ->> '$.n[1]', total)
WHERE id = :wagon;
DELETE FROM seal WHERE wagon = :wagon AND n IN (SELECT e.value FROM json_each(:body, '$.dropped') e);
INSERT INTO seal(wagon, n, uuid, place, owner, expected, expected_fold, state, match, checks, removed, event)
SELECT :wagon, e.value ->> 0, e.value ->> 1, coalesce(e.value ->> 4, ''), '', e.value ->> 2, e.value ->> 3, '',
    'open', '....', 0, :event
FROM json_each(:body, '$.added') e;
UPDATE search_text SET words = words || ' ' || replace(replace(coalesce(:body ->> 'cargo', '') || ' ' ||
    coalesce(:body ->> 'consignor', '') || ' ' || coalesce(:body ->> 'consignee', ''), 'ё', 'е'), 'Ё', 'Е')
WHERE rowid = :wagon;

-- on wagon.changed undoable
-- {"kind": as the officer sees it, "level", "n": [done, total], "why"}; kind and level may be left out
UPDATE wagon SET kind_from = CASE WHEN :body ->> 'kind' IS NULL THEN kind_from ELSE 'officer' END,
    kind = coalesce(:body ->> 'kind', kind), level = coalesce(:body ->> 'level', level),
    done = coalesce(:body ->> '$.n[0]', done), total = coalesce(:body ->> '$.n[1]', total)
WHERE id = :wagon;

-- on wagon.struck undoable
-- {"reason"}
UPDATE wagon SET state = 'struck', reason = :body ->> 'reason' WHERE id = :wagon;
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open';

-- on gate.confirmed undoable
-- {"codes": [code, ...], "name": who confirmed}
INSERT INTO gate(train, wagon, code, state, name, event)
SELECT :train, coalesce(:wagon, 0), e.value, 'confirmed', coalesce(:body ->> 'name', ''), :event
FROM json_each(:body, '$.codes') e WHERE true
ON CONFLICT(train, wagon, code) DO UPDATE SET state = excluded.state, name = excluded.name, event = excluded.event;

-- on gate.withdrawn undoable
-- {"codes": [code, ...], "name": who withdrew}
UPDATE gate SET state = 'withdrawn', name = coalesce(:body ->> 'name', ''), event = :event
WHERE train = :train AND wagon = coalesce(:wagon, 0)
    AND code IN (SELECT e.value FROM json_each(:body, '$.codes') e);

-- on answer.set finding.raised undoable
-- {"s": [[item key, state, value, reason, note, marks], ...], "n": [done, total], "t": seconds since the last answer,
--  "why": reason of a correction, only after closing}; trailing members of an answer may be left out
INSERT OR IGNORE INTO item_key(name) SELECT e.value ->> 0 FROM json_each(:body, '$.s') e;
INSERT INTO answer(wagon, item, event, state, value, reason, note, marks)
SELECT :wagon, k.id, :event, e.value ->> 1, e.value ->> 2, e.value ->> 3, e.value ->> 4, nullif(e.value ->> 5, 0)
FROM json_each(:body, '$.s') e CROSS JOIN item_key k ON k.name = e.value ->> 0 WHERE true
ON CONFLICT(wagon, item) DO UPDATE SET event = excluded.event, state = excluded.state, value = excluded.value,
    reason = excluded.reason, note = excluded.note, marks = excluded.marks;
UPDATE wagon SET done = :body ->> '$.n[0]', total = :body ->> '$.n[1]'
WHERE id = :wagon AND :body ->> '$.n[0]' IS NOT NULL;

-- on finding.raised undoable
-- as answer.set, and {"f": {"id": uuid, "item", "zone", "category", "severity", "noticed", "description", "quantity",
--  "unit", "action", "agency", "act", "files", "side"}}
INSERT INTO finding(uuid, train, wagon, item, zone, category, severity, noticed, description, quantity, unit, action,
    agency, act_no, files, side, state, raised, event)
VALUES(:body ->> '$.f.id', :train, :wagon, coalesce(:body ->> '$.f.item', ''), coalesce(:body ->> '$.f.zone', ''),
    coalesce(:body ->> '$.f.category', ''), :body ->> '$.f.severity', coalesce(:body ->> '$.f.noticed', ''),
    coalesce(:body ->> '$.f.description', ''), coalesce(:body ->> '$.f.quantity', ''),
    coalesce(:body ->> '$.f.unit', ''), coalesce(:body ->> '$.f.action', ''), coalesce(:body ->> '$.f.agency', ''),
    coalesce(:body ->> '$.f.act', ''), coalesce(:body ->> '$.f.files', ''),
    coalesce(:body ->> '$.f.side', ''), 'open', :event, :event);

-- on finding.changed undoable
-- {"f": all fields as in finding.raised}, {"why"} after closing
UPDATE finding SET zone = coalesce(:body ->> '$.f.zone', ''), category = coalesce(:body ->> '$.f.category', ''),
    severity = :body ->> '$.f.severity', noticed = coalesce(:body ->> '$.f.noticed', ''),
    description = coalesce(:body ->> '$.f.description', ''), quantity = coalesce(:body ->> '$.f.quantity', ''),
    unit = coalesce(:body ->> '$.f.unit', ''), action = coalesce(:body ->> '$.f.action', ''),
    agency = coalesce(:body ->> '$.f.agency', ''), act_no = coalesce(:body ->> '$.f.act', ''),
    files = coalesce(:body ->> '$.f.files', ''), side = coalesce(:body ->> '$.f.side', ''), event = :event
WHERE uuid = :body ->> '$.f.id' AND wagon = :wagon;

-- on finding.raised finding.changed
UPDATE search_text SET words = words || ' ' ||
    replace(replace(coalesce(:body ->> '$.f.description', ''), 'ё', 'е'), 'Ё', 'Е')
WHERE rowid = :wagon;

-- on finding.closed undoable
-- {"id": uuid, "state": "closed" | "withdrawn", "why"}
UPDATE finding SET state = :body ->> 'state', event = :event WHERE uuid = :body ->> 'id' AND wagon = :wagon;

-- on file.attached undoable
-- {"finding": uuid, "name", "size": bytes, "sha256", "why"}: the copy is kept in the data folder, in files/
INSERT INTO file(finding, sha256, wagon, name, size, event)
SELECT f.uuid, :body ->> 'sha256', :wagon, :body ->> 'name', :body ->> 'size', :event
FROM finding f WHERE f.uuid = :body ->> 'finding' AND f.wagon = :wagon
ON CONFLICT(finding, sha256) DO NOTHING;

-- on file.removed undoable
-- {"finding": uuid, "name", "sha256", "why"}: it no longer belongs to the finding; its copy stays
DELETE FROM file WHERE finding = :body ->> 'finding' AND sha256 = :body ->> 'sha256' AND wagon = :wagon;

-- on seal.read undoable
-- {"k": n in the wagon, "id": uuid of a seal that nobody expected, "no", "fold", "place", "owner", "state", "match",
--  "checks", "reason", "n": [done, total], "why"}
INSERT INTO seal(wagon, n, uuid, place, owner, state, match, checks, removed, event)
SELECT :wagon, :body ->> 'k', :body ->> 'id', '', '', '', 'extra', '....', 0, :event
WHERE :body ->> 'id' IS NOT NULL
ON CONFLICT(wagon, n) DO NOTHING;
UPDATE seal SET read = :body ->> 'no', read_fold = :body ->> 'fold', place = coalesce(:body ->> 'place', place),
    owner = coalesce(:body ->> 'owner', owner), state = coalesce(:body ->> 'state', ''), match = :body ->> 'match',
    checks = coalesce(:body ->> 'checks', checks), reason = :body ->> 'reason', event = :event
WHERE wagon = :wagon AND n = :body ->> 'k';
UPDATE wagon SET done = :body ->> '$.n[0]', total = :body ->> '$.n[1]'
WHERE id = :wagon AND :body ->> '$.n[0]' IS NOT NULL;

-- on seal.removed undoable
-- {"k", "reason", "why"}: removed by us for the control
UPDATE seal SET removed = 1, state = 'removed_by_us', reason = :body ->> 'reason', event = :event
WHERE wagon = :wagon AND n = :body ->> 'k';

-- on seal.applied undoable
-- {"k", "id": uuid when it takes no old seal's place, "no", "fold", "place", "owner", "why"}: put on by us
INSERT INTO seal(wagon, n, uuid, place, owner, state, match, checks, removed, event)
SELECT :wagon, :body ->> 'k', :body ->> 'id', '', '', 'intact', 'matched', '....', 0, :event
WHERE :body ->> 'id' IS NOT NULL
ON CONFLICT(wagon, n) DO NOTHING;
UPDATE seal SET applied = :body ->> 'no', applied_fold = :body ->> 'fold', place = coalesce(:body ->> 'place', place),
    owner = coalesce(:body ->> 'owner', owner), event = :event
WHERE wagon = :wagon AND n = :body ->> 'k';

-- on note.added undoable
-- {"text"}
INSERT INTO note(event, train, wagon, text) VALUES(:event, :train, coalesce(:wagon, 0), :body ->> 'text');
UPDATE search_text SET words = words || ' ' || replace(replace(:body ->> 'text', 'ё', 'е'), 'Ё', 'Е')
WHERE rowid = :wagon;

-- on answer.set finding.raised
-- a returned item that is answered anew, a returned wagon on which something is recorded
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open' AND finding = ''
    AND (item = '' OR item IN (SELECT e.value ->> 0 FROM json_each(:body, '$.s') e));

-- on finding.changed finding.closed
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open'
    AND (finding = coalesce(:body ->> '$.f.id', :body ->> 'id') OR (finding = '' AND item = ''));

-- on file.attached file.removed
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open'
    AND (finding = :body ->> 'finding' OR (finding = '' AND item = ''));

-- on seal.read seal.removed seal.applied
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open' AND finding = ''
    AND (seals = 1 OR item = '');

-- on note.added wagon.changed gate.confirmed gate.withdrawn
UPDATE review SET state = 'corrected' WHERE wagon = :wagon AND state = 'open' AND finding = '' AND item = '';

-- on wagon.closed
-- {}: also of the train's own checklist, when the train is submitted
UPDATE wagon SET state = 'clear', closed_at = :at WHERE id = :wagon;
UPDATE review SET state = 'unchanged' WHERE wagon = :wagon AND state = 'open';

-- on review.returned quiet
-- {"id": uuid, "item": key, "finding": uuid, "seals": 1 when it is the item of the seals, "reason"}; item and finding
-- left out: the wagon
INSERT INTO review(event, uuid, train, wagon, what, item, finding, seals, reason, state)
VALUES(:event, :body ->> 'id', :train, :wagon, 'returned', coalesce(:body ->> 'item', ''),
    coalesce(:body ->> 'finding', ''), coalesce(:body ->> 'seals', 0), :body ->> 'reason', 'open');
UPDATE wagon SET state = 'returned', closed_at = NULL WHERE id = :wagon;
UPDATE train SET state = 'returned' WHERE id = :train AND state = 'submitted';

-- on wagon.held wagon.released quiet
-- {"id": uuid, "reason"}
INSERT INTO review(event, uuid, train, wagon, what, item, finding, seals, reason, state)
VALUES(:event, :body ->> 'id', :train, :wagon, substr(:kind, 7), '', '', 0, coalesce(:body ->> 'reason', ''), '');
UPDATE wagon SET state = CASE :kind WHEN 'wagon.held' THEN 'held' ELSE 'clear' END WHERE id = :wagon;

-- on review.accepted train.released train.held
-- {"id": uuid, "reason", "text": what was signed, "key": public key, hex, "sig"}; the text: app/decide.c
INSERT INTO review(event, uuid, train, wagon, what, item, finding, seals, reason, state)
VALUES(:event, :body ->> 'id', :train, 0, substr(:kind, instr(:kind, '.') + 1), '', '', 0,
    coalesce(:body ->> 'reason', ''), '');
UPDATE train SET state = substr(:kind, instr(:kind, '.') + 1), decided_at = :at, decided_by = :actor WHERE id = :train;

-- on shift.started
-- {"clock": what the station clock shows, ms, "off": program's clock minus that, s}
INSERT INTO shift(event, what, uuid, taker, note) VALUES(:event, 'started', '', '', '');

-- on shift.handed
-- {"id": uuid, "to": badge, "note", "trains": [[uuid, number, wagons left, open points, open grave findings,
-- minutes to departure or null], ...]}
INSERT INTO shift(event, what, uuid, taker, note)
VALUES(:event, 'handed', :body ->> 'id', :body ->> 'to', coalesce(:body ->> 'note', ''));

-- on shift.taken
-- {"id": uuid of the hand-over}, by the one who takes over
UPDATE shift SET taken = :event WHERE uuid = :body ->> 'id' AND uuid <> '';

-- on train.submitted
-- {}
UPDATE train SET state = 'submitted', submitted_at = :at, submitted_by = :actor WHERE id = :train;

-- after
-- every event of a wagon: who and when (not what a lead decides), its state and counts, its train's
UPDATE wagon SET (first_at, last_at, officer) = (coalesce(first_at, :at), :at, :actor)
WHERE id = :wagon AND :kind NOT IN ('wagon.listed', 'wagon.moved', 'wagon.relisted', 'review.returned', 'wagon.held', 'wagon.released');
UPDATE wagon SET
    findings = (SELECT count(*) FROM finding f WHERE f.wagon = :wagon AND f.state <> 'withdrawn'),
    worst = (SELECT max(severity) FROM finding f WHERE f.wagon = :wagon AND f.state <> 'withdrawn'),
    seals_expected = (SELECT count(*) FROM seal s WHERE s.wagon = :wagon AND s.expected IS NOT NULL),
    seals_read = (SELECT count(*) FROM seal s WHERE s.wagon = :wagon AND s.expected IS NOT NULL AND s.match <> 'open'),
    seals_bad = (SELECT count(*) FROM seal s WHERE s.wagon = :wagon AND s.match IN ('mismatched', 'missing', 'extra')),
    state = CASE
        WHEN state = 'not_started' AND :kind NOT IN ('wagon.moved', 'wagon.relisted') THEN 'in_work'
        WHEN state IN ('clear', 'finding') THEN
            CASE WHEN EXISTS(SELECT 1 FROM finding f WHERE f.wagon = :wagon AND f.state <> 'withdrawn')
                OR EXISTS(SELECT 1 FROM seal s WHERE s.wagon = :wagon AND s.match IN ('mismatched', 'missing', 'extra'))
            THEN 'finding' ELSE 'clear' END
        ELSE state END
WHERE id = :wagon AND :kind <> 'wagon.listed';
UPDATE wagon SET seals_expected = (SELECT count(*) FROM seal s WHERE s.wagon = :wagon AND s.expected IS NOT NULL)
WHERE id = :wagon AND :kind = 'wagon.listed';

-- after train
-- the counts of the train that a wagon's event (or an undo) may have changed
UPDATE train SET (wagons, closed, findings, worst) =
    (SELECT coalesce(sum(position > 0 AND state <> 'struck'), 0),
        coalesce(sum(position > 0 AND state IN ('clear', 'finding', 'held')), 0),
        coalesce(sum(findings), 0), max(worst)
     FROM wagon w WHERE w.train = :train),
    returns = (SELECT count(*) FROM review r WHERE r.train = :train AND r.state = 'open')
WHERE id = :train;
-- apart, and only when it changes: the state is indexed, and setting it costs a page of the index
UPDATE train SET state = 'inspecting' WHERE id = :train AND state = 'listed'
    AND EXISTS(SELECT 1 FROM wagon w WHERE w.train = :train AND w.state <> 'not_started');
UPDATE train SET state = 'listed' WHERE id = :train AND state = 'inspecting'
    AND NOT EXISTS(SELECT 1 FROM wagon w WHERE w.train = :train AND w.state <> 'not_started');

-- reset wagon
DELETE FROM answer WHERE wagon = :wagon;
DELETE FROM seal WHERE wagon = :wagon;
DELETE FROM finding WHERE wagon = :wagon;
DELETE FROM file WHERE wagon = :wagon;
DELETE FROM gate WHERE train = :train AND wagon = :wagon;
DELETE FROM note WHERE wagon = :wagon;
DELETE FROM review WHERE wagon = :wagon;
DELETE FROM search_text WHERE rowid = :wagon;
DELETE FROM wagon WHERE id = :wagon;

-- reset all
DELETE FROM post;
DELETE FROM officer;
DELETE FROM train;
DELETE FROM checklist;
DELETE FROM wagon;
DELETE FROM answer;
DELETE FROM seal;
DELETE FROM finding;
DELETE FROM file;
DELETE FROM gate;
DELETE FROM note;
DELETE FROM review;
DELETE FROM shift;
DELETE FROM walk;
DELETE FROM mapping;
DELETE FROM code;
DELETE FROM code_list;
DELETE FROM undo_step;
DELETE FROM search_text;
