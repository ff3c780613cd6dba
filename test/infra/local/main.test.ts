import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { help, readCommandLine, WrongOption } from '../../../infra/local/command-line.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'main.ts');

function run(...flags: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the command line of the local cloud', () => {
  it('helps', () => {
    expect(readCommandLine(['--help']).help).toBe(true);
    for (const flag of ['--once', '--fresh', '--empty', '--port', '--now']) expect(help).toContain(flag);
  });

  it('says in a sentence what is wrong, and ends with 1', () => {
    const { status, stderr } = run('--port', 'eighty');
    expect(status).toBe(1);
    expect(stderr).toBe('--port eighty is no port\n');
  });

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--port', '-1'], "'--port' argument is ambiguous"],
    [['--port=65533'], '--port 65533 is no port'],
    [['--now', 'tomorrow'], '--now tomorrow is no ISO 8601 date and time'],
  ])('refuses %j', (flags, sentence) => {
    expect(() => readCommandLine(flags)).toThrow(WrongOption);
    expect(() => readCommandLine(flags)).toThrow(sentence);
  });
});
