import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from '../../infra/local/story/cast.ts';
import { Mailbox } from '../../infra/local/story/mailbox.ts';

const main = join(import.meta.dirname, '..', '..', 'infra', 'local', 'main.ts');
let folder: string;
let child: ChildProcess;
let output = '';

function start(...more: string[]): void {
  output = '';
  child = spawn(process.execPath, [main, '--once', '--port', '0', '--folder', folder, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    output += text;
  });
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) {
    if (child.exitCode !== null) throw new Error(output);
    await sleep(20);
  }
}

/** So many files of the story have their verdict. */
const told = (files: number) => () => (output.match(/→/g) ?? []).length >= files;
/** The cloud has begun to start. */
const hasClock = () => existsSync(join(folder, 'clock.json'));

async function killOnce(reached: () => boolean): Promise<void> {
  await until(reached);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterAll(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

describe('a local cloud killed in the middle of its story', () => {
  it('goes on where it was: every file has one verdict, every mail went out once', async () => {
    // On the day of the deadline: every hour until the summary is played. Then it goes on where it was.
    start('--now', '2024-03-18T08:10:00+07:00');
    await killOnce(hasClock);
    // Twice in the story: who went on once must go on again.
    for (const files of [2, 3]) {
      start();
      await killOnce(told(files));
    }
    start();
    const [code] = await once(child, 'exit');
    expect(code, output).toBe(0);

    const mailbox = new Mailbox(join(folder, 'mail'));
    for (const unit of new Set(scenes.map((scene) => scene.unit))) {
      const mails = await mailbox.to(`${unit.toLowerCase()}@units.example`);
      const verdicts = mails.flatMap(
        ({ messageId = '' }) => /verdict\.([0-9A-Z]{26})/.exec(messageId)?.[1] ?? [],
      );
      const sent = scenes.filter((scene) => scene.kind === 'file' && scene.unit === unit).length;
      expect(new Set(verdicts).size, unit).toBe(sent);
      // A mail that was under way when the power went may go out again; no other may.
      expect(verdicts.length - sent, unit).toBeLessThanOrEqual(1);
    }
    for (const address of ['lanh-dao@stnmt.example', 'tong-hop@stnmt.example']) {
      const summaries = (await mailbox.to(address)).filter(({ attachments }) => attachments.length === 2);
      expect(summaries).toHaveLength(1);
      expect(summaries[0]?.subject).toContain('12/14');
    }
    expect(await readFile(join(folder, 'endpoints.json'), 'utf8')).toContain('"portal"');
  });
});
