import { describe, expect, it } from 'vitest';
import { openingFigures, previousReport } from '../../../shared/filing/previous-values.ts';
import { decisionOf, regime, ulid, valuesOf, versionOf } from '../summary/sample.ts';

describe('what a period takes over from the one before', () => {
  const values = [...valuesOf(4)];
  const versions = [versionOf({ upload: ulid(1), unit: 'VPS', values })];

  it('is what the report that counts said', () => {
    expect(previousReport({ versions, decisions: [] }, 'VPS')?.upload).toBe(ulid(1));
  });

  it('is nothing after a nil, a return, or silence', () => {
    const nil = decisionOf(2, { kind: 'nil', unit: 'VPS' });
    expect(previousReport({ versions, decisions: [nil] }, 'VPS')).toBeNull();
    expect(previousReport({ versions, decisions: [] }, 'TTRA')).toBeNull();
  });

  it('opens B08 with the previous B11, as the regime’s check says, and nothing else', () => {
    const closing = values.find(({ indicator }) => indicator === 'B11')?.value;
    expect([...openingFigures(regime, values)]).toEqual([['B08', closing]]);
    expect(openingFigures(regime, null).size).toBe(0);
  });

  it.each([
    'A01 <= previous(B11)',
    'A01 = B11',
    'A01 + 1 = previous(B11)',
    'A01 = previous(B11) + 1',
    'previous(A01) = previous(B11)',
    'cumulative(A01) = previous(B11)',
    'previous(cumulative(A01)) = previous(B11)',
    'A01 = previous(cumulative(B11))',
    'A01 = cumulative(B11)',
    'A01 = 3',
  ])('opens nothing by a check of another form: %s', (rule) => {
    const [check] = regime.checks;
    if (!check) throw new Error('the sample regime has no checks');
    expect([...openingFigures({ ...regime, checks: [{ ...check, rule }] }, values)]).toEqual([]);
  });

  it('opens nothing with a figure that was left blank, or not asked for', () => {
    const blank = values.map((each) => (each.indicator === 'B11' ? { ...each, value: null } : each));
    expect([...openingFigures(regime, blank)]).toEqual([]);
    expect([...openingFigures(regime, [])]).toEqual([]);
  });
});
