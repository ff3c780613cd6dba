import { describe, expect, it } from 'vitest';
import { byDue, extendedUntil } from '../../../../functions/portal/page/due-moves.ts';

const zone = 'Asia/Ho_Chi_Minh';
const common = '2024-03-18T23:59:59+07:00';
const unit = (code: string, due: string | null) => ({ code, name: code, due });
const codes = (units: readonly { readonly code: string }[]) => units.map(({ code }) => code);

describe('the deadlines of many units', () => {
  it('are of each its own, the earliest first, and said to be its own where they are later than the common one', () => {
    const units = [
      unit('A', '2024-03-22T16:59:59Z'),
      unit('B', common),
      unit('C', '2024-03-18T16:59:59Z'),
      unit('D', null),
    ];
    expect(byDue(units, common).map(({ isOwn, units: of }) => [isOwn, codes(of)])).toEqual([
      [false, ['B', 'C']],
      [true, ['A']],
    ]);
    expect(byDue(units, null).map(({ isOwn }) => isOwn)).toEqual([false, false]);
  });

  it.each([
    ['who has until a later day keeps it', '2024-03-22T23:59:59+07:00', false],
    ['who has until that very day keeps it', '2024-03-20T23:59:59+07:00', false],
    ['whose hours end within that day gains the rest of it', '2024-03-20T03:59:59+07:00', true],
    ['who has until an earlier day gains', common, true],
    ['of whom nothing is known is left to the portal', null, true],
  ])('given until the end of a day: %s', (_, due, gains) => {
    const { moved, kept } = extendedUntil([unit('A', due)], '2024-03-20', zone);
    expect([codes(moved), codes(kept)]).toEqual(gains ? [['A'], []] : [[], ['A']]);
  });
});
