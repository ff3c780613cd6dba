/**
 * No pattern that meets a file's text, or a request's, may take more than a time in proportion to that text: each is
 * linear, as a checker of regular expressions proves, or its text has been cut short before, which is said beside it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bounded,
  madeInPlainText,
  mayRepeat,
  nameOf,
  onRecord,
  type Pattern,
  prove,
  sumOf,
  writtenPatterns,
  writtenToProve,
} from './patterns.ts';

const proved = onRecord();
const before = process.env.RECHECK_BACKEND;

async function isLinear(pattern: Pattern): Promise<boolean> {
  return !mayRepeat(pattern) || proved.has(sumOf(pattern)) || (await prove(pattern));
}

let made: readonly Pattern[];
beforeAll(async () => {
  made = await madeInPlainText();
});

afterAll(() => {
  if (before === undefined) delete process.env.RECHECK_BACKEND;
  else process.env.RECHECK_BACKEND = before;
});

describe('a pattern that meets the text of others takes a time in proportion to it', () => {
  it('finds the patterns of all sources', () => {
    expect(writtenPatterns().length).toBeGreaterThan(200);
  });

  it.each(writtenToProve())('$where: /$source/$flags', async (pattern) => {
    expect(await isLinear(pattern)).toBe(true);
  });

  it('and so does each that is put together from parts', async () => {
    expect(made.length).toBeGreaterThan(10);
    const unsafe: Pattern[] = [];
    for (const pattern of made) if (!(await isLinear(pattern))) unsafe.push(pattern);
    expect(unsafe).toEqual([]);
  });

  it('or its text is bounded; what is said of that speaks of patterns that are there', () => {
    const names = new Set(writtenPatterns().map(nameOf));
    expect(Object.keys(bounded).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the proof', () => {
  it('is not on record for a pattern that takes a time out of proportion, and does not come out', async () => {
    const pattern = { source: '^(a+)+$', flags: '', where: 'here' };
    expect(await isLinear(pattern)).toBe(false);
  });

  it('of the first pattern on record comes out again, so that the record is of this checker', async () => {
    const [pattern] = writtenToProve().filter((written) => proved.has(sumOf(written)));
    expect(pattern && (await prove(pattern))).toBe(true);
  });
});
