import { describe, expect, it } from 'vitest';
import { readOnce } from '../../../../shared/office/chase/read-once.ts';
import { MemoryTable } from '../../../doubles/memory-table.ts';

/** A table of so many rows in one partition, and how often it was asked. */
async function aTable(rows: number) {
  const table = new MemoryTable();
  for (let n = 0; n < rows; n += 1) await table.putIfAbsent({ pk: 'A', sk: String(n) }, { n });
  const asked: string[] = [];
  const [get, query] = [table.get.bind(table), table.query.bind(table)];
  let broken = false;
  table.get = (key) => {
    asked.push(`get ${key.sk}`);
    return get(key);
  };
  table.query = async (range, options) => {
    asked.push('query');
    if (broken) throw new Error('gone');
    return query(range, options);
  };
  return {
    ...{ asked, table: readOnce(table) },
    breakIt: (now: boolean) => {
      broken = now;
    },
  };
}
const all = { pk: 'A' } as const;

describe('a look', () => {
  it('reads each row and each page once', async () => {
    const { table, asked } = await aTable(2);
    for (let times = 0; times < 3; times += 1) {
      expect(await table.get({ pk: 'A', sk: '1' })).toMatchObject({ n: 1 });
      expect(await table.get({ pk: 'A', sk: 'x' })).toBeNull();
      expect((await table.query(all)).rows).toHaveLength(2);
      expect((await table.query(all, { limit: 1 })).rows).toHaveLength(1);
    }
    expect(asked).toEqual(['get 1', 'get x', 'query', 'query']);
  });

  it('asks again for a page that it did not get', async () => {
    const { table, breakIt } = await aTable(2);
    breakIt(true);
    await expect(table.query(all)).rejects.toThrow('gone');
    breakIt(false);
    expect((await table.query(all)).rows).toHaveLength(2);
  });

  it('holds no more than twenty thousand rows, and reads what is beyond them each time', async () => {
    const { table, asked } = await aTable(10_000);
    const page = (n: number) => table.query(all, { limit: 10_000 - n });
    for (const n of [0, 1, 2, 3]) await page(n);
    asked.length = 0;
    for (const n of [0, 1, 2]) await page(n);
    expect(asked).toEqual([]);
    for (const n of [3, 3]) await page(n);
    expect(asked).toEqual(['query', 'query']);
  });

  it('writes nothing', async () => {
    const { table } = await aTable(0);
    await expect(table.putIfAbsent({ pk: 'A', sk: '1' }, {})).rejects.toThrow('writes nothing');
    await expect(table.update({ pk: 'A', sk: '1' }, { set: {} })).rejects.toThrow('writes nothing');
  });
});
