/* SPDX-License-Identifier: ISC */
/*
 * Everything that a key can do, once: id, permanent name, name in words (palette, help), label on
 * the F-bar, where it works. The key map (keymap.c) is a second table joined by id. Help, F-bar,
 * palette, `railcheck keys` and the man page all read these two.
 */
#ifndef RC_TUI_ACTIONS_H
#define RC_TUI_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error-codes.h"
#include "tui/key.h"

/* Contexts: a screen has one; an action works in those of its mask. */
enum context {
    IN_TRAINS = 1 << 0,
    IN_CONSIST = 1 << 1,
    IN_WAGON = 1 << 2,
    IN_SEALS = 1 << 3,
    IN_GATES = 1 << 4,
    IN_MISSING = 1 << 5,
    IN_FINDINGS = 1 << 6,
    IN_FORM = 1 << 7,   /* finding form */
    IN_TEXT = 1 << 8,   /* card, help, history, log: pages that are read */
    IN_CHOICE = 1 << 9, /* palette, lists to choose from */
    IN_FIND = 1 << 10,
    IN_IMPORT = 1 << 11,
    IN_START = 1 << 12, /* first start */
    IN_PEOPLE = 1 << 13,
    IN_ENTRY = 1 << 14, /* log-in, PIN, an officer: fields that are filled in */
    IN_REVIEW = 1 << 15,
    IN_SHIFT = 1 << 16,
    IN_LISTS = IN_TRAINS | IN_CONSIST | IN_WAGON | IN_SEALS | IN_GATES | IN_MISSING | IN_FINDINGS |
               IN_CHOICE | IN_FIND | IN_TEXT | IN_IMPORT | IN_PEOPLE | IN_REVIEW | IN_SHIFT,
    /* from where one goes to a wagon; digits too */
    IN_GO = IN_TRAINS | IN_CONSIST | IN_WAGON | IN_SEALS | IN_GATES | IN_MISSING | IN_FINDINGS |
            IN_REVIEW | IN_SHIFT,
    IN_ALL = (1 << 17) - 1
};

/* Flags */
#define ACTION_HIDDEN 1 /* movement: not in the palette */
#define ACTION_MENU 2   /* also in the menu (F9) */
#define ACTION_WRITES 4 /* refused on a read-only database */

