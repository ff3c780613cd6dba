/** Logs are read by more people than reports are: nothing that opens a door or was written by a unit may stand in one. */
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { SQSEvent } from 'aws-lambda';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandler as createDeliver } from '../../functions/deliver/handler.ts';
import { codeLetter } from '../../functions/deliver/letters/code.ts';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { createApp } from '../../functions/portal/handler.ts';
import { createHandler as createSchedule } from '../../functions/schedule/handler.ts';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import { MailRefused } from '../../shared/ports/mailer.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { issueLink } from '../../shared/records/links.ts';
import { wakeIngest } from '../../shared/records/wake.ts';
import { memoryDependencies } from '../doubles/memory-dependencies.ts';
import type { MemoryQueue } from '../doubles/memory-queue.ts';

const mark = (what: string) => `MARKED-${what}-7f3a`;
const content = mark('content');
const secrets = new Set(['file', 'sender', 'reason', 'code', 'address'].map(mark)).add(content);
const lines: string[] = [];
const note = (message: string, ...details: unknown[]) => {
  lines.push([message, ...details.map((each) => inspect(each, { depth: 10 }))].join(' '));
};

let now = '2024-03-15T05:00:00.000Z';
const world = {
  ...memoryDependencies({ now: () => now }, randomBytes),
  logger: { info: note, warn: note, error: note },
};

function taken(queue: MemoryQueue): SQSEvent {
  const records = queue.bodies.splice(0).map((body, index) => {
    const record = { messageId: String(index), body, attributes: { ApproximateReceiveCount: '1' } };
    return record as SQSEvent['Records'][number];
  });
  return { Records: records };
}

/** A file that is read, one that is none, declarations, wrong links, a refused mail, a fault: everything that is logged. */
beforeAll(async () => {
  const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  await applyRegime(world, regime);
  for (const { email } of [...regime.units, ...regime.office.recipients]) secrets.add(email);
  const holder = { kind: 'unit', unit: 'QLDD' } as const;
  const { token } = await issueLink(
    world.table,
    { regime: regime.id, holder, issuedAt: now, expiresAt: '2024-06-01T00:00:00Z' },
    world.randomBytes,
  );
  secrets.add(token);
  const app = createApp({ ...world, page: { find: async () => null } });
  const ask = (path: string, body?: unknown, as = token) =>
    app.request(path, {
      headers: { Authorization: `Bearer ${as}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  const announced = {
    period: 'Q1-2024',
    fileName: `${mark('file')}.xlsx`,
    size: 900,
    sender: mark('sender'),
  };
  for (const sha256 of ['a'.repeat(64), 'b'.repeat(64)]) {
    const { uploadId } = (await (await ask('/api/uploads', { ...announced, sha256 })).json()) as {
      uploadId: string;
    };
    await world.store.put(inboxObject(uploadId), Buffer.from(content.repeat(40)), 'application/octet-stream');
    await wakeIngest(world.arrivals, uploadId);
  }
  await ask('/api/duties/Q1-2024/nil', { reason: mark('reason') });
  // So many that the office is told of the last together.
  for (const day of [26, 27, 28, 29, 30])
    await ask('/api/duties/Q1-2024/extension', { until: `2024-04-${day}`, reason: mark('reason') });
  const from = { requestContext: { http: { sourceIp: mark('address') } } };
  for (let times = 0; times < 40; times += 1) await app.request(`/api/receipts/${mark('code')}`, {}, from);
  await ask('/api/duties', undefined, mark('code'));
  // Where a link rewriter or a person put the token into the path.
  vi.spyOn(world.table, 'get').mockRejectedValueOnce(new Error('the table is gone'));
  await ask(`/api/duties/${token}`);
  await createIngest(world)(taken(world.arrivals));
  const deliver = createDeliver({
    ...world,
    ...{ sender: 'bao-cao@so.example', pace: async () => {}, write: (row) => writeLetter(world, row) },
    writeCode: (request) => codeLetter(world, request),
  });
  const [first, ...rest] = taken(world.outbox).Records;
  vi.spyOn(world.mailer, 'send').mockRejectedValueOnce(
    new MailRefused('SES refused the mail: Address blocked'),
  );
  await deliver({ Records: [first, ...rest] as SQSEvent['Records'] });
  now = '2024-03-26T02:00:00.000Z';
  await createSchedule(world)({ scheduledTime: now });
  await deliver(taken(world.outbox));
});

describe('the log', () => {
  it('tells what happened', () => {
    const codes = ['FILE_RECORDED', 'MAIL_SENT', 'MAIL_REFUSED', 'REQUEST_FAILED', 'WORK_DUE'];
    for (const code of codes) expect(lines.some((line) => line.startsWith(code))).toBe(true);
    // The office's bundle was written too: reasons of units stand in it.
    expect(lines.filter((line) => line.startsWith('MAIL_SENT') && line.includes('bundle/'))).not.toEqual([]);
  });

  it('holds no token, no address, no name of a file or a person, no reason and nothing of what a file holds', () => {
    expect(secrets.size).toBeGreaterThan(15);
    for (const secret of secrets) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });
});
