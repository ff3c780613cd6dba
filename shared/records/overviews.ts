/** How far a period of very many units had come, as it was computed from its rows last; says as of when. */
import * as z from 'zod';
import type { Table } from '../ports/table.ts';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant } from '../vocabulary/codes.ts';
import { Rate } from '../vocabulary/rate.ts';
import { overviewKey } from './keys.ts';

/** Something of one unit to look at. */
const Waiting = z.object({
  kind: z.enum(['request', 'swapped', 'rejected', 'unreadable', 'copied']),
  unit: z.string(),
  /** Of a request the day asked for, `yyyy-mm-dd`. */
  until: z.string().nullable(),
  /** Another unit: whose file it seems to be, or who sent the same. */
  other: z.string().nullable(),
  fileName: z.string().nullable(),
  /** Why, in words: the reason given, the finding. */
  why: Text.nullable(),
  since: Instant,
});
export type Waiting = z.output<typeof Waiting>;

const Overview = z.object({
  asOf: Instant,
  rate: Rate,
  /** Of the report as it would be made then; null where none was issued. */
  fingerprint: z.string().nullable(),
  /** What waited for somebody of the office then, at most the first hundreds; one of before knows none. */
  waiting: z.array(Waiting).default([]),
});
export type Overview = z.output<typeof Overview>;

/** Null where none was computed yet: a period of few units is counted at every look. */
export async function readOverview(table: Table, period: string): Promise<Overview | null> {
  const row = await table.get(overviewKey(period));
  return row && Overview.parse(row);
}

/** In the place of an older one. */
export async function keepOverview(table: Table, period: string, overview: Overview): Promise<void> {
  await table.update(overviewKey(period), {
    set: { ...overview },
    when: { asOf: { lessThan: overview.asOf, orAbsent: true } },
  });
}
