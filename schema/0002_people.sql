-- SPDX-License-Identifier: ISC
-- People: an officer may have a PIN; only its hash is kept, '' while there is none.

ALTER TABLE officer ADD COLUMN pin TEXT NOT NULL DEFAULT '';
