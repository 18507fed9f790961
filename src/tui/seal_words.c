/* SPDX-License-Identifier: ISC */
/* What a seal number just read turned out to be, in words: for the screen and for plain mode. */
#include "config.h"

#include "tui/seal_words.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "i18n/i18n.h"

const char *
seal_match_words(const struct seal_row *seal)
{
    enum seal_match match = SEAL_OPEN;

    if (seal->removed)
        return _("removed by us");
    seal_match_parse(seal->match, &match);
    switch (match) {
    case SEAL_MATCHED:
        return seal->expected ? _("matches") : _("put on by us");
    case SEAL_LOOKALIKE:
        return _("matches *");
    case SEAL_MISMATCHED:
        return _("ANOTHER NUMBER");
    case SEAL_MISSING:
        return _("MISSING");
    case SEAL_EXTRA:
        return _("NOT EXPECTED");
    case SEAL_NO_ACCESS:
        return _("no access");
    default:
        return "";
    }
}

/* Names the first letter in which read and expected look alike but are not the same. */
static void
say_lookalike(const struct seal_row *seal, char *out, size_t size)
{
    const char *a = seal->expected, *b = seal->read;

    while (a && b && *a && *b) {
        uint32_t x, y;
        size_t n = utf8_decode(a, strlen(a), &x), m = utf8_decode(b, strlen(b), &y);

        if (!n || !m)
            return;
        x = utf8_upper(x);
        y = utf8_upper(y);
        if (x != y) {
            char letter[5] = "", other[5] = "";

            utf8_encode(y, letter);
            utf8_encode(x, other);
            snprintf(out, size,
                     y < 0x80 ? _("* Latin %s read for Cyrillic %s")
                              : _("* Cyrillic %s read for Latin %s"),
                     letter, other);
            return;
        }
        a += n;
        b += m;
    }
}

void
seal_reading_words(const struct seal_row *seal, const struct seal_reading *reading,
                   char foot[2][SEAL_WORDS])
{
    foot[0][0] = foot[1][0] = '\0';
    if (seal && reading->match == SEAL_LOOKALIKE)
        say_lookalike(seal, foot[0], sizeof foot[0]);
    else if (seal && reading->match == SEAL_MISMATCHED)
        snprintf(foot[0], sizeof foot[0], _("read %s, listed %s: f raises a finding"), seal->read,
                 seal->expected);
    else if (reading->match == SEAL_EXTRA)
        snprintf(foot[0], sizeof foot[0], "%s",
                 _("not listed for this wagon: e names its place, f raises a finding"));
    if (reading->elsewhere)
        snprintf(foot[1], sizeof foot[1],
                 _("THE SAME NUMBER is on another wagon (wagon, train, day): %s"), reading->where);
    else if (reading->unusual)
        snprintf(foot[1], sizeof foot[1], "%s",
                 _("this does not look like a seal number; the number is on no other wagon"));
    else
        snprintf(foot[1], sizeof foot[1], "%s", _("the number is on no other wagon and train"));
}
