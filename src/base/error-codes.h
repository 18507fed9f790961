/* SPDX-License-Identifier: ISC */
/*
 * Every error and warning: code, exit status, English text. A text says what is wrong and, in
 * round brackets, what to do. %1 and %2 are the arguments of rc_fail.
 */
#ifndef RC_BASE_ERROR_CODES_H
#define RC_BASE_ERROR_CODES_H

/* N_ marks a text for translation. */
#ifndef N_
#define N_(text) text
#endif

/* clang-format off */
#define RC_ERRORS(X)                                                                               \
    X(RC_OK, RC_EXIT_DONE, "")                                                                     \
    X(RC_E_USAGE, RC_EXIT_USAGE, N_("%1 (see railcheck --help)"))                                  \
    X(RC_E_SYSTEM, RC_EXIT_SYSTEM, N_("%1: %2"))                                                   \
    X(RC_E_OPEN, RC_EXIT_SYSTEM, N_("cannot open %1: %2"))                                         \
    X(RC_E_READ, RC_EXIT_SYSTEM, N_("cannot read %1: %2"))                                         \
    X(RC_E_WRITE, RC_EXIT_SYSTEM, N_("cannot write %1: %2"))                                       \
    X(RC_E_DISK_FULL, RC_EXIT_SYSTEM, N_("the disk is full at %1 (free some space, then repeat)")) \
    X(RC_E_NOT_A_FILE, RC_EXIT_DATA, N_("%1 is not a regular file"))                               \
    X(RC_E_TOO_LARGE, RC_EXIT_DATA, N_("%1 is larger than %2 (split the file)"))                   \
    X(RC_E_EMPTY_FILE, RC_EXIT_DATA, N_("%1 is empty (choose another file)"))                       \
    X(RC_E_FILE_LARGE, RC_EXIT_DATA, N_("%1 is larger than %2 (choose a smaller file)"))           \
    X(RC_E_MEMORY, RC_EXIT_SYSTEM, N_("out of memory"))                                            \
    X(RC_E_EXPORT_BUSY, RC_EXIT_SYSTEM,                                                            \
      N_("another export is being written to %1 (wait for it, or choose another folder)"))         \
    X(RC_E_DAY, RC_EXIT_USAGE, N_("\"%1\" is no date (write it like 2026-11-23)"))                 \
    /* delimited text */                                                                           \
    X(RC_E_NUL, RC_EXIT_DATA,                                                                      \
      N_("a NUL byte in the text (the file is no text or is damaged: export it again)"))           \
    X(RC_E_ENCODING, RC_EXIT_DATA,                                                                 \
      N_("byte %1 does not exist in %2 (choose another encoding, or save the file as UTF-8)"))     \
    X(RC_E_ENCODING_NAME, RC_EXIT_USAGE,                                                           \
      N_("unknown encoding %1 (known: UTF-8 UTF-16LE UTF-16BE CP1251 CP866 KOI8-R)"))              \
    X(RC_E_CSV_QUOTE, RC_EXIT_DATA,                                                                \
      N_("broken quotes, noticed on line %1 (double every quote inside a field, and "              \
         "put the whole field in quotes)"))                                                        \
    X(RC_E_CSV_UNCLOSED, RC_EXIT_DATA,                                                             \
      N_("a quoted field begins here and never ends (add the closing quote)"))                     \
    X(RC_E_CSV_FIELD_SIZE, RC_EXIT_DATA,                                                           \
      N_("a field longer than %1 bytes (look for a missing quote, or shorten it)"))                \
    X(RC_E_CSV_RECORD_SIZE, RC_EXIT_DATA,                                                          \
      N_("a row longer than %1 bytes (look for a missing quote, or shorten it)"))                  \
    X(RC_E_CSV_FIELDS, RC_EXIT_DATA,                                                               \
      N_("more than %1 fields in a row (check what stands between the columns)"))                  \
    /* lists of wagons: errors */                                                                  \
    X(RC_E_LIST_EMPTY, RC_EXIT_DATA,                                                               \
      N_("no wagon in the list (below the headings there must be one row for each "                \
         "wagon)"))                                                                                \
    X(RC_E_LIST_ONE_COLUMN, RC_EXIT_DATA,                                                          \
      N_("the heading line is one column: tried were comma, semicolon, tab and | outside "         \
         "quotes (save the list as CSV)"))                                                         \
    X(RC_E_LIST_HEADING_TWICE, RC_EXIT_DATA,                                                       \
      N_("headings \"%1\" and \"%2\" mean the same (rename or delete one of them, or choose "      \
         "with --column)"))                                                                        \
    X(RC_E_LIST_COLUMN_NAME, RC_EXIT_USAGE,                                                        \
      N_("\"%1\" names no column (write for instance wagon_no=HEADING; the manual lists the "      \
         "names)"))                                                                                \
    X(RC_E_LIST_NO_TABLE, RC_EXIT_DATA,                                                            \
      N_("a column is chosen (%1), but the list is a message and has none (leave it out)"))        \
    X(RC_E_LIST_COLUMN_NONE, RC_EXIT_DATA,                                                         \
      N_("the list has no heading \"%1\" (found: %2)"))                                            \
    X(RC_E_LIST_COLUMN_SAME, RC_EXIT_DATA,                                                         \
      N_("headings \"%1\" and \"%2\" differ only in case or blanks (write the one that is meant "  \
         "exactly)"))                                                                              \
    X(RC_E_LIST_REJECTED, RC_EXIT_DATA,                                                            \
      N_("more than %1 rows cannot be read (this is no list of wagons: choose another file)"))     \
    X(RC_E_LIST_NO_WAGON_NO, RC_EXIT_DATA,                                                         \
      N_("no column of wagon numbers (name it wagon_no or Номер вагона; found: %1)"))              \
    X(RC_E_LIST_FIELD_COUNT, RC_EXIT_DATA,                                                         \
      N_("the row has %1 fields, the headings %2 (look for a missing quote or a stray "            \
         "delimiter)"))                                                                            \
    X(RC_E_LIST_LINES, RC_EXIT_DATA,                                                               \
      N_("the field runs up to line %1 and holds a whole row (add the missing quote)"))            \
    X(RC_E_LIST_WAGON_NO, RC_EXIT_DATA,                                                            \
      N_("the row has no wagon number (fill it in, or delete the row)"))                           \
    X(RC_E_LIST_POSITION, RC_EXIT_DATA,                                                            \
      N_("\"%1\" is not a position (write a whole number from 1 to %2)"))                          \
    X(RC_E_LIST_NUMBER, RC_EXIT_DATA,                                                              \
      N_("\"%1\" is not a number of column %2 (correct it, or leave it empty)"))                   \
    X(RC_E_LIST_MOMENT, RC_EXIT_DATA,                                                              \
      N_("\"%1\" is not a date with time (write it like 2026-11-23 06:15 or "                      \
         "23.11.2026 6:15)"))                                                                      \
    X(RC_E_LIST_DATE_ORDER, RC_EXIT_DATA,                                                          \
      N_("\"%1\": with slashes nobody knows which is the day and which the month (write it "       \
         "like 2026-11-23 06:15 or 23.11.2026 6:15)"))                                             \
    X(RC_E_LIST_WAGONS, RC_EXIT_DATA, N_("more than %1 wagons (split the file)"))                  \
    X(RC_E_LIST_TRAIN, RC_EXIT_DATA,                                                               \
      N_("a second train: \"%1\", but the list began with \"%2\" (split the file: one "            \
         "train in each)"))                                                                        \
    X(RC_E_LIST_LONG, RC_EXIT_DATA, N_("the text has %1 characters, at most %2 fit (shorten it)")) \
    X(RC_E_LIST_UNIT, RC_EXIT_DATA,                                                                \
      N_("heading \"%1\": the unit is missing (write it behind: kg or t)"))                        \
    /* lists of wagons: warnings */                                                                \
    X(RC_W_LIST_HEADING, RC_EXIT_DONE, N_("unknown heading \"%1\": the column is ignored"))        \
    X(RC_W_LIST_HEADING_SAME, RC_EXIT_DONE,                                                        \
      N_("headings \"%1\" and \"%2\" differ only in case or blanks: both columns are ignored"))    \
    X(RC_W_LIST_HEADING_OTHER, RC_EXIT_DONE,                                                       \
      N_("heading \"%1\": the column is ignored, \"%2\" was chosen"))                              \
    X(RC_W_LIST_ENCODING, RC_EXIT_DONE,                                                            \
      N_("the encoding is a guess: %1; %2 fits nearly as well (compare the words, choose the "     \
         "encoding)"))                                                                             \
    X(RC_W_LIST_TRIMMED, RC_EXIT_DONE, N_("blanks around the text of fields are left out: %1"))    \
    X(RC_W_LIST_LINES, RC_EXIT_DONE,                                                               \
      N_("the field runs over the end of its line, up to line %1 (is a quote missing?)"))          \
    X(RC_W_LIST_NO_TIME, RC_EXIT_DONE, N_("\"%1\" has no time: 00:00 is taken"))                   \
    X(RC_W_MASS_SMALL, RC_EXIT_DONE,                                                               \
      N_("%1 kg in column %2 is too little for a wagon (are these tonnes? correct the heading)"))  \
    X(RC_W_LIST_NO_TRAIN, RC_EXIT_DONE, N_("the list names no train number"))                      \
    X(RC_W_LIST_NO_POSITION, RC_EXIT_DONE, N_("no position: the order of the rows is taken"))      \
    X(RC_W_LIST_DIFFERS, RC_EXIT_DONE,                                                             \
      N_("\"%1\" differs from \"%2\" in the rows above: the first one is kept"))                   \
    X(RC_W_LIST_INDEX, RC_EXIT_DONE, N_("\"%1\" does not look like a train index"))                \
    X(RC_W_LIST_DIRECTION, RC_EXIT_DONE, N_("unknown direction \"%1\" (known: in, out)"))          \
    X(RC_W_LIST_KIND, RC_EXIT_DONE,                                                                \
      N_("unknown kind of wagon \"%1\" (choose the kind at the wagon)"))                           \
    X(RC_W_WAGON_CHECK, RC_EXIT_DONE,                                                              \
      N_("wagon number %1: the check digit should be %2 (compare it with the wagon)"))             \
    X(RC_W_WAGON_SHAPE, RC_EXIT_DONE,                                                              \
      N_("\"%1\" does not look like a wagon number (compare it with the wagon)"))                  \
    X(RC_W_CONTAINER_CHECK, RC_EXIT_DONE,                                                          \
      N_("container number %1: the check digit should be %2 (compare it with the "                 \
         "container)"))                                                                            \
    X(RC_W_CONTAINER_SHAPE, RC_EXIT_DONE,                                                          \
      N_("\"%1\" does not look like a container number (compare it with the container)"))          \
    X(RC_W_STATION_CHECK, RC_EXIT_DONE,                                                            \
      N_("station code %1: the check digit should be %2 (look it up)"))                            \
    X(RC_W_STATION_SHAPE, RC_EXIT_DONE,                                                            \
      N_("\"%1\" does not look like a station code (look it up)"))                                 \
    X(RC_W_STATION_ZERO, RC_EXIT_DONE,                                                             \
      N_("station code %1 seems to have lost its first zero: %2 would fit (format the "            \
         "column as text)"))                                                                       \
    X(RC_W_CARGO_CHECK, RC_EXIT_DONE,                                                              \
      N_("cargo code %1: the check digit should be %2 (look it up)"))                              \
    X(RC_W_CARGO_SHAPE, RC_EXIT_DONE, N_("\"%1\" does not look like a cargo code (look it up)"))   \
    X(RC_W_CARGO_ZERO, RC_EXIT_DONE,                                                               \
      N_("cargo code %1 seems to have lost its first zero: %2 would fit (format the "              \
         "column as text)"))                                                                       \
    X(RC_W_GNG_SHAPE, RC_EXIT_DONE,                                                                \
      N_("\"%1\" does not look like a GNG code of 8 digits (look it up)"))                         \
    X(RC_W_UN_SHAPE, RC_EXIT_DONE,                                                                 \
      N_("\"%1\" does not look like a UN number of 4 digits (look it up)"))                        \
    X(RC_W_HAZARD_SHAPE, RC_EXIT_DONE,                                                             \
      N_("\"%1\" does not look like a hazard number (look it up)"))                                \
    X(RC_W_HAZARD_ALONE, RC_EXIT_DONE, N_("hazard number %1 without a UN number (look it up)"))    \
    X(RC_W_WAGON_TWICE, RC_EXIT_DONE, N_("wagon %1 is in the list twice: see line %2"))            \
    X(RC_W_POSITION_TWICE, RC_EXIT_DONE, N_("position %1 is in the list twice: see line %2"))      \
    X(RC_W_POSITION_GAP, RC_EXIT_DONE, N_("position %1 follows %2 (is a wagon missing?)"))         \
    X(RC_W_SEAL_COUNT, RC_EXIT_DONE, N_("the list counts %1 seals and names %2"))                  \
    X(RC_W_SEAL_TWICE, RC_EXIT_DONE, N_("seal %1 is in the list twice: see line %2"))              \
    X(RC_W_SEAL_SHAPE, RC_EXIT_DONE, N_("\"%1\" does not look like a seal number"))                \
    X(RC_W_CARGO_NO_MASS, RC_EXIT_DONE, N_("cargo %1 without a mass"))                             \
    X(RC_W_NET_HEAVY, RC_EXIT_DONE, N_("net mass %1 kg is over 100 t (is the unit right?)"))       \
    X(RC_W_LIST_MORE, RC_EXIT_DONE, N_("more warnings than fit here: the rest is left out"))       \
    /* messages */                                                                                 \
    X(RC_E_LIST_FROM, RC_EXIT_DATA,                                                                \
      N_("the list does not say whether it begins at the head or at the tail of the "              \
         "train (look at the first wagon, then say --from head or --from tail)"))                  \
    X(RC_E_LIST_SECTION, RC_EXIT_DATA,                                                             \
      N_("the message lists the wagons of %1 sections of the journey (choose one: "                \
         "--section 1 to %1)"))                                                                    \
    X(RC_E_LIST_NO_SECTION, RC_EXIT_DATA,                                                          \
      N_("the message has no section %1 (it has %2)"))                                             \
    X(RC_E_MSG_KIND, RC_EXIT_DATA,                                                                 \
      N_("message %1 is no train list (ask for message 02 or for the print-out 902)"))             \
    X(RC_E_MSG_END, RC_EXIT_DATA,                                                                  \
      N_("the message begins here and has no end \":)\" (it was cut off: get the whole "           \
         "of it)"))                                                                                \
    X(RC_E_MSG_PHRASE, RC_EXIT_DATA,                                                               \
      N_("the service phrase is not understood at its field %1, \"%2\" (station, train, "          \
         "index, listing sign, day, month, hour, minute must follow the message "                  \
         "number)"))                                                                               \
    X(RC_E_MSG_DATE, RC_EXIT_DATA, N_("%1 is no date with time (correct the service phrase)"))     \
    X(RC_E_MSG_SECOND, RC_EXIT_DATA,                                                               \
      N_("a second train list begins here (split the file: one train in each)"))                   \
    X(RC_E_MSG_ROW, RC_EXIT_DATA,                                                                  \
      N_("\"%1\" holds a wagon number but does not begin with its place in the train "             \
         "(correct the row)"))                                                                     \
    X(RC_E_MSG_EMPTY, RC_EXIT_DATA,                                                                \
      N_("no wagon follows the service phrase (get the whole message)"))                           \
    X(RC_W_MSG_FIELD, RC_EXIT_DONE,                                                                \
      N_("\"%1\" does not have the shape of field %2: from here on the row is kept only "          \
         "as it is"))                                                                              \
    X(RC_W_MSG_KEPT, RC_EXIT_DONE,                                                                 \
      N_("field %1, here \"%2\", has no column of its own: it stays in the row as it is"))         \
    X(RC_W_MSG_LINE, RC_EXIT_DONE,                                                                 \
      N_("\"%1\" is no row of a wagon: left out"))                                                 \
    X(RC_W_MSG_TIME, RC_EXIT_DONE,                                                                 \
      N_("arrival %1 is the time of the message, which has no year and no zone "                   \
         "(compare it)"))                                                                          \
    X(RC_W_MSG_OLD, RC_EXIT_DONE,                                                                  \
      N_("the message is of %1, long past: is it the right one, and the clock right?"))            \
    X(RC_W_MSG_SUFFIX, RC_EXIT_DONE,                                                               \
      N_("the train number carries \"%1\""))                                                       \
    X(RC_W_MSG_MASS, RC_EXIT_DONE,                                                                 \
      N_("the wagons weigh %1 t together, the service phrase says %2 t (is one "                   \
         "missing?)"))                                                                             \
    X(RC_E_XML, RC_EXIT_DATA,                                                                      \
      N_("the XML is broken here: %1 (get the file again)"))                                       \
    X(RC_W_XML_ENCODING, RC_EXIT_DONE,                                                             \
      N_("XML says its encoding itself: the chosen one is not used"))                              \
    X(RC_E_XML_DOCTYPE, RC_EXIT_DATA,                                                              \
      N_("a document type or an entity of its own (no train list has one: do not trust "           \
         "the file)"))                                                                             \
    X(RC_E_XML_DEEP, RC_EXIT_DATA,                                                                 \
      N_("elements are nested deeper than %1 (this is no train list)"))                            \
    X(RC_E_XML_LARGE, RC_EXIT_DATA,                                                                \
      N_("an element with more than %1 of attributes or of text (this is no train "                \
         "list)"))                                                                                 \
    X(RC_E_XML_MANY, RC_EXIT_DATA,                                                                 \
      N_("more than %1 elements (this is no list of one train)"))                                  \
    X(RC_E_TAF_ROOT, RC_EXIT_DATA,                                                                 \
      N_("<%1> is no train list (a TrainCompositionMessage is one)"))                              \
    X(RC_E_TAF_WAGON_NO, RC_EXIT_DATA,                                                             \
      N_("the wagon has no WagonNumberFreight (correct the message)"))                             \
    X(RC_E_TAF_EMPTY, RC_EXIT_DATA,                                                                \
      N_("the message lists no wagon"))                                                            \
    X(RC_W_TAF_NAMESPACE, RC_EXIT_DONE,                                                            \
      N_("unknown edition \"%1\": read by the names of the elements"))                             \
    X(RC_W_TAF_DANGER, RC_EXIT_DONE,                                                               \
      N_("wagon %1 carries more dangerous goods: %2 (only the first stands in its "                \
         "record)"))                                                                               \
    X(RC_W_TAF_SECTIONS, RC_EXIT_DONE,                                                             \
      N_("all %1 sections of the journey list the same wagons"))                                   \
    /* lists of codes */                                                                           \
    X(RC_E_CODES_LIST, RC_EXIT_DATA, N_("\"%1\" is no list of codes (known: %2)"))                 \
    X(RC_E_CODES_SHAPE, RC_EXIT_DATA, N_("\"%1\" is not a code of the list %2 (correct it)"))      \
    X(RC_E_CODES_EMPTY, RC_EXIT_DATA,                                                              \
      N_("no code in the file (below the headings there must be one row for each)"))               \
    X(RC_W_CODES_CHECK, RC_EXIT_DONE, N_("code %1: the check digit should be %2 (look it up)"))    \
    /* states */                                                                                   \
    X(RC_E_TRAIN_DECIDED, RC_EXIT_DATA, N_("the train is decided: nothing of it can be changed"))  \
    X(RC_E_TRAIN_SUBMITTED, RC_EXIT_DATA, N_("the train is submitted already"))                    \
    X(RC_E_TRAIN_WITHDRAWN, RC_EXIT_DATA,                                                          \
      N_("the import of the train was taken back (import the list again)"))                        \
    X(RC_E_TRAIN_TOUCHED, RC_EXIT_DATA,                                                            \
      N_("the train was worked on already: its import cannot be taken back (strike out wagons, "   \
         "or import a corrected list)"))                                                           \
    X(RC_E_TRAIN_EMPTY, RC_EXIT_DATA, N_("the train has no wagons (import its list)"))             \
    X(RC_E_TRAIN_OPEN, RC_EXIT_DATA, N_("wagons not closed: %1 (close each, or strike it out)"))   \
    X(RC_E_WAGON_STRUCK, RC_EXIT_DATA,                                                             \
      N_("the wagon is struck out (undo the striking out first)"))                                 \
    X(RC_E_WAGON_CLOSED, RC_EXIT_DATA, N_("the wagon is closed already"))                          \
    X(RC_E_WAGON_MISSING, RC_EXIT_DATA, N_("not filled in: %1 (F3 lists what is missing)"))        \
    X(RC_E_UNDO_SUBMITTED, RC_EXIT_DATA,                                                           \
      N_("the train is submitted: nothing is undone any more (correct it, with the reason)"))      \
    X(RC_E_NOT_SUBMITTED, RC_EXIT_DATA,                                                            \
      N_("the train is not with the shift lead (its officers submit it first)"))                   \
    X(RC_E_OWN_INSPECTION, RC_EXIT_DATA,                                                           \
      N_("you took part in this inspection: it is accepted by another shift lead"))                \
    X(RC_E_NOT_ACCEPTED, RC_EXIT_DATA,                                                             \
      N_("the train is not accepted yet (accept it first, then release or hold it)"))              \
    X(RC_E_GRAVE, RC_EXIT_DATA,                                                                    \
      N_("wagon %1 has an open finding of severity 3 or 4: such a wagon is not released (hold "    \
         "that wagon, or settle the finding with what was done)"))                                 \
    X(RC_E_GRAVE_WAGON, RC_EXIT_DATA,                                                              \
      N_("wagon %1 has an open finding of severity 3 or 4: such a wagon is not released (settle "  \
         "the finding with what was done)"))                                                       \
    X(RC_E_WAGON_HELD, RC_EXIT_DATA, N_("the wagon is held (release it first)"))                   \
    X(RC_E_WAGON_NOT_HELD, RC_EXIT_DATA, N_("the wagon is not held"))                              \
    /* findings */                                                                                 \
    X(RC_E_NO_CATEGORY, RC_EXIT_DATA, N_("the finding has no category (choose one)"))              \
    X(RC_E_NOT_A_CHOICE, RC_EXIT_DATA, N_("\"%1\" is not a choice of the list %2"))                \
    /* expressions of checklist files */                                                           \
    X(RC_E_EXPRESSION, RC_EXIT_DATA,                                                               \
      N_("\"%1\" cannot stand here in an expression (see the list of what is allowed)"))           \
    X(RC_E_EXPRESSION_QUOTE, RC_EXIT_DATA, N_("a text in the expression has no closing quote"))    \
    X(RC_E_EXPRESSION_BRACKET, RC_EXIT_DATA, N_("a bracket in the expression is not closed"))      \
    X(RC_E_EXPRESSION_NAME, RC_EXIT_DATA, N_("a name in an expression is written ${name}"))        \
    X(RC_E_EXPRESSION_FUNCTION, RC_EXIT_DATA,                                                      \
      N_("unknown function or word %1 (known: and or not selected div)"))                          \
    X(RC_E_EXPRESSION_DEPTH, RC_EXIT_DATA, N_("the expression is too long or too deep (split it)")) \
    /* answers */                                                                                  \
    X(RC_E_GATE, RC_EXIT_DATA,                                                                     \
      N_("gate %1 is not confirmed: only \"not accessible\" can stand here (y confirms the gate)")) \
    X(RC_E_VALUE_NEEDED, RC_EXIT_DATA, N_("%1 takes a value, not this answer (Enter asks for it)")) \
    X(RC_E_NOT_A_NUMBER, RC_EXIT_DATA, N_("\"%1\" is not a number (digits, one point or comma)"))  \
    X(RC_E_NOT_A_WHOLE_NUMBER, RC_EXIT_DATA, N_("\"%1\" is not a whole number (digits only)"))     \
    /* checklist files */                                                                          \
    X(RC_E_SET_NO_FILE, RC_EXIT_DATA, N_("this file of the checklist set is missing (add it)"))    \
    X(RC_E_SET_NO_HEADINGS, RC_EXIT_DATA, N_("the file is empty (its first line are headings)"))   \
    X(RC_E_SET_NO_COLUMN, RC_EXIT_DATA, N_("the column %1 is missing (add it)"))                   \
    X(RC_E_SET_ONE_ROW, RC_EXIT_DATA, N_("the settings are one row below the headings"))           \
    X(RC_E_SET_EMPTY, RC_EXIT_DATA, N_("%1 is empty (fill it in)"))                                \
    X(RC_E_SET_NAME, RC_EXIT_DATA,                                                                 \
      N_("\"%1\" is not a name (at most 40 Latin letters, digits, - and _)"))                      \
    X(RC_E_SET_TWICE, RC_EXIT_DATA, N_("\"%1\" is there twice (each may stand only once)"))        \
    X(RC_E_SET_YES_NO, RC_EXIT_DATA, N_("\"%1\" is neither yes nor no"))                           \
    X(RC_E_SET_RANGE, RC_EXIT_DATA, N_("\"%1\" is not a whole number of %2"))                      \
    X(RC_E_SET_VERSION, RC_EXIT_DATA,                                                              \
      N_("\"%1\" is not a version (ten digits: year, month, day, number)"))                        \
    X(RC_E_SET_UNKNOWN, RC_EXIT_DATA, N_("\"%1\" is not in %2 (correct it, or add it there)"))     \
    X(RC_E_SET_TYPE, RC_EXIT_DATA,                                                                 \
      N_("unknown type \"%1\" (check decimal integer text select_one select_multiple seals)"))     \
    X(RC_E_SET_SCOPE, RC_EXIT_DATA, N_("\"%1\" is not a scope (%2)"))                              \
    X(RC_E_SET_MANY, RC_EXIT_DATA, N_("more than %1 of these"))                                    \
    X(RC_E_SET_PREFIX, RC_EXIT_DATA,                                                               \
      N_("\"%1\" are not first digits of wagon numbers (digits only, never 5 first)"))             \
    X(RC_E_SET_SOURCE, RC_EXIT_DATA,                                                               \
      N_("\"%1\" is not a source (V, R or V/R, then keys of sources.csv)"))                        \
    X(RC_E_SET_CONSTRAINT, RC_EXIT_DATA, N_("limits on an item that has no value (leave them out)")) \
    X(RC_E_SET_FACT, RC_EXIT_DATA,                                                                 \
      N_("item %2 asks for ${%1}, which is neither a fact of the wagon nor an item"))              \
    X(RC_E_SET_GROUP, RC_EXIT_DATA,                                                                \
      N_("begin_group and end_group do not pair (end each group before the next begins)"))         \
    X(RC_E_SET_UNUSED, RC_EXIT_DATA,                                                               \
      N_("no sheet names the module %1 (name it in sheets.csv, or remove this file)"))             \
    X(RC_E_DRAWING_PARTS, RC_EXIT_DATA,                                                            \
      N_("not the parts of a drawing (picture, mask and legend with a line -- between)"))          \
    X(RC_E_DRAWING_SIZE, RC_EXIT_DATA,                                                             \
      N_("the picture is larger than 44 columns by 12 lines (make it smaller)"))                   \
    X(RC_E_DRAWING_ASCII, RC_EXIT_DATA,                                                            \
      N_("not an ASCII character (box characters only in the second picture)"))                    \
    X(RC_E_DRAWING_BOX, RC_EXIT_DATA,                                                              \
      N_("neither an ASCII nor a box character (U+2500 to U+259F)"))                               \
    X(RC_E_DRAWING_LINES, RC_EXIT_DATA,                                                            \
      N_("lines here: %1, in the picture: %2 (make them the same)"))                               \
    X(RC_E_DRAWING_WIDTH, RC_EXIT_DATA,                                                            \
      N_("columns here: %1, in the picture: %2 (make them the same)"))                             \
    X(RC_E_DRAWING_LEGEND, RC_EXIT_DATA,                                                           \
      N_("not a line of the legend (letter, blank, zone; - instead of the letter: not drawn)"))    \
    X(RC_E_DRAWING_LETTER, RC_EXIT_DATA,                                                           \
      N_("\"%1\" is not in the legend (a full stop for no zone)"))                                 \
    X(RC_E_DRAWING_UNUSED, RC_EXIT_DATA,                                                           \
      N_("the letter %1 is not in the mask (put it there, or - here)"))                            \
    X(RC_W_SET_COLUMN, RC_EXIT_DONE, N_("unknown column \"%1\" is ignored"))                       \
    X(RC_W_SET_UNTRANSLATED, RC_EXIT_DONE, N_("%1 is empty: the default language is shown"))       \
    /* records and use cases */                                                                    \
    X(RC_E_NO_HOME, RC_EXIT_SYSTEM,                                                                \
      N_("no folder for the data (give --data DIR or set RAILCHECK_DATA)"))                        \
    X(RC_E_NOT_SET_UP, RC_EXIT_SYSTEM,                                                             \
      N_("no database in %1 (start railcheck without a command, or railcheck init)"))              \
    X(RC_E_HEAD_CODE, RC_EXIT_DATA,                                                                \
      N_("\"%1\" is not a head code: a character was misread (read it again)"))                    \
    X(RC_E_WRONG_PASSPHRASE, RC_EXIT_DATA,                                                         \
      N_("the passphrase does not open the key %1 (type it again)"))                               \
    X(RC_E_WEAK_PASSPHRASE, RC_EXIT_USAGE,                                                         \
      N_("the passphrase has %1 characters, at least %2 are needed (choose a longer one)"))        \
    X(RC_E_PHRASE_DIFFERS, RC_EXIT_DATA,                                                           \
      N_("the two passphrases are not the same (type both again)"))                                \
    X(RC_E_KEY_FILE, RC_EXIT_DATA,                                                                 \
      N_("%1 is no key file or is damaged (make a new key)"))                                      \
    X(RC_E_NO_KEY, RC_EXIT_DATA,                                                                   \
      N_("badge %1 has no key to sign with on this machine (the sign-off screen makes one)"))      \
    X(RC_E_TAPE, RC_EXIT_DATA,                                                                     \
      N_("no line of a tape of events (the file was altered or is damaged: have it examined)"))    \
    X(RC_E_TAPE_OTHER, RC_EXIT_DATA,                                                               \
      N_("%1 and the database differ at event %2 (run railcheck verify, keep a copy of both "      \
         "files; to go on working, move %1 away)"))                                                \
    X(RC_E_TAPE_LEFT, RC_EXIT_DATA,                                                                \
      N_("%1 is left of a database that is gone (bring that back from a copy, or move the tape "   \
         "away to begin anew)"))                                                                   \
    X(RC_E_TAPE_LATE, RC_EXIT_DATA,                                                                \
      N_("saved, but the tape %1 cannot be written: %2 (tell the administrator; it is caught up "  \
         "by itself)"))                                                                            \
    X(RC_E_MIRROR_LATE, RC_EXIT_DATA,                                                              \
      N_("saved, but the mirror %1 cannot be written: %2 (put its medium in; it is caught up "     \
         "by itself)"))                                                                            \
    X(RC_E_TAPE_REPLAYED, RC_EXIT_DATA,                                                            \
      N_("the database was older than its tape: events %1 were put back (tell the "                \
         "administrator)"))                                                                        \
    X(RC_E_NO_FOLDER, RC_EXIT_DATA,                                                                \
      N_("%1 is no folder that can be written to (give the full path of one on another medium)"))  \
    X(RC_E_FAST, RC_EXIT_DATA, N_("%1 is no number of seconds (give 0 to 60)"))                    \
    X(RC_E_REGION, RC_EXIT_DATA, N_("%1 is no form of dates (local or iso)"))                        \
    X(RC_E_NO_RIGHT, RC_EXIT_DATA,                                                                 \
      N_("%1 is not among your rights (ask somebody whose role allows it)"))                       \
    X(RC_E_NO_OFFICER, RC_EXIT_DATA, N_("no officer with badge %1 in this database"))              \
    X(RC_E_OFFICER_DISABLED, RC_EXIT_DATA,                                                         \
      N_("badge %1 may no longer work here (an administrator can allow it again)"))                \
    X(RC_E_PIN_NEEDED, RC_EXIT_DATA, N_("badge %1 has a PIN (log in with it)"))                    \
    X(RC_E_PIN_MISSING, RC_EXIT_DATA,                                                              \
      N_("no new PIN for badge %1 was given (type it on a terminal, or give it as a line with "    \
         "--pin-stdin)"))                                                                          \
    X(RC_E_CODE_NONE, RC_EXIT_DATA, N_("the list %1 has nothing with %2 (codes import brings lists)")) \
    X(RC_E_PIN_WRONG, RC_EXIT_DATA,                                                                \
      N_("wrong PIN for badge %1 (an administrator can give a new one)"))                          \
    X(RC_E_LOGIN_WAIT, RC_EXIT_DATA,                                                               \
      N_("several wrong PINs in a row for badge %2: nobody can try again before %1 s have passed"  \
         " (wait, then type it once more)"))                                                      \
    X(RC_E_PIN_SHAPE, RC_EXIT_USAGE, N_("a PIN is %1 to %2 digits (choose another)"))              \
    X(RC_E_PIN_DIFFERS, RC_EXIT_USAGE, N_("the two PINs are not the same (type them again)"))      \
    X(RC_E_PEOPLE_TEXT, RC_EXIT_USAGE, N_("%1 has characters that cannot be shown (type it anew)")) \
    X(RC_E_NOT_ROLES, RC_EXIT_USAGE,                                                               \
      N_("\"%1\" are not roles (known: officer lead analyst admin; a blank between several)"))     \
    X(RC_E_BADGE_TAKEN, RC_EXIT_DATA, N_("badge %1 is somebody's already (choose another)"))       \
    X(RC_E_LAST_ADMIN, RC_EXIT_DATA,                                                               \
      N_("badge %1 is the last administrator (make somebody else one first)"))                     \
    X(RC_E_EMPTY, RC_EXIT_USAGE, N_("%1 is empty (fill it in)"))                                   \
    X(RC_E_READ_ONLY, RC_EXIT_DATA,                                                                \
      N_("the database can only be read: it was made by a newer railcheck (update the program)"))  \
    X(RC_E_SET_CHANGED, RC_EXIT_DATA,                                                              \
      N_("checklist version %1 is in use with other texts (give the changed set a new version)"))  \
    X(RC_E_SET_BROKEN, RC_EXIT_DATA,                                                               \
      N_("the checklist set in %1 has errors (railcheck checklist check names them)"))             \
    X(RC_E_NO_SET, RC_EXIT_DATA, N_("no checklist set has been adopted (railcheck checklist adopt)")) \
    X(RC_E_NO_WAGON, RC_EXIT_DATA, N_("no such wagon"))                                            \
    X(RC_E_NO_ITEM, RC_EXIT_DATA, N_("%1 is not asked on this wagon"))                             \
    X(RC_E_NO_KIND, RC_EXIT_DATA,                                                                  \
      N_("the kind of the wagon is not confirmed (choose it: menu, Kind of the wagon)"))           \
    X(RC_E_NOT_A_KIND, RC_EXIT_DATA, N_("%1 is not a kind of wagon in this checklist"))            \
    X(RC_E_WHY_NEEDED, RC_EXIT_DATA, N_("this is closed: a correction needs its reason"))          \
    X(RC_E_REASON_NEEDED, RC_EXIT_DATA, N_("a reason is needed (why is it so?)"))                  \
    X(RC_E_NOTHING_TO_COPY, RC_EXIT_DATA,                                                          \
      N_("nothing to copy: the wagon before has no answer here that may be copied"))               \
    X(RC_E_NOTHING_OPEN, RC_EXIT_DATA,                                                             \
      N_("nothing in this zone that one key may answer (gates, seals and numbers never are)"))     \
    X(RC_E_NOTHING_TO_UNDO, RC_EXIT_DATA, N_("nothing to undo on this wagon"))                     \
    X(RC_E_NOTHING_TO_REDO, RC_EXIT_DATA, N_("nothing to redo on this wagon"))                     \
    X(RC_E_NO_SEAL, RC_EXIT_DATA, N_("no such seal on this wagon"))                                \
    X(RC_E_SEAL_NUMBER, RC_EXIT_DATA,                                                              \
      N_("\"%1\" is not a seal number (1 to 20 letters and digits)"))                              \
    X(RC_E_NO_FINDING, RC_EXIT_DATA, N_("no such finding on this wagon"))                          \
    X(RC_E_FINDING_UNKNOWN, RC_EXIT_DATA,                                                          \
      N_("no finding %1 in the records (findings.csv of an export has their ids)"))                \
    X(RC_E_FILES_MANY, RC_EXIT_DATA,                                                               \
      N_("a finding takes at most %1 files (raise another finding for the rest)"))                 \
    X(RC_E_FILE_CHANGING, RC_EXIT_DATA,                                                            \
      N_("%1 changed while it was copied (wait until it is complete, then repeat)"))               \
    X(RC_E_NO_ATTACHED, RC_EXIT_DATA, N_("no such file on this finding"))                          \
    X(RC_E_FILE_MISSING, RC_EXIT_DATA,                                                             \
      N_("attached file \"%1\", SHA-256 %2: the copy is missing (put it back from a copy of the "   \
         "data folder)"))                                                                          \
    X(RC_E_FILE_ALTERED, RC_EXIT_DATA,                                                             \
      N_("attached file \"%1\", SHA-256 %2: the copy is altered (put it back from a copy of the "   \
         "data folder)"))                                                                          \
    X(RC_E_NO_GATE, RC_EXIT_DATA, N_("%1 is not a gate of this checklist"))                        \
    X(RC_E_TRAIN_UNKNOWN, RC_EXIT_DATA, N_("no train %1 in the database (railcheck trains lists them)")) \
    X(RC_E_TRAIN_AMBIGUOUS, RC_EXIT_DATA, N_("%1 names several trains (choose one: %2)"))          \
    X(RC_E_IMPORT_REFUSED, RC_EXIT_DATA, N_("%1 was not imported: %2 errors (correct the list)"))  \
    X(RC_E_REJECTED_SAME, RC_EXIT_USAGE,                                                           \
      N_("%1 is the list itself (choose another file for the rejected rows)"))                     \
    X(RC_E_CORRECT_NOTHING, RC_EXIT_DATA,                                                          \
      N_("the list changes nothing on train %1"))                                                  \
    /* the database */                                                                             \
    X(RC_E_STORE_EXISTS, RC_EXIT_DATA,                                                             \
      N_("there is already a database in %1 (choose another folder)"))                             \
    X(RC_E_STORE_MISSING, RC_EXIT_SYSTEM,                                                          \
      N_("there is no database in %1 (set one up with railcheck init)"))                           \
    X(RC_E_STORE_FOREIGN, RC_EXIT_DATA,                                                            \
      N_("%1 is not a railcheck database (choose another folder)"))                                \
    X(RC_E_STORE_NEWER, RC_EXIT_DATA,                                                              \
      N_("the database in %1 was made by a newer program and can only be read (update this "       \
         "program)"))                                                                              \
    X(RC_E_STORE_OLDER, RC_EXIT_DATA,                                                              \
      N_("the database in %1 was made by an older program (open it for work once)"))               \
    X(RC_E_STORE_SCHEMA_EXTRA, RC_EXIT_DATA,                                                       \
      N_("%1 does not belong in the database %2 (it was changed by another program: have it "      \
         "examined)"))                                                                             \
    X(RC_E_STORE_SCHEMA_CHANGED, RC_EXIT_DATA,                                                     \
      N_("%1 is not as it should be in the database %2 (it was changed by another program: "       \
         "have it examined)"))                                                                     \
    X(RC_E_STORE_SCHEMA_MISSING, RC_EXIT_DATA,                                                     \
      N_("%1 is missing from the database %2 (it was changed by another program: have it "         \
         "examined)"))                                                                             \
    X(RC_E_STORE_DAMAGED, RC_EXIT_SYSTEM,                                                          \
      N_("the database %1 is damaged (keep the file as it is and go back to a back-up)"))          \
    X(RC_E_STORE_TABLES, RC_EXIT_DATA,                                                             \
      N_("table %1 is not what the events give (it was changed behind the program's back)"))       \
    /* verification */                                                                             \
    X(RC_E_VERIFY_GAP, RC_EXIT_DATA, N_("event %1 is missing (events were deleted)"))              \
    X(RC_E_VERIFY_HASH, RC_EXIT_DATA,                                                              \
      N_("event %1 does not fit its hash: it or the one before was altered"))                      \
    X(RC_E_VERIFY_ANCHOR, RC_EXIT_DATA,                                                            \
      N_("the records never had the head %1: their end was cut off or they were rewritten"))       \
    X(RC_E_VERIFY_SEAL, RC_EXIT_DATA,                                                              \
      N_("the seal at event %1 does not fit: events before it were rewritten (proven up to %2)"))  \
    X(RC_E_VERIFY_KEY, RC_EXIT_DATA,                                                               \
      N_("event %1 is sealed with another key than that of its device"))                           \
    X(RC_E_VERIFY_KEYED, RC_EXIT_DATA,                                                             \
      N_("event %1 gives the device another key: no program does that"))                           \
    X(RC_E_VERIFY_UNSEALED, RC_EXIT_DATA,                                                          \
      N_("no seal from event %1 on (the key could not be read, or the end was written without "    \
         "it: railcheck doctor)"))                                                                 \
    X(RC_E_VERIFY_SIGNATURE, RC_EXIT_DATA,                                                         \
      N_("event %1: the signature does not fit the signed text"))                                  \
    X(RC_E_VERIFY_SIGNER, RC_EXIT_DATA,                                                            \
      N_("event %1 is signed with a key that is not its officer's"))                               \
    X(RC_E_VERIFY_SIGNED, RC_EXIT_DATA,                                                            \
      N_("event %1: the signed text is about something else than the event"))                      \
    X(RC_E_VERIFY_COPY, RC_EXIT_DATA, N_("event %1 is another one in %2"))                         \
    X(RC_E_VERIFY_CUT, RC_EXIT_DATA,                                                               \
      N_("event %1 is missing, %2 still has it (keep copies of both; the next start for work "     \
         "puts it back)"))                                                                         \
    X(RC_E_STORE_BUSY, RC_EXIT_SYSTEM,                                                             \
      N_("another program is holding the database in %1 (wait a moment, then repeat)"))            \
    X(RC_E_STORE_JOURNAL, RC_EXIT_SYSTEM,                                                          \
      N_("the folder %1 cannot hold a database that several programs use (choose one on a "        \
         "local disk)"))                                                                           \
    X(RC_E_STORE_REFUSED, RC_EXIT_SYSTEM,                                                          \
      N_("the database refuses the record: %1 (nothing was saved; report this)"))                  \
    X(RC_E_STORE_SEQ, RC_EXIT_SYSTEM,                                                              \
      N_("the record does not follow the last one (nothing was saved; report this)"))              \
    X(RC_E_STORE_UNDO, RC_EXIT_DATA, N_("this step can no longer be taken back or brought back"))  \
    X(RC_E_STORE_TRANSACTION, RC_EXIT_SYSTEM,                                                      \
      N_("%1 at the wrong time: no change is under way, or one already is (nothing was "           \
         "saved; report this)"))                                                                   \
    /* screens */                                                                                  \
    X(RC_E_LAYOUT_LINE, RC_EXIT_DATA,                                                              \
      N_("no keyboard layout (a line is a new name, a blank and 46 characters)"))                  \
    X(RC_E_LAYOUT_NO_US, RC_EXIT_DATA, N_("the layout us is missing (add its line)"))              \
    X(RC_E_NO_LAYOUT, RC_EXIT_USAGE, N_("%1 is no keyboard layout (known: %2)"))                   \
    X(RC_E_NO_TERMINAL, RC_EXIT_SYSTEM,                                                            \
      N_("the screens need a terminal (in scripts use the commands: railcheck --help)"))           \
    X(RC_E_DUMB_TERMINAL, RC_EXIT_SYSTEM,                                                          \
      N_("the terminal \"%1\" cannot show screens (set TERM, for instance TERM=xterm, or use the "  \
         "commands: railcheck --help)"))                                                           \
    /* shifts */                                                                                   \
    X(RC_E_CLOCK, RC_EXIT_USAGE,                                                                   \
      N_("\"%1\" is no time of day (type HH:MM as the station clock shows it)"))                   \
    X(RC_E_NO_SHIFT, RC_EXIT_DATA, N_("nobody has started a shift (start it first)"))              \
    X(RC_E_SHIFT_OF, RC_EXIT_DATA,                                                                 \
      N_("badge %1 has the shift (he hands it over, or start one yourself)"))                      \
    X(RC_E_SHIFT_TO_SELF, RC_EXIT_DATA,                                                            \
      N_("a shift is handed over to somebody else (choose another badge)"))                        \
    X(RC_E_SHIFT_TAKER, RC_EXIT_DATA,                                                              \
      N_("badge %1 is neither officer nor shift lead (choose another)"))                           \
    X(RC_E_NO_HAND_OVER, RC_EXIT_DATA,                                                             \
      N_("no hand-over waits for badge %1 (the shift is handed over first)"))                      \
    X(RC_E_DEPARTURE, RC_EXIT_USAGE,                                                               \
      N_("\"%1\" is no time of departure (type HH:MM, or DD.MM HH:MM)"))                           \
    X(RC_E_DEPARTS_EARLY, RC_EXIT_DATA,                                                            \
      N_("the train arrived only at %1 (type a later departure)"))                                 \
    X(RC_E_TRAIN_GONE, RC_EXIT_DATA, N_("the train is released already"))                          \
    /* text */                                                                                     \
    X(RC_E_UTF8, RC_EXIT_DATA, N_("byte %1 is not valid UTF-8 (save the file as UTF-8)"))          \
    X(RC_E_CONTROL, RC_EXIT_DATA, N_("forbidden invisible character %1 (remove it from the field)"))

/* clang-format on */
#endif
