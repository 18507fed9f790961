-- SPDX-License-Identifier: ISC
-- Names for codes: stations, cargo, dangerous goods, railways. Each import of a list replaces it.

CREATE TABLE code_list(
    list TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,             -- of the file
    event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE code(
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_ru TEXT NOT NULL,            -- '' none
    PRIMARY KEY(list, code)
) STRICT, WITHOUT ROWID;
