/** What an indicator is called where it stands by itself. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator, Regime } from '../../regime/regime.ts';
import { nameAsPart } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import type { Summary } from '../summary.ts';

/** What those who report are, together: "phòng, đơn vị", "UBND xã". */
export function unitNoun({ report }: Pick<Regime, 'report'>): string {
  return report.units ?? words.unit;
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
