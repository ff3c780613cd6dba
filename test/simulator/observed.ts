/** What the promises are asked of, and what its rows say. */
import { Decision } from '../../shared/filing/decision.ts';
import { Signature } from '../../shared/filing/signature.ts';
import { Version } from '../../shared/filing/version.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { Row, Table } from '../../shared/ports/table.ts';
import { isOutboxRow, isSignatureRow, rowKindOf } from '../../shared/records/keys.ts';
import { OutboxRow } from '../../shared/records/rows.ts';
import type { MemoryTable } from '../doubles/memory-table.ts';
import { period, secondPeriod } from './regime.ts';
import type { Week } from './week.ts';

/** Something that must never be; the message says what. */
export class Broken extends Error {}

export function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Broken(what);
}

/** A week in memory, or what a local cloud holds. */
export interface Observed extends Pick<Week, 'minted' | 'answered' | 'lostReaders' | 'lastHour'> {
  readonly table: Pick<MemoryTable, 'rows'> & Table;
  readonly store: Store;
  readonly mailer: { readonly sent: readonly { readonly raw: Uint8Array; readonly to: string }[] };
}

type Parsed =
  | { readonly kind: 'version'; readonly is: Version }
  | { readonly kind: 'decision'; readonly is: Decision }
  | { readonly kind: 'outbox'; readonly is: OutboxRow }
  | { readonly kind: 'signature'; readonly is: Signature }
  | { readonly kind: null };

/** What the rows say: a table gives out the same frozen row until it is written again. */
const known = new WeakMap<Row, Parsed>();

export function parsed(row: Row): Parsed {
  const before = known.get(row);
  if (before) return before;
  const now = parse(row);
  known.set(row, now);
  return now;
}

function parse(row: Row): Parsed {
  if (isOutboxRow(row)) return { kind: 'outbox', is: OutboxRow.parse(row) };
  if (isSignatureRow(row) && !('takenBack' in row)) return { kind: 'signature', is: Signature.parse(row) };
  const key = { pk: row.pk, sk: row.sk };
  const kind = rowKindOf(key, period) ?? rowKindOf(key, secondPeriod);
  if (kind === 'version') return { kind, is: Version.parse(row) };
  return kind === 'decision' ? { kind, is: Decision.parse(row) } : { kind: null };
}

export function rowsOf(week: Observed) {
  const all = week.table.rows().map(parsed);
  return {
    versions: all.flatMap((each) => (each.kind === 'version' ? [each.is] : [])),
    decisions: all.flatMap((each) => (each.kind === 'decision' ? [each.is] : [])),
    outbox: all.flatMap((each) => (each.kind === 'outbox' ? [each.is] : [])),
  };
}

/** Whether a decision was not taken back, by one that was not taken back itself. */
export function holding(all: readonly Decision[]): (each: Decision) => boolean {
  const holds = ({ decision }: Decision): boolean =>
    !all.some((each) => each.kind === 'undo' && each.undone === decision && holds(each));
  return holds;
}
