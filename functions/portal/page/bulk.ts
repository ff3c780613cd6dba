/** What can be decided about many units at once, and whom of those that were chosen it fits. */
import { isOwing } from '../../../shared/filing/owing.ts';
import { type BoardLine, type Filter, needsHours } from './board.ts';

export const bulkKinds = [
  'reminder',
  'hold-reminders',
  'extension',
  'extension-refusal',
  'nil',
  'accept-late',
  'exclude-unit',
] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** As far as the board knows; the press itself says of each what became of it. */
export const fitsUnit: Record<BulkKind, (line: BoardLine) => boolean> = {
  reminder: ({ status, held }) => isOwing(status) && held === undefined,
  'hold-reminders': ({ status }) => isOwing(status),
  extension: (line) => needsHours(line) && line.status !== 'awaiting-guidance',
  'extension-refusal': ({ askedUntil }) => askedUntil !== null,
  nil: (line) => needsHours(line) && line.status !== 'late',
  'accept-late': ({ status, reason }) => status === 'late' && reason === null,
  'exclude-unit': ({ status }) => status !== 'excluded',
};

/** What somebody who looks at these units mostly comes to do; null where no one thing is. */
export const mainOf: Record<Filter, BulkKind | null> = {
  all: 'reminder',
  owing: 'reminder',
  rejected: 'reminder',
  asked: 'extension',
  extended: 'extension',
  late: 'accept-late',
  // Mail does not reach them, or they owe nothing.
  bounced: null,
  filed: null,
};

/**
 * What takes the focus (a selector) once the button that left somebody out is gone, or that which took them in again; null
 * where nothing was pressed yet: the focus stays in the field that the dialog opened with.
 */
export function focusAfterLeaving(before: ReadonlySet<string>, left: ReadonlySet<string>): string | null {
  if (before === left) return null;
  return left.size > 0 ? '.left-out button' : '.open-requests .small-button';
}
