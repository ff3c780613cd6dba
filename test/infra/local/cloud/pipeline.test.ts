import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deadLetters, rowsOf, startFixture, store } from '../fixture/cloud.ts';

describe('the pipeline of a local cloud', () => {
  it('carries a stored file through event, queue, function, table and second queue to a mail', async () => {
    const cloud = await startFixture();
    await store(cloud, 'inbox/a', 'Báo cáo');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ sk: 'inbox/a', text: 'Báo cáo', receives: '1' }]);
    expect(await readdir(cloud.mailFolder)).toHaveLength(1);
    expect(cloud.problems).toEqual([]);
  });

  it('ignores objects that no rule asks for', async () => {
    const cloud = await startFixture();
    await store(cloud, 'results/a', 'x');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toEqual([]);
  });

  it('receives a failed message as often as the queue says, then puts it aside', async () => {
    const cloud = await startFixture();
    await store(cloud, 'inbox/bad', 'poison');
    await store(cloud, 'inbox/good', 'fine');
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ sk: 'inbox/good' }]);
    expect(deadLetters(cloud)).toEqual({ WorkDead: 1 });
  });

  it('lets the time of a visibility time-out pass before a message comes again, without anybody waiting', async () => {
    const cloud = await startFixture({ now: '2024-03-19T08:00+07:00' });
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    const [row] = await rowsOf(cloud, 'file');
    expect(row).toMatchObject({ receives: '2', at: expect.stringMatching(/^2024-03-19T01:06:/) });
  });

  it('fires the schedules that such a wait passes, before it is idle', async () => {
    const cloud = await startFixture({ now: '2024-03-31T07:55+07:00' });
    cloud.fault({ kind: 'crash', target: 'worker s3:GetObject' });
    await store(cloud, 'inbox/a', 'a');
    await cloud.idle();
    expect(await rowsOf(cloud, 'run')).toMatchObject([{ sk: '2024-03-31T01:00:00Z' }]);
  });
});
