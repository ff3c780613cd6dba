import { describe, expect, it } from 'vitest';
import { readRegimeFile } from '../../../infra/admin/regime.ts';
import { dueWork } from '../../../shared/regime/duties.ts';
import { openingMailDay, reminderDays } from '../../../shared/regime/ladder.ts';
import { type Period, Regime } from '../../../shared/regime/regime.ts';

const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
const quarter = regime.periods.find(({ id }) => id === 'Q1-2024') as Period;
const daysOf = (reminders: object, period: Partial<Period> = {}, holidays = regime.holidays) => {
  const whole = Regime.parse({ ...regime, holidays, reminders: { at: '08:00', ...reminders } });
  return reminderDays(whole, { ...quarter, ...period }).map(({ day, to }) => `${day} ${to.join('+')}`);
};

describe('the days of the chase', () => {
  it('are those of a regime written before, for the clerk alone', () => {
    expect(daysOf({ workingDays: [-2, 0, 1] })).toEqual([
      '2024-03-14 clerk',
      '2024-03-18 clerk',
      '2024-03-19 clerk',
    ]);
  });

  it('go on every so many working days to the last day on which files are taken, and no further', () => {
    const days = daysOf({ steps: [{ workingDay: 1, to: ['clerk', 'head'], every: 20 }] });
    expect(days).toEqual([
      '2024-03-19 clerk+head',
      '2024-04-16 clerk+head',
      // 18/04, 30/04 and 01/05 are off, and two days are swapped.
      '2024-05-17 clerk+head',
      '2024-06-14 clerk+head',
    ]);
    expect(daysOf({ steps: [{ workingDay: 1, every: 20 }] }, { lock: '2024-05-15' })).toHaveLength(2);
  });

  it('are one where two steps fall on it, in the words of the later one', () => {
    const words = { vi: 'Lần cuối', en: 'For the last time' };
    const whole = Regime.parse({
      ...regime,
      reminders: { at: '08:00', workingDays: [1], steps: [{ workingDay: 1, to: ['office'], words }] },
    });
    expect(reminderDays(whole, quarter)).toEqual([{ day: '2024-03-19', to: ['clerk', 'office'], words }]);
  });

  it('come in the order of their days and of their steps, whatever the regime’s order', () => {
    const steps = [{ workingDay: 3 }, { workingDay: 1, every: 1 }, { workingDay: -1 }];
    expect(daysOf({ steps, workingDays: [2] }, { lock: '2024-03-21' })).toEqual([
      '2024-03-15 clerk',
      '2024-03-19 clerk',
      '2024-03-20 clerk',
      '2024-03-21 clerk',
    ]);
    const said = (workingDay: number, en: string) => ({ workingDay, words: { vi: en, en }, every: 1 });
    const whole = Regime.parse({
      ...regime,
      reminders: { at: '08:00', steps: [said(2, 'later'), said(1, 'first')] },
    });
    const [one, other] = reminderDays(whole, { ...quarter, lock: '2024-03-21' });
    expect([one?.words?.en, other?.words?.en]).toEqual(['first', 'later']);
  });

  it('begin on the very day of the opening, and go on without a lock', () => {
    expect(daysOf({ workingDays: [0] }, { opens: '2024-03-18' })).toEqual(['2024-03-18 clerk']);
    const { lock: _, ...unlocked } = quarter;
    const whole = Regime.parse({
      ...regime,
      reminders: { at: '08:00', steps: [{ workingDay: 1, every: 5 }] },
    });
    expect(reminderDays(whole, unlocked)).toHaveLength(61);
    const { opens: _opens, ...always } = quarter;
    expect(reminderDays(whole, { ...always, lock: '2024-03-19' })).toHaveLength(1);
  });

  it('are none before the opening, and none without a date', () => {
    expect(daysOf({ workingDays: [-20, -1] })).toEqual(['2024-03-15 clerk']);
    expect(daysOf({ workingDays: [0] }, { deadline: { rule: 'on-guidance' } })).toEqual([]);
  });

  it.each([
    ['over Tết', '2024-02-07', 1, '2024-02-15'],
    ['from a leap day', '2024-02-29', 1, '2024-03-01'],
    ['to a leap day', '2024-03-01', -1, '2024-02-29'],
    ['over a swapped day: Saturday 04/05 is worked for Monday 29/04', '2024-04-26', 1, '2024-05-02'],
  ])('are counted in working days %s', (_, date, workingDay, day) => {
    const period = { opens: '2024-01-02', lock: '2024-12-31', deadline: { rule: 'by', date } } as const;
    expect(daysOf({ workingDays: [workingDay] }, period)).toEqual([`${day} clerk`]);
  });
});

describe('reminders that were missed', () => {
  it('are caught up by the last of them, to everybody whom one of them was for', () => {
    const steps = [
      { workingDay: 1, to: ['head', 'office'], words: { vi: 'Gửi thủ trưởng', en: 'To the head' } },
      { workingDay: 2, to: ['clerk'] },
    ];
    const whole = Regime.parse({ ...regime, reminders: { at: '08:00', steps } });
    const due = dueWork(whole, '2024-03-19T07:00:00+07:00', '2024-03-20T09:00:00+07:00').filter(
      (work) => work.kind === 'reminder' && work.period.id === 'Q1-2024',
    );
    expect(due).toMatchObject([
      { at: '2024-03-20T08:00:00+07:00', to: ['head', 'office', 'clerk'], words: { en: 'To the head' } },
    ]);
  });
});

describe('the mail that opens a period', () => {
  it('goes on the day it opens, or the next that is worked; only where the regime says so', () => {
    const open = { ...regime, reminders: { ...regime.reminders, opening: true } };
    expect(openingMailDay(open, quarter)).toBe('2024-03-01');
    expect(openingMailDay(open, { ...quarter, opens: '2024-03-02' })).toBe('2024-03-04');
    const before = { ...regime, reminders: { at: '08:00', workingDays: [0] } };
    expect(openingMailDay(before, quarter)).toBeNull();
  });
});
