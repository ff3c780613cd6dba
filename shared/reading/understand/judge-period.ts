/** Whether the title block speaks of the duty's own period, and is the kind of paper that the period asks for. */

import { languageOf } from '../../regime/language.ts';
import { say, type Text } from '../../vocabulary/text.ts';
import { findings as words } from '../../wording/findings.ts';
import { finding } from '../model/finding.ts';
import type { Finding, Task } from '../model/reading.ts';
import { fold } from './folding.ts';
import type { Line, Statement } from './lines.ts';
import { isOf, namedPeriods, namesAnotherYear, statedPeriods, yearsIn } from './stated-period.ts';

const kinds: Readonly<Record<Task['period']['kind'], { readonly title: RegExp; readonly words: Text }>> = {
  plan: { title: /\bke hoach\b/, words: { vi: 'KẾ HOẠCH', en: 'a plan' } },
  periodic: { title: /\bbao cao\b/, words: { vi: 'BÁO CÁO', en: 'a report' } },
  review: { title: /\b(bao cao|tong ket|so ket)\b/, words: { vi: 'BÁO CÁO', en: 'a report' } },
};

/** Errors where another period is meant, warnings where one is named beside the right one or none is. */
export function judgePeriod(statements: readonly Statement[], task: Task): Finding[] {
  const { period, unit } = task;
  // "KẾ HOẠCH - TÀI CHÍNH" heads the papers of Phòng Kế hoạch - Tài chính.
  const inUnitName = (text: string) => fold(unit.name).includes(fold(text));
  const titles = statements.filter(({ label, text }) => label !== 'unit' && !inUnitName(text));
  const heads = (kind: RegExp) =>
    titles.find(({ text }) => kind.test(fold(text).split(' ').slice(0, 2).join(' ')));
  const wrongKind = heads(period.kind === 'plan' ? /^bao cao$/ : /^ke hoach$/);
  if (wrongKind && !heads(period.kind === 'plan' ? /^ke hoach$/ : /^bao cao$/))
    return [otherPeriod(wrongKind.line, task)];

  const said: Finding[] = [];
  const { title, words: kind } = kinds[period.kind];
  if (period.kind !== 'periodic' && !titles.some(({ text }) => title.test(fold(text)))) {
    said.push(finding(words.NO_TITLE({ kind }), { expected: say(kind, languageOf(task.regime)) }));
  }
  return [...said, ...judgeNamed(titles, task)];
}

/** What the titles name, other periods before none. */
function judgeNamed(titles: readonly Statement[], task: Task): Finding[] {
  const own = titles.filter((statement) => speaksOf(statement, task) === 'own');
  const others = titles.filter((statement) => speaksOf(statement, task) === 'other');
  const labelled =
    others.find(({ label }) => label === 'period') ?? (own.length === 0 ? others[0] : undefined);
  if (labelled) return [otherPeriod(labelled.line, task)];
  const period = nameOf(task);
  const [left] = others;
  if (left) {
    const { line } = left;
    return [
      finding(words.PERIOD_ALSO_NAMED({ period }), {
        where: line.piece.source,
        found: line.text,
        expected: period,
      }),
    ];
  }
  return own.length > 0 ? [] : [finding(words.PERIOD_NOT_STATED({ period }), { expected: period })];
}

function nameOf({ period, regime }: Task): string {
  return `${say(period.title, languageOf(regime))} (${period.id})`;
}

function otherPeriod(line: Line, task: Task): Finding {
  const period = nameOf(task);
  return finding(words.OTHER_PERIOD({ period }), {
    where: line.piece.source,
    found: line.text,
    expected: period,
  });
}

function speaksOf({ text, label }: Statement, { period: asked, regime }: Task): 'own' | 'other' | null {
  const named = namedPeriods(text, regime);
  if (named.some(({ id }) => id === asked.id)) return 'own';
  const foreign = named.find(({ kind }) => kind !== 'review' || asked.kind === 'review' || isTitle(text));
  if (foreign || namesAnotherYear(text, asked, regime)) return 'other';
  const years = label === 'period' && asked.kind !== 'review' ? yearsIn(text) : [];
  if (years.length > 0 && !years.includes(regime.year)) return 'other';
  const stated = statedPeriods(text);
  if (asked.kind !== 'periodic') {
    const ofPlan = stated.map(({ year }) => year).filter((year) => year !== null);
    // A review looks back over years; only a plan is of one year.
    if (asked.kind === 'review' || ofPlan.length === 0) return null;
    return ofPlan.includes(regime.year) ? 'own' : 'other';
  }
  if (stated.some((each) => isOf(each, asked, regime))) return 'own';
  const sure = stated.find(({ sure: certain, year }) => certain || (year !== null && year !== regime.year));
  const titled = label === 'period' || isTitle(text) || stated.some(({ sure: certain }) => certain);
  return sure && titled ? 'other' : null;
}

function isTitle(text: string): boolean {
  return /\b(bao cao|ket qua|ke hoach|tong ket|so ket|bieu)\b/.test(fold(text));
}
