import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const shared = join(import.meta.dirname, '..', '..', 'shared');
const sources = readdirSync(shared, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(shared, name), 'utf8') }));

const naming = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

/** What is built of the same records at the same time of a clock that is handed in must be the same, byte for byte. */
describe('in shared/, the world comes in by ports alone:', () => {
  it('one file asks the machine for the time', () => {
    expect(naming(/new Date\(\s*\)|(?<!new )\bDate\(\)|Date\.now|performance\.|Temporal\.Now/)).toEqual([
      'ports/machine.ts',
    ]);
  });

  it('one file asks the machine for randomness', () => {
    const machine =
      /Math\.random|getRandomValues|randomUUID|randomInt|randomFill|import\s*\{[^}]*\brandomBytes\b/;
    expect(naming(machine)).toEqual(['ports/machine.ts']);
  });

  it('a ULID is drawn from what is handed in', () => {
    expect(naming(/import\s*\{[^}]*\b(ulid|monotonicFactory)\b[^}]*\}\s*from 'ulid'/)).toEqual([
      'ports/randomness.ts',
    ]);
    expect(sources.find(({ name }) => name === 'ports/randomness.ts')?.text).toMatch(/ulid\(at, \(\) =>/);
  });

  it('AWS is known in the ports’ implementations alone', () => {
    expect(naming(/from '@aws-/).filter((name) => !name.startsWith('ports/aws/'))).toEqual([]);
  });
});
