# SPDX-License-Identifier: ISC
# Reads a gettext .po file. Fuzzy, obsolete and empty entries are left out.
#     awk -v code=ru -f po.awk ru.po         C: the language that i18n/catalogue.h declares
#     awk -v mode=list -f po.awk ru.po       one line an entry: msgid TAB msgid_plural
# The header names the language: Plural-Forms (at most 3; its expression is C), X-Name (its own
# name), X-Draft: yes (not reviewed yet), X-Fallback (whose texts stand in for missing ones).
# Wrong syntax, an id twice, an incomplete plural, or other arguments (%s, %1) in the translation
# than in the text fail with file:line.

function fail(line, text) {
    print FILENAME ":" line ": " text | "cat >&2"
    failed = 1
    exit 1
}

# The bytes that an escaped string stands for: what strcmp will see.
function bytes(s,    out, at) {
    out = ""
    while ((at = index(s, "\\")) > 0) {
        out = out substr(s, 1, at - 1)
        c = substr(s, at + 1, 1)
        out = out (c == "n" ? "\n" : c == "t" ? "\t" : c)
        s = substr(s, at + 2)
    }
    return out s
}

# The arguments in a text: conversions of printf in their order, then %1 %2.
function arguments(s,    out) {
    out = ""
    gsub(/%%/, "", s)
    one = s ~ /%1/
    two = s ~ /%2/
    while (match(s, /%[-+#0]*[0-9]*(\.[0-9]+|\.\*)?(hh|h|ll|l|z|j|t)?[diouxXcsp]/)) {
        out = out " " substr(s, RSTART, RLENGTH)
        s = substr(s, RSTART + RLENGTH)
    }
    if (out == "")
        out = (one ? " %1" : "") (two ? " %2" : "")
    return out
}

# The value of a line of the header; "" when it is not there.
function value(text, name,    at) {
    at = index("\n" text, "\n" name ": ")
    if (!at)
        return ""
    text = substr(text, at + length(name) + 2)
    sub(/\n.*/, "", text)
    return text
}

function header(text,    rule) {
    rule = value(text, "Plural-Forms")
    forms = 1
    if (match(rule, /nplurals=[1-3];/))
        forms = substr(rule, RSTART + 9, 1)
    plural_rule = "0"
    if (match(rule, /plural=[-n%0-9 ()?:<>=&|!]+;/))
        plural_rule = substr(rule, RSTART + 7, RLENGTH - 8)
    name = value(text, "X-Name")
    draft = value(text, "X-Draft") == "yes"
    fallback = value(text, "X-Fallback")
}

function begin() {
    field = ""
    id = plural = text0 = text1 = text2 = ""
    has_id = has_plural = 0
}

function check(translation) {
    if (arguments(translation) != arguments(has_plural ? plural : id))
        fail(id_line, "the translation has other arguments than the text")
}

function finish(    key) {
    if (!has_id) {
        begin()
        return
    }
    if (id == "" && !fuzzy)
        header(bytes(text0))
    whole = text0 != "" && (!has_plural || ((forms < 2 || text1 != "") && (forms < 3 || text2 != "")))
    if (id != "" && !fuzzy && whole) {
        key = bytes(id)
        if (key in seen)
            fail(id_line, "this msgid is here already")
        seen[key] = 1
        check(text0)
        if (has_plural && forms > 1)
            check(text1)
        if (has_plural && forms > 2)
            check(text2)
        n++
        keys[n] = key
        ids[n] = id
        plurals[n] = plural
        is_plural[n] = has_plural
        texts[n, 0] = text0
        texts[n, 1] = text1
        texts[n, 2] = text2
        order[n] = n
    }
    fuzzy = 0
    begin()
}

function add(s) {
    if (s !~ /^"([^"\\]|\\[nt"\\])*"$/)
        fail(FNR, "not a string (escapes: \\n \\t \\\" \\\\)")
    s = substr(s, 2, length(s) - 2)
    if (field == "msgid")
        id = id s
    else if (field == "msgid_plural")
        plural = plural s
    else if (field == "msgstr" || field == "msgstr[0]")
        text0 = text0 s
    else if (field == "msgstr[1]")
        text1 = text1 s
    else if (field == "msgstr[2]")
        text2 = text2 s
    else
        fail(FNR, "a string that belongs to nothing")
}

# Heap sort of order[1..n] by keys.
function sift(root, end,    child, t) {
    while ((child = 2 * root) <= end) {
        if (child < end && keys[order[child]] "" < keys[order[child + 1]] "")
            child++
        if (keys[order[root]] "" >= keys[order[child]] "")
            return
        t = order[root]
        order[root] = order[child]
        order[child] = t
        root = child
    }
}

function sort(    i, t) {
    for (i = int(n / 2); i >= 1; i--)
        sift(i, n)
    for (i = n; i > 1; i--) {
        t = order[1]
        order[1] = order[i]
        order[i] = t
        sift(1, i - 1)
    }
}

# A C literal; "??" would begin a trigraph.
function literal(s) {
    gsub(/\?\?/, "?\\?", s)
    return "\"" s "\""
}

BEGIN {
    n = 0
    begin()
}

{
    sub(/\r$/, "")
    sub(/[ \t]+$/, "")
}

/^$/ {
    finish()
    next
}

/^#,.*fuzzy/ {
    finish()
    fuzzy = 1
    next
}

/^#/ {
    next
}

