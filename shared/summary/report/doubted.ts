/** What puts a figure in doubt, in words for whoever signs: units and indicators by name, no codes. */
import { languageOf } from '../../regime/language.ts';
import { lowerFirst, nameInReport, periodAlone } from '../../wording/documents.ts';
import { wayOutWords, briefWords as words } from '../../wording/report.ts';
import { inSpan, spanWords } from '../../wording/spans.ts';
import { dayInText, number } from '../../wording/vietnamese.ts';
import type { OpenBalance } from '../balances.ts';
import type { FigureDoubt } from '../matters.ts';
import type { Summary } from '../summary.ts';
import { nameWithWhole } from './names.ts';
import { partOfOutlier, spanOf } from './standing-of-figures.ts';

export function doubted(summary: Summary, doubt: FigureDoubt): string {
  const { regime, earlier } = summary;
  const language = languageOf(regime);
  const { name: span } = spanOf(summary);
  const nameOf = (code: string) => nameInSpan(summary, code);
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
      namedFigures(summary, doubt.figures),
      wayOutTold(summary, doubt),
    );
  }
  const unit = unitName(summary, doubt.unit);
  if (doubt.kind === 'nil-dated') {
    const period = regime.periods.find(({ id }) => id === doubt.period);
    const of = period ? lowerFirst(periodAlone(period, language)) : doubt.period;
    return words.nilDated(unit, of, nameOf(doubt.indicator), dayInText(doubt.day));
  }
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
          named(summary, doubt.indicator, (whole) => whole),
          part,
        );
  const usual = words.usual[doubt.against](number(doubt.usual));
  return words.outlier(unit, name, number(doubt.value), usual);
}

/** Of more the workbook has the names. */
const mostNames = 4;

/** Whose figures would close the balance, which the workbook names one by one; "" where nobody states any that would. */
export function wayOutTold(summary: Summary, { wayOut }: OpenBalance): string {
  if (wayOut === null) return '';
  return wayOutWords.told(
    wayOut.figures.map(({ value }) => number(value)),
    wayOut.units.length > mostNames
      ? [words.units(wayOut.units.length)]
      : wayOut.units.map(({ unit }) => unitName(summary, unit)),
  );
}

/** "số đơn tiếp nhận trong năm 784". */
export function namedFigures(summary: Summary, figures: OpenBalance['figures']): readonly string[] {
  return figures.map(({ indicator, value }) => `${nameInSpan(summary, indicator)} ${number(value)}`);
}

function unitName({ contributors, units }: Summary, code: string): string {
  const all = [...contributors, ...units.map(({ unit }) => unit)];
  return all.find((each) => each.code === code)?.name ?? code;
}

function nameInSpan(summary: Summary, code: string): string {
  const { kind, name: span } = spanOf(summary);
  return named(summary, code, (whole) => inSpan(whole, kind, span));
}

function named(summary: Summary, code: string, nameOf: (whole: string) => string): string {
  const language = languageOf(summary.regime);
  return lowerFirst(nameWithWhole(summary, code, (each) => nameOf(nameInReport(each, language))));
}
