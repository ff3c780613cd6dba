/** Sentences of the units as lines of the report, each with whose it is. */
import { languageOf } from '../../regime/language.ts';
import { lowerFirst, periodAlone } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import { authorsOf, type Choice, type Judged, type Verdict } from '../choice/choose.ts';
import type { Summary } from '../summary.ts';
import type { Line } from './line.ts';
import { bySharedHeads, type SharedHead } from './shared-heads.ts';

/** A sentence of one unit, or of several who wrote the same. */
export function saidLine(summary: Summary, of: Judged): Line {
  return { kind: 'said', text: textOf(summary, of), of };
}

/** What is asked, requests of one mould in one line. */
export function requestLines(summary: Summary, { all }: Choice, told: readonly Judged[]): readonly Line[] {
  const asked = all.filter(({ part, verdict }) => part === 'upward' && asks.has(verdict));
  return bySharedHeads(told, asked).flatMap((each): Line[] => {
    if (!('head' in each)) return [saidLine(summary, each)];
    const [of, ...others] = each.told.map((request) => request.of);
    return of ? [{ kind: 'said', text: sharedTextOf(summary, each), of, with: others }] : [];
  });
}

/** Not what the office struck, or what is of last year; those who wrote the same stand with the first of them. */
const asks: ReadonlySet<Verdict> = new Set(['pinned', 'chosen', 'similar', 'less-full', 'no-room']);

/** The sentence, and in brackets whose it is. */
function textOf(summary: Summary, judged: Judged): string {
  const text = withCurlyQuotes(judged.shown);
  const { count, named: names } = authorsOf(judged);
  if (count === 1) return words.said(text, named(summary, judged.unit.name, judged.period));
  return words.saidByMany(count, lowerFirst(text), count > names.length ? [] : names);
}

/** "97 đơn vị cùng đề nghị …, như: … (…); … (…)". */
function sharedTextOf(summary: Summary, { head, told, asking }: SharedHead): string {
  const requests = told.map(({ of, tail }) => {
    const { count, named: names } = authorsOf(of);
    const whose = count === 1 ? named(summary, of.unit.name, of.period) : names.join('; ');
    return words.statedBy(withCurlyQuotes(tail), count > names.length ? words.someUnits(count) : whose);
  });
  const authors = new Set(told.flatMap(({ of }) => [of, ...of.alike]).map(({ unit }) => unit.code));
  return words.askedByMany(asking, lowerFirst(withCurlyQuotes(head)), authors.size < asking, requests);
}

/** Of a year's earlier period with the period: its figures are of those months alone. */
function named({ period: own, earlier, regime }: Summary, name: string, period: string): string {
  const line = period === own.id ? undefined : earlier.year.find((each) => each.period === period);
  return line
    ? words.inPeriod(name, inTheYear(lowerFirst(periodAlone(line, languageOf(regime))), regime.year))
    : name;
}

/** "quý I" within the report of its year, "6 tháng đầu năm" within the same. */
export function inTheYear(period: string, year: number): string {
  return period.replace(new RegExp(`(?<!đầu|cuối) năm ${year}| ${year}`), '');
}
