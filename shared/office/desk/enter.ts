/** The office sends a file in a unit's place: a paper, a scan that it typed, what came by another way. */
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { newUlid } from '../../ports/randomness.ts';
import { putDecision } from '../../records/filings.ts';
import { dayOf } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import type { Recipient } from '../../regime/regime.ts';
import type { UnreadableCode } from '../../vocabulary/finding.ts';
import { say } from '../../vocabulary/text.ts';
import { enteredFor } from '../../wording/entries.ts';
import { shortDay } from '../../wording/vietnamese.ts';
import { mintUpload } from '../mint.ts';
import { dutyOf, type Sender } from '../open-duty.ts';
import { refuseAstray } from '../refuse-astray.ts';
import { Refused } from '../refused.ts';

interface Announced {
  readonly period: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly reason: string;
  readonly standsFor: string | null;
  /** `yyyy-mm-dd`: when its paper came, by the stamp on it; absent where nobody says. */
  readonly receivedOn?: string | undefined;
}

/** Why a file was not read that somebody can open and read all the same. */
const forEyes: ReadonlySet<string> = new Set<UnreadableCode>([
  'SCANNED_PDF',
  'DYNAMIC_FORM',
  'PICTURE',
  'OLD_WORD_FORMAT',
  'BINARY_WORKBOOK',
  'PRESENTATION',
  'WEB_PAGE',
  'PLAIN_TEXT',
  'TOO_MUCH_TO_READ',
  'ENGINE_FAILED',
]);

/** Whether somebody can type from a file that was not read: not from one that is damaged, empty or under a password. */
export function isForEyes({
  state,
  firstFindings: [first],
}: Pick<Version, 'state' | 'firstFindings'>): boolean {
  return state === 'unreadable' && first !== undefined && forEyes.has(first.code);
}

/**
 * Mints the upload as for the unit itself; it is marked as the office's entry, and read, judged and answered as any
 * file. On which day its paper came is a decision of its own, so that it can be taken back alone: on record before the
 * file can come, and told by the receipt. Throws Refused.
 */
export async function mintEntry(
  dependencies: Pick<Dependencies, 'table' | 'signer' | 'clock' | 'randomBytes'>,
  sender: Sender,
  { reason, standsFor, receivedOn, ...file }: Announced,
  by: { readonly recipient: Recipient; readonly actor: string; readonly link: string },
): ReturnType<typeof mintUpload> {
  const { table, clock, randomBytes } = dependencies;
  const { recipient, actor, link } = by;
  const now = clock.now();
  if (receivedOn !== undefined) refuseDay(sender, file.period, receivedOn, now);
  const minted = await mintUpload(dependencies, sender, {
    ...file,
    sender: enteredFor(recipient.name),
    entered: { actor, link, reason, standsFor },
  });
  if (receivedOn === undefined) return minted;
  const { upload, period, unit } = minted.upload;
  await putDecision(table, {
    decision: newUlid(randomBytes, Date.parse(now)),
    kind: 'received-on',
    upload,
    day: receivedOn,
    period,
    unit,
    actor,
    link,
    reason,
    decidedAt: now,
  });
  return minted;
}

/** A paper has come by now, and not before the report was asked for. Throws Refused. */
function refuseDay(sender: Sender, id: string, day: string, now: string): void {
  const { regime } = sender;
  refuseAstray(regime, day);
  const today = dayOf(now, regime.timeZone);
  if (day > today) throw new Refused('RECEIVED_AHEAD', { day: shortDay(day), today: shortDay(today) });
  const { opens, title } = dutyOf(sender, id);
  if (opens !== undefined && day < opens) {
    throw new Refused('PERIOD_NOT_OPEN', { title: say(title, languageOf(regime)), opens: shortDay(opens) });
  }
}
