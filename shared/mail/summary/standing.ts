/** Where each unit stands, in one word: the summary's counts, chips and colours all come from it. */
import { nilOnTime, whyNotFiled } from '../../summary/rate.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import { type Language, say, type Text } from '../../vocabulary/text.ts';
import { furtherUnits, nilLate, standingWords, withNil } from '../../wording/summary-mail.ts';
import type { Tone } from '../layout/letter.ts';
import { writtenNumber } from '../layout/notation.ts';
import { oneLine } from '../layout/visible-text.ts';

export type Standing = keyof typeof standingWords;

export const standingTones: Readonly<Record<Standing, Tone>> = {
  'on-time': 'good',
  late: 'late',
  nil: 'calm',
  pending: 'open',
  extended: 'open',
  returned: 'wrong',
  unreadable: 'wrong',
  rejected: 'wrong',
  missing: 'bad',
  excluded: 'quiet',
};

// In the order in which bar, counts and subject name them: filed first, then what is open, the gravest last.
const order: readonly Standing[] = [
  'on-time',
  'late',
  'nil',
  'pending',
  'extended',
  'returned',
  'unreadable',
  'rejected',
  'missing',
  'excluded',
];

/** What a unit is counted under in the mail: the duty's status, or why its newest file does not count. */
export function standingOf(line: UnitLine): Standing {
  switch (line.status) {
    case 'on-time':
    case 'late':
    case 'nil':
    case 'excluded':
      return line.status;
    default:
      return whyNotFiled(line) ?? 'missing';
  }
}

/** On time, late or with nothing to report. */
export function isFiled(standing: Standing): standing is 'on-time' | 'late' | 'nil' {
  return standing === 'on-time' || standing === 'late' || standing === 'nil';
}

/** The units under each standing that has any. */
export function byStanding({ units }: Summary): { standing: Standing; lines: readonly UnitLine[] }[] {
  return order
    .map((standing) => ({ standing, lines: units.filter((line) => standingOf(line) === standing) }))
    .filter(({ lines }) => lines.length > 0);
}

/** As the rate counts them: on time is whoever declared in time to have nothing to report, too. */
export function tally(summary: Summary): { standing: Standing; count: number; label: Text }[] {
  const nil = nilOnTime(summary);
  return order
    .map((standing) => {
      const lines = summary.units.filter((line) => standingOf(line) === standing).length;
      const count = lines + (standing === 'on-time' ? nil : standing === 'nil' ? -nil : 0);
      return { standing, count, label: labelOf(standing, nil) };
    })
    .filter(({ count }) => count > 0);
}

function labelOf(standing: Standing, nil: number): Text {
  if (standing === 'nil') return nilLate;
  return standing === 'on-time' && nil > 0 ? withNil(nil) : standingWords[standing];
}

/** "11 đúng hạn (1 không phát sinh)", "1 overdue". */
export function counted(summary: Summary, language: Language): string[] {
  return tally(summary).map(
    ({ count, label }) => `${writtenNumber(count, language)} ${say(label, language)}`,
  );
}

/** What the period still waits for: every unit that owes the report and has not filed it. */
export function openGroups(summary: Summary): { standing: Standing; lines: readonly UnitLine[] }[] {
  return byStanding(summary)
    .filter(({ standing }) => !isFiled(standing) && standing !== 'excluded')
    .toReversed();
}

/** Names of units, each whole: those for which there is no room are counted. */
export function namesOf(lines: readonly UnitLine[], language: Language, limit: number): string {
  const names = lines.map(({ unit }) => oneLine(unit.name));
  let length = 0;
  const shown = names.filter((name) => {
    length += name.length + 2;
    return length <= limit;
  });
  const more = names.length - shown.length;
  return more === 0
    ? names.join('; ')
    : say(furtherUnits, language, { names: shown.join('; '), count: String(more) });
}
