/** What was asked about a period's drafts: written by the portal, and carried out by deliver, which takes nobody else's word. */
import * as z from 'zod';
import type { Table } from '../ports/table.ts';
import { Instant } from '../vocabulary/codes.ts';
import { draftAskKey } from './keys.ts';

export const DraftAsk = z.object({
  /** Made of what is asked in view of: the same asked twice is one. */
  ask: z.string(),
  period: z.string(),
  /** The run whose draft is taken back; null where another is wanted. */
  takesBack: z.string().nullable(),
  actor: z.string(),
  /** The first twelve characters of the hash of the link it came by. */
  link: z.string(),
  reason: z.string(),
  at: Instant,
});
export type DraftAsk = z.output<typeof DraftAsk>;

/** That another is wanted; where it was asked before, that stands. */
export async function putDraftAsk(table: Table, asked: DraftAsk): Promise<void> {
  await table.putIfAbsent(draftAskKey(asked.period, asked.ask), { ...asked });
}

/** Null where nobody asked that. */
export async function readDraftAsk(table: Table, period: string, ask: string): Promise<DraftAsk | null> {
  const row = await table.get(draftAskKey(period, ask));
  return row && DraftAsk.parse(row);
}

/** The name of what takes an edition back. */
export function backAsk(edition: number): string {
  return `back-${edition}`;
}
