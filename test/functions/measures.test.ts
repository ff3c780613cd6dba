import { randomBytes } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandler as createDeliver } from '../../functions/deliver/handler.ts';
import { codeLetter } from '../../functions/deliver/letters/code.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { createApp } from '../../functions/portal/handler.ts';
import { createHandler as createSchedule } from '../../functions/schedule/handler.ts';
import { applyRegime, readRegimeFile } from '../../infra/admin/regime.ts';
import { MailRefused, SendingAmbiguous, SendingThrottled } from '../../shared/ports/mailer.ts';
import { outboxId, putMessage } from '../../shared/records/outbox.ts';
import type { Message } from '../../shared/records/rows.ts';
import { memoryDependencies } from '../doubles/memory-dependencies.ts';

const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
const applied = '2024-03-15T05:00:00.000Z';
const reminder: Message = {
  ...{ kind: 'reminder', regime: regime.id, period: 'Q1-2024', unit: 'QLDD' },
  scheduledAt: applied,
};

let now: string;
let world: ReturnType<typeof memoryDependencies>;
const recorded = () => world.metrics.recorded.splice(0);

beforeEach(async () => {
  now = applied;
  world = memoryDependencies({ now: () => now }, randomBytes);
  await applyRegime(world, regime);
});

const message = (body: string) =>
  ({ Records: [{ messageId: '1', body, attributes: { ApproximateReceiveCount: '1' } }] }) as SQSEvent;

async function deliver(fails?: Error) {
  const id = outboxId(reminder);
  await putMessage(world.table, id, reminder, now);
  const letter = { mail: { to: 'a@units.example', subject: 'S', html: 'H', text: 'T', attachments: [] } };
  if (fails) vi.spyOn(world.mailer, 'send').mockRejectedValue(fails);
  return createDeliver({
    ...world,
    sender: 'bao-cao@so.example',
    write: async () => ({ ...letter, replyTo: 'vp@so.example' }),
    writeCode: (request) => codeLetter(world, request),
    pace: async () => {},
  })(message(JSON.stringify({ outbox: id })));
}

describe('a mail is measured by what became of it', () => {
  it.each([
    ['sent', undefined],
    ['throttled', new SendingThrottled('quota')],
    ['refused', new MailRefused('address')],
    ['failed', new SendingAmbiguous('time-out')],
  ] as const)('%s', async (outcome, fails) => {
    await deliver(fails);
    expect(recorded()).toEqual([`Mails ${outcome} 1`]);
  });
});

describe('an error that a consumer catches', () => {
  it('is measured by ingest, which gives the message back', async () => {
    const { batchItemFailures } = await createIngest(world)(message('no arrival'));
    expect(batchItemFailures).toHaveLength(1);
    expect(recorded()).toEqual(['Failures ingest 1']);
  });

  it('is measured by deliver', async () => {
    const { batchItemFailures } = await createDeliver({
      ...world,
      ...{ sender: 'bao-cao@so.example', write: async () => null, pace: async () => {} },
      writeCode: (request) => codeLetter(world, request),
    })(message('no row'));
    expect(batchItemFailures).toHaveLength(1);
    expect(recorded()).toEqual(['Failures deliver 1']);
  });
});

describe('the hour measures', () => {
  const hour = (at: string) => {
    now = at;
    return createSchedule(world)({ scheduledTime: at });
  };

  it('that nothing waits, on a quiet day', async () => {
    await hour('2024-03-15T06:00:00.000Z');
    expect(recorded()).toEqual(['FilesWaiting 0', 'MailsWaiting 0', 'OldestMailSeconds 0']);
  });

  it('how late it is itself, and how long the oldest mail waits since it was made, however often it was tried', async () => {
    await deliver(new SendingThrottled('quota'));
    now = '2024-03-15T07:55:00.000Z';
    await deliver(new SendingThrottled('quota'));
    recorded();
    await hour('2024-03-15T08:00:00.000Z');
    expect(recorded()).toEqual([
      'HoursLate 2',
      'FilesWaiting 0',
      'MailsWaiting 1',
      'OldestMailSeconds 10800',
    ]);
  });

  it('that a summary was made and has not gone', async () => {
    const summary = { kind: 'summary', run: 'Q1-2024-final-X', recipient: 'VP' } as const;
    await putMessage(world.table, outboxId(summary), summary, now);
    await hour('2024-03-15T06:00:00.000Z');
    expect(recorded()).not.toContainEqual(expect.stringContaining('SummariesNotGone'));
    await hour('2024-03-15T07:00:00.000Z');
    expect(recorded()).toContain('SummariesNotGone 1');
  });

  it('that a summary was due and could not be made', async () => {
    vi.spyOn(world.store, 'putOnce').mockRejectedValue(new Error('bucket'));
    await expect(hour('2024-03-26T00:00:00.000Z')).rejects.toThrow();
    expect(recorded()).toContainEqual(expect.stringMatching(/^SummariesNotGone [1-9]/));
  });
});

it('a refused request is measured by why it was refused', async () => {
  const app = createApp({ ...world, page: { find: async () => null } });
  await app.request('/api/duties');
  await app.request('/api/duties', { headers: { Authorization: 'Bearer 0000' } });
  await app.request('/nothing');
  expect(recorded()).toEqual(['Refusals link 1', 'Refusals link 1', 'Refusals other 1']);
});
