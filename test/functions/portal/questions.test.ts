import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findLink, revokeLink } from '../../../shared/records/links.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';
import { aWorld, type World } from '../a-world.ts';
import { aPortal, refusalOf } from './a-portal.ts';

const now = '2024-03-15T08:00:00Z';

let world: World | undefined;
afterEach(() => world?.stop());

/** A portal whose requests of the table are counted, and an upload that was just minted there. */
async function asked() {
  const counted: MeteredTable[] = [];
  const portal = await aPortal(
    now,
    () => {},
    async (at) => {
      world = await aWorld(at);
      const table = new MeteredTable(world.table);
      counted.push(table);
      return { ...world, table };
    },
  );
  const wish = { period: 'Q1-2024', fileName: 'bao-cao.xlsx', size: 10, sha256: 'a'.repeat(64) };
  const minted = await portal.post('/api/uploads', wish);
  const { uploadId } = z.object({ uploadId: z.string() }).parse(await minted.json());
  const [table] = counted;
  if (!table) throw new Error('no table');
  return { ...portal, table, question: `/api/uploads/${uploadId}` };
}

describe('a question for the verdict', () => {
  it('is one request of the table, whoever asks and whatever about, where the upload was met before', async () => {
    const { get, table, question } = await asked();
    const { requests } = await table.during(async () => {
      expect(await (await get(question)).json()).toMatchObject({ state: 'minted' });
    });
    expect(requests).toBe(1);
  });

  it('is answered to nobody else, though it is known where everything stands', async () => {
    const { get, tokenOf, question } = await asked();
    const other = await tokenOf({ kind: 'unit', unit: 'CN-LBI' });
    // The second time that link is known, too.
    for (let n = 0; n < 2; n += 1) {
      expect(await refusalOf(await get(question, other))).toMatchObject({
        status: 404,
        code: 'UPLOAD_UNKNOWN',
      });
    }
  });

  it('is refused from the moment on in which the link is revoked', async () => {
    const { get, tokenOf, world, question } = await asked();
    const token = await tokenOf({ kind: 'unit', unit: 'QLDD' });
    expect((await get(question, token)).status).toBe(200);
    await revokeLink(world.table, (await findLink(world.table, token))?.hash ?? '', now);
    expect(await refusalOf(await get(question, token))).toMatchObject({ code: 'LINK_REVOKED' });
  });
});
