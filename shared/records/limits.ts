/**
 * Limits by window: how often something may happen in an hour, a day… One counter row a window, written by one
 * conditional update, so a limit holds however many ask at once. A counter may limit; nothing is ever counted by it.
 */
import type { Table } from '../ports/table.ts';
import { windowKey } from './keys.ts';

/** The half-open span [from, until), both ISO 8601 in UTC. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** The window of so many seconds that `now` (ISO 8601) lies in; windows begin at whole multiples since 1970, UTC. */
export function windowAt(now: string, seconds: number): Window {
  const length = seconds * 1000;
  const from = Math.floor(Date.parse(now) / length) * length;
  return { from: new Date(from).toISOString(), until: new Date(from + length).toISOString() };
}

export interface Limit {
  /** What is limited, and for whom: `mint/dan-van-2024/QLDD`. */
  readonly name: string;
  /** The window's length in seconds. */
  readonly window: number;
  /** So many may be taken in one window. */
  readonly limit: number;
  /** How many are taken at once, all or none; 1 unless said. */
  readonly take?: number;
  /** ISO 8601. */
  readonly now: string;
}

/** Whether it may happen; if not, from when on the next may. */
export type Taken = { readonly allowed: true } | { readonly allowed: false; readonly goesOnAt: string };

/**
 * By table and name: until when a window is known to be used up. A counter never falls, so what was refused once is
 * refused until then, and a flood that goes on costs no more writes. Lost with the process; never true of a fresh window.
 */
const usedUp = new WeakMap<Table, Map<string, string>>();
const rememberedAtMost = 10_000;

// DynamoDB takes a day or two to remove what is due; nobody asks for a window that is over.
const keptAfterwards = 86_400;

/**
 * Takes from the window that `now` lies in: one conditional update, no read. The caller's role needs `UpdateItem`.
 * Where what follows fails, what was taken stays taken: a limit may be stricter than asked for, never looser.
 */
export async function takeFromWindow(
  table: Table,
  { name, window, limit, take = 1, now }: Limit,
): Promise<Taken> {
  const { from, until } = windowAt(now, window);
  const refused: Taken = { allowed: false, goesOnAt: until };
  if (take > limit) return refused;
  const known = usedUp.get(table) ?? new Map<string, string>();
  usedUp.set(table, known);
  if (known.get(name) === until) return refused;
  const allowed = await table.update(windowKey(name, from), {
    set: { removedAfter: Date.parse(until) / 1000 + keptAfterwards },
    add: { taken: take },
    when: { taken: { lessThan: limit - take + 1, orAbsent: true } },
  });
  if (allowed) return { allowed };
  if (known.size >= rememberedAtMost) known.clear();
  // Where more were wanted at once than are left, a single one may still be had.
  if (take === 1) known.set(name, until);
  return refused;
}
