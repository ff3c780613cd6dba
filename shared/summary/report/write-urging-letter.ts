/** "Công văn đôn đốc": the drafted letter to who still owes, laid out by Nghị định 30/2020/NĐ-CP; the office signs it. */
import { body, decreeSection, decreeStyles, line } from '../../documents/decree.ts';
import { grid, letterhead, signatureBlock } from '../../documents/decree-tables.ts';
import { writeWord } from '../../documents/word.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { signersOf } from '../../regime/signing.ts';
import type { DutyStatus } from '../../vocabulary/duty-states.ts';
import { urgingWords as words } from '../../wording/chase-mail.ts';
import { dutyStatusAlone, lowerFirst, reportSubject } from '../../wording/documents.ts';
import { draftWords, paperWords } from '../../wording/report.ts';
import { lastMomentInText, momentInText } from '../../wording/vietnamese.ts';

/** Who is named in the letter. */
export interface Urged {
  readonly name: string;
  readonly status: DutyStatus;
  /** Last valid second, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
}

export interface UrgingLetter {
  readonly regime: Regime;
  readonly period: Period;
  /** The last valid second of the deadline common to all, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
  /** At least one. */
  readonly owing: readonly Urged[];
  /** ISO 8601: as of when. */
  readonly at: string;
}

/** The same letter always gives the same bytes. */
export async function writeUrgingLetter(letter: UrgingLetter): Promise<Uint8Array> {
  const { regime, period, due, owing, at } = letter;
  const { authority, office, timeZone } = regime;
  const kind = period.kind === 'plan' ? words.plan : words.report;
  const subject = lowerFirst(reportSubject(regime, period));
  const what = subject.startsWith(kind) ? subject : `${kind} ${subject}`;
  const deadline = (instant: string) => lastMomentInText(instant, timeZone);
  const rows = owing.map(({ name, status, due: own }, n) => [
    { text: String(n + 1), align: 'center' as const },
    { text: name },
    { text: own === null ? '' : deadline(own), align: 'center' as const },
    { text: dutyStatusAlone(status) },
  ]);
  return writeWord({
    title: words.title(what),
    author: office.name,
    at,
    styles: decreeStyles,
    sections: [
      decreeSection([
        letterhead({
          parent: authority.parent,
          issuer: authority.name,
          number: words.number(authority.code),
          placeAndDate: paperWords.placeAndDate(authority.place, null),
          about: words.about(what),
          mark: draftWords.mark,
        }),
        line(`${words.to} ${words.several}`, { align: 'center', before: 12, after: 12 }),
        body(words.lead(authority.name, what, due === null ? null : deadline(due))),
        body(words.owing(momentInText(at, timeZone), owing.length, kind)),
        grid([12, 83, 35, 35], words.columns, rows, 12),
        body(''),
        body(words.ask(authority.name, kind)),
        body(words.contact(office.name, office.phone ?? null, office.replyTo), { keepNext: true }),
        signatureBlock(
          [words.listed, 'Lưu: VT, VP.'],
          signersOf(regime),
          authority.signing?.name ?? draftWords.signerName,
        ),
      ]),
    ],
  });
}
