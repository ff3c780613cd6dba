/** Figures that no sentence tells, one line each; what units wrote in words stands in a small table. */

import type { Table } from 'docx';
import { type GridCell, grid } from '../../documents/decree-tables.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { nameAsPart, nameInReport, reportWords as words } from '../../wording/documents.ts';
import { shortDay, withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Contribution, Summary } from '../summary.ts';
import { changeClauses, cumulativeTold, figure, totalOf } from './sentences.ts';

/**
 * One line for each figure, its parts ("trong đó") within; figures that nobody gave are left out, and those that a
 * sentence has `told`.
 */
export function figureLines(summary: Summary, section: string, told: ReadonlySet<string>): readonly string[] {
  const language = languageOf(summary.regime);
  const families: { whole: Indicator; parts: Indicator[] }[] = [];
  for (const indicator of indicatorsIn(summary, section)) {
    if (told.has(indicator.code)) continue;
    const last = families.at(-1);
    if (last && nameAsPart(indicator, language) !== null) last.parts.push(indicator);
    else families.push({ whole: indicator, parts: [] });
  }
  const lines = families.flatMap(({ whole, parts }) => {
    const value = whole.type === 'date' ? days(summary, whole) : amount(summary, whole, measured(whole));
    const within = parts.flatMap((part) => {
      const given = amount(summary, part, '');
      return given === '' ? [] : [`${nameAsPart(part, language)} ${given}`];
    });
    if (value === '' && within.length === 0) return [];
    const said = `${value || '—'}${within.length > 0 ? words.within(within) : ''}`;
    return [{ name: withCurlyQuotes(say(whole.name, language)), said }];
  });
  return lines.map(({ name, said }, n) => words.figure(name, said, n === lines.length - 1));
}

function indicatorsIn({ regime }: Summary, section: string): readonly Indicator[] {
  return regime.indicators.filter((each) => each.section === section && each.type !== 'text');
}

function measured({ unitOfMeasure }: Indicator): string {
  return unitOfMeasure === '%' ? '' : ` ${unitOfMeasure}`;
}

/** "45 cuộc, tăng 05 so với quý trước (lũy kế: 90)", "không phát sinh"; "" where nothing is known. */
function amount(summary: Summary, indicator: Indicator, unit: string): string {
  const total = totalOf(summary, indicator.code);
  if (!total || (total.value === null && total.cumulative === null)) return '';
  const { value } = total;
  const inPeriod =
    value === null
      ? '—'
      : value === 0 && indicator.type === 'count'
        ? words.zero
        : `${figure(indicator, value)}${unit}`;
  const clauses = changeClauses(summary, indicator, total);
  const sum = cumulativeTold(summary, indicator, total);
  return `${[inPeriod, ...clauses].join(', ')}${sum && ` (${sum})`}`;
}

/** Dates are not added up: how many units gave one, and from when to when. */
function days(summary: Summary, indicator: Indicator): string {
  const contributions = totalOf(summary, indicator.code)?.contributions ?? [];
  const given = contributions
    .flatMap(({ value }) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []))
    .sort();
  const [first, last] = [given.at(0), given.at(-1)];
  if (first === undefined || last === undefined) return '';
  return words.days(given.length, contributions.length, shortDay(first), shortDay(last));
}

/** Longer ones are narrative, and stand whole in the workbook. */
export const longestStatement = 120;

/** What units wrote as the state of something, each statement once with those who made it; null where there is nothing. */
export function statementTable(summary: Summary, section: string): Table | null {
  const names = new Map(summary.contributors.map(({ code, name }) => [code, name]));
  const rows = summary.regime.indicators
    .filter((indicator) => indicator.section === section && indicator.type === 'text')
    .flatMap((indicator) => statementRows(summary, indicator, names));
  return rows.length === 0 ? null : grid([62, 53, 50], words.statementColumns, rows, 12);
}

/** Whether the text tells a date or a text that Phụ lục I cannot add up. */
export function isToldInText(summary: Summary, indicator: Indicator): boolean {
  return indicator.type === 'date'
    ? days(summary, indicator) !== ''
    : statementRows(summary, indicator, new Map()).length > 0;
}

function statementRows(
  summary: Summary,
  indicator: Indicator,
  names: ReadonlyMap<string, string>,
): GridCell[][] {
  const contributions = totalOf(summary, indicator.code)?.contributions ?? [];
  const by = new Map<string, string[]>();
  for (const { unit, value } of contributions) {
    const text = statement(value);
    if (text === '') continue;
    const units = by.get(text);
    if (units) units.push(unit);
    else by.set(text, [unit]);
  }
  const groups = [...by].sort(([, a], [, b]) => a.length - b.length);
  if (groups.some(([text]) => text.length > longestStatement)) return [];
  const said = groups.reduce((sum, [, units]) => sum + units.length, 0);
  return groups.map(([text, units], n) => [
    n === 0 ? { text: nameInReport(indicator, languageOf(summary.regime)) } : { text: '', goesOn: true },
    { text },
    { text: whose(names, units, n > 0 && n === groups.length - 1 && said === contributions.length) },
  ]);
}

function statement(value: Contribution['value']): string {
  return value === null ? '' : String(value).replace(/^[-–] /, '');
}

const mostNames = 3;

function whose(names: ReadonlyMap<string, string>, codes: readonly string[], theRest: boolean): string {
  if (codes.length > mostNames) return theRest ? words.otherUnits(codes.length) : words.units(codes.length);
  return codes.map((code) => names.get(code) ?? code).join('; ');
}
