import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deadLetters, rowsOf, startFixture, store } from './fixture/cloud.ts';

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
});
