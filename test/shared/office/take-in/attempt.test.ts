import { beforeEach, describe, expect, it } from 'vitest';
import type { Upload } from '../../../../shared/filing/version.ts';
import { attempt } from '../../../../shared/office/take-in/attempt.ts';
import { markCopying, readAttempts } from '../../../../shared/records/attempts.ts';
import { MemoryTable } from '../../../doubles/memory-table.ts';
import { MeteredTable } from '../../../doubles/metered-table.ts';
import { saidIn } from '../said.ts';

const upload = { upload: '01HRZ000000000000000000001' } as Upload;
let table: MemoryTable;
let now: number;
let drawn: number;
beforeEach(() => {
  table = new MemoryTable();
  now = Date.parse('2024-03-15T05:00:00.000Z');
  drawn = 0;
});
const needs = () => ({
  table,
  clock: { now: () => new Date(now).toISOString() },
  randomBytes: (length: number) => new Uint8Array(length).fill(++drawn),
});
/** What the next attempt is told, so many seconds later. */
const next = async (seconds = 0) => {
  now += seconds * 1000;
  return attempt(needs(), upload).then(
    ({ isLast }) => (isLast ? 'given up' : 'read'),
    (error: unknown) => saidIn(error),
  );
};
const begun = async () => (await readAttempts(table, upload.upload))?.begun;

describe('an attempt at reading a file', () => {
  it('costs one write where nobody has looked at the file yet, and three calls where somebody has', async () => {
    const metered = new MeteredTable(table);
    const costs = () => metered.during(() => attempt({ ...needs(), table: metered }, upload));
    expect((await costs()).requests).toBe(1);
    expect((await costs()).requests).toBe(3);
  });

  it('is the last after two, once nobody can be reading it any more', async () => {
    expect([await next(), await next(10)]).toEqual(['read', 'read']);
    // The same event may come three times at once.
    expect([await next(), await next(89.999)]).toEqual(['FILE_NOT_READY', 'FILE_NOT_READY']);
    expect(await next(0.001)).toBe('given up');
    expect(await begun()).toBe(2);
  });

  it('is one more where the copy was what stopped it', async () => {
    await next();
    await markCopying(table, upload.upload);
    expect([await next(100), await next(100), await next(100)]).toEqual(['read', 'read', 'given up']);
  });

  it('is counted once where the call was made again by itself, and its first answer was lost', async () => {
    const putIfAbsent = table.putIfAbsent.bind(table);
    table.putIfAbsent = async (key, row) => {
      await putIfAbsent(key, row);
      return false;
    };
    expect(await next()).toBe('read');
    expect(await begun()).toBe(1);
  });

  it('is none where another began the second in the same moment: it is asked again', async () => {
    await next();
    now += 100_000;
    const update = table.update.bind(table);
    table.update = async (key, change) => {
      table.update = update;
      const lastBegun = new Date(now).toISOString();
      await update(key, { add: { begun: 1 }, set: { lastBegun, by: '01HRZ00000000000000000000A' } });
      return update(key, change);
    };
    expect(await next()).toBe('FILE_NOT_READY');
    expect(await begun()).toBe(2);
  });
});
