import { describe, expect, it } from 'vitest';
import { readRegimeFile } from '../../../infra/admin/regime.ts';
import { interimHours } from '../../../shared/regime/calendar.ts';
import { allWork, dueWork, expectedUnits, isOpen, planDue } from '../../../shared/regime/duties.ts';
import type { Period, Regime } from '../../../shared/regime/regime.ts';

const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
const quarter = regime.periods.find(({ id }) => id === 'Q1-2024') as Period;

const hoursOf = (change: Partial<Period>, holidays: Regime['holidays'] = regime.holidays) =>
  interimHours({ ...quarter, ...change }, { ...regime, holidays });

describe('who owes a period', () => {
  const codes = (
    period: Partial<Period>,
    change: (regime: Regime) => Regime = (same) => same,
    day = '2024-03-01',
  ) => expectedUnits(change(regime), { ...quarter, ...period }, day).map(({ code }) => code);
  const vps = (given: Partial<Regime['units'][number]>) => (of: Regime) => ({
    ...of,
    units: of.units.map((unit) => (unit.code === 'VPS' ? { ...unit, ...given } : unit)),
  });

  it('is every unit of the kinds that it is assigned to, or those of them that it names', () => {
    expect(codes({})).toEqual(regime.units.map(({ code }) => code));
    const branch = regime.units.filter(({ kind }) => kind === 'chi nhánh').map(({ code }) => code);
    expect(codes({ assignedTo: ['chi nhánh'] })).toEqual(branch);
    expect(codes({ assignedTo: ['chi nhánh'], units: [branch[0] ?? '', 'VPS'] })).toEqual([branch[0]]);
    expect(codes({ units: [] })).toEqual([]);
  });

  it('is who is there on the day, the first and the last day with it', () => {
    const there = (given: object, day: string) => codes({}, vps(given), day).includes('VPS');
    const days = ['2024-02-29', '2024-03-01', '2024-03-02'];
    expect(days.map((day) => there({ validFrom: '2024-03-01' }, day))).toEqual([false, true, true]);
    expect(days.map((day) => there({ validTo: '2024-03-01' }, day))).toEqual([true, true, false]);
  });

  it('has its own plan to go by, where its kind owes one', () => {
    const plan = regime.periods.find(({ kind }) => kind === 'plan');
    const [one, other] = [true, false].map((owes) =>
      regime.units.find(({ kind }) => plan?.assignedTo.includes(kind) === owes),
    );
    if (!one || !other) throw new Error('of the sample’s units some owe a plan');
    expect(planDue(regime, other)).toBeNull();
    expect(planDue(regime, one)).toBe(Date.parse('2024-02-28') / 86_400_000);
    const periods = regime.periods.filter(({ kind }) => kind !== 'plan');
    expect(planDue({ periods }, one)).toBeNull();
    const awaited = [{ kind: 'plan', assignedTo: [one.kind], deadline: { rule: 'on-guidance' } }] as const;
    expect(
      planDue({ periods: awaited.map((each) => ({ ...each, assignedTo: [...each.assignedTo] })) }, one),
    ).toBeNull();
  });

  it('may file from the day it opens; a review, once guidance has set a date', () => {
    const days = ['2024-02-29', '2024-03-01', '2024-03-02'];
    expect(days.map((day) => isOpen({ ...quarter, opens: '2024-03-01' }, day))).toEqual([false, true, true]);
    const review = { ...quarter, opens: undefined };
    expect(isOpen(review, '2024-01-01')).toBe(true);
    expect(isOpen({ ...review, deadline: { rule: 'on-guidance' } }, '2024-12-31')).toBe(false);
  });
});

describe('the weekly summaries', () => {
  it('fall on the regime’s weekday, from after the opening to the last day', () => {
    expect(hoursOf({})).toEqual([
      '2024-03-04T08:00:00+07:00',
      '2024-03-11T08:00:00+07:00',
      '2024-03-18T08:00:00+07:00',
    ]);
  });

  it('are none on the day of the opening itself: nothing has come yet', () => {
    expect(hoursOf({ opens: '2024-03-04' })).not.toContain('2024-03-04T08:00:00+07:00');
  });

  it('move to the next working day where theirs is off', () => {
    const off = [{ date: '2024-03-11', kind: 'off', name: 'nghỉ' }] as const;
    expect(hoursOf({}, [...off])[1]).toBe('2024-03-12T08:00:00+07:00');
    expect(hoursOf({ interim: { weekday: 'saturday', at: '08:00' } })).toEqual([
      '2024-03-04T08:00:00+07:00',
      '2024-03-11T08:00:00+07:00',
      '2024-03-18T08:00:00+07:00',
    ]);
  });

  it('are one where a long holiday moves two of them to the same day', () => {
    const tet = ['05', '06', '07', '08', '11', '12', '13', '14', '15'].map(
      (day) => ({ date: `2024-03-${day}`, kind: 'off', name: 'Tết' }) as const,
    );
    const friday = { interim: { weekday: 'friday', at: '08:00' } } as const;
    expect(hoursOf(friday, tet)).toEqual(['2024-03-18T08:00:00+07:00']);
  });

  it('are left out behind the deadline and where the final one comes first', () => {
    expect(hoursOf({ interim: { weekday: 'tuesday', at: '08:00' } }).at(-1)).toBe(
      '2024-03-12T08:00:00+07:00',
    );
    const off = [{ date: '2024-03-18', kind: 'off', name: 'nghỉ' }] as const;
    expect(hoursOf({}, [...off])).toHaveLength(2);
    const sameDay = hoursOf({ summary: { workingDaysAfterDue: 0, at: '08:00' } });
    expect(sameDay.at(-1)).toBe('2024-03-11T08:00:00+07:00');
  });

  it('are none without a deadline, and none that the regime does not ask for', () => {
    expect(hoursOf({ deadline: { rule: 'on-guidance' } })).toEqual([]);
    const { interim: _, ...without } = quarter;
    expect(interimHours(without, regime)).toEqual([]);
  });
});

