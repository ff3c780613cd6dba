/** One version's facts: what was sent, when it came, what of it was read. */
import type { Version } from '../records/rows.ts';
import type { Period, Regime, Unit } from '../regime/regime.ts';
import type { Finding } from '../report/reading.ts';
import { everyMail, receipt as words } from '../wording/mail.ts';
import { uploadStateWords } from '../wording/statuses.ts';
import type { Language, Text } from '../wording/text.ts';
import type { Block } from './letter.ts';
import { writtenInstant, writtenNumber, writtenSize } from './notation.ts';
import { capitalised, fill, oneLine } from './visible-text.ts';

/** What receipt and rejection are about. */
export interface Verdict {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: Unit;
  readonly version: Version;
  /** All of them, most severe first. */
  readonly findings: readonly Finding[];
  /** The unit's page, minted for this mail; without it the mail names the invitation. */
  readonly link?: string;
  /** How the date of receipt was judged, and by which sentence. */
  readonly timeliness?: { readonly late: boolean; readonly due: string; readonly rule: Text };
}

export function versionFacts(verdict: Verdict, language: Language): Block {
  const { regime, period, unit, version, timeliness } = verdict;
  const fact = (label: Text, value: string, mono = false) => ({ label: label[language], value, mono });
  return {
    kind: 'facts',
    rows: [
      fact(words.number, version.receipt, true),
      fact(words.state, capitalised(uploadStateWords[version.state][language])),
      fact(everyMail.report, `${oneLine(period.title[language])} – ${oneLine(unit.name)}`),
      fact(words.received, writtenInstant(version.receivedAt, regime.timeZone)),
      ...(timeliness ? [fact(words.timely, timely(timeliness, regime, language))] : []),
      fact(words.file, `${oneLine(version.fileName)} (${writtenSize(version.size, language)})`),
      ...(version.sender === null ? [] : [fact(words.sender, oneLine(version.sender))]),
      fact(words.sha256, version.sha256, true),
      ...(version.state === 'unreadable' ? [] : [fact(words.read, whatWasRead(version, language))]),
    ],
  };
}

function whatWasRead({ values, counts }: Version, language: Language): string {
  const given = values.filter(({ value, cumulative }) => value !== null || cumulative !== null);
  return fill(words.readValue[language], {
    values: writtenNumber(given.length, language),
    read: writtenNumber(counts.read, language),
    total: writtenNumber(counts.total, language),
    skipped: writtenNumber(counts.skipped, language),
  });
}

function timely(
  { late, due, rule }: NonNullable<Verdict['timeliness']>,
  regime: Regime,
  language: Language,
): string {
  const sentence = late ? words.tooLate : words.inTime;
  const judged = fill(sentence[language], { due: writtenInstant(due, regime.timeZone) });
  return `${capitalised(judged)}\n${rule[language]}`;
}
