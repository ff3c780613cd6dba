/** One version's facts: what was sent, when it came, what of it was read. */

import type { Timeliness } from '../../filing/timeliness.ts';
import type { Version } from '../../filing/version.ts';
import type { Period, Regime, Unit } from '../../regime/regime.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import type { NarrativeSection } from '../../vocabulary/reading.ts';
import { fill, first, type Language, say } from '../../vocabulary/text.ts';
import { everyMail, versionFacts as words } from '../../wording/mail.ts';
import { uploadStateWords } from '../../wording/statuses.ts';
import type { Block } from './letter.ts';
import { writtenDay, writtenInstant, writtenNumber, writtenSize } from './notation.ts';
import { rulesBeyondDate } from './stationery.ts';
import { capitalised, oneLine } from './visible-text.ts';

/** What receipt and rejection are about. */
export interface Verdict {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: Unit;
  /** With the figures that were read, to be counted. */
  readonly version: Version;
  /** All of them, most severe first. */
  readonly findings: readonly Finding[];
  /** What was read of the text, to be counted; without it the mail counts the figures alone. */
  readonly narrative?: readonly NarrativeSection[];
  /** The unit's page, minted for this mail; without it the mail names the invitation. */
  readonly link?: string;
  /** How the date of receipt was judged, and by which sentence. */
  readonly timeliness?: Timeliness;
}

/** `judged`: with the word for how timely it came, which is said of a report that counts only. */
export function versionFacts(verdict: Verdict, judged: boolean): Block {
  const { regime, period, unit, version, timeliness } = verdict;
  const notedDay = timeliness?.notedDay;
  const fact = (label: string, value: string, mono = false) => ({ label, value, mono });
  return {
    kind: 'facts',
    rows: [
      fact(words.number, version.receipt, true),
      fact(say(everyMail.status, first), capitalised(say(uploadStateWords[version.state], first))),
      fact(say(everyMail.report, first), `${oneLine(say(period.title, first))} – ${oneLine(unit.name)}`),
      fact(words.received, writtenInstant(version.receivedAt, regime.timeZone)),
      ...(notedDay === undefined
        ? []
        : [fact(words.noted, fill(words.notedDay, { day: writtenDay(notedDay) }))]),
      ...deadline(verdict, judged).map((value) => fact(say(everyMail.due, first), value)),
      fact(words.file, `${oneLine(version.fileName)} (${writtenSize(version.size)})`),
      ...(version.sender === null ? [] : [fact(words.sender, oneLine(version.sender))]),
      ...(version.state === 'unreadable' ? [] : [fact(words.read, whatWasRead(verdict))]),
    ],
  };
}

function deadline({ timeliness, regime }: Verdict, judged: boolean): string[] {
  if (!timeliness) return [];
  const { due, rule } = timeliness;
  const at = writtenInstant(due, regime.timeZone);
  const date = judged ? judgedDue(timeliness, at, regime) : at;
  return [[date, ...rulesBeyondDate(rule, due, regime, first)].join('\n')];
}

function judgedDue({ late, datedBy }: Timeliness, due: string, { timeZone }: Regime): string {
  if (late) return fill(words.tooLate, { due });
  if (!datedBy) return fill(words.inTime, { due });
  return datedBy.notedDay === undefined
    ? fill(words.inTimeByFirst, { due, time: writtenInstant(datedBy.at, timeZone) })
    : fill(words.inTimeByPaper, { due, day: writtenDay(datedBy.notedDay) });
}

function whatWasRead({ version: { values = [] }, narrative = [] }: Verdict): string {
  const given = values.filter(({ value, cumulative }) => value !== null || cumulative !== null);
  const paragraphs = narrative.reduce((sum, section) => sum + section.paragraphs.length, 0);
  const figures = fill(words.figures, { count: writtenNumber(given.length) });
  if (paragraphs === 0) return figures;
  return fill(words.figuresAndText, { figures, count: writtenNumber(paragraphs) });
}

/** That the file was read again, and why, where it was. */
export function readAgain({ version: { again }, regime }: Verdict, language: Language): Block[] {
  if (!again) return [];
  const at = writtenInstant(again.readAt, regime.timeZone);
  return [{ kind: 'paragraph', text: say(words.again, language, { at, reason: oneLine(again.reason) }) }];
}

/** What proves which file it was, and how much of it was used: for those who ask. */
export function smallPrint({ version }: Verdict): Block {
  const { read, total, skipped } = version.counts;
  const pieces = {
    read: writtenNumber(read),
    total: writtenNumber(total),
    skipped: writtenNumber(skipped),
  };
  return {
    kind: 'smallprint',
    lines: [
      fill(words.sha256, { sha256: version.sha256 }),
      ...(version.state === 'unreadable' ? [] : [fill(skipped === 0 ? words.allUsed : words.used, pieces)]),
    ],
  };
}
