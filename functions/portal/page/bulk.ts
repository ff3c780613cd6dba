/** What can be decided about many units at once, and whom of those that were chosen it fits. */
import { isOwing } from '../../../shared/filing/owing.ts';
import { type BoardLine, type Filter, needsHours } from './board.ts';
import type { Reachable } from './deciding.ts';

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

/** Why somebody who was chosen is left out until they are expressly taken in. */
export const leavings = ['asking', 'filed'] as const;
export type Leaving = (typeof leavings)[number];

/** Whoever waits for an answer should have it before this. */
const afterAnswers: ReadonlySet<string> = new Set(['reminder', 'hold-reminders', 'nil', 'exclude-unit']);

/**
 * Whom a press about many leaves out, by why: whoever asks for time and waits for an answer; of more time also whoever has
 * filed. More time that is given to none but these is meant for them.
 */
export function leftByDefault(
  kind: string,
  units: readonly Reachable[],
): ReadonlyMap<Leaving, readonly Reachable[]> {
  if (units.length < 2 || !(afterAnswers.has(kind) || kind === 'extension')) return new Map();
  const asking = units.filter(({ askedUntil }) => askedUntil != null);
  const filed = kind === 'extension' ? units.filter((unit) => unit.filed && unit.askedUntil == null) : [];
  if (kind === 'extension' && asking.length + filed.length === units.length) return new Map();
  return new Map(
    [['asking', asking] as const, ['filed', filed] as const].filter(([, who]) => who.length > 0),
  );
}

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
