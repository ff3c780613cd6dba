import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address } from '../../../../shared/documents/sheet-plan.ts';
import { added, joined } from '../../../../shared/summary/workbook/formulas.ts';

const inRow7 = (place: number) => address(7, 5 + place);

describe('a sum that leaves some cells out', () => {
  it('names the runs between them', () => {
    expect(added(joined([true, true, false, true]), inRow7, true)).toBe('SUM(E7:F7,H7)');
    expect(added(joined([true, true, true]), inRow7, false)).toBe('IF(COUNT(E7:G7)=0,"—",SUM(E7:G7))');
  });

  it('is none where nothing is added, or where Excel takes no such formula', () => {
    expect(added(joined([false]), inRow7, true)).toBeNull();
    const alternating = Array.from({ length: 600 }, (_, n) => n % 2 === 0);
    expect(added(joined(alternating), inRow7, true)).toBeNull();
  });

  it('adds each cell that is to be added once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (isAdded) => {
        const places = joined(isAdded).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, n) => first + n),
        );
        expect(places).toEqual(isAdded.flatMap((yes, at) => (yes ? [at] : [])));
      }),
    );
  });
});
