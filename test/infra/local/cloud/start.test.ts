import { mkdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotALocalCloud } from '../../../../infra/local/cloud/folder.ts';
import { StateInUse } from '../../../../infra/local/cloud/gateway/database.ts';
import { PortTaken } from '../../../../infra/local/cloud/listen.ts';
import { ClockCannotGoBack } from '../../../../infra/local/cloud/schedule/pipeline-clock.ts';
import { rowsOf, startFixture, store, temporaryFolder } from '../fixture/cloud.ts';

/** A port below those that systems hand out by themselves, so that it and its three successors are likely free. */
function quietPort(): number {
  return 20_000 + 4 * Math.floor(Math.random() * 2000);
}

describe('starting a local cloud', () => {
  it('opens four doors, one after the other', async () => {
    const port = quietPort();
    const { endpoints } = await startFixture({ port });
    const ports = [endpoints.portal, endpoints.gateway, endpoints.mail, endpoints.control].map(
      (url) => new URL(url).port,
    );
    expect(ports).toEqual([port, port + 1, port + 2, port + 3].map(String));
  });

  it.each([
    [0, 'portal'],
    [1, 'gateway'],
    [2, 'mail'],
    [3, 'control'],
  ])('says whose port is taken (N + %i, %s), and leaves none of the others open', async (offset, what) => {
    const port = quietPort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port + offset, '127.0.0.1', resolve));
    await expect(startFixture({ port })).rejects.toThrow(PortTaken);
    await expect(startFixture({ port })).rejects.toThrow(`(${what}) is taken`);
    await new Promise((resolve) => other.close(resolve));
    const { endpoints } = await startFixture({ port });
    expect(endpoints.portal).toBe(`http://127.0.0.1:${port}`);
  });

  it('goes on with what the folder holds, unless it is to begin anew', async () => {
    const folder = await temporaryFolder();
    const first = await startFixture({ folder });
    await store(first, 'inbox/a', 'a');
    await first.idle();
    await first.close();
    const second = await startFixture({ folder });
    expect(await rowsOf(second, 'file')).toHaveLength(1);
    await second.close();
    const third = await startFixture({ folder, fresh: true });
    expect(await rowsOf(third, 'file')).toEqual([]);
  });

  it('empties no folder that is not its own', async () => {
    const folder = join(await temporaryFolder(), 'precious');
    await mkdir(folder);
    await writeFile(join(folder, 'letter.txt'), 'dear');
    await expect(startFixture({ folder, fresh: true })).rejects.toThrow(NotALocalCloud);
    expect((await stat(join(folder, 'letter.txt'))).size).toBe(4);
  });

  it('leaves a folder alone on which another one runs', async () => {
    const folder = await temporaryFolder();
    const running = await startFixture({ folder });
    await expect(startFixture({ folder, fresh: true })).rejects.toThrow(StateInUse);
    await store(running, 'inbox/a', 'a');
    await running.idle();
    expect(await rowsOf(running, 'file')).toHaveLength(1);
    expect((await stat(join(folder, 'endpoints.json'))).size).toBeGreaterThan(0);
  });

  it('takes a kept clock forward, never back', async () => {
    const folder = await temporaryFolder();
    await (await startFixture({ folder, now: '2024-03-19T08:00+07:00' })).close();
    const later = await startFixture({ folder, now: '2024-03-20T08:00+07:00' });
    expect(await rowsOf(later, 'run')).toMatchObject([{ sk: '2024-03-20T01:00:00Z' }]);
    await later.close();
    await expect(startFixture({ folder, now: '2024-03-19T09:00+07:00' })).rejects.toThrow(ClockCannotGoBack);
  });

  it('has no endpoints.json until the links are known', async () => {
    const folder = await temporaryFolder();
    const links = { VPS: { page: 'http://127.0.0.1/u#t', token: 't' } };
    const cloud = await startFixture({
      folder,
      links: async () => {
        await expect(stat(join(folder, 'endpoints.json'))).rejects.toThrow('ENOENT');
        return links;
      },
    });
    expect(cloud.endpoints.links).toEqual(links);
  });
});
