-- SPDX-License-Identifier: ISC
-- How dates and decimal numbers are shown to people at this post.

ALTER TABLE post ADD COLUMN region TEXT NOT NULL DEFAULT 'local'; -- local, iso
