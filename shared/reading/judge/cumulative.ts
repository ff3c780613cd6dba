/** What period and cumulative figures of one report say about each other. */
import type { Indicator } from '../../regime/regime.ts';
import { inEach, say } from '../../vocabulary/text.ts';
import { findings as words } from '../../wording/findings.ts';
import { placesOf } from '../../wording/places.ts';
import { finding, nameOf } from '../model/finding.ts';
import type { Finding, ReadingRegime, Task, Value } from '../model/reading.ts';
import { writeDate } from '../understand/dates.ts';
import { writeNumber } from '../understand/numbers.ts';

interface Pair {
  readonly indicator: Indicator;
  readonly value: Value;
  readonly inPeriod: number;
  readonly cumulative: number;
}

// A few equal pairs are chance: nothing happened in the periods before.
const fewestEqual = 5;

/** For figures that add up over periods, and days, of a periodic report. */
export function judgeCumulative(values: readonly Value[], { regime, period }: Task): readonly Finding[] {
  if (period.kind !== 'periodic') return [];
  const pairs = values.flatMap((value): Pair[] => {
    const indicator = regime.indicators.find(({ code }) => code === value.indicator);
    if (indicator?.acrossPeriods !== 'sum') return [];
    if (typeof value.value !== 'number' || typeof value.cumulative !== 'number') return [];
    return [{ indicator, value, inPeriod: value.value, cumulative: value.cumulative }];
  });
  const first = period.window?.from === period.cumulativeFrom;
  const said = pairs.flatMap((pair) => {
    const p = { indicator: nameOf(pair.indicator, regime) };
    const evidence = {
      where: pair.value.cumulativeSource,
      found: `lũy kế ${writeNumber(pair.cumulative)}; trong kỳ ${writeNumber(pair.inPeriod)}`,
    };
    if (pair.cumulative < pair.inPeriod) {
      const expected = `≥ ${writeNumber(pair.inPeriod)}`;
      return [finding(words.CUMULATIVE_BELOW_PERIOD(p), { ...evidence, expected })];
    }
    if (first && pair.cumulative !== pair.inPeriod) {
      const expected = writeNumber(pair.inPeriod);
      return [finding(words.CUMULATIVE_NOT_FIRST(p), { ...evidence, expected })];
    }
    return [];
  });
  const filled = pairs.filter(({ inPeriod }) => inPeriod > 0);
  if (!first && filled.length >= fewestEqual && filled.every((pair) => pair.cumulative === pair.inPeriod)) {
    const codes = filled.map(({ indicator }) => indicator.code).join(', ');
    said.push(finding(words.CUMULATIVE_IN_PERIOD({ codes }), { where: filled[0]?.value.source ?? null }));
  }
  return [...said, ...twoDays(values, regime)];
}

/** The last day of the year so far is the period's own, where there is one: another one beside it contradicts it. */
function twoDays(values: readonly Value[], regime: ReadingRegime): readonly Finding[] {
  return values.flatMap(({ indicator: code, value, source, cumulative, cumulativeSource }) => {
    const indicator = regime.indicators.find((each) => each.code === code);
    if (indicator?.type !== 'date' || indicator.acrossPeriods !== 'last' || !source) return [];
    if (typeof value !== 'string' || typeof cumulative !== 'string' || value === cumulative) return [];
    const place = inEach((language) => `${say(placesOf([source]), language)} = ${writeDate(value)}`);
    const about = words.DUPLICATE_DIFFERS({ indicator: nameOf(indicator, regime), place });
    const found = writeDate(cumulative);
    return [finding(about, { where: cumulativeSource, found, expected: writeDate(value) })];
  });
}
