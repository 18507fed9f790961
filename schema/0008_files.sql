-- SPDX-License-Identifier: ISC
-- Files attached to findings. The copies themselves are in the folder files/ beside the database.

CREATE TABLE file(
    finding TEXT NOT NULL,            -- uuid
    sha256 TEXT NOT NULL,             -- hex
    wagon INTEGER NOT NULL REFERENCES wagon_key(id),
    name TEXT NOT NULL,               -- that it had, made visible
    size INTEGER NOT NULL,            -- bytes
    event INTEGER NOT NULL,
    PRIMARY KEY(finding, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_wagon ON file(wagon);
