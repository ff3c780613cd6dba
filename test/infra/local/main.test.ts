import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'main.ts');

function run(...flags: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the command line of the local cloud', () => {
  it('helps', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const flag of ['--once', '--fresh', '--empty', '--port', '--now']) expect(stdout).toContain(flag);
  });

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--port', 'eighty'], '--port eighty is no port'],
    [['--now', 'tomorrow'], '--now tomorrow is no ISO 8601 date and time'],
  ])('says in a sentence what is wrong with %j', (flags, sentence) => {
    const { status, stderr } = run(...flags);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});
