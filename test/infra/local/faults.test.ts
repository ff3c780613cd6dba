import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deadLetters, rowsOf, startFixture, store } from './fixture/cloud.ts';

const mailsOf = async ({ mailFolder }: { mailFolder: string }) => (await readdir(mailFolder)).length;

describe('a fault on demand', () => {
  it('drops an event: the file stays, nobody hears of it', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'drop', target: 'inbox/lost' });
    await store(cloud, 'inbox/lost', 'a');
    await store(cloud, 'inbox/other', 'b');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ sk: 'inbox/other' }]);
  });

  it('duplicates an event: the function hears of it twice', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'duplicate', target: 'inbox/' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await mailsOf(cloud)).toBe(2);
  });

  it('holds an event back until the faults are cleared, and counts that as idle', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'delay', target: 'inbox/' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toEqual([]);
    expect(cloud.clearFaults()).toBe(1);
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toHaveLength(1);
  });

  it('delays an event by some seconds', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'delay', target: 'inbox/', seconds: 0.05 });
    await store(cloud, 'inbox/a', 'a');
    await expect.poll(() => rowsOf(cloud, 'file')).toHaveLength(1);
  });

  it('kills a function after a call took effect: the message comes again', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'crash', target: 'worker dynamodb:PutItem' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ receives: '2' }]);
    expect(cloud.faults()).toMatchObject([{ kind: 'crash', seen: 2 }]);
    expect(deadLetters(cloud)).toEqual({});
  });

  it('kills a function before a call took effect', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject inbox/a', phase: 'before', times: 3 });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toEqual([]);
    expect(deadLetters(cloud)).toEqual({ WorkDead: 1 });
  });

  it('throttles the calls it is told to, and the client tries again', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'throttle', target: 'worker dynamodb:PutItem', times: 2 });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ receives: '1' }]);
    expect(cloud.faults()).toMatchObject([{ kind: 'throttle', seen: 3 }]);
  });

  it('lets the mail service accept a mail and the answer get lost: it is sent again', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'ses-timeout', target: 'sender' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await mailsOf(cloud)).toBe(2);
    expect(deadLetters(cloud)).toEqual({});
  });

  it('strikes from the nth match on', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'drop', target: 'inbox/', nth: 2, times: 1 });
    for (const key of ['inbox/1', 'inbox/2', 'inbox/3']) await store(cloud, key, key);
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ sk: 'inbox/1' }, { sk: 'inbox/3' }]);
  });
});

describe('a dead letter', () => {
  it('goes back to its queue when it is redriven, and is handled when the cause is gone', async () => {
    const cloud = await startFixture();
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject', times: 3 });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(deadLetters(cloud)).toEqual({ WorkDead: 1 });
    expect(cloud.redrive('WorkDead')).toBe(1);
    await cloud.idle();
    expect(deadLetters(cloud)).toEqual({});
    expect(await rowsOf(cloud, 'file')).toHaveLength(1);
  });
});
