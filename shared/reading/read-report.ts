/** One file → what it says and whether it can be accepted: open, understand, judge. */
import { languageOf } from '../regime/language.ts';
import { say } from '../vocabulary/text.ts';
import { findings as words } from '../wording/findings.ts';
import type { UnreadPiece } from '../wording/unread.ts';
import { judgeBlanks } from './judge/blanks.ts';
import { judgeChecks } from './judge/checks.ts';
import { judgeCumulative } from './judge/cumulative.ts';
import { judgeActive } from './judge/judge-active.ts';
import { judgeConversions } from './judge/judge-conversions.ts';
import { judgeDamage, withoutDamage } from './judge/judge-damage.ts';
import { judgeDoubts, judgeOtherDoubts, judgeRowsInDoubt } from './judge/judge-doubts.ts';
import { judgeLegacyFonts } from './judge/judge-legacy-fonts.ts';
import { judgeNarrativeFigures } from './judge/narrative-figures.ts';
import { Unread } from './judge/unread.ts';
import { inOrder, stateOf } from './judge/verdict.ts';
import type { NeutralDocument } from './model/document.ts';
import { finding } from './model/finding.ts';
import { Ledger } from './model/ledger.ts';
import type { Finding, Reading, Task } from './model/reading.ts';
import { Budget } from './open/budget.ts';
import { openDocument } from './open/open-document.ts';
import { UnreadableFile } from './open/unreadable-file.ts';
import { judgeIdentity } from './understand/identity.ts';
import { RowMatcher } from './understand/matching.ts';
import { longestSection, type Told } from './understand/narrative.ts';
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
    if (!(error instanceof UnreadableFile)) throw error;
    // Its many words travel only to whom they concern.
    const { unreadableReading } = await import('./unreadable-reading.ts');
    return unreadableReading(error.code, error.seen);
  }
}

/**
 * Reads what a reader has opened already.
 * @throws UnreadableFile TOO_MUCH_TO_READ
 */
export function readDocument(given: NeutralDocument, task: Task, budget = Budget.unlimited()): Reading {
  const ledger = new Ledger();
  const understood = understandDocument(given, task, ledger, budget);
  const { whole, document, letters, forms: all, told } = understood;
  const forms = all.filter(({ table }) => !table.hidden);
  const form = readValues(document, all, task);
  const unread = new Unread(document);
  const damage = judgeDamage(document);
  const said = damage.isWidespread ? [] : judgeContent();
  const findings = inOrder(
    [...said, ...damage.findings, ...letters, ...judgeLetters(), ...judgeActive(document)],
    document,
  );
  return {
    state: stateOf(findings),
    format: document.format,
    findings,
    ...withoutDamage({ values: form.values, narrative: told.narrative }, damage),
    ...ledger.close(whole),
  };

  function judgeContent(): readonly Finding[] {
    return [
      ...judgeIdentity(told.title, document.mark ?? null, task),
      ...(task.period.kind === 'periodic' ? judgeFigures() : judgeNarrativeOnly(told, task)),
      ...judgeOutside(told),
      ...judgeCut(told),
    ];
  }

  function judgeLetters(): readonly Finding[] {
    return [...judgeLegacyFonts(document), ...judgeConversions(document, forms, form.values)];
  }

  function unreadInForms(): readonly UnreadPiece[] {
    const beside = forms.flatMap((each) => each.rows.flatMap((row) => unread.beside(each, row, 'value')));
    return beside.length > 0 ? beside : unread.anywhere(true);
  }

  function unreadElsewhere(): readonly UnreadPiece[] {
    const columns = unread.columns(new RowMatcher(task));
    return columns.length > 0 ? columns : unread.anywhere(true);
  }

  function judgeFigures(): readonly Finding[] {
    const doubts = judgeDoubts(document, forms, task.regime);
    const read = new Set(form.values.map(({ indicator }) => indicator));
    const absent = task.regime.indicators.filter(({ code }) => !read.has(code));
    const others = [
      ...judgeOtherDoubts(document, forms),
      ...judgeRowsInDoubt(document, forms, absent, task.regime),
    ];
    // What could not be read is not left out: it is said instead.
    const said = [...form.findings, ...doubts, ...others];
    if (forms.length === 0) {
      return others.length > 0 ? said : [...said, finding(words.NO_FORM({ unread: unreadElsewhere() }))];
    }
    if (isEmpty(form, told, task)) {
      const isSaid = said.length > form.findings.length;
      return isSaid ? said : [...said, finding(words.EMPTY_REPORT({ unread: unreadInForms() }))];
    }
    const lacking = judgeBlanks(forms, form.values, task, unread);
    // A share is not asked for, yet may stand where nothing could be told apart.
    const [lacks, isInDoubt] = [lacking.length + absent.length > 0, doubts.length + others.length > 0];
    const blanks = isInDoubt ? lacking.filter(({ code }) => code !== 'MISSING_ROWS') : lacking;
    return [
      ...form.findings,
      ...doubts,
      ...(lacks ? others : []),
      ...blanks,
      ...judgeChecks(form.values, task),
      ...judgeCumulative(form.values, task),
      ...judgeNarrativeFigures(told.narrative, form.values, task),
      ...judgeNarrative(told, task),
    ];
  }
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
  const missing = regime.sections.filter(
    ({ id, optional }) => !optional && !told.narrative.some(({ section }) => section === id),
  );
  if (missing.length === 0) return [];
  return [finding(words.NARRATIVE_PARTIAL({ sections: missing.map(({ id }) => id).join(', ') }))];
}

function judgeNarrativeOnly(told: Told, { regime }: Task): readonly Finding[] {
  if (told.narrative.length > 0) return [];
  const sections = regime.sections
    .filter(({ optional }) => !optional)
    .map(({ id, title }) => `${id}. ${say(title, languageOf(regime))}`)
    .join('; ');
  return told.sections.length > 0
    ? [finding(words.EMPTY_SECTIONS())]
    : [finding(words.NO_SECTION({ sections }))];
}

function judgeCut({ cut }: Told): readonly Finding[] {
  return cut.map(({ section, letters, where }) =>
    finding(words.NARRATIVE_CUT({ section, kept: longestSection, letters }), { where }),
  );
}

function judgeOutside({ outside }: Told): readonly Finding[] {
  const [first] = outside;
  if (!first) return [];
  const evidence = { where: first.piece.source, found: first.text };
  return [finding(words.NARRATIVE_OUTSIDE({ count: String(outside.length) }), evidence)];
}
