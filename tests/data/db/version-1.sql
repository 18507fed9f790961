-- SPDX-License-Identifier: ISC
-- A database of version 1, as "sqlite3 railcheck.db .dump" writes it, and the two pragmas that it
-- leaves out. Never made anew: newer programs must go on opening what this one wrote.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE device(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO device VALUES(1,'01890000-0000-7000-8000-00000000000d');
CREATE TABLE actor(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO actor VALUES(1,'01890000-0000-7000-8000-00000000000a');
CREATE TABLE kind(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO kind VALUES(1,'device.created');
INSERT INTO kind VALUES(2,'officer.added');
INSERT INTO kind VALUES(3,'checklist.adopted');
INSERT INTO kind VALUES(4,'train.listed');
INSERT INTO kind VALUES(5,'wagon.listed');
INSERT INTO kind VALUES(6,'gate.confirmed');
INSERT INTO kind VALUES(7,'answer.set');
INSERT INTO kind VALUES(8,'seal.read');
INSERT INTO kind VALUES(9,'undo.made');
INSERT INTO kind VALUES(10,'redo.made');
INSERT INTO kind VALUES(11,'finding.raised');
INSERT INTO kind VALUES(12,'finding.changed');
INSERT INTO kind VALUES(13,'seal.removed');
INSERT INTO kind VALUES(14,'seal.applied');
INSERT INTO kind VALUES(15,'note.added');
INSERT INTO kind VALUES(16,'wagon.changed');
INSERT INTO kind VALUES(17,'wagon.closed');
INSERT INTO kind VALUES(18,'wagon.struck');
INSERT INTO kind VALUES(19,'export.made');
CREATE TABLE train_key(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO train_key VALUES(1,'01890000-0000-7000-8116-000000000001');
CREATE TABLE wagon_key(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    train INTEGER NOT NULL REFERENCES train_key(id)
) STRICT;
INSERT INTO wagon_key VALUES(1,'01890000-0000-7000-8119-000000000090',1);
INSERT INTO wagon_key VALUES(2,'01890000-0000-7000-8119-000000000001',1);
INSERT INTO wagon_key VALUES(3,'01890000-0000-7000-8119-000000000002',1);
INSERT INTO wagon_key VALUES(4,'01890000-0000-7000-8119-000000000003',1);
CREATE TABLE item_key(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO item_key VALUES(1,'TNK-1');
INSERT INTO item_key VALUES(2,'TNK-2');
INSERT INTO item_key VALUES(3,'TNK-4');
INSERT INTO item_key VALUES(4,'TNK-3');
INSERT INTO item_key VALUES(5,'GON-1');
INSERT INTO item_key VALUES(6,'TNK-5');
CREATE TABLE session(
    id INTEGER PRIMARY KEY,
    boot TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor(id),
    utc_offset INTEGER NOT NULL,      -- minutes
    at INTEGER NOT NULL,              -- ms since 1970 UTC
    uptime INTEGER NOT NULL,          -- ms since boot
    UNIQUE(boot, actor, utc_offset)
) STRICT;
INSERT INTO session VALUES(1,'6f0c2c5e-0000-4000-8000-000000000001',1,300,1795000000000,5000000);
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
INSERT INTO event VALUES(1,1,0,0,1,NULL,NULL,'{"post":"Altynkol"}',X'0100000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(2,1,1000,0,2,NULL,NULL,'{"id":"01890000-0000-7000-8000-00000000000a","name":"Officer One","badge":"101","role":"officer"}',X'0200000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(3,1,2000,0,3,NULL,NULL,'{"form":"railcheck","version":"2026010100","sha256":"00","files":[["settings.csv","form_id\r\n"],["modules/tank.csv","type,name\r\n"]]}',X'0300000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(4,1,3000,0,4,1,NULL,'{"no":"2401","index":"7200-089-6740","direction":"in","arrived":1794990000000,"offset":300,"form":"railcheck","version":"2026010100","source":"2401.csv","sha256":"feed","level":1}',X'0400000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(5,1,4000,0,5,NULL,1,'{"pos":0,"kind":"train","level":1,"n":[0,5]}',X'0500000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(6,1,5000,0,5,NULL,2,'{"pos":1,"no":"73072738","tail":"83727037","kind":"tank","kind_from":"list","level":1,"owner":"27","cargo":"Дизельное топливо","net":60000,"axles":4,"un":"1202","consignor":"Sender","consignee":"Receiver","seals":1,"expected":[["s1","Н8453704","H8453704","hatch"]],"n":[0,24]}',X'0600000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(7,1,6000,0,5,NULL,3,'{"pos":2,"no":"22981440","tail":"04418922","kind":"tank","kind_from":"list","level":1,"owner":"27","cargo":"Щебёнка","net":60000,"axles":4,"un":"1202","consignor":"Sender","consignee":"Receiver","seals":1,"expected":[],"n":[0,24]}',X'0700000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(8,1,7000,0,5,NULL,4,'{"pos":3,"no":"60711520","tail":"02511706","kind":"tank","kind_from":"list","level":1,"owner":"27","cargo":"Coal","net":60000,"axles":4,"un":"1202","consignor":"Sender","consignee":"Receiver","seals":1,"expected":[],"n":[0,24]}',X'0800000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(9,1,8000,0,6,1,NULL,'{"codes":["H-OHL"],"name":"Duty"}',X'0900000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(10,1,9000,0,6,NULL,2,'{"codes":["H-GAS"],"name":""}',X'0a00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(11,1,10000,0,7,NULL,2,'{"s":[["TNK-1","+"]],"n":[1,24],"t":5}',X'0b00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(12,1,11000,0,7,NULL,2,'{"s":[["TNK-2","+",null,null,null,1],["TNK-4","?",null,"ice","see photo",4]],"n":[3,24]}',X'0c00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(13,1,12000,0,8,NULL,2,'{"k":1,"no":"H8453704","fold":"H8453704","match":"lookalike","checks":"++..","n":[4,24]}',X'0d00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(14,1,13000,0,9,NULL,2,'{"of":13}',X'0e00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(15,1,14000,0,9,NULL,2,'{"of":12}',X'0f00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(16,1,15000,0,10,NULL,2,'{"of":12}',X'1000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(17,1,16000,0,11,NULL,2,'{"s":[["TNK-3","!"]],"n":[4,24],"f":{"id":"01890000-0000-7000-8000-0000000000f1","item":"TNK-3","zone":"shell","category":"cache","severity":3,"description":"Двойное днище"}}',X'1100000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(18,1,17000,0,12,NULL,2,'{"f":{"id":"01890000-0000-7000-8000-0000000000f1","item":"TNK-3","zone":"shell","category":"cache","severity":2,"description":"Двойное днище, сварка"}}',X'1200000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(19,1,18000,0,8,NULL,2,'{"k":2,"id":"s2","no":"B7","fold":"B7","match":"extra"}',X'1300000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(20,1,19000,0,13,NULL,2,'{"k":2,"reason":"control"}',X'1400000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(21,1,20000,0,14,NULL,2,'{"k":2,"no":"C55","fold":"C55"}',X'1500000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(22,1,21000,0,15,NULL,2,'{"text":"Жёлтая краска"}',X'1600000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(23,1,22000,0,16,NULL,3,'{"kind":"gondola","level":2,"n":[0,20]}',X'1700000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(24,1,23000,0,17,NULL,3,'{}',X'1800000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(25,1,24000,0,18,NULL,4,'{"reason":"not in the train"}',X'1900000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(26,1,25000,0,7,NULL,3,'{"s":[["GON-1","-"]],"n":[1,20],"why":"late"}',X'1a00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(27,1,26000,0,7,NULL,2,'{"s":[["TNK-5","v","12.5"]],"n":[5,24]}',X'1b00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(28,1,27000,0,9,NULL,2,'{"of":27}',X'1c00000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event VALUES(29,1,28000,0,19,1,NULL,'{}',X'1d00000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE post(id INTEGER PRIMARY KEY CHECK(id = 1), name TEXT NOT NULL) STRICT;
INSERT INTO post VALUES(1,'Altynkol');
CREATE TABLE officer(
    id INTEGER PRIMARY KEY REFERENCES actor(id),
    name TEXT NOT NULL,
    badge TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    active INTEGER NOT NULL
) STRICT;
INSERT INTO officer VALUES(1,'Officer One','101','officer',1);
CREATE TABLE checklist(
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    event INTEGER NOT NULL,           -- holds the full text
    UNIQUE(form, version)
) STRICT;
INSERT INTO checklist VALUES(1,'railcheck','2026010100','00',3);
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
INSERT INTO train VALUES(1,'2401','7200-089-6740','in',1794990000000,300,1,'2401.csv','feed',1,'inspecting',1795000003000,NULL,NULL,2,1,1,2);
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
INSERT INTO wagon VALUES(1,1,0,'','','train','',1,'','','','',NULL,NULL,NULL,'','','','','','','',NULL,'','not_started',NULL,0,5,0,NULL,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO wagon VALUES(2,1,1,'73072738','83727037','tank','list',1,'27','','','Дизельное топливо',60000,NULL,4,'1202','','','','','Sender','Receiver',1,'','in_work',NULL,4,24,1,2,1,0,1,1795000009000,1795000021000,NULL,1);
INSERT INTO wagon VALUES(3,1,2,'22981440','04418922','gondola','officer',2,'27','','','Щебёнка',60000,NULL,4,'1202','','','','','Sender','Receiver',1,'','clear',NULL,1,20,0,NULL,0,0,0,1795000022000,1795000025000,1795000023000,1);
INSERT INTO wagon VALUES(4,1,3,'60711520','02511706','tank','list',1,'27','','','Coal',60000,NULL,4,'1202','','','','','Sender','Receiver',1,'','struck','not in the train',0,24,0,NULL,0,0,0,1795000024000,1795000024000,NULL,1);
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
INSERT INTO answer VALUES(2,1,11,'+',NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(2,2,12,'+',NULL,NULL,NULL,1);
INSERT INTO answer VALUES(2,3,12,'?',NULL,'ice','see photo',4);
INSERT INTO answer VALUES(2,4,17,'!',NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(3,5,26,'-',NULL,NULL,NULL,NULL);
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
INSERT INTO seal VALUES(2,1,'s1','hatch','','Н8453704','H8453704',NULL,NULL,NULL,NULL,'','open','....',NULL,0,6);
INSERT INTO seal VALUES(2,2,'s2','','',NULL,NULL,'B7','B7','C55','C55','removed_by_us','extra','....','control',1,21);
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
INSERT INTO finding VALUES('01890000-0000-7000-8000-0000000000f1',1,2,'TNK-3','shell','cache',2,'','Двойное днище, сварка','','','','','','','open',17,18);
CREATE TABLE gate(
    train INTEGER NOT NULL REFERENCES train_key(id),
    wagon INTEGER NOT NULL,           -- 0: for the whole train
    code TEXT NOT NULL,
    state TEXT NOT NULL,              -- confirmed, withdrawn
    name TEXT NOT NULL,               -- who confirmed it, in words
    event INTEGER NOT NULL,
    PRIMARY KEY(train, wagon, code)
) STRICT, WITHOUT ROWID;
INSERT INTO gate VALUES(1,0,'H-OHL','confirmed','Duty',9);
INSERT INTO gate VALUES(1,2,'H-GAS','confirmed','',10);
CREATE TABLE note(
    event INTEGER PRIMARY KEY,
    train INTEGER,
    wagon INTEGER NOT NULL,           -- 0: about the whole train
    text TEXT NOT NULL
) STRICT;
INSERT INTO note VALUES(22,1,2,'Жёлтая краска');
CREATE TABLE undo_step(
    wagon INTEGER NOT NULL,
    event INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    PRIMARY KEY(wagon, event)
) STRICT, WITHOUT ROWID;
INSERT INTO undo_step VALUES(2,10,0);
INSERT INTO undo_step VALUES(2,11,0);
INSERT INTO undo_step VALUES(2,12,0);
INSERT INTO undo_step VALUES(2,17,0);
INSERT INTO undo_step VALUES(2,18,0);
INSERT INTO undo_step VALUES(2,19,0);
INSERT INTO undo_step VALUES(2,20,0);
INSERT INTO undo_step VALUES(2,21,0);
INSERT INTO undo_step VALUES(2,22,0);
INSERT INTO undo_step VALUES(2,27,1);
INSERT INTO undo_step VALUES(4,25,0);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_text','search_text',0,'CREATE VIRTUAL TABLE search_text USING fts5(words, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_text_data VALUES(1,X'0314');
INSERT INTO search_text_data VALUES(10,X'0000000002021100021101010101010000');
INSERT INTO search_text_data VALUES(137438953473,X'000000a10930373330373237333802030201087265636569766572020306010673656e646572020305010ed0b4d0b2d0bed0b9d0bdd0bed0b502050704040fb8d0b7d0b5d0bbd18cd0bdd0bed0b50203030407bdd0b8d189d0b502050804020bb6d0b5d0bbd182d0b0d18f02020c020bbad180d0b0d181d0bad0b002020d010cd181d0b2d0b0d180d0bad0b002030b020d82d0bed0bfd0bbd0b8d0b2d0be020304040d0d0b14140d101011');
INSERT INTO search_text_data VALUES(2336462209025,X'000000c20930323239383134343003020201083630373131353230040202010837333037323733380202020104636f616c04020301087265636569766572020206010205010205010673656e646572020205010204010204010ed0b4d0b2d0bed0b9d0bdd0bed0b502040704040fb8d0b7d0b5d0bbd18cd0bdd0bed0b50202030407bdd0b8d189d0b502040804010cd181d0b2d0b0d180d0bad0b002020b020d82d0bed0bfd0bbd0b8d0b2d0be020204020d89d0b5d0b1d0b5d0bdd0bad0b0030203040d0d0d09131114140d1112');
CREATE TABLE IF NOT EXISTS 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_text_idx VALUES(1,X'',2);
INSERT INTO search_text_idx VALUES(17,X'',2);
CREATE TABLE IF NOT EXISTS 'search_text_content'(id INTEGER PRIMARY KEY, c0);
INSERT INTO search_text_content VALUES(2,'73072738 Дизельное топливо Sender Receiver Двойное днище Двойное днище, сварка Желтая краска');
INSERT INTO search_text_content VALUES(3,'22981440 Щебенка Sender Receiver');
INSERT INTO search_text_content VALUES(4,'60711520 Coal Sender Receiver');
CREATE TABLE IF NOT EXISTS 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO search_text_docsize VALUES(2,X'0c');
INSERT INTO search_text_docsize VALUES(3,X'04');
INSERT INTO search_text_docsize VALUES(4,X'04');
CREATE TABLE IF NOT EXISTS 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_text_config VALUES('version',4);
CREATE INDEX event_wagon ON event(wagon) WHERE wagon IS NOT NULL;
CREATE INDEX event_train ON event(train) WHERE train IS NOT NULL;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE INDEX train_arrived ON train(arrived_at);
CREATE INDEX train_number ON train(number);
CREATE INDEX train_source ON train(source_sha256);
CREATE INDEX wagon_train ON wagon(train, position);
CREATE INDEX wagon_tail ON wagon(tail);
CREATE INDEX seal_expected ON seal(expected_fold) WHERE expected_fold IS NOT NULL;
CREATE INDEX seal_read ON seal(read_fold) WHERE read_fold IS NOT NULL;
CREATE INDEX seal_applied ON seal(applied_fold) WHERE applied_fold IS NOT NULL;
CREATE INDEX finding_wagon ON finding(wagon);
CREATE INDEX finding_train ON finding(train);
CREATE INDEX note_wagon ON note(wagon);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1380729675;
PRAGMA user_version = 1;
