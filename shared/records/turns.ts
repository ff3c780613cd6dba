/**
 * Turns: of what one unit, or one link, asks for, so much at most is done at once, whoever else waits. A turn is a lease, so
 * that one whose function died comes back by itself.
 */
import type { Table } from '../ports/table.ts';
import { lookKey, turnKey } from './keys.ts';

export interface Turn {
  readonly place: number;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** Of whom: a unit whose files are read, or a link with which somebody looks. */
export type Whose = { readonly unit: string } | { readonly link: string };

/** Every link that is mailed may leave places behind. */
const keptSeconds = 86_400;

/** The first place that is free, or null where all of them are taken. */
export async function takeTurn(
  table: Table,
  whose: Whose,
  { places, now, seconds }: { readonly places: number; readonly now: string; readonly seconds: number },
): Promise<Turn | null> {
  const from = new Date(now).toISOString();
  const until = new Date(Date.parse(now) + seconds * 1000).toISOString();
  const removedAfter = Math.floor(Date.parse(until) / 1000) + keptSeconds;
  for (let place = 1; place <= places; place++) {
    const taken = await table.update(keyOf(whose, place), {
      set: { until, removedAfter },
      when: { until: { lessThan: from, orAbsent: true } },
    });
    if (taken) return { place, until };
  }
  return null;
}

/** Gives the place back, unless its lease ran out and another has it. */
export async function giveTurn(table: Table, whose: Whose, { place, until }: Turn): Promise<void> {
  await table.update(keyOf(whose, place), { remove: ['until'], when: { until: { equals: until } } });
}

function keyOf(whose: Whose, place: number) {
  return 'unit' in whose ? turnKey(whose.unit, place) : lookKey(whose.link, place);
}
