import { gzipSync } from 'node:zlib';
import { createApp } from '../../../functions/portal/handler.ts';
import { refreshOverviews } from '../../../shared/office/overview.ts';
import { issueLink } from '../../../shared/records/links.ts';
import type { Metered } from '../../doubles/metered-table.ts';
import type { LargeOffice } from '../../shared/office/a-large-office.ts';

/** Requests to the table for the two questions with which the page begins; of very many units only a page is read. */
export const mostRequests = 100;
/** Bytes of both answers, gzip: with the page itself at most 100 KB. */
export const largestAnswers = 25_000;

/** The two questions with which the office's page begins: the bytes of the answers, gzip, and what they ask of the table. */
export async function firstView(
  { world, regime }: Pick<LargeOffice, 'world' | 'regime'>,
  now: string,
): Promise<Metered & { readonly board: number; readonly toDo: number; readonly milliseconds: number }> {
  await refreshOverviews(world, regime, { now, isOver: () => false });
  const holder = { kind: 'office', recipient: 'VANPHONG' } as const;
  const of = { regime: regime.id, holder, issuedAt: now, expiresAt: '2025-06-01T00:00:00Z' };
  const { token } = await issueLink(world.table, of, world.randomBytes);
  const app = createApp({ ...world, page: { find: async () => null } });
  const ask = async (path: string) => {
    const answer = await app.request(path, { headers: { Authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return gzipSync(new Uint8Array(await answer.arrayBuffer())).length;
  };
  const sums = { board: 0, toDo: 0 };
  const began = performance.now();
  const metered = await world.table.during(async () => {
    sums.board = await ask('/api/office');
    sums.toDo = await ask('/api/office/to-do');
  });
  return { ...sums, ...metered, milliseconds: performance.now() - began };
}
