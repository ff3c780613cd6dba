import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Cursor, type Index, queryAll, type Range, type Table } from '../../../shared/ports/table.ts';
import { type Setting, settings } from './settings.ts';

const unsent: Index = { name: 'unsent', pk: 'unsent', sk: 'unsentSince' };

describe.each(settings)('the table: %s', (_, open) => {
  let setting: Setting;
  let table: Table;
  beforeAll(async () => {
    setting = await open();
    table = setting.table;
  });
  afterAll(() => setting.stop());

  const keysOf = async (range: Range) => (await queryAll(table, range)).map(({ sk }) => sk);
  const put = async (pk: string, sks: readonly string[], row: object = {}) => {
    for (const sk of sks) expect(await table.putIfAbsent({ pk, sk }, row)).toBe(true);
  };

  describe('one row', () => {
    const key = { pk: 'one', sk: 'row' };

    it('is null until it is there, and then at once what was written, with its key', async () => {
      expect(await table.get(key)).toBeNull();
      const row = {
        text: 'Đã nộp',
        empty: '',
        zero: 0,
        part: 0.1,
        yes: true,
        none: null,
        list: [{ a: [1, 'b'] }],
      };
      expect(await table.putIfAbsent(key, row)).toBe(true);
      expect(await table.get(key)).toEqual({ ...row, ...key });
    });

    it('is written once: whoever comes later is told, and changes nothing', async () => {
      expect(await table.putIfAbsent(key, { text: 'khác' })).toBe(false);
      expect(await table.get(key)).toMatchObject({ text: 'Đã nộp', zero: 0 });
    });

    it('is written by one of many that come at once', async () => {
      const at = { pk: 'one', sk: 'raced' };
      const written = await Promise.all(Array.from({ length: 10 }, (_, by) => table.putIfAbsent(at, { by })));
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await table.get(at)).toMatchObject({ by: written.indexOf(true) });
    });

    it.each([
      ['undefined', { a: undefined }],
      ['undefined, deeper', { a: { b: undefined } }],
      ['no number', { a: Number.NaN }],
      ['a number past its precision', { a: 2 ** 53 + 2 }],
      ['a date', { a: new Date(0) }],
      ['over 400 KB', { a: 'x'.repeat(410_000) }],
    ])('takes no %s', async (_what, row) => {
      await expect(table.putIfAbsent({ pk: 'one', sk: 'refused' }, row)).rejects.toThrow();
      expect(await table.get({ pk: 'one', sk: 'refused' })).toBeNull();
    });

    it.each([
      ['empty partition', { pk: '', sk: 'x' }],
      ['empty sort', { pk: 'x', sk: '' }],
      ['over-long partition', { pk: 'x'.repeat(2049), sk: 'x' }],
      ['over-long sort', { pk: 'x', sk: 'x'.repeat(1025) }],
    ])('takes no %s key', async (_what, at) => {
      await expect(table.putIfAbsent(at, {})).rejects.toThrow();
      await expect(table.get(at)).rejects.toThrow();
    });
  });

  describe('rows asked for in one breath', () => {
    it('come each to whoever asked for it, one twice, one that is not there as null', async () => {
      await put('breath', ['a', 'b', 'c'], { text: 'Đã nộp' });
      const asked = ['c', 'nobody', 'a', 'c'];
      const rows = await Promise.all(asked.map((sk) => table.get({ pk: 'breath', sk })));
      expect(rows.map((row) => row?.sk ?? null)).toEqual(['c', null, 'a', 'c']);
      expect(rows[0]).toEqual({ pk: 'breath', sk: 'c', text: 'Đã nộp' });
    });

    it('all come, though they are more than go into one request or one answer', async () => {
      const many = Array.from({ length: 230 }, (_, n) => `many-${n}`);
      await put('breath', many);
      const large = ['1', '2', '3', '4', '5'].map((n) => `large-${n}`);
      await put('breath', large, { text: 'x'.repeat(390_000) });
      const asked = [...large, ...many];
      const rows = await Promise.all(asked.map((sk) => table.get({ pk: 'breath', sk })));
      expect(rows.map((row) => row?.sk)).toEqual(asked);
    });
  });

  describe('an update', () => {
    const key = { pk: 'update', sk: 'row' };
    const fresh = async (row: object) => {
      const at = { pk: 'update', sk: `row-${Math.random()}` };
      await table.putIfAbsent(at, row);
      return at;
    };

    it('sets, adds and removes at once, and leaves the rest', async () => {
      const at = await fresh({ state: 'pending', attempts: 1, since: 'x', kept: [1] });
      const update = {
        set: { state: 'leased', new: null },
        add: { attempts: 2, first: 1 },
        remove: ['since', 'no'],
      };
      expect(await table.update(at, update)).toBe(true);
      expect(await table.get(at)).toEqual({
        ...at,
        state: 'leased',
        new: null,
        attempts: 3,
        first: 1,
        kept: [1],
      });
    });

    it('makes the row where there is none, unless it asks for the row', async () => {
      expect(await table.update(key, { set: { a: 1 }, when: { pk: { exists: true } } })).toBe(false);
      expect(await table.get(key)).toBeNull();
      expect(await table.update(key, { set: { a: 1 }, when: { pk: { exists: false } } })).toBe(true);
      expect(await table.update(key, { set: { a: 2 }, when: { pk: { exists: false } } })).toBe(false);
      expect(await table.get(key)).toEqual({ ...key, a: 1 });
    });

    it.each([
      ['an equal text', { a: { equals: 'b' } }, true],
      ['another text', { a: { equals: 'B' } }, false],
      ['an equal null', { none: { equals: null } }, true],
      ['a null that is absent', { absent: { equals: null } }, false],
      ['an equal number', { n: { equals: 5 } }, true],
      ['a number as text', { n: { equals: '5' } }, false],
      ['a truth', { yes: { equals: true } }, true],
      ['an attribute', { none: { exists: true } }, true],
      ['no attribute', { a: { exists: false } }, false],
      ['less', { n: { lessThan: 6 } }, true],
      ['not less but equal', { n: { lessThan: 5 } }, false],
      ['less of another type', { n: { lessThan: '9' } }, false],
      ['an earlier text', { a: { lessThan: 'ba' } }, true],
      ['less of what is absent', { absent: { lessThan: 6 } }, false],
      ['less or absent, of what is absent', { absent: { lessThan: 6, orAbsent: true } }, true],
      ['less or absent, of what is more', { n: { lessThan: 5, orAbsent: true } }, false],
      ['all of several', { a: { equals: 'b' }, n: { lessThan: 6 } }, true],
      ['not one of several', { a: { equals: 'b' }, n: { lessThan: 5 } }, false],
      ['words that DynamoDB keeps for itself', { name: { equals: 'x' }, size: { equals: 1 } }, true],
    ] as const)('with the condition of %s', async (_what, when, holds) => {
      const at = await fresh({ a: 'b', none: null, n: 5, yes: true, name: 'x', size: 1 });
      expect(await table.update(at, { set: { done: true }, when })).toBe(holds);
      expect((await table.get(at))?.done).toBe(holds ? true : undefined);
    });

    it('answers the row as it then is where that is asked for, and nothing where its condition did not hold', async () => {
      const at = await fresh({ state: 'pending', attempts: 1 });
      const lease = {
        set: { state: 'leased' },
        add: { attempts: 1 },
        when: { state: { equals: 'pending' } },
      };
      expect(await table.updated(at, lease)).toEqual({ ...at, state: 'leased', attempts: 2 });
      expect(await table.updated(at, lease)).toBeNull();
      expect(await table.updated({ pk: 'update', sk: 'nobody' }, lease)).toBeNull();
      expect(await table.get({ pk: 'update', sk: 'nobody' })).toBeNull();
    });

    it('puts at the end of a list, of an absent one too, and loses none of those that come at once', async () => {
      const at = await fresh({ a: 'b' });
      await table.update(at, { append: { acts: [{ by: 'one' }] } });
      await Promise.all(['two', 'three'].map((by) => table.update(at, { append: { acts: [{ by }] } })));
      const acts = z.array(z.object({ by: z.string() })).parse((await table.get(at))?.acts);
      expect(acts[0]).toEqual({ by: 'one' });
      expect(acts.map(({ by }) => by).sort()).toEqual(['one', 'three', 'two']);
    });

    it('counts up to a limit and not above it, however many come at once', async () => {
      const at = { pk: 'update', sk: 'counter' };
      const one = { add: { minted: 1 }, when: { minted: { lessThan: 5, orAbsent: true } } };
      const counted = await Promise.all(Array.from({ length: 12 }, () => table.update(at, one)));
      expect(counted.filter(Boolean)).toHaveLength(5);
      expect(await table.get(at)).toEqual({ ...at, minted: 5 });
    });

    it.each([
      ['of a key', { set: { sk: 'other' } }],
      ['of one attribute twice', { set: { n: 1 }, remove: ['n'] }],
      ['that adds to a text', { add: { a: 1 } }],
      ['that appends to a text', { append: { a: [1] } }],
      ['with undefined', { set: { a: undefined } }],
    ])('%s is refused', async (_what, update) => {
      const at = await fresh({ a: 'b', n: 5 });
      await expect(table.update(at, update)).rejects.toThrow();
      expect(await table.get(at)).toEqual({ ...at, a: 'b', n: 5 });
    });
  });

  describe('a query', () => {
    const names = ['#A', 'A#1', 'A#2', 'B', 'a', 'Đ', '\uFFFD', '\u{1F600}'];

    it('gives one partition in the order of its keys’ bytes', async () => {
      await put('order', names.toReversed());
      await put('order-too', ['x']);
      expect(await keysOf({ pk: 'order' })).toEqual(names);
      expect(await keysOf({ pk: 'nobody' })).toEqual([]);
    });

    it('gives a part of it: what begins so, what comes from there, what comes before', async () => {
      expect(await keysOf({ pk: 'order', sk: { begins: 'A#' } })).toEqual(['A#1', 'A#2']);
      expect(await keysOf({ pk: 'order', sk: { from: 'B' } })).toEqual([
        'B',
        'a',
        'Đ',
        '\uFFFD',
        '\u{1F600}',
      ]);
      expect(await keysOf({ pk: 'order', sk: { before: 'B' } })).toEqual(['#A', 'A#1', 'A#2']);
      expect(await keysOf({ pk: 'order', sk: { from: 'A#2', to: 'a' } })).toEqual(['A#2', 'B', 'a']);
      expect(await keysOf({ pk: 'order', sk: { from: 'A#1.', to: 'A$' } })).toEqual(['A#2']);
    });

    it('may be asked for at half the price where a moment’s delay does no harm', async () => {
      const { rows } = await table.query({ pk: 'order', sk: { begins: 'A#' } }, { mayLag: true });
      expect(rows.map(({ sk }) => sk)).toEqual(['A#1', 'A#2']);
    });

    it('gives as many as are asked for, and goes on from there', async () => {
      const pages: unknown[][] = [];
      let after: Cursor | null = null;
      do {
        const page = await table.query({ pk: 'order', sk: { from: 'A' } }, { limit: 3, after });
        pages.push(page.rows.map(({ sk }) => sk));
        after = page.next;
      } while (after);
      expect(pages).toEqual([['A#1', 'A#2', 'B'], ['a', 'Đ', '\uFFFD'], ['\u{1F600}']]);
    });

    it('cannot know that nothing follows a page that is just full', async () => {
      const { next } = await table.query({ pk: 'order', sk: { begins: 'A#' } }, { limit: 2 });
      expect(next).not.toBeNull();
      expect(await table.query({ pk: 'order', sk: { begins: 'A#' } }, { after: next })).toEqual({
        rows: [],
        next: null,
      });
    });

    it('takes several pages for more than a megabyte, and loses and doubles nothing', async () => {
      const sks = ['1', '2', '3', '4', '5'];
      await put('large', sks, { text: 'x'.repeat(390_000) });
      const first = await table.query({ pk: 'large' });
      expect(first.rows).toHaveLength(3);
      expect(first.next).not.toBeNull();
      expect(await keysOf({ pk: 'large' })).toEqual(sks);
    });
  });

  describe('an index', () => {
    const waiting = (instant: string): Range => ({ index: unsent, pk: 'mail', sk: { before: instant } });
    const mails = async (instant: string) => (await queryAll(table, waiting(instant))).map(({ pk }) => pk);

    it('holds the rows with its keys, by its sort key, and gives keys alone', async () => {
      for (const [id, unsentSince] of [
        ['c', '2024-03-03'],
        ['a', '2024-03-01'],
        ['b', '2024-03-02'],
      ]) {
        await table.putIfAbsent({ pk: `M#${id}`, sk: 'M' }, { unsent: 'mail', unsentSince, text: 'x' });
      }
      await table.putIfAbsent({ pk: 'M#d', sk: 'M' }, { unsent: 'mail' });
      await table.putIfAbsent({ pk: 'M#e', sk: 'M' }, { unsent: 'other', unsentSince: '2024-03-01' });
      expect(await mails('2024-03-03')).toEqual(['M#a', 'M#b']);
      expect((await queryAll(table, waiting('2024-03-02')))[0]).toEqual({
        ...{ pk: 'M#a', sk: 'M', unsent: 'mail', unsentSince: '2024-03-01' },
      });
    });

    it('is left by a row that loses its keys, and follows one that changes them', async () => {
      await table.update({ pk: 'M#a', sk: 'M' }, { remove: ['unsent', 'unsentSince'] });
      await table.update({ pk: 'M#b', sk: 'M' }, { set: { unsentSince: '2024-03-09' } });
      expect(await mails('2024-04-01')).toEqual(['M#c', 'M#b']);
    });

    it('is read page by page, rows of the same sort key too', async () => {
      for (const id of ['1', '2', '3']) {
        await table.putIfAbsent({ pk: `S#${id}`, sk: 'M' }, { unsent: 'same', unsentSince: '2024-03-05' });
      }
      const found: unknown[] = [];
      let after: Cursor | null = null;
      do {
        const page = await table.query({ index: unsent, pk: 'same' }, { limit: 1, after });
        found.push(...page.rows.map(({ pk }) => pk));
        after = page.next;
      } while (after);
      expect(found.toSorted()).toEqual(['S#1', 'S#2', 'S#3']);
    });
  });
});
