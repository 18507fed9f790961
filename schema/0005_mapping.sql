-- SPDX-License-Identifier: ISC
-- Lists of trains: which column is under which heading, as an officer chose it; corrected lists.

CREATE TABLE mapping(
    headings TEXT PRIMARY KEY,        -- SHA-256 of the headings of a list, hex
    name TEXT NOT NULL,               -- file for which it was chosen
    columns TEXT NOT NULL,            -- JSON: {"wagon_no": heading, ...}
    event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A corrected list looks for the train with the same index.
CREATE INDEX train_index ON train(train_index);
