/** What puts a figure in doubt, in words for whoever signs: units and indicators by name, no codes. */
import { languageOf } from '../../regime/language.ts';
import { lowerFirst, nameInReport, periodAlone } from '../../wording/documents.ts';
import { briefWords as words } from '../../wording/report.ts';
import { inSpan, spanWords } from '../../wording/spans.ts';
import { number } from '../../wording/vietnamese.ts';
import type { FigureDoubt } from '../matters.ts';
import type { Summary } from '../summary.ts';
import { nameWithWhole } from './names.ts';
import { partOfOutlier, spanOf } from './standing-of-figures.ts';

export function doubted(summary: Summary, doubt: FigureDoubt): string {
  const { contributors, units, regime, earlier } = summary;
  const language = languageOf(regime);
  const { kind, name: span } = spanOf(summary);
  const named = (code: string, nameOf: (whole: string) => string) =>
    lowerFirst(nameWithWhole(summary, code, (each) => nameOf(nameInReport(each, language))));
  const nameOf = (code: string) => named(code, (whole) => inSpan(whole, kind, span));
  if (doubt.kind === 'stated') {
    const [most, ...others] = doubt.figures;
    if (!most) return '';
    const { added, stated } = most;
    return words.stated(
      ...([nameOf(most.indicator), number(added), number(stated)] as const),
      number(Math.abs(stated - added)),
      others.length,
    );
  }
  if (doubt.kind === 'untold') return words.untold(doubt.indicators.map(nameOf));
  if (doubt.kind === 'unbalanced') {
    return words.unbalanced(
      doubt.untold.map(nameOf),
      doubt.figures.map(({ indicator, value }) => `${nameOf(indicator)} ${number(value)}`),
    );
  }
  const all = [...contributors, ...units.map(({ unit }) => unit)];
  const unit = all.find(({ code }) => code === doubt.unit)?.name ?? doubt.unit;
  if (doubt.kind === 'gap') {
    const periods = doubt.periods.map((id) => {
      const line = earlier.year.find(({ period }) => period === id);
      return line ? lowerFirst(periodAlone(line, language)) : id;
    });
    return words.gap(unit, periods);
  }
  if (doubt.kind === 'discrepancy') {
    const name = nameOf(doubt.indicator);
    return words.discrepancy(unit, name, number(doubt.added), number(doubt.stated), lowerFirst(span));
  }
  const part = partOfOutlier(summary, doubt);
  // In a figure of the part alone "kỳ" is the part, and not what the report is of.
  const name =
    part === null
      ? nameOf(doubt.indicator)
      : spanWords.nameOfPart(
          named(doubt.indicator, (whole) => whole),
          part,
        );
  const usual = words.usual[doubt.against](number(doubt.usual));
  return words.outlier(unit, name, number(doubt.value), usual);
}
