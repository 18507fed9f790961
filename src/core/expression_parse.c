/* SPDX-License-Identifier: ISC */
/*
 * Expressions of the checklist files: a recursive-descent parser with a depth bound. Precedence,
 * weakest first: or, and, comparison, + -, * div.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "core/expression.h"
#include "core/expression_tree.h"

struct parser {
    const char *start, *at;
    int depth;
    struct rc_error *err;
    bool failed;
};

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
