import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandler as createDeliver } from '../../functions/deliver/handler.ts';
import { codeLetter } from '../../functions/deliver/letters/code.ts';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { createApp } from '../../functions/portal/handler.ts';
import { createHandler as createSchedule } from '../../functions/schedule/handler.ts';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import { writeFormXlsx } from '../../shared/forms/form-xlsx.ts';
import type { RandomBytes } from '../../shared/ports/randomness.ts';
import { issueLink } from '../../shared/records/links.ts';
import { memoryDependencies } from '../doubles/memory-dependencies.ts';
import type { MemoryQueue } from '../doubles/memory-queue.ts';

const noon = '2024-03-15T05:00:00.000Z';

/** Bytes that follow from their number alone. */
function counted(): RandomBytes {
  let drawn = 0;
  return (length) =>
    Uint8Array.from({ length }, () => createHash('sha256').update(String(drawn++)).digest()[0] ?? 0);
}

const Minted = z.object({
  uploadId: z.string(),
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** All four functions over the doubles: from the link to the receipt, at times that are set. */
async function play() {
  let now = noon;
  const world = memoryDependencies({ now: () => now }, counted());
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  await applyRegime(world, regime);
  const app = createApp({ ...world, page: { find: async () => null } });
  const deliver = createDeliver({
    ...world,
    sender: 'Báo cáo đơn vị <bao-cao@stnmt.example>',
    write: (row) => writeLetter(world, row),
    writeCode: (request) => codeLetter(world, request),
    pace: async () => {},
  });
  const link = { regime: regime.id, holder: { kind: 'unit', unit: 'QLDD' } as const };
  const { token } = await issueLink(
    world.table,
    { ...link, issuedAt: noon, expiresAt: '2024-06-01T00:00:00Z' },
    world.randomBytes,
  );

  const unit = regime.units.find(({ code }) => code === 'QLDD');
  const period = regime.periods.find(({ id }) => id === 'Q1-2024');
  if (!unit || !period) throw new Error('the sample regime has changed');
  const file = await writeFormXlsx({ regime, period, unit, previous: null, decisions: [] });
  const answer = await app.request('/api/uploads', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ period: 'Q1-2024', fileName: 'bao-cao.xlsx', size: file.length },
      sha256: createHash('sha256').update(file).digest('hex'),
    }),
  });
  const { uploadId, ...request } = Minted.parse(await answer.json());
  expect(await world.store.send(request, file)).toBe(200);

  // The file's own event is lost: the hour wakes ingest.
  now = '2024-03-15T06:00:00.000Z';
  await createSchedule(world)({ scheduledTime: now });
  await createIngest(world)(taken(world.arrivals));
  await deliver(taken(world.outbox));
  return { world, uploadId };
}

/** Everything that waits in the queue, as Lambda hands it over. */
function taken(queue: MemoryQueue): SQSEvent {
  const records = queue.bodies.splice(0).map((body, index) => {
    const record = { messageId: String(index), body, attributes: { ApproximateReceiveCount: '1' } };
    return record as SQSEvent['Records'][number];
  });
  return { Records: records };
}

describe('the four functions over the doubles', () => {
  it('take a report from the link to the mail about it, in one process', async () => {
    const { world } = await play();
    const mails = await Promise.all(world.mailer.sent.map(({ raw }) => PostalMime.parse(raw)));
    expect(mails.map(({ to }) => to?.[0]?.address)).toContain(
      (await readRegimeFile('infra/regimes/dan-van-2024.yaml')).units.find(({ code }) => code === 'QLDD')
        ?.email,
    );
    expect(world.outbox.bodies).toEqual([]);
  });

  it('write the same rows, objects and mails whenever they are played again', async () => {
    const [first, second] = [await play(), await play()];
    expect(second.uploadId).toBe(first.uploadId);
    expect(second.world.table.rows()).toEqual(first.world.table.rows());
    expect(second.world.mailer.sent).toEqual(first.world.mailer.sent);
  });
});
