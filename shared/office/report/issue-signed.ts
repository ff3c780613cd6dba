/** Issuing what was signed: the act, which names the sum of exactly what lay before whoever issues (plan-signed.ts). */

import type { OfficeFile, Signature, Signer } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { keepShown, putSignature, readSignatures, sumOf } from '../../records/signatures.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Period } from '../../regime/regime.ts';
import { signerOf, withoutIdleTitle } from '../../regime/signing.ts';
import type { Correction } from '../../summary/report/corrections.ts';
import { lacksMuch, type SignedComparison } from '../../summary/report/signed-text.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import { shortDay } from '../../wording/vietnamese.ts';
import { Refused } from '../refused.ts';
import type { RegimeVersion } from '../regimes-in-force.ts';
import { announceSigned } from './announce-signed.ts';
import { alreadyIssued, refusedFor, sentUnsigned } from './issue.ts';
import { correctionsOf, holdToPdf } from './office-files.ts';
import { type PlanNeeds, planSigned, type SignedPlan } from './plan-signed.ts';
import { refuseWhereTakenBack } from './take-back.ts';

/** What whoever issues says, and by whom it is done. */
export interface SignedIssue extends Pick<Signature, 'actor' | 'link'> {
  readonly run: string;
  /** As typed. */
  readonly number: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  /** Who signed, as typed; not needed where the regime names somebody. */
  readonly signer?: Signer | undefined;
  readonly pdf: OfficeFile;
  readonly corrected: OfficeFile | null;
  readonly reason: string;
  /** One for each doubt that is asked about, in their order (`SignedPlan.asked`). */
  readonly answers?: readonly string[] | undefined;
  /** Why figures of the draft were changed by hand; needed where the corrected file changes any. */
  readonly figuresReason?: string | undefined;
  /** Why the signed file goes though it lacks much of what was to be signed; needed where it does. */
  readonly lackingReason?: string | undefined;
  /** The sum of what was shown: of the plan, and with a corrected file of what it changes too (`seenWith`). */
  readonly seen: string;
  /** What the signed file lacks, to be kept with what was shown; null, or absent, where it is not compared. */
  readonly compared?: (signer: Signer) => Promise<SignedComparison | null>;
  /** Though the period is not open, or nobody has filed. */
  readonly anyway?: boolean;
}

/**
 * Issues the edition that was shown, with its signed file: on record first, then one mail for each recipient above. Done
 * again with the same it goes on where it was, and mails nobody twice. Throws Refused.
 */
export async function issueSigned(
  dependencies: PlanNeeds & Pick<Dependencies, 'outbox'>,
  owed: { readonly regime: RegimeVersion; readonly period: Period },
  wanted: SignedIssue,
): Promise<Signature> {
  const plan = await planSigned(dependencies, owed);
  if (!plan) throw new Refused('DRAFT_NONE', { period: owed.period.id });
  const { edition, period } = plan;
  const number = numberOf(wanted.number);
  const signer = signerFor(wanted.signer, plan);
  const same = { ...wanted, number, signer };
  const known = plan.signature;
  if (known) {
    if (!isSame(known, same)) throw alreadyIssued(known);
    await announceSigned(dependencies, known);
    return known;
  }
  refuseUnlessMayGo(plan, wanted);
  await refuseWhereTakenBack(dependencies, plan.regime, { ...edition, period: period.id });
  const corrections = wanted.corrected && (await correctionsOf(dependencies, edition.run, wanted.corrected));
  refuseUnlessSeen(plan, wanted, corrections);
  refuseDay(plan, wanted.day, dayOf(dependencies.clock.now(), plan.regime.timeZone));
  if (plan.replaces?.number === number) throw new Refused('NUMBER_USED', { number });
  await holdToPdf(dependencies, edition.run, wanted.pdf);
  const answers = answersTo(plan, wanted);
  const figuresReason = figuresReasonOf(wanted, corrections);
  const compared = (await wanted.compared?.(signer)) ?? null;
  const lackingReason = lackingReasonOf(wanted, compared);
  const lacking = compared?.lacking ?? null;
  const shown = JSON.stringify({ ...JSON.parse(plan.shown), seen: plan.seen, answers, corrections, lacking });
  const sum = sumOf(shown);
  await keepShown(dependencies.store, edition.run, shown, sum);
  const signature: Signature = {
    period: period.id,
    edition: edition.edition,
    run: edition.run,
    number,
    day: wanted.day,
    signer,
    pdf: wanted.pdf,
    corrected: wanted.corrected,
    fingerprint: edition.fingerprint ?? '',
    shown: sum,
    recipients: plan.recipients.map(({ recipient }) => recipient.id),
    actor: wanted.actor,
    link: wanted.link,
    reason: wanted.reason,
    ...(figuresReason !== null && { figuresReason }),
    ...(lackingReason !== null && { lackingReason }),
    at: dependencies.clock.now(),
  };
  if (!(await putSignature(dependencies.table, signature))) {
    // Comparing takes seconds, in which somebody may have taken it back: of both, the row holds one.
    await refuseWhereTakenBack(dependencies, plan.regime, signature);
    const recorded = await sameOnRecord(dependencies, signature, same);
    await announceSigned(dependencies, recorded);
    return recorded;
  }
  await announceSigned(dependencies, signature);
  return signature;
}

