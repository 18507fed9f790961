/* SPDX-License-Identifier: ISC */
/* The fields of a finding as rows of its form. */
#include "config.h"

#include "tui/finding_view.h"

#include <stdio.h>

#include "base/number.h"
#include "i18n/i18n.h"

const struct form_row finding_form[ROWS] = {
    [ROW_CATEGORY] = {N_("Category"), "category", 0, RECENT_NONE},
    [ROW_SEVERITY] = {N_("Severity 0-4"), "severity", 0, RECENT_NONE},
    [ROW_DESCRIPTION] = {N_("Description"), NULL, 400, RECENT_DESCRIPTION},
    [ROW_ZONE] = {N_("Zone"), "zone", 0, RECENT_NONE},
    [ROW_SIDE] = {N_("Side"), "side", 0, RECENT_NONE},
    [ROW_NOTICED] = {N_("How noticed"), "noticed", 0, RECENT_NONE},
    [ROW_QUANTITY] = {N_("Quantity"), NULL, 20, RECENT_QUANTITY},
    [ROW_UNIT] = {N_("Unit"), NULL, 20, RECENT_UNIT},
    [ROW_ACTION] = {N_("Action"), "action", 0, RECENT_NONE},
    [ROW_AGENCY] = {N_("Agency"), "agency", 0, RECENT_NONE},
    [ROW_ACT_NO] = {N_("Act number"), NULL, 60, RECENT_ACT_NO},
    [ROW_FILES] = {N_("Photo, file"), NULL, 0, RECENT_NONE},
};

/* The stored value of a form row as text. */
const char *
finding_value(const struct finding_view *v, size_t row, char number[4])
{
    const struct finding_row *f = v->row;

    switch (row) {
    case ROW_CATEGORY:
        return f->category;
    case ROW_SEVERITY:
        snprintf(number, 4, "%d", f->severity % 10);
        return number;
    case ROW_DESCRIPTION:
        return f->description;
    case ROW_ZONE:
        return f->zone;
    case ROW_SIDE:
        return f->side;
    case ROW_NOTICED:
        return f->noticed;
    case ROW_QUANTITY:
        return f->quantity;
    case ROW_UNIT:
        return f->unit;
    case ROW_ACTION:
        return f->action;
    case ROW_AGENCY:
        return f->agency;
    case ROW_ACT_NO:
        return f->act_no;
    default:
        return f->files;
    }
}

void
finding_set_value(struct finding *f, size_t row, const char *value)
{
    int64_t severity = f->severity;

    switch (row) {
    case ROW_CATEGORY:
        f->category = value;
        break;
    case ROW_SEVERITY:
        number_integer(value, &severity);
        f->severity = (int)severity;
        break;
    case ROW_DESCRIPTION:
        f->description = value;
        break;
    case ROW_ZONE:
        f->zone = value;
        break;
    case ROW_SIDE:
        f->side = value;
        break;
    case ROW_NOTICED:
        f->noticed = value;
        break;
    case ROW_QUANTITY:
        f->quantity = value;
        break;
    case ROW_UNIT:
        f->unit = value;
        break;
    case ROW_ACTION:
        f->action = value;
        break;
    case ROW_AGENCY:
        f->agency = value;
        break;
    case ROW_ACT_NO:
        f->act_no = value;
        break;
    default:
        f->files = value;
        break;
    }
}

struct finding
finding_stored(const struct finding_view *v)
{
    const struct finding_row *r = v->row;

    return (struct finding){
        .uuid = r->uuid,
        .item = r->item,
        .zone = r->zone,
        .category = r->category,
        .severity = r->severity,
        .noticed = r->noticed,
        .description = r->description,
        .quantity = r->quantity,
        .unit = r->unit,
        .action = r->action,
        .agency = r->agency,
        .act_no = r->act_no,
        .files = r->files,
        .side = r->side,
        .state = r->state,
    };
}

bool
finding_on_text(const struct finding_view *v)
{
    return v->scroll.at < ROW_FILES && !finding_form[v->scroll.at].list;
}
