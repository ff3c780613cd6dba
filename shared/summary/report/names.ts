/** What an indicator is called where it stands by itself. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator, Regime } from '../../regime/regime.ts';
import { nameAsPart } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { spanWords } from '../../wording/spans.ts';
import type { Summary } from '../summary.ts';
import { baseOf, nameOfTotal } from './sentences.ts';
import { leadsSoFar, spanOf } from './standing-of-figures.ts';

/** What those who report are, together: "phòng, đơn vị", "UBND xã". */
export function unitNoun({ report }: Pick<Regime, 'report'>): string {
  return report.units ?? words.unit;
}

/** In Phụ lục I, where in one row stand the year so far and its last part: each opened with what another period left. */
export function nameInRow(summary: Summary, indicator: Indicator): string {
  const name = nameOfTotal(summary, indicator);
  if (indicator.acrossPeriods !== 'first' || !leadsSoFar(summary, indicator)) return name;
  return spanWords.openings(name, spanOf(summary).own, baseOf(summary, 'previous'));
}

/** "Trong đó: cá nhân" alone would not tell of what: a part stands behind its whole. @param nameOf of one that is no part */
export function nameWithWhole(
  { regime }: Summary,
  code: string,
  nameOf: (indicator: Indicator) => string,
): string {
  const language = languageOf(regime);
  const at = regime.indicators.findIndex((each) => each.code === code);
  const indicator = regime.indicators[at];
  if (!indicator) return code;
  const part = nameAsPart(indicator, language);
  const whole =
    part && regime.indicators.slice(0, at).findLast((each) => nameAsPart(each, language) === null);
  return whole ? words.partOf(nameOf(whole), part) : nameOf(indicator);
}
