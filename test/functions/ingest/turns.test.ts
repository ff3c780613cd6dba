import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/ingest/handler.ts';
import { applyRegime, readRegimeFile } from '../../../infra/admin/regime.ts';
import type { Upload } from '../../../shared/filing/version.ts';
import { unreadableReading } from '../../../shared/reading/unreadable-reading.ts';
import { readVersion } from '../../../shared/records/filings.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { readCurrentRegime } from '../../../shared/records/regimes.ts';
import { putUpload } from '../../../shared/records/uploads.ts';
import { memoryDependencies } from '../../doubles/memory-dependencies.ts';
import { sha256 } from '../a-report.ts';

const noon = '2024-03-15T05:00:00.000Z';

/** Ingest over the doubles, with a reader that a poisoned file holds until `letGo`. */
async function anIngest() {
  const world = memoryDependencies({ now: () => noon }, (length) => new Uint8Array(length));
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  await applyRegime(world, regime);
  const { hash = '' } = (await readCurrentRegime(world.table, regime.id)) ?? {};
  const held: (() => void)[] = [];
  const order: string[] = [];
  const handler = createHandler({
    ...world,
    reader: {
      read: async (bytes, { unit, fileName }) => {
        if (new TextDecoder().decode(bytes).startsWith('poison')) {
          await new Promise<void>((resolve) => held.push(resolve));
        }
        order.push(`${unit.code} ${fileName}`);
        return unreadableReading('TOO_MUCH_TO_READ', '> 20 s');
      },
    },
  });
  let files = 0;
  const arrives = async (unit: string, content: string): Promise<Upload> => {
    const bytes = new TextEncoder().encode(content);
    const upload: Upload = {
      upload: `01HRZ00000000000000000000${files}`,
      ...{ regime: regime.id, regimeHash: hash, period: 'Q1-2024', unit, fileName: `${files++}.csv` },
      ...{ size: bytes.length, sha256: sha256(bytes), contentType: 'text/csv', sender: null },
      ...{ mintedAt: noon, expiresAt: noon },
    };
    await putUpload(world.table, upload);
    await world.store.put(inboxObject(upload.upload), bytes, 'text/csv');
    return upload;
  };
  const wake = ({ upload }: Pick<Upload, 'upload'>) => deliver(arrival(upload));
  const deliver = (body: string) =>
    handler({ Records: [{ messageId: '1', body } as SQSEvent['Records'][number]] });
  return { world, regime: regime.id, arrives, wake, deliver, held, order };
}

const arrival = (upload: string) => JSON.stringify({ detail: { object: { key: inboxObject(upload) } } });

describe('five files of one unit that hold their readers', () => {
  it('take two of the five readers: another unit’s file has its verdict first, and each of them its own', async () => {
    const { world, regime, arrives, wake, deliver, held, order } = await anIngest();
    const poisoned = await Promise.all(Array.from({ length: 5 }, () => arrives('QLDD', 'poison')));
    const other = await arrives('KHTC', 'Quý I');
    // All five readers are asked at once, as the queue would.
    const reading = poisoned.map((upload) => wake(upload));
    await expect.poll(() => held.length).toBe(2);
    await wake(other);
    expect(order).toEqual(['KHTC 5.csv']);
    expect(await readVersion(world.table, other)).not.toBeNull();

    // Three were put back behind the others, and were not counted as attempts.
    expect(world.arrivals.bodies).toHaveLength(3);
    const whose = { group: encodeURIComponent(`${regime}/QLDD`), delaySeconds: 10 };
    expect(world.arrivals.sent.map(({ body: _body, ...how }) => how)).toEqual([whose, whose, whose]);
    for (const go of held.splice(0)) go();
    await Promise.all(reading);
    while (world.arrivals.bodies.length > 0) {
      const again = world.arrivals.bodies.splice(0, 2).map((body) => deliver(body));
      await expect.poll(() => held.length).toBe(again.length);
      for (const go of held.splice(0)) go();
      await Promise.all(again);
    }
    for (const upload of poisoned) {
      expect(await readVersion(world.table, upload)).toMatchObject({
        state: 'unreadable',
        firstFindings: [{ code: 'TOO_MUCH_TO_READ' }],
      });
    }
    expect(order).toHaveLength(6);
  });
});
