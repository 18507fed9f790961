/* SPDX-License-Identifier: ISC */
/* What a crash in the middle of file_stage leaves behind. */
#ifndef RC_EXCHANGE_FILE_SWEEP_H
#define RC_EXCHANGE_FILE_SWEEP_H

/* Takes away, in dir and in the folders right below it, the temporary files of file_stage whose
 * process no longer runs on this computer. What cannot be taken away stays, for the next time. */
void file_sweep(const char *dir);

#endif
