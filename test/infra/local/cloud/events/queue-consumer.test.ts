import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueueConsumer } from '../../../../../infra/local/cloud/events/queue-consumer.ts';
import { openDatabase } from '../../../../../infra/local/cloud/gateway/database.ts';
import { Queues } from '../../../../../infra/local/cloud/gateway/queues.ts';
import { RetryWaits } from '../../../../../infra/local/cloud/lambda/retry-waits.ts';

const arn = 'arn:aws:sqs:ap-southeast-1:000000000000:mails';

describe('what follows from the work of others', () => {
  let folder: string;
  let stop: () => void;
  let queues: Queues;
  let othersWork: boolean;
  const taken: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    folder = mkdtempSync(join(tmpdir(), 'consumer-'));
    const database = openDatabase(folder);
    queues = new Queues(database, [{ name: 'mails', arn }], { now: () => Date.now() });
    const waits = new RetryWaits({ now: () => Date.now(), leapTo: () => {} }, () => 0, 1);
    const mapping = { queueArn: arn, functionName: 'deliver', batchSize: 1, maximumConcurrency: 2 };
    const consumer = new QueueConsumer(
      { ...mapping, reportBatchItemFailures: true },
      {
        ...{ queues, waits, region: 'ap-southeast-1' },
        yields: () => othersWork,
        invoke: async (_, { Records }) => {
          taken.push(...Records.map(({ body }) => body));
          return null;
        },
        onProblem: (problem) => {
          throw problem;
        },
      },
    );
    othersWork = true;
    taken.length = 0;
    consumer.start();
    stop = () => {
      consumer.close();
      waits.close();
      database.close();
    };
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  const pass = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('begins when they rest', async () => {
    queues.enqueue('mails', 'one');
    await pass(500);
    expect(taken).toEqual([]);
    othersWork = false;
    await pass(20);
    expect(taken).toEqual(['one']);
  });

  it('waits two seconds and no longer, and then goes on to the last', async () => {
    queues.enqueue('mails', 'one');
    await pass(0);
    queues.enqueue('mails', 'two');
    await pass(1999);
    expect(taken).toEqual([]);
    await pass(21);
    expect(taken).toEqual(['one', 'two']);
    queues.enqueue('mails', 'three');
    await pass(500);
    expect(taken).toEqual(['one', 'two']);
  });
});
