import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsIn, licencesIn, unaccepted } from '../../../infra/admin/supply.ts';

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

describe('the licences', () => {
  it('of everything that is deployed were looked at', () => {
    const all = licencesIn(JSON.parse(readFileSync('package-lock.json', 'utf8')));
    expect(all.length).toBeGreaterThan(300);
    expect(unaccepted(all)).toEqual([]);
  });

  it.each([
    ['MIT OR GPL-3.0', []],
    ['(MIT AND GPL-3.0-only)', ['a@1']],
    ['AGPL-3.0', ['a@1']],
    [undefined, ['a@1']],
  ])('%s', (license, open) => {
    const found = unaccepted(
      licencesIn(lock({ 'node_modules/x/node_modules/a': { version: '1', license } })),
    );
    expect(found.map(({ name }) => name)).toEqual(open);
  });

  it('of a tool are its own affair: nothing of it is deployed', () => {
    expect(unaccepted(licencesIn(lock({ 'node_modules/a': { version: '1', dev: true } })))).toEqual([]);
  });
});

describe('what is known against the packages', () => {
  it('is counted, and no answer is not "nothing"', () => {
    const vulnerabilities = { info: 0, low: 1, moderate: 0, high: 2, critical: 1, total: 4 };
    expect(findingsIn(JSON.stringify({ metadata: { vulnerabilities } }))).toEqual({ severe: 3, all: 4 });
    expect(findingsIn(JSON.stringify({ error: { code: 'ENOTFOUND' } }))).toBeNull();
    expect(findingsIn('')).toBeNull();
  });
});
