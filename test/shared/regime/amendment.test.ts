import { describe, expect, it } from 'vitest';
import {
  type Amendment,
  type AmendmentChange,
  amended,
  amendmentsInForce,
  rootOf,
  takenBackIn,
} from '../../../shared/regime/amendment.ts';
import { periodOf, regime, ulid } from '../summary/sample.ts';

const made = (n: number, change: AmendmentChange): Amendment => ({
  amendment: ulid(n),
  regime: regime.id,
  actor: 'office:VANPHONG',
  link: 'a',
  reason: 'x',
  madeAt: '2024-03-15T08:00:00+07:00',
  change,
});
const contact = (n: number, given: { email?: string; phone?: string }, unit = 'VPS') =>
  made(n, { kind: 'contact', unit, ...given });
const duty = (n: number, id = 'DX-2024-01') =>
  made(n, { kind: 'duty', period: { ...periodOf('Q1-2024'), id } });
const undo = (n: number, of: number) => made(n, { kind: 'undo', undone: ulid(of) });
const numbers = (all: readonly Amendment[]) => all.map(({ amendment }) => Number(amendment.slice(-3)));
const reached = (all: readonly Amendment[], unit = 'VPS') => {
  const found = amended(regime, all).units.find(({ code }) => code === unit);
  return found && { email: found.email, phone: found.phone };
};
const before = reached([]);

describe('the office’s changes that hold', () => {
  it('are all that nothing took back, without those that only take back', () => {
    const all = [contact(1, { phone: '1' }), duty(2), undo(3, 1)];
    expect(numbers(amendmentsInForce(all))).toEqual([2]);
    expect([...takenBackIn(all)].map(([of, by]) => [of, by.amendment])).toEqual([[ulid(1), ulid(3)]]);
  });

  it('are restored by taking the taking back back', () => {
    const all = [contact(1, { phone: '1' }), undo(2, 1), undo(3, 2)];
    expect(numbers(amendmentsInForce(all))).toEqual([1]);
    expect(numbers(amendmentsInForce([...all, undo(4, 3)]))).toEqual([]);
    expect(rootOf(undo(3, 2), all).amendment).toBe(ulid(1));
    expect(rootOf(contact(1, {}), all).amendment).toBe(ulid(1));
  });

  it('are looked for among the older ones alone, so that no two can name each other', () => {
    const one = undo(2, 3);
    const other = undo(3, 2);
    expect(rootOf(one, [one, other]).amendment).toBe(ulid(2));
    expect(rootOf(undo(5, 9), [duty(1)]).amendment).toBe(ulid(5));
  });
});

describe('a regime with the office’s changes on it', () => {
  it('is the very same where nothing holds', () => {
    expect(amended(regime, [])).toBe(regime);
    expect(amended(regime, [contact(1, { phone: '1' }), undo(2, 1)])).toBe(regime);
    expect(amended(regime, [duty(1, 'Q1-2024')])).toBe(regime);
  });

  it('reaches a unit where the newest change says, each for what it speaks of', () => {
    const all = [contact(1, { email: 'a@b.vn' }), contact(2, { phone: '2' }), contact(3, { phone: '3' })];
    expect(reached(all)).toEqual({ email: 'a@b.vn', phone: '3' });
    expect(reached([...all, undo(4, 3)])).toEqual({ email: 'a@b.vn', phone: '2' });
    expect(reached([contact(1, { phone: '1' })])).toEqual({ email: before?.email, phone: '1' });
    const emptied = [contact(1, { phone: '1' }), contact(2, { phone: '' })];
    expect(reached(emptied)).toEqual({ email: before?.email, phone: undefined });
    expect(reached([...emptied, undo(3, 2)])?.phone).toBe('1');
    expect(reached([contact(1, { email: 'a@b.vn' })])).toEqual({ email: 'a@b.vn', phone: before?.phone });
    const bare = amended(regime, [contact(1, { email: 'a@b.vn' })]).units.find(({ code }) => code === 'VPS');
    const phone = regime.units.find(({ code }) => code === 'VPS')?.phone;
    expect(Object.hasOwn(bare ?? {}, 'phone')).toBe(phone !== undefined);
    expect(reached(all, 'QLDD')).toEqual(reached([], 'QLDD'));
    expect(amended(regime, all).periods).toEqual(regime.periods);
    expect(amended(regime, [contact(1, { phone: '1' }, 'NOBODY')]).units).toEqual(regime.units);
  });

  it('asks for one more report behind its own, and for none that it asks for itself', () => {
    const ids = (all: readonly Amendment[]) => amended(regime, all).periods.map(({ id }) => id);
    const own = regime.periods.map(({ id }) => id);
    expect(ids([duty(1), duty(2, 'DX-2024-02'), contact(3, { phone: '1' })])).toEqual([
      ...own,
      'DX-2024-01',
      'DX-2024-02',
    ]);
    expect(ids([duty(1), duty(2)])).toEqual([...own, 'DX-2024-01']);
    expect(amended(regime, [duty(1)]).units).toEqual(regime.units);
  });

  it('is refused where a change does not fit', () => {
    const lost = made(1, {
      kind: 'duty',
      period: { ...periodOf('Q1-2024'), id: 'DX-2024-01', previous: 'Z' },
    });
    expect(() => amended(regime, [lost])).toThrow('Z');
  });
});
