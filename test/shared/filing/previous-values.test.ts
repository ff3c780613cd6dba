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
});
