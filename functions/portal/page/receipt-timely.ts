import type { UploadState } from '../../../shared/vocabulary/states.ts';
import type { Text } from '../../../shared/vocabulary/text.ts';
import { receipt as words } from '../../../shared/wording/page-receipt.ts';
import type { ReceiptCheck } from '../contract/receipts.ts';

/** A file against the deadline: what was not accepted is not called filed in time, whenever it came. Null before a verdict. */
export function timelyWords({
  timeliness,
  standing,
  state,
}: Pick<ReceiptCheck, 'timeliness'> & {
  readonly standing: ReceiptCheck['standing'] | null;
  readonly state: UploadState;
}): Text | null {
  if (!timeliness) return null;
  const { late } = timeliness;
  if (standing !== 'not-accepted') return late ? words.late : words.inTime;
  if (state === 'rejected') return late ? words.refusedLate : words.refusedInTime;
  return late ? words.openLate : words.openInTime;
}
