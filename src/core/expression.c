/* SPDX-License-Identifier: ISC */
/*
 * Expressions of the checklist files: a recursive-descent parser with a depth bound, and an
 * evaluator over the tree. Precedence, weakest first: or, and, comparison, + -, * div.
 */
#include "config.h"

#include "core/expression.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"

enum op {
    OP_NUMBER,
    OP_TEXT,
    OP_SELF, /* . */
    OP_NAME, /* ${name} */
    OP_OR,
    OP_AND,
    OP_EQ,
    OP_NE,
    OP_LT,
    OP_LE,
    OP_GT,
    OP_GE,
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_DIV,
    OP_NEG,
    OP_NOT,
    OP_SELECTED
};

struct expression {
    enum op op;
    double number;
    char *text; /* of TEXT and NAME */
    struct expression *left, *right;
};

struct parser {
    const char *start, *at;
    int depth;
    struct rc_error *err;
    bool failed;
};

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

/* 1-based, in characters. */
static unsigned
column(const struct parser *p)
{
    unsigned n = 1;

    for (const char *s = p->start; s < p->at; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    return n;
}

/* The first error counts; everything after it is let fall. */
static struct expression *
fail(struct parser *p, enum rc_code code, const char *what)
{
    if (!p->failed) {
        rc_fail(p->err, code, what, NULL);
        rc_error_at(p->err, "", 0, column(p));
    }
    p->failed = true;
    return NULL;
}

static struct expression *
node(enum op op, struct expression *left, struct expression *right)
{
    struct expression *e = rc_alloc(1, sizeof *e);

    e->op = op;
    e->left = left;
    e->right = right;
    return e;
}

static void
blanks(struct parser *p)
{
    p->at += strspn(p->at, " \t\r\n");
}

static bool
is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* Takes the symbol when it stands here. */
static bool
symbol(struct parser *p, const char *s)
{
    size_t len = strlen(s);

    blanks(p);
    if (strncmp(p->at, s, len) != 0)
        return false;
    p->at += len;
    return true;
}

/* Takes the word when it stands here as a whole word. */
static bool
word(struct parser *p, const char *s)
{
    size_t len = strlen(s);

    blanks(p);
    if (strncmp(p->at, s, len) != 0 || is_name_char(p->at[len]))
        return false;
    p->at += len;
    return true;
}

static struct expression *parse_or(struct parser *p);

static struct expression *
parse_text(struct parser *p, char quote)
{
    const char *end = strchr(p->at + 1, quote);
    struct expression *e;

    if (!end)
        return fail(p, RC_E_EXPRESSION_QUOTE, NULL);
    e = node(OP_TEXT, NULL, NULL);
    e->text = rc_memdup(p->at + 1, (size_t)(end - p->at) - 1);
    p->at = end + 1;
    return e;
}

static struct expression *
parse_name(struct parser *p)
{
    const char *from = p->at + 2;
    size_t len = 0;
    struct expression *e;

    while (is_name_char(from[len]))
        len++;
    if (!len || from[len] != '}')
        return fail(p, RC_E_EXPRESSION_NAME, NULL);
    e = node(OP_NAME, NULL, NULL);
    e->text = rc_memdup(from, len);
    p->at = from + len + 1;
    return e;
}

static struct expression *
parse_number(struct parser *p)
{
    size_t len = strspn(p->at, "0123456789.");
    char *text = rc_memdup(p->at, len);
    double value;
    bool good = number_decimal(text, &value);
    struct expression *e;

    free(text);
    if (!good)
        return fail(p, RC_E_EXPRESSION, p->at);
    e = node(OP_NUMBER, NULL, NULL);
    e->number = value;
    p->at += len;
    return e;
}

static struct expression *
closed(struct parser *p, struct expression *e)
{
    if (e && !symbol(p, ")")) {
        expression_free(e);
        return fail(p, RC_E_EXPRESSION_BRACKET, NULL);
    }
    return e;
}

/* selected(A, B) */
static struct expression *
parse_selected(struct parser *p)
{
    struct expression *list = parse_or(p), *choice = NULL;

    if (list && symbol(p, ","))
        choice = parse_or(p);
    else if (list)
        fail(p, RC_E_EXPRESSION, p->at);
    if (!choice) {
        expression_free(list);
        return NULL;
    }
    return closed(p, node(OP_SELECTED, list, choice));
}

static struct expression *
parse_not(struct parser *p)
{
    struct expression *inner = parse_or(p);

    return inner ? closed(p, node(OP_NOT, inner, NULL)) : NULL;
}

static struct expression *
parse_call(struct parser *p)
{
    char name[32];
    size_t len = 0;

    while (is_name_char(p->at[len]))
        len++;
    if (!len)
        return fail(p, RC_E_EXPRESSION, *p->at ? p->at : "");
    snprintf(name, sizeof name, "%.*s", (int)(len < 31 ? len : 31), p->at);
    if (word(p, "not") && symbol(p, "("))
        return parse_not(p);
    if (word(p, "selected") && symbol(p, "("))
        return parse_selected(p);
    return fail(p, RC_E_EXPRESSION_FUNCTION, name);
}

static struct expression *
parse_primary(struct parser *p)
{
    struct expression *inner;

    blanks(p);
    if (++p->depth > EXPRESSION_DEPTH)
        return fail(p, RC_E_EXPRESSION_DEPTH, NULL);
    if (symbol(p, "(")) {
        inner = closed(p, parse_or(p));
    } else if (*p->at == '\'' || *p->at == '"') {
        inner = parse_text(p, *p->at);
    } else if (strncmp(p->at, "${", 2) == 0) {
        inner = parse_name(p);
    } else if (*p->at >= '0' && *p->at <= '9') {
        inner = parse_number(p);
    } else if (*p->at == '.') {
        p->at++;
        inner = node(OP_SELF, NULL, NULL);
    } else if (symbol(p, "-")) {
        inner = parse_primary(p);
        inner = inner ? node(OP_NEG, inner, NULL) : NULL;
    } else {
        inner = parse_call(p);
    }
    p->depth--;
    return inner;
}

/* A chain of operators of one rank, to the left. */
struct rank {
    const char *text;
    bool is_word;
    enum op op;
};

static struct expression *
parse_chain(struct parser *p, struct expression *(*operand)(struct parser *),
            const struct rank *ranks, size_t n, bool once)
{
    struct expression *left = operand(p);

    while (left) {
        struct expression *right;
        size_t i = 0;

        while (i < n && !(ranks[i].is_word ? word(p, ranks[i].text) : symbol(p, ranks[i].text)))
            i++;
        if (i == n)
            break;
        right = operand(p);
        if (!right) {
            expression_free(left);
            return NULL;
        }
        left = node(ranks[i].op, left, right);
        if (once)
            break;
    }
    return left;
}

static struct expression *
parse_product(struct parser *p)
{
    static const struct rank ranks[] = {{"*", false, OP_MUL}, {"div", true, OP_DIV}};

    return parse_chain(p, parse_primary, ranks, ARRAY_LEN(ranks), false);
}

static struct expression *
parse_sum(struct parser *p)
{
    static const struct rank ranks[] = {{"+", false, OP_ADD}, {"-", false, OP_SUB}};

    return parse_chain(p, parse_product, ranks, ARRAY_LEN(ranks), false);
}

static struct expression *
parse_comparison(struct parser *p)
{
    static const struct rank ranks[] = {{"!=", false, OP_NE}, {"<=", false, OP_LE},
                                        {">=", false, OP_GE}, {"=", false, OP_EQ},
                                        {"<", false, OP_LT},  {">", false, OP_GT}};

    return parse_chain(p, parse_sum, ranks, ARRAY_LEN(ranks), true);
}

static struct expression *
parse_and(struct parser *p)
{
    static const struct rank ranks[] = {{"and", true, OP_AND}};

    return parse_chain(p, parse_comparison, ranks, ARRAY_LEN(ranks), false);
}

static struct expression *
parse_or(struct parser *p)
{
    static const struct rank ranks[] = {{"or", true, OP_OR}};
    struct expression *e;

    if (++p->depth > EXPRESSION_DEPTH)
        return fail(p, RC_E_EXPRESSION_DEPTH, NULL);
    e = parse_chain(p, parse_and, ranks, ARRAY_LEN(ranks), false);
    p->depth--;
    return e;
}

struct expression *
expression_parse(const char *s, struct rc_error *err)
{
    struct parser p = {.start = s, .at = s, .err = err};
    struct expression *e;

    if (strlen(s) > EXPRESSION_LENGTH)
        return fail(&p, RC_E_EXPRESSION_DEPTH, NULL);
    e = parse_or(&p);
    blanks(&p);
    if (e && *p.at) {
        expression_free(e);
        return fail(&p, RC_E_EXPRESSION, p.at);
    }
    return e;
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
