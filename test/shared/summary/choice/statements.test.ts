import { expect, it } from 'vitest';
import { statementsOf } from '../../../../shared/summary/choice/statements.ts';
import { sampleSummary } from '../sample.ts';

it('of a cell is of the period whose report has it: of a year whose own report a unit owes, the last that it gave', () => {
  const sample = sampleSummary();
  const value = 'Công tác tuyên truyền có lúc chưa thường xuyên';
  const source = { kind: 'cell', sheet: 'Số liệu', cell: 'E43' } as const;
  const cumulative = { cumulative: null, cumulativeSource: null, added: { value: true, cumulative: true } };
  const contributions = [
    { unit: 'VPS', upload: 'year', parts: [{ period: 'N-2024', upload: 'year', value, source }] },
    { unit: 'KHTC', upload: 'third', parts: [{ period: '9T-2024', upload: 'third', value, source }] },
    { unit: 'TTRA', upload: 'only', parts: [] },
  ].map((each) => ({ ...each, ...cumulative, value, source }));
  const totals = sample.totals.map((total) =>
    total.indicator === 'E03' ? { ...total, contributions } : total,
  );
  const told = statementsOf({ ...sample, totals, narrative: [] });
  expect(told.map(({ unit, period, upload }) => [unit.code, period, upload])).toEqual([
    ['VPS', 'N-2024', 'year'],
    ['KHTC', '9T-2024', 'third'],
    ['TTRA', sample.period.id, 'only'],
  ]);
});