/* clang-format off */
/*    id               name             words                                  bar              contexts                                          flags */
#define ACTIONS(X)                                                                                                                                          \
    X(ACT_HELP,         "help",          N_("Help: the keys of this screen"),    N_("Help"),      IN_ALL,                                          ACTION_MENU)    \
    X(ACT_MANUAL,       "manual",        N_("Manual: what to do in which order"), N_("Manual"),   IN_ALL & ~IN_CHOICE & ~IN_START & ~IN_ENTRY,     ACTION_MENU)    \
    X(ACT_PALETTE,      "palette",       N_("All commands by name"),             N_("Cmds"),      IN_ALL & ~IN_CHOICE,                             0)              \
    X(ACT_MENU,         "menu",          N_("Menu of this screen"),              N_("Menu"),      IN_ALL & ~IN_CHOICE,                             0)              \
    X(ACT_BACK,         "back",          N_("Back"),                             N_("Back"),      IN_ALL & ~IN_TRAINS,                             0)              \
    X(ACT_QUIT,         "quit",          N_("Quit the program"),                 N_("Quit"),      IN_ALL & ~IN_CHOICE,                            ACTION_MENU)    \
    X(ACT_UP,           "up",            N_("Up"),                               "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_DOWN,         "down",          N_("Down"),                             "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_LEFT,         "left",          N_("Left"),                             "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_RIGHT,        "right",         N_("Right"),                            "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_PAGE_UP,      "page-up",       N_("A page up"),                        "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_PAGE_DOWN,    "page-down",     N_("A page down"),                      "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_FIRST,        "first",         N_("To the first row"),                 "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_LAST,         "last",          N_("To the last row"),                  "",              IN_ALL,                                          ACTION_HIDDEN)  \
    X(ACT_OPEN,         "open",          N_("Open what the cursor is on"),       N_("Open"),      (IN_LISTS & ~IN_WAGON & ~IN_GATES) | IN_FORM,         0)              \
    X(ACT_ANSWER,       "answer",        N_("Answer the item: value, seals or ok"), N_("Answer"), IN_WAGON,                                        ACTION_WRITES)  \
    X(ACT_OK,           "ok",            N_("OK, and on to the next"),           N_("OK"),        IN_WAGON | IN_SEALS,                             ACTION_WRITES)  \
    X(ACT_FINDING,      "finding",       N_("Raise a finding"),                  N_("Findg"),     IN_WAGON | IN_SEALS | IN_FINDINGS,               ACTION_WRITES)  \
    X(ACT_NOT_APPLICABLE, "not-applicable", N_("Not applicable"),                N_("N/A"),       IN_WAGON,                                        ACTION_WRITES)  \
    X(ACT_NO_ACCESS,    "not-accessible", N_("Not accessible"),                  N_("NoAcc"),     IN_WAGON | IN_SEALS,                             ACTION_WRITES)  \
    X(ACT_REST_OK,      "rest-ok",       N_("Rest of the zone is OK"),           N_("Rest"),      IN_WAGON,                                        ACTION_WRITES)  \
    X(ACT_SAME,         "same",          N_("Same as the previous wagon"),       N_("Same"),      IN_WAGON,                                        ACTION_WRITES)  \
    X(ACT_NOTE,         "note",          N_("Write a note"),                     N_("Note"),      IN_WAGON | IN_CONSIST,                           ACTION_WRITES)  \
    X(ACT_CARD,         "card",          N_("Reference card of the item"),       N_("Card"),      IN_WAGON,                                        ACTION_MENU)    \
    X(ACT_CONFIRM,      "confirm-gate",  N_("Confirm the gate"),                 N_("Gate"),      IN_WAGON | IN_GATES,                             ACTION_WRITES)  \
    X(ACT_WITHDRAW,     "withdraw-gate", N_("Withdraw the confirmation"),        N_("Wdraw"),     IN_GATES,                                        ACTION_WRITES)  \
    X(ACT_GATES,        "gates",         N_("Gates of the train"),               N_("Gates"),     IN_CONSIST | IN_WAGON,                           ACTION_MENU)    \
    X(ACT_SEALS,        "seals",         N_("Seals of the wagon"),               N_("Seals"),     IN_CONSIST | IN_WAGON,                           ACTION_MENU)    \
    X(ACT_HISTORY,      "history",       N_("Earlier passages of this wagon"),   N_("Hist"),      IN_CONSIST | IN_WAGON | IN_SEALS,                ACTION_MENU)    \
    X(ACT_DRAWING,      "drawing",       N_("Drawing of the wagon"),             N_("Draw"),      IN_WAGON,                                        ACTION_MENU)    \
    X(ACT_LOG,          "log",           N_("Log: what was recorded, by whom, when"), N_("Log"),  IN_CONSIST | IN_WAGON | IN_SEALS,                ACTION_MENU)    \
    X(ACT_FINDINGS,     "findings",      N_("Findings of the train"),            N_("Finds"),     IN_CONSIST | IN_WAGON,                           ACTION_MENU)    \
    X(ACT_MISSING,      "missing",       N_("What is missing"),                  N_("Missg"),     IN_CONSIST | IN_WAGON,                           ACTION_MENU)    \
    X(ACT_NEXT_OPEN,    "next-open",     N_("Next open item or wagon"),          N_("Next"),      IN_CONSIST | IN_WAGON | IN_SEALS,                0)              \
    X(ACT_NEXT_ZONE,    "next-zone",     N_("Next zone or field"),               "",              IN_WAGON | IN_FORM | IN_TEXT | IN_IMPORT | IN_FIND | IN_START | IN_ENTRY | IN_REVIEW, ACTION_HIDDEN) \
    X(ACT_PREV_ZONE,    "previous-zone", N_("Previous zone or field"),           "",              IN_WAGON | IN_FORM | IN_TEXT | IN_IMPORT | IN_FIND | IN_START | IN_ENTRY | IN_REVIEW, ACTION_HIDDEN) \
    X(ACT_REVIEW,       "review",        N_("Review: what the shift lead looks at"), N_("Review"), IN_TRAINS | IN_CONSIST | IN_SHIFT,              ACTION_MENU)    \
    X(ACT_RETURN,       "return",        N_("Return this to the officers"),      N_("Return"),    IN_REVIEW | IN_WAGON,                            ACTION_WRITES | ACTION_MENU) \
    X(ACT_DECIDE,       "decide",        N_("Accept, release or hold the train"), N_("Decide"),   IN_REVIEW,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_HOLD_WAGON,   "hold-wagon",    N_("Hold the wagon, or release it again"), N_("Hold"),   IN_REVIEW,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_SETTLE,       "settle-finding", N_("Settle the finding"),              N_("Settle"),    IN_REVIEW,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_SHIFT,        "shift",         N_("Shift: the board of the open trains"),N_("Shift"),   IN_TRAINS | IN_CONSIST,                          ACTION_MENU)    \
    X(ACT_SHIFT_START,  "start-shift",   N_("Start a shift"),                 N_("Start"),   IN_SHIFT,                                        ACTION_WRITES | ACTION_MENU) \
    X(ACT_HAND_OVER,    "hand-over",     N_("Hand the shift over"),           N_("Hand"),    IN_SHIFT,                                        ACTION_WRITES | ACTION_MENU) \
    X(ACT_TAKE_OVER,    "take-over",     N_("Take the shift over"),           N_("Take"),    IN_SHIFT,                                        ACTION_WRITES | ACTION_MENU) \
    X(ACT_DEPARTURE,    "departure",     N_("Planned departure"),             N_("Depart"),  IN_CONSIST | IN_SHIFT,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_WHERE,        "who-is-where",  N_("Who is where"),                  N_("Where"),   IN_SHIFT,                                        ACTION_MENU)    \
    X(ACT_TURN,         "turn",          N_("Turn round: walk the train the other way"), "",     IN_CONSIST | IN_WAGON,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_SIDE,         "side",          N_("Side that you walk along: left, right, none"), "",     IN_CONSIST | IN_WAGON,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_GO,           "go",            N_("Go to a wagon; find a wagon, seal or text"), N_("Find"), IN_GO,                    ACTION_MENU)    \
    X(ACT_CLOSE_WAGON,  "close-wagon",   N_("Close the wagon"),                  N_("Close"),     IN_WAGON | IN_CONSIST,                           ACTION_WRITES)  \
    X(ACT_SUBMIT,       "submit",        N_("Submit the train to the shift lead"), N_("Submit"),  IN_CONSIST,                                      ACTION_WRITES | ACTION_MENU) \
    X(ACT_TRAIN_ITEMS,  "train-items",   N_("Checklist of the train itself"),    N_("Train"),     IN_CONSIST,                                      ACTION_MENU)    \
    X(ACT_EXPORT,       "export",        N_("Export the train as CSV"),          N_("Export"),    IN_CONSIST,                                      ACTION_MENU)    \
    X(ACT_STRIKE,       "strike",        N_("Strike out the wagon"),             N_("Strike"),    IN_CONSIST | IN_WAGON,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_LEVEL,        "level",         N_("Level of inspection"),              N_("Level"),     IN_CONSIST | IN_WAGON,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_KIND,         "kind",          N_("Kind of the wagon"),                N_("Kind"),      IN_CONSIST | IN_WAGON,                           ACTION_WRITES | ACTION_MENU) \
    X(ACT_SEAL_ALL_OK,  "seal-all-ok",   N_("View, verify, tug, twist: all fine"), N_("AllOK"),   IN_SEALS,                                        ACTION_WRITES)  \
    X(ACT_SEAL_NONE,    "seal-missing",  N_("No seal at this place"),            N_("None"),      IN_SEALS,                                        ACTION_WRITES)  \
    X(ACT_SEAL_REMOVED, "seal-removed",  N_("Removed by us for the control"),    N_("Remvd"),     IN_SEALS,                                        ACTION_WRITES)  \
    X(ACT_SEAL_NEW,     "seal-new",      N_("New seal put on by us"),            N_("New"),       IN_SEALS,                                        ACTION_WRITES)  \
    X(ACT_SEAL_PLACE,   "seal-place",    N_("Place of the seal"),                N_("Place"),     IN_SEALS,                                        ACTION_WRITES)  \
    X(ACT_UNDO,         "undo",          N_("Undo the last step"),               N_("Undo"),      IN_WAGON | IN_SEALS,                             ACTION_WRITES)  \
    X(ACT_REDO,         "redo",          N_("Redo what was undone"),             N_("Redo"),      IN_WAGON | IN_SEALS,                             ACTION_WRITES)  \
    X(ACT_EDIT,         "edit",          N_("Edit this"),                        N_("Edit"),      IN_FINDINGS | IN_FORM | IN_PEOPLE,               ACTION_WRITES)  \
    X(ACT_WITHDRAW_FINDING, "withdraw-finding", N_("Withdraw the finding, or the file"), N_("Wdraw"),     IN_FINDINGS | IN_FORM,                           ACTION_WRITES)  \
    X(ACT_REPEAT,       "repeat",        N_("The same text as last time; again: the one before"), N_("Repeat"), IN_FORM,               0)              \
    X(ACT_ATTACH,       "attach",        N_("Attach a photo or file to the finding"), N_("File"), IN_FORM,                                     ACTION_WRITES | ACTION_MENU) \
    X(ACT_IMPORT,       "import",        N_("Import a train list"),              N_("Import"),    IN_TRAINS,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_IMPORT_SAVE,  "import-save",   N_("List this train"),                  N_("List"),      IN_IMPORT,                                       ACTION_WRITES)  \
    X(ACT_IMPORT_REST,  "import-rest",   N_("List the rows that are right"),     N_("Rest"),      IN_IMPORT,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_ENCODING,     "encoding",      N_("Read the list in another encoding"), N_("Encod"),    IN_IMPORT,                                       ACTION_MENU)    \
    X(ACT_TAKE_BACK,    "take-back",     N_("Take the import of the train back"), N_("Undo"),     IN_TRAINS,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_SWITCH,       "switch-officer", N_("Change of officer"),               "",              IN_ALL & ~IN_CHOICE & ~IN_START & ~IN_ENTRY,     ACTION_MENU)    \
    X(ACT_OWN_PIN,      "own-pin",       N_("Your own PIN"),                     "",              IN_TRAINS,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_PEOPLE,       "people",        N_("People of the post"),               "",              IN_TRAINS,                                       ACTION_MENU)    \
    X(ACT_ADD,          "add-officer",   N_("Add an officer"),                   N_("Add"),       IN_PEOPLE,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_DISABLE,      "disable-officer", N_("Disable the officer, or enable again"), N_("Off"), IN_PEOPLE,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_PIN,          "new-pin",       N_("Give a new PIN, or none"),          N_("PIN"),       IN_PEOPLE,                                       ACTION_WRITES | ACTION_MENU) \
    X(ACT_HINTS,        "hints",         N_("Hints on or off"),                  "",              IN_WAGON,                                        0)              \
    X(ACT_LANGUAGE,     "language",      N_("Language"),       N_("Lang"),      IN_ALL & ~IN_CHOICE,                             ACTION_MENU)    \
    X(ACT_LAYOUT,       "layout",        N_("Keyboard layout"),                  N_("Layout"),    IN_ALL & ~IN_CHOICE,                             ACTION_MENU)    \
    X(ACT_THEME,        "theme",         N_("Colours: dark, light, sunlight, mono"), "",          IN_ALL & ~IN_CHOICE,                             ACTION_MENU)    \
    X(ACT_REPAINT,      "repaint",       N_("Paint the screen again"),           "",              IN_ALL,                                          0)
/* clang-format on */

enum action {
    ACT_NONE,
#define X(id, name, words, bar, contexts, flags) id,
    ACTIONS(X)
#undef X
        ACT_COUNT
};

struct action_info {
    const char *name;  /* permanent */
    const char *words; /* English; translate */
    const char *bar;   /* English label of the F-bar, at most 6 columns; translate; "" none */
    unsigned contexts;
    unsigned flags;
};

const struct action_info *action_info(enum action action);
/* The action with this permanent name, ACT_NONE when there is none. */
enum action action_named(const char *name);

/* One row of the key map. */
struct binding {
    unsigned contexts;
    struct key key; /* letters: one of LAYOUT_SAFE_LETTERS */
    enum action action;
};

extern const struct binding keymap[];
extern const size_t keymap_size;

struct layouts;

/* The action of key in this context, ACT_NONE when it has none. Letters are looked up by the
 * physical key (layout.h). */
enum action keymap_action(unsigned context, const struct key *key, const struct layouts *layouts,
                          const char *layout);
/* The n-th key (0 first) of action in context; false when it has no more. */
bool keymap_key(unsigned context, enum action action, size_t n, struct key *out);

#endif
