/** What stands beside a unit's name in the documents: its status in words, and why. */

import { dayOf } from '../regime/calendar.ts';
import { languageOf } from '../regime/language.ts';
import type { Regime } from '../regime/regime.ts';
import { say } from '../vocabulary/text.ts';
import { dutyStatusAlone, lineWords, notFiledWords } from '../wording/documents.ts';
import { uploadStateWords } from '../wording/statuses.ts';
import { lastMoment, moment, shortDay, withoutStop } from '../wording/vietnamese.ts';
import { whyNotFiled } from './rate.ts';
import type { UnitLine } from './summary.ts';

/** "Nộp đúng hạn", "Từ chối tiếp nhận"… */
export function standing(line: UnitLine): string {
  const why = whyNotFiled(line);
  return why === null ? dutyStatusAlone(line.status) : notFiledWords[why];
}

/** The unit's own deadline, the reason given, the newest attempt that does not count, what is still being read; "" where there is nothing. */
export function remarks(line: UnitLine, regime: Regime): string {
  const { timeZone } = regime;
  const { attempt } = line;
  const said =
    attempt &&
    lineWords.attempt(
      attempt.fileName,
      say(uploadStateWords[attempt.state], languageOf(regime)),
      moment(attempt.receivedAt, timeZone),
    );
  const finding = attempt?.firstFinding;
  const why = finding ? say(finding.message, languageOf(regime)) : undefined;
  return sentences(line, timeZone, said && (why === undefined ? said : `${said}: ${why}`));
}

function sentences(line: UnitLine, timeZone: string, attempt: string | null): string {
  const parts = [
    line.ownDue === undefined ? null : lineWords.extended(lastMoment(line.ownDue, timeZone).vi),
    line.firstFiledAt === undefined || line.filedAt === null
      ? null
      : lineWords.corrected(
          shortDay(dayOf(line.firstFiledAt, timeZone)),
          shortDay(dayOf(line.filedAt, timeZone)),
        ),
    line.notedDay === undefined ? null : lineWords.noted(shortDay(line.notedDay)),
    line.waived === undefined ? null : lineWords.waived(line.waived),
    line.reason === null ? null : lineWords.reason(line.reason),
    attempt,
    line.pending ? lineWords.pending : null,
  ];
  return parts.flatMap((part) => (part === null ? [] : [`${withoutStop(part)}.`])).join(' ');
}

/** The characters that end the receipt's number too: enough to tell the versions of a period apart. */
export function shortUpload(upload: string): string {
  return upload.slice(-10);
}
