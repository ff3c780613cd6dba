import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/filing/decision.ts';
import type { Filings } from '../../../../shared/filing/filings.ts';
import type { Version } from '../../../../shared/filing/version.ts';
import {
  byPress,
  newestOf,
  recordOnce,
  saysTheSame,
} from '../../../../shared/office/decisions/record-once.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { MemoryTable } from '../../../doubles/memory-table.ts';

const ulid = (n: number) => `01HRZ0000000000000000000${String(n).padStart(2, '0')}`;
const of = (n: number) => {
  const decidedAt = `2024-03-12T03:00:${String(n).padStart(2, '0')}.000Z`;
  return { decision: ulid(n), period: 'K1', unit: 'U1', actor: 'VP', reason: 'x', decidedAt };
};
const hours = (n: number, more: object = {}): Decision => ({ ...of(n), kind: 'prolong', hours: 4, ...more });
const day = (n: number, until: string): Decision => ({ ...of(n), kind: 'extension', until });
const back = (n: number, upload: number): Decision => ({ ...of(n), kind: 'return', upload: ulid(upload) });
const undo = (n: number, undone: number): Decision => ({ ...of(n), kind: 'undo', undone: ulid(undone) });
const refusal = (n: number, request: number): Decision => {
  return { ...of(n), kind: 'extension-refusal', request: ulid(request) };
};
const nothing: Filings = { versions: [], decisions: [] };
const file = (n: number) => ({ upload: ulid(n) }) as Version;

let table: MemoryTable;
beforeEach(() => {
  table = new MemoryTable();
});
const onRecord = async () =>
  (await readFilings(table, 'K1', 'U1')).decisions.map(({ decision }) => decision).sort();

/** Both in view of the same: the ids that each is answered with. */
async function together(one: Decision, other: Decision, seen: Filings = nothing): Promise<string[]> {
  const answers = [await recordOnce(table, one, seen), await recordOnce(table, other, seen)];
  return answers.map(({ decision }) => decision);
}

describe('two decisions in view of the same', () => {
  it.each<[string, Decision, Decision]>([
    ['days', day(1, '2024-03-20'), day(2, '2024-03-20')],
    ['hours', hours(1), hours(2)],
    ['returns', back(1, 8), back(2, 8)],
    ['takings back', undo(1, 8), undo(2, 8)],
    ['refusals', refusal(1, 8), refusal(2, 8)],
    ['presses', hours(1, { press: 'a' }), hours(2, { press: 'a' })],
    ['links by which the same is said', { ...day(1, '2024-03-20'), link: 'a' }, day(2, '2024-03-20')],
  ])('are one where they say the same: %s', async (_, one, other) => {
    expect(await together(one, other)).toEqual([ulid(1), ulid(1)]);
    expect(await onRecord()).toEqual([ulid(1)]);
  });

  it.each<[string, Decision, Decision]>([
    ['days', day(1, '2024-03-20'), day(2, '2024-03-21')],
    ['hours', hours(1), hours(2, { hours: 5 })],
    ['files', back(1, 8), back(2, 9)],
    ['what is taken back', undo(1, 8), undo(2, 9)],
    ['requests', refusal(1, 8), refusal(2, 9)],
    ['presses', hours(1, { press: 'a' }), hours(2, { press: 'b' })],
    ['a press and none', hours(1, { press: 'a' }), hours(2)],
    ['reasons', day(1, '2024-03-20'), { ...day(2, '2024-03-20'), reason: 'y' }],
    ['kinds', { ...of(1), kind: 'exclude-unit' }, { ...of(2), kind: 'nil' }],
  ])('are two where they differ: %s', async (_, one, other) => {
    expect(await together(one, other)).toEqual([ulid(1), ulid(2)]);
    expect(await onRecord()).toEqual([ulid(1), ulid(2)]);
  });

  it('are two in view of something else', async () => {
    await recordOnce(table, day(2, '2024-03-20'), { ...nothing, versions: [file(1)] });
    await recordOnce(table, day(4, '2024-03-20'), { ...nothing, versions: [file(3), file(1)] });
    expect(await onRecord()).toEqual([ulid(2), ulid(4)]);
  });

  it('of one press are one whatever came between, and it keeps its own words', async () => {
    const first = hours(1, { press: 'a' });
    const later = { versions: [file(3)], decisions: [first, day(2, '2024-03-20')] };
    const again = await recordOnce(table, hours(4, { press: 'a', link: 'b' }), later);
    expect(again).toEqual({
      ...hours(4, { press: 'a', link: 'b' }),
      decision: ulid(1),
      decidedAt: of(1).decidedAt,
    });
    expect(await onRecord()).toEqual([]);
    await recordOnce(table, first, nothing);
    // In view of other things, by a machine that has not seen it.
    const unseen = { ...nothing, versions: [file(3)] };
    expect((await recordOnce(table, hours(4, { press: 'a' }), unseen)).decision).toBe(ulid(1));
  });
});

describe('a decision that is new', () => {
  it('is asked about, and not recorded where that is refused; one that is held already is not', async () => {
    let asked = 0;
    const allow = async () => {
      asked += 1;
      throw new Error('no');
    };
    await expect(recordOnce(table, day(1, '2024-03-20'), nothing, allow)).rejects.toThrow('no');
    expect(await onRecord()).toEqual([]);
    const seen = { ...nothing, decisions: [day(1, '2024-03-20')] };
    expect((await recordOnce(table, day(2, '2024-03-20'), seen, allow)).decision).toBe(ulid(1));
    expect(asked).toBe(1);
    // Something came in between.
    const since = { ...seen, versions: [file(2)] };
    expect((await recordOnce(table, day(3, '2024-03-20'), since)).decision).toBe(ulid(3));
  });
});

it('the newest is the last of files and decisions, in whatever order they are read', () => {
  expect(newestOf(nothing)).toEqual({ ulid: '', decision: null });
  expect(newestOf({ versions: [file(3), file(1)], decisions: [hours(2)] })).toEqual({
    ...{ ulid: ulid(3), decision: null },
  });
  expect(newestOf({ versions: [file(3)], decisions: [hours(4), hours(2)] })).toEqual({
    ...{ ulid: ulid(4), decision: hours(4) },
  });
});

it('a press is the unit’s own', () => {
  const others = hours(1, { press: 'a', unit: 'U2' });
  const given = { ...nothing, decisions: [others, day(2, '2024-03-20'), hours(3), hours(4, { press: 'a' })] };
  expect(byPress(given, 'U1', 'a')).toEqual(hours(4, { press: 'a' }));
  for (const press of [null, undefined, '', 'b']) expect(byPress(given, 'U1', press)).toBeNull();
});

it('what is said does not depend on the order in which it is said', () => {
  const { hours: _, kind: __, ...rest } = hours(1) as Extract<Decision, { kind: 'prolong' }>;
  expect(saysTheSame(hours(2), { hours: 4, ...rest, kind: 'prolong' })).toBe(true);
  expect(saysTheSame(hours(2), hours(1, { actor: 'LD' }))).toBe(false);
});
