import { beforeAll, describe, expect, it } from 'vitest';
import { readRegimeFile } from '../../../infra/admin/regime.ts';
import { unitsExpected, unitsOwing } from '../../../shared/office/open-period.ts';
import type { Regime } from '../../../shared/regime/regime.ts';

let regime: Regime;
beforeAll(async () => {
  regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
});

describe('of whom a report is asked', () => {
  const unopened = () => ['QLDD', 'VPS'];

  it('are those whom the opening froze, and who has filed though it joined later', () => {
    const filed = [{ unit: 'MOI' }, { unit: 'QLDD' }];
    expect(unitsExpected(['QLDD', 'TNKS'], filed, unopened)).toEqual(['QLDD', 'TNKS', 'MOI']);
  });

  it('are those who will owe it, as long as nothing is frozen', () => {
    expect(unitsExpected(null, [], unopened)).toEqual(['QLDD', 'VPS']);
  });
});

describe('who owes a period', () => {
  it('is who was there on the day it opened, and before that day who is there now', () => {
    const [period] = regime.periods.filter(({ id }) => id === 'Q1-2024');
    if (period?.opens === undefined)
      throw new Error('the sample regime lacks the opening of its first quarter');
    const units = regime.units.map((unit) =>
      unit.code === 'QLDD' ? { ...unit, validFrom: '2024-03-17' } : unit,
    );
    const joined = { ...regime, units };
    expect(period.opens < '2024-03-17').toBe(true);
    expect(unitsOwing(regime, period, '2024-03-18T08:00:00+07:00')).toContain('QLDD');
    expect(unitsOwing(joined, period, '2024-03-18T08:00:00+07:00')).not.toContain('QLDD');
    const review = { ...period, opens: undefined };
    expect(unitsOwing(joined, review, '2024-03-18T08:00:00+07:00')).toContain('QLDD');
  });
});
