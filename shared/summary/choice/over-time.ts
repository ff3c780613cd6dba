/** What a unit says more than once, or said in one period of a year alone. */

import type { Judged } from './choose.ts';
import type { Context } from './context.ts';
import { isRunOf, isSaidMoreFully } from './said-more-fully.ts';
import type { Part } from './statements.ts';
import { figuresIn, isDenial, isOfItsPeriod, nothingTold, scoreOf } from './substance.ts';
import { leastScore } from './within-room.ts';
import { isMerit } from './worth.ts';

/**
 * Of what a unit says twice the fuller; nobody has to look through a unit's sentences beyond so many. @param periods of the
 * year, oldest first
 */
export function withoutShorter(candidates: readonly Judged[], periods: readonly string[]): readonly Judged[] {
  const now = periods.at(-1) ?? '';
  const byUnit = Map.groupBy(candidates.filter(isItsOwn), ({ unit }) => unit.code);
  return candidates.map((each) => {
    const own = isItsOwn(each) ? (byUnit.get(each.unit.code) ?? []) : [];
    const others = own.length > mostCompared ? [] : own.filter((other) => other !== each);
    const isFuller = each.part === 'upward' ? isRunOf : isSaidMoreFully;
    if (others.some((other) => isFuller(each.shown, other.shown))) return { ...each, verdict: 'less-full' };
    const same = others.filter(({ shown }) => isFuller(shown, each.shown));
    const again = same.some(({ period }) => period === now);
    const said = new Set([each, ...same].flatMap((one) => [one, ...one.alike]).map(({ period }) => period));
    return dated(each, now, again ? periods.find((period) => said.has(period)) : undefined);
  });
}

/** What was said earlier in a year counts less, unless its unit says so still; figures are of their months in any case. */
function dated(judged: Judged, now: string, since: string | undefined): Judged {
  if (judged.period === now) return judged;
  if (since !== undefined && figuresIn(judged.shown).length === 0) return { ...judged, since };
  const score = judged.score + scoreOf(['earlier']);
  const least = leastScore[judged.part];
  const isTooLittle = judged.verdict === 'chosen' && least !== undefined && score < least;
  return {
    ...judged,
    score,
    signs: [...judged.signs, 'earlier'],
    verdict: isTooLittle ? 'no-substance' : judged.verdict,
  };
}

/** What a year's other periods, or its sums, may say otherwise; what the unit said in each of them stands. */
export function withoutOvertaken(
  candidates: readonly Judged[],
  { figures }: Context,
  periods: readonly string[],
): readonly Judged[] {
  const now = periods.at(-1);
  return candidates.map((each) => {
    const { unit, period, alike, shown, part, verdict } = each;
    if (verdict !== 'chosen' || period === now || !assessed.has(part)) return each;
    const said = new Set(
      [each, ...alike].filter((one) => one.unit.code === unit.code).map((one) => one.period),
    );
    if (said.size === periods.length) return each;
    const told = figures.get(`${unit.code} ${period}`) ?? nothingTold;
    const isNone = isMerit.has(part) && isDenial(shown);
    return isNone || isOfItsPeriod(shown, told) ? { ...each, verdict: 'overtaken' } : each;
  });
}

/** In the other parts stands what is asked or planned. */
export const assessed: ReadonlySet<Part> = new Set(['results', 'strengths', 'weaknesses', 'causes']);

const mostCompared = 40;

/** Nobody else wrote it, and nothing else stands against it. */
function isItsOwn({ verdict, unit, alike }: Judged): boolean {
  return verdict === 'chosen' && alike.every((each) => each.unit.code === unit.code);
}
