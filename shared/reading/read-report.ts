/** One file → what it says and whether it can be accepted: open, understand, judge. */
import { findings as words } from '../wording/findings.ts';
import { unreadable } from '../wording/unreadable-findings.ts';
import { judgeBlanks } from './judge/blanks.ts';
import { judgeChecks } from './judge/checks.ts';
import { judgeCumulative } from './judge/cumulative.ts';
import { judgeConversions } from './judge/judge-conversions.ts';
import { judgeLegacyFonts } from './judge/judge-legacy-fonts.ts';
import { judgeNarrativeFigures } from './judge/narrative-figures.ts';
import { inOrder, stateOf } from './judge/verdict.ts';
import type { NeutralDocument } from './model/document.ts';
import { finding } from './model/finding.ts';
import { Ledger } from './model/ledger.ts';
import type { Finding, Reading, Task } from './model/reading.ts';
import { Budget } from './open/budget.ts';
import { openDocument } from './open/open-document.ts';
import { UnreadableFile } from './open/unreadable-file.ts';
import { judgeIdentity } from './understand/identity.ts';
import type { Told } from './understand/narrative.ts';
import { understandDocument } from './understand/understand-document.ts';
import { type FormValues, readValues } from './understand/values.ts';

/**
 * Reads one report file. The same bytes and task always give the same reading. A file that cannot be opened is
 * `unreadable` with one finding; any other error is the system's own and is thrown.
 * @param budget the time there is; a reading that takes longer ends as `unreadable`, too
 */
export async function readReport(
  bytes: Uint8Array,
  task: Task,
  budget = Budget.unlimited(),
): Promise<Reading> {
  try {
    return readDocument(await openDocument(bytes, budget), task, budget);
  } catch (error) {
    if (error instanceof UnreadableFile) return unreadableAs(error);
    throw error;
  }
}

/** The reading of a file that cannot be opened, whatever duty it was sent for. */
export function unreadableAs({ code, seen }: UnreadableFile): Reading {
  return unreadableReading(code, seen);
}

/** The reading of a file on which the reader was stopped more than once. */
export function engineFailed(): Reading {
  return unreadableReading('ENGINE_FAILED', null);
}

/** The reading of a file whose bytes are not those announced for it: nobody vouches for what is in it. */
export function fileChanged(): Reading {
  return unreadableReading('FILE_CHANGED', null);
}

/**
 * Reads what a reader has opened already.
 * @throws UnreadableFile TOO_MUCH_TO_READ
 */
export function readDocument(whole: NeutralDocument, task: Task, budget = Budget.unlimited()): Reading {
  const ledger = new Ledger();
  const { document, forms: all, told } = understandDocument(whole, task, ledger, budget);
  const forms = all.filter(({ table }) => !table.hidden);
  const form = readValues(all, task);
  const findings = inOrder(
    [
      ...judgeIdentity(told.title, document.mark ?? null, task),
      ...(task.period.kind === 'periodic' ? judgeFigures() : judgeNarrativeOnly(told, task)),
      ...judgeOutside(told),
      ...judgeLegacyFonts(document),
      ...judgeConversions(document, forms, form.values),
    ],
    document,
  );
  return {
    state: stateOf(findings),
    format: document.format,
    findings,
    values: form.values,
    narrative: told.narrative,
    ...ledger.close(whole),
  };

  function judgeFigures(): readonly Finding[] {
    if (forms.length === 0) return [...form.findings, finding(words.NO_FORM())];
    if (isEmpty(form, told, task)) return [...form.findings, finding(words.EMPTY_REPORT())];
    return [
      ...form.findings,
      ...judgeBlanks(forms, form.values, task),
      ...judgeChecks(form.values, task),
      ...judgeCumulative(form.values, task),
      ...judgeNarrativeFigures(told.narrative, form.values, task),
      ...judgeNarrative(told, task),
    ];
  }
}

const readable = '.xlsx, .docx, .ods, .odt, .csv, .pdf, .xls';

function unreadableReading(code: UnreadableFile['code'], found: string | null): Reading {
  return {
    state: 'unreadable',
    format: null,
    findings: [finding(unreadable(code), { found, expected: readable })],
    values: [],
    narrative: [],
    skipped: [],
    counts: { read: 0, skipped: 0, total: 0 },
  };
}

/** Nothing filled in but, at most, the opening figures with which the form is handed out. */
function isEmpty({ values, findings }: FormValues, told: Told, { regime }: Task): boolean {
  const opening = new Set(regime.indicators.filter((i) => i.acrossPeriods === 'first').map((i) => i.code));
  const unreadableCell = findings.some(({ severity }) => severity === 'error');
  const blank = values.every(
    ({ indicator, value, cumulative }) => (value === null && cumulative === null) || opening.has(indicator),
  );
  return blank && !unreadableCell && told.narrative.length === 0;
}

function judgeNarrative(told: Told, { regime }: Task): readonly Finding[] {
  if (told.narrative.length === 0) return [finding(words.NARRATIVE_MISSING())];
  const missing = regime.sections.filter(({ id }) => !told.narrative.some(({ section }) => section === id));
  if (missing.length === 0) return [];
  return [finding(words.NARRATIVE_PARTIAL({ sections: missing.map(({ id }) => id).join(', ') }))];
}

function judgeNarrativeOnly(told: Told, { regime }: Task): readonly Finding[] {
  if (told.narrative.length > 0) return [];
  const sections = regime.sections.map(({ id, title }) => `${id}. ${title.vi}`).join('; ');
  return told.sections.length > 0
    ? [finding(words.EMPTY_SECTIONS())]
    : [finding(words.NO_SECTION({ sections }))];
}

function judgeOutside({ outside }: Told): readonly Finding[] {
  const [first] = outside;
  if (!first) return [];
  const evidence = { where: first.piece.source, found: first.text };
  return [finding(words.NARRATIVE_OUTSIDE({ count: String(outside.length) }), evidence)];
}
