# SPDX-License-Identifier: ISC
# Turns SQL files into a C table (see embedded.h).
#     awk -v table=schema -f embed.awk 0001_init.sql 0002_x.sql ...
#     awk -v table=projection -f embed.awk projection.sql

function fail(text) {
    print FILENAME ":" FNR ": " text | "cat >&2"
    failed = 1
    exit 1
}

function escaped(s) {
    gsub(/\\/, "\\\\", s)
    gsub(/"/, "\\\"", s)
    gsub(/\?/, "\\?", s)
    gsub(/\t/, "\\t", s)
    return s
}

function close_entry() {
    if (!open)
        return
    if (!lines)
        print "     \"\""
    print "    },"
    open = 0
}

function open_entry(head) {
    close_entry()
    print "    {" head ","
    open = 1
    lines = 0
}

BEGIN {
    print "/* Generated from schema/ by src/store/embed.awk. */"
    print "#include \"config.h\""
    print ""
    print "#include \"store/embedded.h\""
    print ""
    print "const struct " table "_sql " table "_sql[] = {"
}

{
    sub(/\r$/, "")
    sub(/[ \t]+$/, "")
}

table == "schema" && FNR == 1 {
    name = FILENAME
    sub(/^.*\//, "", name)
    sub(/\.sql$/, "", name)
    if (name !~ /^[0-9][0-9][0-9][0-9]_[a-z0-9_]+$/)
        fail("a migration is called NNNN_name.sql")
    version = substr(name, 1, 4) + 0
    if (version != ++migrations)
        fail("migration " migrations " is missing")
    open_entry(version ", \"" name "\"")
}

table == "projection" && /^-- (on [a-z]|after$|after train$|reset wagon$|reset all$)/ {
    head = substr($0, 4)
    undoable = quiet = "false"
    if (head ~ /^on /) {
        head = substr(head, 4)
        if (sub(/ undoable$/, "", head))
            undoable = "true"
        else if (sub(/ quiet$/, "", head))
            quiet = "true"
        if (head !~ /^[a-z]+\.[a-z]+( [a-z]+\.[a-z]+)*$/)
            fail("\"" head "\" is no list of event kinds")
    }
    open_entry("\"" head "\", " undoable ", " quiet)
    next
}

/^[ \t]*--/ || /^$/ {
    next
}

{
    if (!open)
        fail("a statement before the first section")
    print "     \"" escaped($0) "\\n\""
    lines++
}

END {
    if (failed)
        exit 1
    close_entry()
    print table == "schema" ? "    {0, NULL, NULL}" : "    {NULL, false, false, NULL}"
    print "};"
}