/^msgid "/ {
    if (has_id) {
        finish()
    }
    has_id = 1
    id_line = FNR
    field = "msgid"
    add(substr($0, 7))
    next
}

/^msgid_plural "/ && field == "msgid" {
    has_plural = 1
    field = "msgid_plural"
    add(substr($0, 14))
    next
}

/^msgstr "/ && field == "msgid" {
    field = "msgstr"
    add(substr($0, 8))
    next
}

/^msgstr\[[012]\] "/ && (field == "msgid_plural" || field ~ /^msgstr\[/) {
    field = substr($0, 1, 9)
    add(substr($0, 11))
    next
}

/^"/ {
    add($0)
    next
}

{
    fail(FNR, "not understood: " $0)
}

END {
    if (!failed)
        finish()
    if (failed)
        exit 1
    sort()
    if (mode == "list") {
        for (i = 1; i <= n; i++)
            print ids[order[i]] "\t" plurals[order[i]]
        exit 0
    }
    print "/* Generated from src/i18n/" code ".po by src/i18n/po.awk. */"
    print "#include \"config.h\""
    print ""
    print "#include \"i18n/catalogue.h\""
    print ""
    print "static const struct i18n_entry entries[] = {"
    for (i = 1; i <= n; i++) {
        k = order[i]
        printf "    {%s,\n     {%s", literal(ids[k]), literal(texts[k, 0])
        for (f = 1; f < 3; f++) {
            # Every form of a plural is there: a language with fewer repeats its last one.
            if (is_plural[k])
                printf ",\n      %s", literal(texts[k, f < forms ? f : forms - 1])
            else
                printf ", NULL"
        }
        print "}},"
    }
    print "    {NULL, {NULL, NULL, NULL}},"
    print "};"
    print ""
    print "static size_t"
    print "form(unsigned long long n)"
    print "{"
    print "    (void)n;"
    print "    return (size_t)(" plural_rule ");"
    print "}"
    print ""
    print "const struct i18n_language i18n_" code " = {"
    print "    .code = \"" code "\","
    print "    .name = " literal(name == "" ? code : name) ","
    print "    .draft = " (draft ? "true" : "false") ","
    print "    .fallback = " (fallback == "" ? "NULL" : literal(fallback)) ","
    print "    .entries = entries,"
    print "    .n = " n ","
    print "    .form = form,"
    print "};"
}
