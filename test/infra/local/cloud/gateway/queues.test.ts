import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../../../infra/local/cloud/gateway/database.ts';
import { Queues, StaleReceipt, UnknownQueue } from '../../../../../infra/local/cloud/gateway/queues.ts';
import { gatewayOptions } from './a-gateway.ts';

const { queues: configs } = gatewayOptions('unused');
let folder: string;
let database: ReturnType<typeof openDatabase>;
let queues: Queues;
let pipelineNow = 1000;

function open() {
  database = openDatabase(folder);
  queues = new Queues(database, configs, { now: () => pipelineNow });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
  folder = mkdtempSync(join(tmpdir(), 'queues-'));
  open();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

const passSeconds = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const bodies = (max = 10) => queues.receive('doorbell', { max }).map(({ body }) => body);

describe('a fair queue', () => {
  it('hands out first what belongs to the group with the fewest messages in hands', () => {
    for (const body of ['a1', 'a2', 'a3', 'a4']) queues.enqueue('doorbell', body, { group: 'a' });
    queues.enqueue('doorbell', 'of nobody');
    queues.enqueue('doorbell', 'b1', { group: 'b' });
    const next = () => queues.receive('doorbell').map(({ body }) => body)[0];
    expect([next(), next(), next(), next(), next(), next()]).toEqual([
      ...['a1', 'of nobody', 'b1', 'a2', 'a3', 'a4'],
    ]);
  });
});

describe('a message', () => {
  it('is hidden while in hand and comes again when its visibility runs out', () => {
    queues.enqueue('doorbell', 'a');
    const [first] = queues.receive('doorbell');
    expect(first).toMatchObject({ body: 'a', receiveCount: 1 });
    passSeconds(29);
    expect(bodies()).toEqual([]);
    passSeconds(1);
    expect(queues.receive('doorbell')).toMatchObject([{ messageId: first?.messageId, receiveCount: 2 }]);
  });

  it('is gone when deleted, whatever the clock says', () => {
    queues.enqueue('doorbell', 'a');
    for (const message of queues.receive('doorbell')) queues.delete('doorbell', message.receiptHandle);
    passSeconds(100_000);
    expect(bodies()).toEqual([]);
    expect(queues.nextVisibleAt('doorbell')).toBeUndefined();
  });

  it('can be given back at once, or kept longer', () => {
    queues.enqueue('doorbell', 'a');
    const handle = () => queues.receive('doorbell')[0]?.receiptHandle ?? '';
    queues.changeVisibility('doorbell', handle(), 0);
    queues.changeVisibility('doorbell', handle(), 600);
    passSeconds(599);
    expect(bodies()).toEqual([]);
  });

  it('belongs to whoever received it last', () => {
    queues.enqueue('doorbell', 'a');
    const [stale] = queues.receive('doorbell');
    passSeconds(31);
    const [fresh] = queues.receive('doorbell');
    expect(() => queues.changeVisibility('doorbell', stale?.receiptHandle ?? '', 0)).toThrow(StaleReceipt);
    queues.delete('doorbell', stale?.receiptHandle ?? '');
    expect(queues.counts('doorbell').inFlight).toBe(1);
    queues.delete('doorbell', fresh?.receiptHandle ?? '');
    expect(queues.counts('doorbell').inFlight).toBe(0);
  });

  it('waits for its delay, by wall time', () => {
    queues.enqueue('doorbell', 'later', { delaySeconds: 60 });
    expect(queues.counts('doorbell')).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
    pipelineNow += 1_000_000;
    expect(bodies()).toEqual([]);
    passSeconds(60);
    expect(bodies()).toEqual(['later']);
  });

  it('bears the time of the pipeline', () => {
    pipelineNow = Date.parse('2024-03-19T01:00:00Z');
    queues.enqueue('doorbell', 'a');
    expect(queues.receive('doorbell')).toMatchObject([{ sentAt: pipelineNow, firstReceivedAt: pipelineNow }]);
  });

  it('survives a new start, its receive count too', () => {
    queues.enqueue('doorbell', 'a', { attributes: { kind: { DataType: 'String', StringValue: 'x' } } });
    queues.receive('doorbell');
    database.close();
    open();
    expect(bodies()).toEqual([]);
    queues.releaseInFlight('doorbell');
    expect(queues.receive('doorbell')).toMatchObject([
      { body: 'a', receiveCount: 2, messageAttributes: { kind: { StringValue: 'x' } } },
    ]);
  });
});

describe('a message that fails too often', () => {
  function failTwice(body: string) {
    queues.enqueue('doorbell', body);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(bodies()).toEqual([body]);
      passSeconds(31);
    }
  }

  it('goes to the dead-letter queue after maxReceiveCount receives, not before', () => {
    failTwice('poison');
    expect(queues.counts('dead-letters').visible).toBe(0);
    expect(bodies()).toEqual([]);
    expect(queues.counts('doorbell')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    const [dead] = queues.receive('dead-letters');
    expect(dead).toMatchObject({ body: 'poison', receiveCount: 1 });
    expect(dead?.deadLetterSource).toMatch(/:doorbell$/);
  });

  it('does not take the place of healthy ones in a batch', () => {
    failTwice('poison');
    queues.enqueue('doorbell', 'a');
    queues.enqueue('doorbell', 'b');
    expect(bodies(2)).toEqual(['a', 'b']);
  });

  it('comes back by a redrive, once, with a fresh count', () => {
    failTwice('poison');
    expect(bodies()).toEqual([]);
    expect(queues.redrive('dead-letters')).toBe(1);
    expect(queues.redrive('dead-letters')).toBe(0);
    expect(queues.receive('doorbell')).toMatchObject([{ body: 'poison', receiveCount: 1 }]);
  });
});

describe('a receiver', () => {
  it('takes at most what it asks for, oldest first', () => {
    for (const body of ['a', 'b', 'c']) queues.enqueue('doorbell', body);
    expect(bodies(2)).toEqual(['a', 'b']);
    expect(bodies(2)).toEqual(['c']);
  });

  it('is told when something arrives, until it stops listening', () => {
    const told: string[] = [];
    const stop = queues.onArrival((queue) => told.push(queue));
    queues.enqueue('doorbell', 'a');
    stop();
    queues.enqueue('doorbell', 'b');
    expect(told).toEqual(['doorbell']);
  });

  it('of a queue that does not exist is told so', () => {
    expect(() => queues.receive('nowhere')).toThrow(UnknownQueue);
    expect(() => queues.enqueue('nowhere', 'a')).toThrow(UnknownQueue);
    const lost = { name: 'q', arn: 'q', redrive: { deadLetterTargetArn: 'nowhere', maxReceiveCount: 1 } };
    expect(() => new Queues(database, [lost], { now: () => 0 })).toThrow(UnknownQueue);
  });
});
