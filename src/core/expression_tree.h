/* SPDX-License-Identifier: ISC */
/* Private to expression*.c. An expression as its parser leaves it and its evaluator walks it. */
#ifndef RC_CORE_EXPRESSION_TREE_H
#define RC_CORE_EXPRESSION_TREE_H

#include "core/expression.h"

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

#endif
