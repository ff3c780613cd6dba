/** What a verdict asks of the unit, and whether it still asks: a file of the past may have been overtaken. */

import type { UploadState } from '../../../shared/vocabulary/states.ts';
import type { Text } from '../../../shared/vocabulary/text.ts';
import { verdict as words } from '../../../shared/wording/page-upload.ts';
import type { DutyDetail } from '../contract/duties.ts';

export interface Meaning {
  /** Null for the states before a verdict: they ask for nothing. */
  readonly words: Text | null;
  /** True where this very file is to be mended and sent again. */
  readonly toMend: boolean;
}

/** Upload ids are ULIDs, so a file that was sent later has the greater one. */
export function meaningOf(
  { uploadId, state }: { readonly uploadId: string; readonly state: UploadState },
  { versions, counts }: Pick<DutyDetail, 'versions' | 'counts'>,
): Meaning {
  switch (state) {
    case 'accepted':
    case 'accepted-with-warnings': {
      // A verdict that has just come may be newer than what is known of the duty.
      const standing = versions.find((version) => version.uploadId === uploadId)?.standing ?? 'counts';
      return { words: standing === 'counts' ? words[state] : words.countsNoMore, toMend: false };
    }
    case 'rejected':
    case 'unreadable':
      return counts !== null && counts > uploadId
        ? { words: words.overtaken, toMend: false }
        : { words: words[state], toMend: true };
    default:
      return { words: null, toMend: false };
  }
}
