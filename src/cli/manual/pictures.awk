# SPDX-License-Identifier: ISC
# A page of the manual with its pictures: reads the page, prints it with each line
#     @picture NAME [SCREEN] [COLSxROWS]@
# replaced by the text rows of GOLDEN/NAME.LANG.COLSxROWS.txt between two edges (80x24 when no size is
# given; SCREEN is for who checks that all screens are there). Where a row is under the cursor and its
# text does not say so, a > stands before it; where text is typed, a _.
#     LC_ALL=C awk -v golden=tests/screens/golden -v lang=en -f pictures.awk screens.en.in

BEGIN {
    edge = sprintf("%80s", "")
    gsub(/ /, "-", edge)
}

function complain(what) {
    print FILENAME ":" FNR ": " what >"/dev/stderr"
    failed = 1
}

# The characters of the line into cell[1], cell[2] …, a cell each; gives how many. Bytes are read one
# by one: not every awk knows UTF-8.
function split_cells(line, cell,    i, c, n) {
    n = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c ~ /[\200-\277]/)
            cell[n] = cell[n] c
        else
            cell[++n] = c
    }
    return n
}

# The row with its cursor marked; styles has a letter a cell, C under the cursor.
function mark_cursor(row, styles,    at, n, i, cell, marked) {
    at = index(styles, "C")
    n = split_cells(row, cell)
    if (at == 0 || at > n || index(cell[at] cell[at + 1] cell[at + 2], ">"))
        return row
    if (cell[at] != " " && at > 1)
        at--
    if (cell[at] != " ")
        return row
    cell[at] = ">"
    for (i = 1; i <= n; i++)
        marked = marked cell[i]
    return marked
}

# The row with _ at the text cursor, column at (1 first), when nothing stands there.
function mark_entry(row, at,    n, i, cell, marked) {
    for (n = split_cells(row, cell); n < at; n++)
        cell[n + 1] = " "
    if (cell[at] == " ")
        cell[at] = "_"
    for (i = 1; i <= n; i++)
        marked = marked cell[i]
    return marked
}

function picture(name, size,    file, line, row, rows, word, i) {
    file = golden "/" name "." lang "." size ".txt"
    while ((getline line <file) > 0) {
        if (line ~ /^\|/)
            row[++rows] = substr(line, 2)
        else if (line ~ /^:/)
            row[rows] = mark_cursor(row[rows], substr(line, 2))
        else if (split(line, word, " ") == 3 && word[1] == "cursor")
            row[word[2] + 1] = mark_entry(row[word[2] + 1], word[3] + 1)
        else
            complain(file " has a line that is none of a picture: " line)
    }
    close(file)
    if (!rows)
        complain("there is no picture " file " (give another name, or draw it in tests/screens)")
    print edge
    for (i = 1; i <= rows; i++) {
        sub(/ +$/, "", row[i])
        print row[i]
    }
    print edge
}

/^@picture [a-z].*@$/ {
    size = "80x24"
    n = split(substr($0, 1, length($0) - 1), word, " ")
    for (i = 3; i <= n; i++) {
        if (word[i] ~ /^[0-9]+x[0-9]+$/)
            size = word[i]
    }
    picture(word[2], size)
    next
}

/^@/ { complain("not understood: " $0 " (write @picture NAME [SCREEN] [COLSxROWS]@)") }

{ print }

END { exit failed }
