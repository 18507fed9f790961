/* SPDX-License-Identifier: ISC */
/* Private to app: keys, seals of the chain and signatures of shift leads, as the events hold them.
 */
#ifndef RC_APP_VERIFY_SIGN_H
#define RC_APP_VERIFY_SIGN_H

#include "app/verify_pass.h"

/* Checks the event when it is about keys or signed; p is at the event before it. */
void sign_event(struct pass *p, const struct event *e);

#endif
