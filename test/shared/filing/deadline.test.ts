import { describe, expect, it } from 'vitest';
import { deadlineOf, ruleSentence } from '../../../shared/filing/deadline.ts';
import type { Decision } from '../../../shared/filing/decision.ts';
import { decisionOf, periodOf, regime } from '../summary/sample.ts';

const unit = 'CCBVMT';
const quarter = periodOf('Q1-2024');
const awaiting = periodOf('CD-27CT');
const ask = (period: typeof quarter, decisions: readonly Decision[] = [], whose: string | null = unit) =>
  deadlineOf({ regime, period, unit: whose, decisions });

describe('the deadline of a unit', () => {
  it('is moved by what was granted to it or to all, never by what was granted to another', () => {
    const own = decisionOf(1, { kind: 'extension', unit, until: '2024-03-21' });
    const others = decisionOf(2, { kind: 'extension', unit: 'VPS', until: '2024-03-22' });
    const all = decisionOf(3, { kind: 'extension', unit: '*', until: '2024-03-25' });
    expect(ask(quarter, [own, others]).lastDay).toBe('2024-03-21');
    expect(ask(quarter, [own, others, all]).lastDay).toBe('2024-03-25');
    expect(ask(quarter, [others]).extension).toBeNull();
  });

  it('stays where what was granted ends no later', () => {
    for (const until of ['2024-03-17', '2024-03-18'])
      expect(ask(quarter, [decisionOf(1, { kind: 'extension', unit, until })])).toMatchObject({
        lastDay: '2024-03-18',
        extension: null,
      });
  });

  it('of all units is moved by what concerns all alone', () => {
    const own = decisionOf(1, { kind: 'extension', unit, until: '2024-03-21' });
    expect(ask(quarter, [own], null)).toMatchObject({ lastDay: '2024-03-18', extension: null });
    const all = decisionOf(2, { kind: 'extension', unit: '*', until: '2024-03-22' });
    expect(ask(quarter, [own, all], null).lastDay).toBe('2024-03-22');
  });

  it('leaves the period open until its lock, or as long as more time was granted', () => {
    const locked = { ...quarter, lock: '2024-04-30' };
    const until = (day: string) => [decisionOf(1, { kind: 'extension', unit, until: day })];
    expect(ask({ ...quarter, lock: undefined }, until('2024-05-15')).lock).toBeNull();
    expect(ask(locked).lock).toBe('2024-04-30');
    expect(ask(locked, until('2024-03-25')).lock).toBe('2024-04-30');
    expect(ask(locked, until('2024-05-15')).lock).toBe('2024-05-15');
    expect(ask(locked, until('2024-05-15'), 'VPS').lock).toBe('2024-04-30');
  });

  it('knows no time to add to before there is a date', () => {
    const granted = decisionOf(1, { kind: 'extension', unit, until: '2024-09-30' });
    expect(ask(awaiting, [granted])).toMatchObject({ rule: 'on-guidance', due: null, extension: null });
  });

  it('follows guidance only where the regime awaits it, and only such as concerns the unit', () => {
    const all = decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30' });
    const others = decisionOf(2, { kind: 'guidance', unit: 'VPS', until: '2024-10-15' });
    const granted = decisionOf(3, { kind: 'extension', unit: '*', until: '2024-10-20' });
    expect(ask(quarter, [all])).toMatchObject({ lastDay: '2024-03-18', guidance: null, rule: 'by' });
    expect(ask(awaiting, [all, others])).toMatchObject({ lastDay: '2024-09-30', rule: 'by' });
    expect(ask(awaiting, [all, others]).guidance).toBe(all);
    expect(ask(awaiting, [all, granted]).guidance).toBe(all);
    expect(ask(awaiting, [others])).toMatchObject({ lastDay: null, guidance: null, rule: 'on-guidance' });
    expect(ask(periodOf('KH2024'), [all]).rule).toBe('before');
  });
});

describe('the sentence that explains it', () => {
  const graceful = { ...quarter, graceDays: 2 };

  it('tells of the days of grace, where there are any and there is a date', () => {
    const plain = ruleSentence(quarter, ask(quarter));
    const more = ruleSentence(graceful, ask(graceful));
    expect(more.vi.startsWith(`${plain.vi} `)).toBe(true);
    expect(more.vi.slice(plain.vi.length)).toContain('2');
    const waiting = { ...awaiting, graceDays: 2 };
    expect(ruleSentence(waiting, ask(waiting))).toEqual(ruleSentence(awaiting, ask(awaiting)));
  });
});
