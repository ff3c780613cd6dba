/**
 * Turns at reading: of one unit's files at most so many are read at once, whoever else waits. A turn is a lease, so that
 * one whose function died comes back by itself.
 */
import type { Table } from '../ports/table.ts';
import { turnKey } from './keys.ts';

export interface Turn {
  readonly place: number;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** The first place that is free, or null where all of them are taken. */
export async function takeTurn(
  table: Table,
  whose: string,
  { places, now, seconds }: { readonly places: number; readonly now: string; readonly seconds: number },
): Promise<Turn | null> {
  const from = new Date(now).toISOString();
  const until = new Date(Date.parse(now) + seconds * 1000).toISOString();
  for (let place = 1; place <= places; place++) {
    const taken = await table.update(turnKey(whose, place), {
      set: { until },
      when: { until: { lessThan: from, orAbsent: true } },
    });
    if (taken) return { place, until };
  }
  return null;
}

/** Gives the place back, unless its lease ran out and another has it. */
export async function giveTurn(table: Table, whose: string, { place, until }: Turn): Promise<void> {
  await table.update(turnKey(whose, place), { remove: ['until'], when: { until: { equals: until } } });
}