describe('the work that is due', () => {
  const kinds = (after: string, until: string) =>
    dueWork(regime, after, until)
      .filter((work) => work.kind === 'check' || work.period.id === 'Q1-2024')
      .map(({ kind, at }) => `${kind} ${at.slice(0, 13)}`);

  it('is in the order of its hours', () => {
    expect(kinds('2024-03-18T07:30:00+07:00', '2024-03-18T08:00:00+07:00')).toEqual([
      'reminder 2024-03-18T08',
      'interim 2024-03-18T08',
      'check 2024-03-18T08',
    ]);
  });

  const open = { ...regime, reminders: { ...regime.reminders, opening: true } };
  const said = (of: Regime, after: string, until: string) =>
    allWork(of, after, until).map(
      (work) => `${work.at} ${work.kind} ${work.kind === 'check' ? '' : work.period.id}`,
    );

  it('begins a period at midnight of its day, and tells of it in the morning', () => {
    const begun = said(open, '2024-02-29T23:59:59+07:00', '2024-03-01T08:00:00+07:00');
    expect(begun.filter((each) => !each.includes('check'))).toEqual([
      '2024-03-01T00:00:00+07:00 opening Q1-2024',
      '2024-03-01T08:00:00+07:00 announcement Q1-2024',
    ]);
    expect(said(open, '2024-03-01T00:00:00+07:00', '2024-03-01T07:59:59+07:00')).toEqual([]);
    const without = { ...open, periods: [{ ...quarter, opens: undefined }] };
    expect(said(without, '2024-02-01T00:00:00+07:00', '2024-04-01T00:00:00+07:00').join()).not.toMatch(
      /opening|ann/,
    );
  });

  it('is the same asked for day by day as at once, each piece in one of them', () => {
    const from = Date.parse('2024-01-01T08:00:00+07:00');
    const at = (day: number) => new Date(from + day * 86_400_000).toISOString();
    const parts = Array.from({ length: 200 }, (_, day) => said(open, at(day), at(day + 1)));
    const whole = said(open, at(0), at(200));
    expect(parts.flat()).toEqual(whole);
    expect(new Set(whole.map((each) => each.split(' ')[1])).size).toBe(6);
  });

  it('of one period replaces nothing of another', () => {
    const other = { ...quarter, id: 'Z', deadline: { rule: 'by', date: '2024-03-19' } } as const;
    const both = { ...regime, periods: [quarter, other] };
    const due = dueWork(both, '2024-03-15T09:00:00+07:00', '2024-03-20T07:00:00+07:00');
    const of = (kind: string) =>
      due.flatMap((work) => (work.kind === kind && work.kind !== 'check' ? [work.period.id] : []));
    expect(of('reminder')).toEqual(['Q1-2024', 'Z']);
    expect(of('final')).toEqual(['Q1-2024']);
    expect(of('interim')).toEqual(['Z']);
  });

  it('catches up the newest of the interim summaries that were missed, and none beside the final one', () => {
    expect(kinds('2024-03-01T09:00:00+07:00', '2024-03-13T09:00:00+07:00')).toContain(
      'interim 2024-03-11T08',
    );
    expect(kinds('2024-03-01T09:00:00+07:00', '2024-03-13T09:00:00+07:00')).not.toContain(
      'interim 2024-03-04T08',
    );
    const late = kinds('2024-03-01T09:00:00+07:00', '2024-03-20T09:00:00+07:00');
    expect(late.filter((work) => work.startsWith('interim'))).toEqual([]);
    expect(late).toContain('final 2024-03-19T09');
  });

  it('looks after issued reports on working mornings, once for all that were missed', () => {
    expect(kinds('2024-03-22T09:00:00+07:00', '2024-03-24T09:00:00+07:00')).toEqual([]);
    expect(kinds('2024-03-22T07:00:00+07:00', '2024-03-26T09:00:00+07:00')).toEqual(['check 2024-03-26T08']);
  });
});
