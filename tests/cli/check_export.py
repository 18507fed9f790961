# SPDX-License-Identifier: ISC
"""Reads an export with other programs' eyes: python3 check_export.py FOLDER.

The descriptor is held against the rules of Data Package 2.0 (in our own words, below), every file
against its length, hash, dialect, columns and types; keys and references are asked of SQLite.
Prints what does not hold; exit status 1 when something does not.
"""
import csv
import datetime
import hashlib
import io
import json
import os
import re
import sqlite3
import sys

TEXT = {"type": "string", "minLength": 1}
NAMES = {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True}
REFERENCE = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": NAMES,
        "reference": {"type": "object", "required": ["resource", "fields"],
                      "properties": {"resource": TEXT, "fields": NAMES}},
    },
}
FIELD = {
    "type": "object",
    "required": ["name", "type", "description"],
    "additionalProperties": False,
    "properties": {
        "name": TEXT,
        "type": {"enum": ["string", "integer", "number", "boolean", "datetime"]},
        "format": TEXT,
        "description": TEXT,
        "decimalChar": {"type": "string", "maxLength": 1},
        "trueValues": NAMES,
        "falseValues": NAMES,
        "constraints": {"type": "object", "properties": {"required": {"type": "boolean"}},
                        "additionalProperties": False},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["$schema", "fields", "missingValues"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/tableschema.json"},
        "fields": {"type": "array", "items": FIELD, "minItems": 1},
        "missingValues": {"type": "array", "items": {"type": "string"}},
        "primaryKey": NAMES,
        "uniqueKeys": {"type": "array", "items": NAMES, "minItems": 1},
        "foreignKeys": {"type": "array", "items": REFERENCE, "minItems": 1},
    },
}
RESOURCE = {
    "type": "object",
    "required": ["$schema", "name", "path", "type", "bytes", "hash", "dialect", "schema"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/dataresource.json"},
        "name": TEXT,
        "path": {"type": "string", "pattern": "^[^/.][^/]*$"},
        "type": {"const": "table"},
        "description": TEXT,
        "format": {"const": "csv"},
        "mediatype": {"const": "text/csv"},
        "encoding": {"const": "utf-8"},
        "bytes": {"type": "integer", "minimum": 1},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "dialect": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "$schema": {"const": "https://datapackage.org/profiles/2.0/tabledialect.json"},
                "delimiter": {"type": "string", "maxLength": 1},
                "lineTerminator": {"const": "\r\n"},
                "quoteChar": {"const": '"'},
                "doubleQuote": {"const": True},
                "header": {"const": True},
            },
        },
        "schema": SCHEMA,
    },
}
PACKAGE = {
    "type": "object",
    "required": ["$schema", "name", "resources"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
        "title": TEXT,
        "resources": {"type": "array", "items": RESOURCE, "minItems": 1},
    },
}

errors = []


def wrong(text):
    if len(errors) < 30:
        errors.append(text)


def check_descriptor(package):
    try:
        import jsonschema
    except ImportError:
        print("# descriptor not held against its schema: python3 has no jsonschema")
        return
    for error in jsonschema.Draft7Validator(PACKAGE).iter_errors(package):
        wrong("datapackage.json: %s: %s" % ("/".join(map(str, error.path)), error.message[:200]))


def is_datetime(text, form):
    try:
        if form:
            datetime.datetime.strptime(text, form)
            return True
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)", text):
            return False
        datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return True
    except ValueError:
        return False


def fits(field, text):
    kind = field["type"]
    if kind == "integer":
        return re.fullmatch(r"-?\d+", text)
    if kind == "number":
        return re.fullmatch(r"-?\d+(%s\d+)?" % re.escape(field.get("decimalChar", ".")), text)
    if kind == "boolean":
        return text in field["trueValues"] + field["falseValues"]
    return is_datetime(text, field.get("format")) if kind == "datetime" else True


