import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const repository = join(import.meta.dirname, '..', '..');

it('every threat has a test that is there', () => {
  const tests = readdirSync(join(repository, 'test'), { recursive: true, encoding: 'utf8' }).map(
    (path) => `test/${path}`,
  );
  const rows = readFileSync(join(repository, 'infra', 'THREATS.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!Who|Tried)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const named = [...row.matchAll(/`(test\/[^`*]+|[\w-]+\.test\.ts)`/g)].map(([, name = '']) => name);
    expect(named, row).not.toEqual([]);
    for (const name of named) {
      const path = name.replace(/\/$/, '');
      expect(
        tests.filter((test) => test === path || test.endsWith(`/${path}`)),
        row,
      ).not.toEqual([]);
    }
  }
});
