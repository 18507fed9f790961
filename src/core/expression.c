/* SPDX-License-Identifier: ISC */
/* Expressions of the checklist files: the evaluator over the tree that expression_parse.c makes. */
#include "config.h"

#include "core/expression.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "core/expression_tree.h"

void
expression_free(struct expression *e)
{
    if (!e)
        return;
    expression_free(e->left);
    expression_free(e->right);
    free(e->text);
    free(e);
}

/* A value: always a text, and a number when the text is one. */
struct value {
    const char *text;
    double number;
    bool is_number;
};

struct scope_of {
    const char *self;
    expression_lookup *lookup;
    const void *context;
};

static struct value
number_value(double number)
{
    return (struct value){.text = "", .number = number, .is_number = true};
}

static struct value
text_value(const char *text)
{
    struct value v = {.text = text ? text : ""};

    v.is_number = number_decimal(v.text, &v.number);
    return v;
}

static bool
truth(struct value v)
{
    return v.is_number ? v.number < 0 || v.number > 0 : *v.text != '\0';
}

/* Equal but for what binary fractions lose: 1.001 * 1000 is 1001. Numbers that are typed have at
 * most 15 digits and are not taken one for the other. */
static bool
nearly_equal(double a, double b)
{
    double away = a < b ? b - a : a - b;
    double size = (a < 0 ? -a : a) + (b < 0 ? -b : b);

    return size <= DBL_MAX && away <= 2 * DBL_EPSILON * size;
}

/* An empty or unknown value is smaller, larger and equal to nothing but another empty one. */
static bool
compare(enum op op, struct value a, struct value b)
{
    if (a.is_number && b.is_number) {
        bool equal = nearly_equal(a.number, b.number);

        switch (op) {
        case OP_EQ:
            return equal;
        case OP_NE:
            return !equal;
        case OP_LT:
            return !equal && a.number < b.number;
        case OP_LE:
            return equal || a.number < b.number;
        case OP_GT:
            return !equal && a.number > b.number;
        default:
            return equal || a.number > b.number;
        }
    }
    if (op == OP_EQ || op == OP_NE) {
        bool same = a.is_number == b.is_number && strcmp(a.text, b.text) == 0;

        return op == OP_EQ ? same : !same;
    }
    return false;
}

/* Is choice one of the blank-separated words of list? */
static bool
selected(const char *list, const char *choice)
{
    size_t len = strlen(choice);

    while (*list) {
        size_t n = strcspn(list, " ");

        if (n == len && n && strncmp(list, choice, n) == 0)
            return true;
        list += n;
        list += strspn(list, " ");
    }
    return false;
}

static struct value
arithmetic(enum op op, double a, double b)
{
    switch (op) {
    case OP_ADD:
        return number_value(a + b);
    case OP_SUB:
        return number_value(a - b);
    case OP_MUL:
        return number_value(a * b);
    default: /* division by zero gives 0: an answer, not an accident */
        return number_value(b < 0 || b > 0 ? a / b : 0);
    }
}

static struct value
evaluate(const struct expression *e, const struct scope_of *in)
{
    struct value a, b;

    switch (e->op) {
    case OP_NUMBER:
        return number_value(e->number);
    case OP_TEXT:
        return text_value(e->text);
    case OP_SELF:
        return text_value(in->self);
    case OP_NAME:
        return text_value(in->lookup ? in->lookup(in->context, e->text) : "");
    case OP_NEG:
        return number_value(-evaluate(e->left, in).number);
    case OP_NOT:
        return number_value(!truth(evaluate(e->left, in)));
    case OP_AND:
        return number_value(truth(evaluate(e->left, in)) && truth(evaluate(e->right, in)));
    case OP_OR:
        return number_value(truth(evaluate(e->left, in)) || truth(evaluate(e->right, in)));
    default:
        break;
    }
    a = evaluate(e->left, in);
    b = evaluate(e->right, in);
    if (e->op == OP_SELECTED)
        return number_value(selected(a.text, b.text));
    if (e->op >= OP_EQ && e->op <= OP_GE)
        return number_value(compare(e->op, a, b));
    return arithmetic(e->op, a.number, b.number);
}

bool
expression_true(const struct expression *e, const char *self, expression_lookup *lookup,
                const void *context)
{
    const struct scope_of in = {self, lookup, context};

    return !e || truth(evaluate(e, &in));
}

bool
expression_names(const struct expression *e, bool (*each)(void *context, const char *name),
                 void *context)
{
    if (!e)
        return true;
    if (e->op == OP_NAME && !each(context, e->text))
        return false;
    return expression_names(e->left, each, context) && expression_names(e->right, each, context);
}
