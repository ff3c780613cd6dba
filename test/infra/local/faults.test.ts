import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deadLetters, type Fixture, openFixture, rowsOf, store as storeIn } from './fixture/cloud.ts';

let folder: string;
let cloud: Fixture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
  cloud = await openFixture({ folder });
});
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

/** Each test has files of its own, and counts the mails from where it began. */
let turn = 0;
let before = 0;
beforeEach(async () => {
  turn += 1;
  before = (await readdir(cloud.mailFolder)).length;
});
afterEach(async () => {
  cloud.clearFaults();
  for (const name of Object.keys(deadLetters(cloud))) cloud.redrive(name);
  await cloud.idle();
});

const store = (name: string) => storeIn(cloud, `inbox/${turn}/${name}`, name);
/** Which of the test's files were recorded, and at which receipt of their message. */
const recorded = async () =>
  (await rowsOf(cloud, 'file')).flatMap(({ sk = '', receives }) =>
    sk.startsWith(`inbox/${turn}/`) ? [{ name: sk.split('/').at(-1), receives }] : [],
  );
const mails = async () => (await readdir(cloud.mailFolder)).length - before;

describe('a fault on demand', () => {
  it('drops an event: the file stays, nobody hears of it', async () => {
    cloud.fault({ kind: 'drop', target: `inbox/${turn}/lost` });
    await store('lost');
    await store('other');
    await cloud.idle();
    expect(await recorded()).toMatchObject([{ name: 'other' }]);
  });

  it('duplicates an event: the function hears of it twice', async () => {
    cloud.fault({ kind: 'duplicate', target: 'inbox/' });
    await store('a');
    await cloud.idle();
    expect(await mails()).toBe(2);
  });

  it('holds an event back until the faults are cleared, and counts that as idle', async () => {
    cloud.fault({ kind: 'delay', target: 'inbox/' });
    await store('a');
    await cloud.idle();
    expect(await recorded()).toEqual([]);
    expect(cloud.clearFaults()).toBe(1);
    await cloud.idle();
    expect(await recorded()).toHaveLength(1);
  });

  it('delays an event by some seconds', async () => {
    cloud.fault({ kind: 'delay', target: 'inbox/', seconds: 0.05 });
    await store('a');
    await expect.poll(recorded).toHaveLength(1);
  });

  it('kills a function after a call took effect: the message comes again', async () => {
    cloud.fault({ kind: 'crash', target: 'worker dynamodb:PutItem' });
    await store('a');
    await cloud.idle();
    expect(await recorded()).toMatchObject([{ receives: '2' }]);
    expect(cloud.faults()).toMatchObject([{ kind: 'crash', seen: 2 }]);
    expect(deadLetters(cloud)).toEqual({});
  });

  it('kills a function before a call took effect', async () => {
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject inbox/', phase: 'before', times: 3 });
    await store('a');
    await cloud.idle();
    expect(await recorded()).toEqual([]);
    expect(deadLetters(cloud)).toEqual({ WorkDead: 1 });
  });

  it('throttles the calls it is told to, and the client tries again', async () => {
    cloud.fault({ kind: 'throttle', target: 'worker dynamodb:PutItem', times: 2 });
    await store('a');
    await cloud.idle();
    expect(await recorded()).toMatchObject([{ receives: '1' }]);
    expect(cloud.faults()).toMatchObject([{ kind: 'throttle', seen: 3 }]);
  });

  it('lets the mail service accept a mail and the answer get lost: it is sent again', async () => {
    cloud.fault({ kind: 'ses-timeout', target: 'sender' });
    await store('a');
    await cloud.idle();
    expect(await mails()).toBe(2);
    expect(deadLetters(cloud)).toEqual({});
  });

  it('strikes from the nth match on', async () => {
    cloud.fault({ kind: 'drop', target: 'inbox/', nth: 2, times: 1 });
    for (const name of ['1', '2', '3']) await store(name);
    await cloud.idle();
    expect(await recorded()).toMatchObject([{ name: '1' }, { name: '3' }]);
  });
});

describe('a dead letter', () => {
  it('goes back to its queue when it is redriven, and is handled when the cause is gone', async () => {
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject', times: 3 });
    await store('a');
    await cloud.idle();
    expect(deadLetters(cloud)).toEqual({ WorkDead: 1 });
    expect(cloud.redrive('WorkDead')).toBe(1);
    await cloud.idle();
    expect(deadLetters(cloud)).toEqual({});
    expect(await recorded()).toHaveLength(1);
  });
});
