import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Endpoints } from '../../../infra/local/cloud/local-cloud.ts';
import { fixtureAssembly, rowsOf, startFixture, store, temporaryFolder } from './fixture/cloud.ts';

/** Starts a local cloud as a process of its own. */
async function startProcess(
  folder: string,
  now: string,
): Promise<{ child: ChildProcess; endpoints: Endpoints }> {
  const script = join(import.meta.dirname, 'fixture', 'process.ts');
  const child = spawn(process.execPath, [script, folder, await fixtureAssembly(), now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return { child, endpoints: JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8')) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) });

describe('a local cloud whose process is killed', () => {
  it('has kept what lay in its queues, what was in flight, and its clock', async () => {
    const folder = await temporaryFolder();
    const { child, endpoints } = await startProcess(folder, '2024-03-19T08:00+07:00');
    // Held back: one in the event's way; in flight: one whose function was killed, invisible for minutes.
    await post(`${endpoints.control}/faults`, { kind: 'delay', target: 'inbox/held' });
    await post(`${endpoints.control}/faults`, {
      kind: 'crash',
      target: 'worker s3:GetObject inbox/crash',
      phase: 'before',
    });
    await post(`${endpoints.control}/clock`, { now: '2024-03-20T08:00+07:00' });
    const remote = { endpoints } as Parameters<typeof store>[0];
    await store(remote, 'inbox/held', 'held');
    await store(remote, 'inbox/crash', 'crash');
    await expect
      .poll(async () => (await fetch(`${endpoints.control}/faults`)).json())
      .toMatchObject([{ seen: 1 }, { seen: 1 }]);
    await kill(child);

    const cloud = await startFixture({ folder });
    expect(new Date(cloud.now()).toISOString()).toMatch(/^2024-03-20T01:0/);
    await cloud.idle();
    expect(await rowsOf(cloud, 'run')).toMatchObject([{ sk: '2024-03-20T01:00:00Z' }]);
    expect(await rowsOf(cloud, 'file')).toMatchObject([{ sk: 'inbox/crash', receives: '2' }]);
    expect(cloud.clearFaults()).toBe(1);
    await cloud.idle();
    expect(await rowsOf(cloud, 'file')).toHaveLength(2);
  });

  it('keeps the admin’s keys, and writes endpoints.json anew', async () => {
    const folder = await temporaryFolder();
    const first = await startProcess(folder, '2024-03-19T08:00+07:00');
    await kill(first.child);
    const cloud = await startFixture({ folder });
    expect(cloud.endpoints.credentials).toEqual(first.endpoints.credentials);
    expect(JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'))).toEqual(cloud.endpoints);
    expect(JSON.parse(await readFile(cloud.outputsFile, 'utf8'))).toEqual({ Fixture: cloud.plan.outputs });
  });
});
