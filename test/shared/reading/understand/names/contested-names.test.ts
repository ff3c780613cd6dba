import { describe, expect, it } from 'vitest';
import { contestedNames } from '../../../../../shared/reading/understand/names/contested-names.ts';
import type { Regime } from '../../../../../shared/regime/regime.ts';
import { regime } from '../../by-hand.ts';

/** The sample regime with another alias for the entry that `of` names. */
function withAlias(list: 'indicators' | 'sections' | 'units' | 'periods', of: string, alias: string): Regime {
  const idOf = (each: object) => Object.entries(each).find(([key]) => key === 'code' || key === 'id')?.[1];
  return {
    ...regime,
    [list]: regime[list].map((each) =>
      idOf(each) === of ? { ...each, aliases: [...each.aliases, alias] } : each,
    ),
  };
}

describe('a name that two entries claim', () => {
  it('stands nowhere in the sample regime', () => {
    expect(contestedNames(regime)).toEqual([]);
  });

  it.each([
    ['indicators', 'A06', 'Cá nhân', 'A07'],
    // As rows are compared: marks, case, numbering and "Trong đó" count for nothing.
    ['indicators', 'B01', '2. SO LUOT TIEP CONG DAN', 'B06'],
    ['sections', 'II.1', 'xây dựng và thực hiện dân chủ ở cơ sở', 'II.2'],
    ['units', 'KHTC', 'qldd', 'QLDD'],
    ['periods', 'Q1-2024', 'Báo cáo 6 tháng đầu năm 2024', '6T-2024'],
  ] as const)('is told in %s: %s called "%s"', (list, of, alias, other) => {
    const told = contestedNames(withAlias(list, of, alias)).map(({ message }) => message);
    expect(told).toContainEqual(expect.stringContaining(`"${other}"`));
    expect(told).toContainEqual(expect.stringContaining(`"${of}"`));
  });

  it('may be that of a part under two different wholes', () => {
    const [a, b] = ['B06', 'B09'];
    const part = regime.indicators.find(({ code }) => code === 'A06');
    if (!part) throw new Error('the sample has no A06');
    const partOf = (code: string) => ({
      ...part,
      code,
      name: { vi: 'Trong đó: nữ', en: 'of them women' },
      aliases: ['Nữ'],
    });
    const indicators = regime.indicators.flatMap((each) =>
      each.code === a || each.code === b ? [each, partOf(`${each.code}-1`)] : [each],
    );
    expect(contestedNames({ ...regime, indicators })).toEqual([]);
  });

  it('is a code that is spelt in two ways', () => {
    const indicators = regime.indicators.map((each, n) => (n === 1 ? { ...each, code: 'A1' } : each));
    expect(contestedNames({ ...regime, indicators })).toEqual([
      { path: ['indicators', 1, 'code'], message: '"A1" of "A1" is also a name of "A01" ("A01")' },
    ]);
  });
});
