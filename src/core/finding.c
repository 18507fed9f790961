/* SPDX-License-Identifier: ISC */
/* Findings against the choice lists of the checklist set. */
#include "config.h"

#include "core/finding.h"

#include <stdio.h>
#include <string.h>

/* Is value empty or one of the list's choices? */
static bool
in_list(const struct checklist *set, const char *list, const char *value, struct rc_error *err)
{
    const struct choice_list *choices = checklist_list(set, list);

    if (!*value || (choices && choice_in(choices, value)))
        return true;
    return rc_fail(err, RC_E_NOT_A_CHOICE, value, list);
}

struct finding
finding_blank(const char *category, int severity)
{
    return (struct finding){
        .uuid = "",
        .item = "",
        .zone = "",
        .category = category,
        .severity = severity,
        .noticed = "",
        .description = "",
        .quantity = "",
        .unit = "",
        .action = "",
        .agency = "",
        .act_no = "",
        .files = "",
        .side = "",
        .state = "",
    };
}

bool
finding_check(const struct checklist *set, const struct finding *f, struct rc_error *err)
{
    if (!*f->category)
        return rc_fail(err, RC_E_NO_CATEGORY, NULL, NULL);
    if (f->severity < 0 || f->severity > SEVERITY_MAX) {
        char severity[16];

        snprintf(severity, sizeof severity, "%d", f->severity);
        return rc_fail(err, RC_E_NOT_A_CHOICE, severity, "severity");
    }
    return in_list(set, "category", f->category, err) && in_list(set, "zone", f->zone, err) &&
           in_list(set, "noticed", f->noticed, err) && in_list(set, "action", f->action, err) &&
           in_list(set, "agency", f->agency, err) && in_list(set, "side", f->side, err);
}

const struct words *
finding_stop_work(const struct checklist *set, const struct finding *f)
{
    const struct choice_list *list = checklist_list(set, "stop_work");
    const struct choice *choice;

    if (f->severity < SEVERITY_STOPS || !list)
        return NULL;
    choice = choice_in(list, f->category);
    if (!choice)
        choice = choice_in(list, "default");
    return choice ? &choice->label : NULL;
}
