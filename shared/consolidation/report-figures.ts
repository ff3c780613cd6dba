/** A section's figures in the report's text: sums as sentences, what units wrote in words as a small table. */
import type { Table } from 'docx';
import { type GridCell, grid } from '../documents/decree-tables.ts';
import type { Indicator } from '../regime/regime.ts';
import { nameAsPart, reportWords as words } from '../wording/documents.ts';
import { number, numberInText, shortDay, withCurlyQuotes } from '../wording/vietnamese.ts';
import type { Contribution, Summary, Total } from './summary.ts';

/** One line for each figure, its parts ("trong đó") within; figures that nobody gave are left out. */
export function figureLines(summary: Summary, section: string): readonly string[] {
  const families: { whole: Indicator; parts: Indicator[] }[] = [];
  for (const indicator of indicatorsIn(summary, section)) {
    const last = families.at(-1);
    if (last && nameAsPart(indicator) !== null) last.parts.push(indicator);
    else families.push({ whole: indicator, parts: [] });
  }
  const lines = families.flatMap(({ whole, parts }) => {
    const value = whole.type === 'date' ? days(summary, whole) : amount(summary, whole, measured(whole));
    const within = parts.flatMap((part) => {
      const given = amount(summary, part, '');
      return given === '' ? [] : [`${nameAsPart(part)} ${given}`];
    });
    if (value === '' && within.length === 0) return [];
    const said = `${value || '—'}${within.length > 0 ? words.parts(within) : ''}`;
    return [{ name: withCurlyQuotes(whole.name.vi), said }];
  });
  return lines.map(({ name, said }, n) => words.figure(name, said, n === lines.length - 1));
}

/** Whether the period opens the year: its cumulative figures then are those of the period. */
export function opensYear({ period }: Summary): boolean {
  return period.window !== undefined && period.window.from === period.cumulativeFrom;
}

function indicatorsIn({ regime }: Summary, section: string): readonly Indicator[] {
  return regime.indicators.filter((each) => each.section === section && each.type !== 'text');
}

function totalOf({ totals }: Summary, { code }: Indicator): Total | undefined {
  return totals.find(({ indicator }) => indicator === code);
}

function measured({ unitOfMeasure }: Indicator): string {
  return unitOfMeasure === '%' ? '' : ` ${unitOfMeasure}`;
}

function amount(summary: Summary, indicator: Indicator, unit: string): string {
  const { value = null, cumulative = null } = totalOf(summary, indicator) ?? {};
  const written = (each: number) =>
    indicator.unitOfMeasure === '%' ? `${number(each)}%` : numberInText(each);
  const inPeriod = value === null ? '' : `${written(value)}${unit}`;
  if (cumulative === null || (opensYear(summary) && cumulative === value)) return inPeriod;
  return `${inPeriod || '—'}${words.cumulative(written(cumulative))}`;
}

/** Dates are not added up: how many units gave one, and from when to when. */
function days(summary: Summary, indicator: Indicator): string {
  const contributions = totalOf(summary, indicator)?.contributions ?? [];
  const given = contributions
    .flatMap(({ value }) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []))
    .sort();
  const [first, last] = [given.at(0), given.at(-1)];
  if (first === undefined || last === undefined) return '';
  return words.days(given.length, contributions.length, shortDay(first), shortDay(last));
}

// Longer ones are narrative: they stand under the unit's name, and whole in the workbook.
const longestStatement = 120;

/** What units wrote as the state of something, each statement once with those who made it; null where there is nothing. */
export function statementTable(summary: Summary, section: string): Table | null {
  const rows = summary.regime.indicators
    .filter((indicator) => indicator.section === section && indicator.type === 'text')
    .flatMap((indicator) => statementRows(summary, indicator));
  return rows.length === 0 ? null : grid([62, 53, 50], words.statementColumns, rows, 12);
}

function statementRows(summary: Summary, indicator: Indicator): GridCell[][] {
  const contributions = totalOf(summary, indicator)?.contributions ?? [];
  const by = new Map<string, string[]>();
  for (const { unit, value } of contributions) {
    const text = statement(value);
    if (text !== '') by.set(text, [...(by.get(text) ?? []), unit]);
  }
  const groups = [...by].sort(([, a], [, b]) => a.length - b.length);
  if (groups.some(([text]) => text.length > longestStatement)) return [];
  const said = groups.reduce((sum, [, units]) => sum + units.length, 0);
  return groups.map(([text, units], n) => [
    n === 0 ? { text: withCurlyQuotes(indicator.name.vi) } : { text: '', goesOn: true },
    { text },
    { text: whose(summary, units, n > 0 && n === groups.length - 1 && said === contributions.length) },
  ]);
}

function statement(value: Contribution['value']): string {
  return value === null ? '' : String(value).replace(/^[-–] /, '');
}

const mostNames = 3;

function whose(summary: Summary, codes: readonly string[], theRest: boolean): string {
  if (codes.length > mostNames) return theRest ? words.otherUnits(codes.length) : words.units(codes.length);
  return summary.units
    .filter(({ unit }) => codes.includes(unit.code))
    .map(({ unit }) => unit.name)
    .join('; ');
}
