/** What a bench found: rows of the table in which `npm run bench` ends, and of its JSON. */
import { figure, table } from './figures.ts';

export interface Outcome {
  readonly rows: readonly Row[];
  /** What else a later run, or whoever reads the JSON, needs. */
  readonly figures?: unknown;
}

/**
 * What a bench told, which was loaded by its folder's name: no compiler holds it to the form, and one that told something
 * else would take the table of all the others with it. Throws where it has no rows.
 */
export function outcomeOf(told: unknown): Outcome {
  const { rows } = Object(told);
  if (!Array.isArray(rows)) throw new Error('the bench told no rows');
  return { rows, figures: Object(told).figures };
}

export interface Row {
  readonly what: string;
  /** The median where it was measured more than once; null: not measured, for the reason that `note` gives. */
  readonly value: number | null;
  readonly unit: string;
  readonly ratio?: Ratio;
  /** Of the ratio, where there is one; else of the value. */
  readonly aim?: Aim;
  readonly note?: string;
}

export interface Ratio {
  /** How many times as much as that of `to`, which was measured in the same run. */
  readonly value: number;
  readonly to: string;
}

export interface Aim {
  readonly least?: number;
  readonly most?: number;
}

/** null where there is nothing to hold, or nothing was measured. */
export function isHeld({ value, ratio, aim }: Row): boolean | null {
  const measured = ratio?.value ?? value;
  if (aim === undefined || value === null || measured === null) return null;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = aim;
  // A figure that is none, of a division by nothing, holds nothing.
  return measured >= least && measured <= most;
}

/** The rows of one bench after the other's. */
export function outcomeTable(benches: Readonly<Record<string, Outcome>>): string {
  const lines = Object.entries(benches).flatMap(([bench, { rows }]) =>
    rows.map((row) => [bench, row.what, ...cellsOf(row)]),
  );
  return table(['bench', 'what', 'value', 'unit', 'ratio', 'to', 'aim', ''], lines, [0, 1, 3, 5, 7]);
}

function cellsOf(row: Row): readonly string[] {
  const { value, unit, ratio, note = '' } = row;
  const held = isHeld(row);
  const words = held === null ? note : [held ? 'held' : 'NOT HELD', note].filter(Boolean).join(', ');
  return [
    ...[value === null ? '–' : shown(value), unit],
    ...[ratio ? shown(ratio.value) : '', ratio?.to ?? ''],
    ...[aimOf(row), words],
  ];
}

function aimOf({ aim }: Row): string {
  if (aim === undefined) return '';
  const { least, most } = aim;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  return least === undefined ? `≤ ${bound(most ?? 0)}` : `≥ ${bound(least)}`;
}

const bound = (value: number) => value.toLocaleString('en');

/** Three digits that count, or all that stand before the point. */
function shown(value: number): string {
  const size = Math.abs(value);
  return figure(value, size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

/** The same rows for programs. */
export function outcomeRows(benches: Readonly<Record<string, Outcome>>): readonly object[] {
  return Object.entries(benches).flatMap(([bench, { rows }]) =>
    rows.map((row) => ({
      ...{ bench, what: row.what, value: row.value, unit: row.unit },
      ...{ ratio: row.ratio?.value ?? null, to: row.ratio?.to ?? null },
      ...{ aim: row.aim ?? null, held: isHeld(row), note: row.note ?? null },
    })),
  );
}
