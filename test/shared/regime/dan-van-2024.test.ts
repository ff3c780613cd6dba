import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { upwardDay } from '../../../shared/regime/calendar.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import { calendarFacts, checkFacts, holidayFacts, indicatorFacts, unitFacts } from './dan-van-2024-facts.ts';

const file = new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url);
const regime = readRegime(readFileSync(file, 'utf8'), 'dan-van-2024.yaml');

describe('the regime dan-van-2024', () => {
  it('has the 35 indicators with their names, units, types and aggregation rules', () => {
    const read = regime.indicators.map((i) =>
      [i.code, i.section, i.name.vi, i.unitOfMeasure, i.type, i.acrossUnits, i.acrossPeriods].join(' | '),
    );
    expect(read).toEqual(indicatorFacts);
  });

  it('recomputes the two shares from their parts', () => {
    const formulas = regime.indicators.filter((i) => i.formula).map((i) => `${i.code} = ${i.formula}`);
    expect(formulas).toEqual(['B14 = 100 * B13 / B12', 'C05 = 100 * C03 / E01']);
  });

  it('has the 22 checks with their severity, message and what they need', () => {
    const read = regime.checks.map((c) => [c.id, c.severity, c.message.vi, c.needs].join(' | '));
    expect(read).toEqual(checkFacts);
  });

  it('applies "cumulative agrees with the periods" to exactly the figures that add up over periods', () => {
    const adding = regime.indicators.filter((i) => i.acrossPeriods === 'sum').map((i) => i.code);
    expect(regime.checks.find((c) => c.id === 'X19')?.forEach).toEqual(adding);
    expect(regime.checks.find((c) => c.id === 'X20')?.forEach).toEqual([
      'A05',
      'A06',
      'A07',
      'A08',
      'C03',
      'C04',
    ]);
  });

  it('has the 14 units with kind, parent and whether they are reminded', () => {
    const read = regime.units.map((u) =>
      [u.code, u.name, u.kind, u.parent, u.reminded ? 'y' : 'n'].join(' | '),
    );
    expect(read).toEqual(unitFacts);
  });

  it('gives every unit an address of its own under a name that nobody owns', () => {
    expect(regime.units.map((u) => u.email)).toEqual(
      regime.units.map((u) => `${u.code.toLowerCase()}@units.example`),
    );
  });

  it('has the nine periods with window, cumulative start and deadlines', () => {
    const read = regime.periods.map((p) =>
      [
        p.id,
        p.title.vi,
        p.window?.from ?? '',
        p.cumulativeFrom ?? '',
        p.window?.to ?? '',
        p.deadline.rule === 'on-guidance' ? '' : p.deadline.date,
        upwardDay(p, regime) ?? '',
        p.deadline.rule,
      ].join(' | '),
    );
    expect(read).toEqual(calendarFacts);
  });

  it('asks a plan of the đơn vị trực thuộc alone, and everything else of every kind', () => {
    for (const period of regime.periods) {
      const expected =
        period.kind === 'plan' ? ['đơn vị trực thuộc'] : ['phòng', 'đơn vị trực thuộc', 'chi nhánh'];
      expect(period.assignedTo, period.id).toEqual(expected);
    }
  });

  it('chains each periodic report to the one before', () => {
    const chain = regime.periods.filter((p) => p.kind === 'periodic').map((p) => p.previous ?? null);
    expect(chain).toEqual([null, 'Q1-2024', '6T-2024', '9T-2024']);
  });

  it('has the holidays and the swapped working day', () => {
    expect(regime.holidays.map((h) => [h.date, h.kind, h.name].join(' | '))).toEqual(holidayFacts);
  });

  it('does not count the parent of the branches as containing them', () => {
    expect(regime.parentsIncludingBranches).toEqual([]);
  });
});
