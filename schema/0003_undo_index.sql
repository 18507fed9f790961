-- SPDX-License-Identifier: ISC
-- Every event drops what could be brought back on its wagon: that must not look at all its steps.
CREATE INDEX undo_step_undone ON undo_step(wagon) WHERE undone = 1;
