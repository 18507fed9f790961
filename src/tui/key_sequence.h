/* SPDX-License-Identifier: ISC */
/*
 * Escape sequences of keys that the terminal's description does not name: terminals send cursor and
 * function keys in more than one way.
 */
#ifndef RC_TUI_KEY_SEQUENCE_H
#define RC_TUI_KEY_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/key.h"

#define KEY_SEQUENCE_MAX 32

struct key_sequence {
    unsigned char bytes[KEY_SEQUENCE_MAX]; /* behind the Esc: [ or O first */
    unsigned n;
};

/* Adds the next character behind an Esc. True when it belongs to a sequence that goes on. */
bool key_sequence_add(struct key_sequence *s, uint32_t ch);
/* The key of a complete sequence; false when it is none that we know (drop it). */
bool key_sequence_key(const struct key_sequence *s, struct key *key);

#endif