def read_rows(folder, resource):
    """The rows as lists; everything that only bytes show is checked here."""
    with open(os.path.join(folder, resource["path"]), "rb") as file:
        data = file.read()
    name = resource["path"]
    if len(data) != resource["bytes"]:
        wrong("%s: %d bytes, not %d" % (name, len(data), resource["bytes"]))
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        wrong(name + ": another hash")
    delimiter = resource["dialect"]["delimiter"]
    marked = data.startswith(b"\xef\xbb\xbf")
    if marked != (delimiter == ";"):
        wrong(name + ": byte order mark: %s" % marked)
    text = data.decode("utf-8-sig")
    if not text.endswith("\r\n"):
        wrong(name + ": no line end at the end")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def check_values(resource, rows):
    fields = resource["schema"]["fields"]
    if rows[0] != [field["name"] for field in fields]:
        wrong(resource["path"] + ": the headings are not the fields")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(fields):
            wrong("%s: row %d has %d fields" % (resource["path"], number, len(row)))
            continue
        for field, text in zip(fields, row):
            needed = field.get("constraints", {}).get("required")
            if not text and needed or text and not fits(field, text):
                wrong("%s: row %d: %s: %r" % (resource["path"], number, field["name"], text))


def quoted(names):
    return ", ".join('"%s"' % name.replace('"', '""') for name in names)


def load(db, resource, rows):
    db.execute("CREATE TABLE %s(%s)" % (quoted([resource["name"]]), quoted(rows[0])))
    marks = ", ".join("?" * len(rows[0]))
    db.executemany("INSERT INTO %s VALUES(%s)" % (quoted([resource["name"]]), marks),
                   [[text or None for text in row] for row in rows[1:]])


def check_keys(db, resource):
    table, schema = quoted([resource["name"]]), resource["schema"]
    keys = schema.get("uniqueKeys", [])
    if "primaryKey" in schema:
        keys = keys + [schema["primaryKey"]]
    if not keys:
        wrong(resource["name"] + ": no key")
    for key in keys:
        twice = db.execute("SELECT count(*) FROM (SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1)"
                           % (table, quoted(key))).fetchone()[0]
        if twice:
            wrong("%s: %d values of %s are there twice" % (resource["name"], twice, key))
    for reference in schema.get("foreignKeys", []):
        here, there = reference["fields"], reference["reference"]
        equal = " AND ".join('o."%s" = t."%s"' % pair for pair in zip(there["fields"], here))
        present = " AND ".join('t."%s" IS NOT NULL' % name for name in here)
        orphans = db.execute(
            "SELECT count(*) FROM %s t WHERE %s AND NOT EXISTS (SELECT 1 FROM %s o WHERE %s)"
            % (table, present, quoted([there["resource"]]), equal)).fetchone()[0]
        if orphans:
            wrong("%s: %d rows name no row of %s" % (resource["name"], orphans, there["resource"]))


def check_files(db, folder):
    """Copies of attached files: each is named by one row, with its length and hash."""
    named = []
    for path, size, sha256 in db.execute("SELECT path, size, sha256 FROM files"):
        if not path:
            continue
        named.append(path)
        with open(os.path.join(folder, path), "rb") as file:
            data = file.read()
        if len(data) != int(size) or hashlib.sha256(data).hexdigest() != sha256:
            wrong(path + ": another file than the row says")
    copies = os.path.join(folder, "files")
    there = os.listdir(copies) if os.path.isdir(copies) else []
    if sorted(named) != sorted("files/" + name for name in there):
        wrong("the folder files holds %s" % sorted(there))


def main(folder):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        package = json.load(file)
    check_descriptor(package)
    there = sorted(name for name in os.listdir(folder) if name != "files")
    named = sorted(["datapackage.json"] + [r["path"] for r in package["resources"]])
    if there != named:
        wrong("files %s, not %s" % (there, named))
    db = sqlite3.connect(":memory:")
    for resource in package["resources"]:
        rows = read_rows(folder, resource)
        check_values(resource, rows)
        load(db, resource, rows)
        db.execute("CREATE INDEX %s ON %s(%s)" % (quoted(["of " + resource["name"]]),
                                                  quoted([resource["name"]]),
                                                  quoted(rows[0][:3])))
    for resource in package["resources"]:
        check_keys(db, resource)
    check_files(db, folder)
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