/** What somebody else put on record at the same moment, provided it is the same act. Throws Refused. */
async function sameOnRecord(
  { table }: Pick<Dependencies, 'table'>,
  signature: Signature,
  wanted: Parameters<typeof isSame>[1],
): Promise<Signature> {
  const all = await readSignatures(table, signature.period);
  const other = all.find(({ edition }) => edition === signature.edition);
  if (!other || !isSame(other, wanted)) throw alreadyIssued(other ?? signature);
  return other;
}

/** Older records do not say who signed. */
function isSame(
  known: Signature,
  { run, number, day, pdf, signer }: Pick<SignedIssue, 'run' | 'number' | 'day' | 'pdf'> & { signer: Signer },
) {
  const by = known.signer ?? signer;
  return (
    known.run === run &&
    known.number === number &&
    known.day === day &&
    known.pdf.sha256 === pdf.sha256 &&
    (['form', 'role', 'name'] as const).every((part) => by[part] === signer[part])
  );
}

/** Throws Refused where it must not go out at all, or another edition lies there now. */
function refuseUnlessMayGo(plan: SignedPlan, wanted: SignedIssue): void {
  const { edition, period } = plan;
  if (plan.recipients.length === 0) throw new Refused('NOBODY_ABOVE');
  const had = plan.recipients.filter((each) => each.had).map(({ recipient }) => recipient.name);
  // Whoever had it unsigned would get no second mail of it, and the record would say that the signed one went there.
  if (had.length > 0) throw sentUnsigned(edition, had);
  if (wanted.run !== edition.run) throw new Refused('ISSUE_CHANGED');
  const [hindrance] = plan.hindrances;
  if (hindrance && !wanted.anyway) throw new Refused(refusedFor[hindrance], { period: period.id });
  if (wanted.reason.trim() === '') throw new Refused('REASON_MISSING');
}

/** Throws Refused where something else was shown than lies there now: the plan, or what the corrected file changes. */
function refuseUnlessSeen(
  plan: SignedPlan,
  { seen, corrected }: SignedIssue,
  corrections: readonly Correction[] | null,
): void {
  const lies = corrected && corrections ? seenWith(plan.seen, corrected, corrections) : plan.seen;
  if (seen !== lies) throw new Refused('ISSUE_CHANGED');
}

/** The sum of a plan and of what a corrected file changes in its draft, as both were shown. */
export function seenWith(
  seen: string,
  { sha256 }: Pick<OfficeFile, 'sha256'>,
  corrections: readonly Correction[],
): string {
  return sumOf(JSON.stringify({ seen, corrected: sha256, corrections }));
}

/** What is in doubt goes upward as if it were certain: somebody says of each why it may. Throws Refused. */
function answersTo({ asked }: SignedPlan, { answers = [] }: SignedIssue) {
  const given = asked.map((doubt, n) => ({ doubt, answer: printable(answers[n] ?? '').trim() }));
  const open = given.filter(({ answer }) => answer === '').length;
  if (open > 0) throw new Refused('DOUBTS_UNANSWERED', { count: String(open) });
  return given;
}

/** The units' figures go upward as they reported them unless somebody says why not. Throws Refused. */
function figuresReasonOf(
  { figuresReason = '' }: SignedIssue,
  corrections: readonly Correction[] | null,
): string | null {
  const changed = (corrections ?? []).filter(({ changesFigures }) => changesFigures).length;
  if (changed === 0) return null;
  const reason = printable(figuresReason).trim();
  if (reason === '') throw new Refused('FIGURES_REASON_MISSING', { count: String(changed) });
  return reason;
}

/** Another paper than was to be signed goes upward only if somebody says why. Throws Refused. */
function lackingReasonOf(
  { lackingReason = '' }: SignedIssue,
  compared: SignedComparison | null,
): string | null {
  // Given for what the page compared, it is kept where here nothing could be.
  const reason = printable(lackingReason).trim();
  if (reason !== '') return reason;
  if (compared === null || !lacksMuch(compared)) return null;
  const { lacking, passages } = compared;
  throw new Refused('LACKING_REASON_MISSING', { count: String(lacking.length), all: String(passages) });
}

const longestNumber = 60;

/** The document's number as it was typed, in one line. Throws Refused. */
function numberOf(typed: string): string {
  const number = printable(typed).replace(/\s+/g, ' ').trim();
  if (!/\d/.test(number) || number.length > longestNumber) throw new Refused('NUMBER_INVALID');
  return number;
}

/** Who signed: as it is said, else as it is on record, else as the regime names them. Throws Refused. */
export function signerFor(
  said: Signer | undefined,
  { regime, signature }: Pick<SignedPlan, 'regime' | 'signature'>,
): Signer {
  if (!said && signature?.signer) return signature.signer;
  const { signing = {} } = regime.authority;
  const { form, role = '', name = '' } = said ?? withoutIdleTitle<typeof signing>(signing);
  const signer = signerOf({ ...(form && { form }), role: printable(role), name: printable(name) });
  if (!signer) throw new Refused('SIGNER_INVALID');
  return signer;
}

/** A report is not signed before it was drawn up, nor tomorrow. */
function refuseDay({ edition, regime }: SignedPlan, day: string, today: string): void {
  const drawnUp = dayOf(edition.scheduledAt, regime.timeZone);
  if (day < drawnUp || day > today) {
    throw new Refused('SIGNED_DAY_INVALID', { from: shortDay(drawnUp), to: shortDay(today) });
  }
}
