import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { fingerprintOf } from '../../../shared/filing/fingerprint.ts';

const decided = {
  ...{ decision: '01HRZ0000000000000000000AB', unit: 'QLDD', actor: 'admin', reason: 'Theo đề nghị' },
  decidedAt: '2024-03-20T08:00:00+07:00',
};
const extension = (period: string): Decision => ({
  ...{ ...decided, period },
  ...{ kind: 'extension', until: '2024-03-29' },
});
const exclusion = (period: string): Decision => ({ ...decided, period, kind: 'exclude-unit' });
const nothing = { previous: null, lastYear: null, year: [] };
const withPrevious = (decisions: Decision[]) =>
  fingerprintOf({
    ...{ versions: [], decisions: [] },
    earlier: { ...nothing, previous: { period: 'TN-2023', versions: [], decisions } },
  });

describe('what a report is made of', () => {
  const plain = fingerprintOf({ versions: [], decisions: [], earlier: nothing });

  it('is changed by more time for a unit, which the report names', () => {
    const extended = { versions: [], decisions: [extension('Q1-2024')], earlier: nothing };
    expect(fingerprintOf(extended)).not.toBe(plain);
  });

  it('is not changed by more time for an earlier period, of which only the figures are told', () => {
    expect(withPrevious([extension('TN-2023')])).toBe(plain);
  });

  it('is changed by an exclusion from an earlier period', () => {
    expect(withPrevious([exclusion('TN-2023')])).not.toBe(plain);
  });
});
