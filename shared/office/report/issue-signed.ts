/**
 * Issuing what was signed: first what lies before whoever issues (figures, doubts, who gets it), then the act, which
 * names the sum of exactly what was shown. The edition itself was frozen before, as a draft for the office.
 */

import { everyUnit } from '../../filing/decision.ts';
import { type Edition, issuedLast } from '../../filing/edition.ts';
import { fingerprintOfParts, partsOf } from '../../filing/fingerprint.ts';
import type { Manifest } from '../../filing/manifest.ts';
import { type OfficeFile, replacedBy, type Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readEditions } from '../../records/editions.ts';
import { readManifest } from '../../records/runs.ts';
import { keepShown, putSignature, readSignatures, sumOf } from '../../records/signatures.ts';
import { dayOf } from '../../regime/calendar.ts';
import { aboveOffice } from '../../regime/recipients.ts';
import type { Period, Recipient } from '../../regime/regime.ts';
import type { Correction } from '../../summary/report/corrections.ts';
import type { Summary } from '../../summary/summary.ts';
import type { Text } from '../../vocabulary/text.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import { sinceDraft as words } from '../../wording/issuing.ts';
import { shortDay } from '../../wording/vietnamese.ts';
import { owedWithGuidance } from '../guidance.ts';
import { Refused } from '../refused.ts';
import type { Owed, RegimeVersion } from '../regimes-in-force.ts';
import { announceSigned } from './announce-signed.ts';
import { type Change, changesSince } from './changed-since.ts';
import { doubtsOf, nameIn } from './doubts.ts';
import { partsNow } from './fingerprint-now.ts';
import { alreadyIssued, type Hindrance, hindrances, isAddressed, refusedFor, sentUnsigned } from './issue.ts';
import { reportsLikeTotals } from './issued-totals.ts';
import { correctionsOf, holdToPdf } from './office-files.ts';
import { countingVersions, readSummary } from './summarise.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'clock'>;

/** The newest edition as it lies before whoever issues it. */
export interface SignedPlan {
  readonly regime: RegimeVersion;
  readonly period: Period;
  readonly edition: Edition;
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** What is filed now is not what the edition was frozen of. */
  readonly stale: boolean;
  /** What makes it so, in the order of its hours: the doubts are those of the hour at which the edition was frozen. */
  readonly since: readonly ChangeSince[];
  readonly hindrances: readonly Hindrance[];
  readonly doubts: readonly Text[];
  /** Above the office; `had`: it was sent there before, or waits to be sent. */
  readonly recipients: readonly { readonly recipient: Recipient; readonly had: boolean }[];
  /** With what it was issued; null while it was not. */
  readonly signature: Signature | null;
  /** The issued report whose place it takes. */
  readonly replaces: Signature | null;
  /** Everything of this that somebody has to look at, as it goes on record, and its sum. */
  readonly shown: string;
  readonly seen: string;
}

export interface ChangeSince {
  /** ISO 8601; null of what has no hour of its own. */
  readonly at: string | null;
  readonly text: Text;
}

/** Null where no edition was drawn up whole; stores and sends nothing. */
export async function planSigned(dependencies: Needs, owed: Owed): Promise<SignedPlan | null> {
  const { table, store, clock } = dependencies;
  const { regime, period } = await owedWithGuidance(dependencies, owed);
  const editions = await readEditions(table, period.id);
  const edition = issuedLast(editions);
  if (!edition) return null;
  const signatures = await readSignatures(table, period.id);
  const manifest = await readManifest(store, edition.run);
  const summary = await readSummary(store, manifest);
  const issue = { regime, period, at: edition.scheduledAt };
  const now = clock.now();
  const { filedNow, since } = await sinceFrozen(table, { period, edition, manifest, summary });
  const stale = edition.fingerprint !== null && edition.fingerprint !== filedNow;
  const held = hindrances(issue, manifest);
  const doubts = doubtsOf(
    {
      hindrances: held,
      stale: stale ? edition : null,
      outdated: false,
      likeTotals: await reportsLikeTotals(store, { regime, editions, versions: countingVersions(manifest) }),
      summary,
      manifest,
      issue,
    },
    now,
  );
  const recipients = await Promise.all(
    aboveOffice(regime).map(async (recipient) => ({
      recipient,
      had: await isAddressed(table, edition.run, recipient.id),
    })),
  );
  const replaces = replacedBy(signatures, edition.edition);
  const { filed, expected, excluded } = summary.rate;
  const shown = JSON.stringify({
    period: period.id,
    run: edition.run,
    edition: edition.edition,
    asOf: edition.scheduledAt,
    frozen: edition.fingerprint,
    filedNow,
    filed,
    expected: expected - excluded,
    ...(stale && { since }),
    doubts,
    recipients: recipients.map(({ recipient: { id, name, email }, had }) => ({ id, name, email, had })),
    replaces: replaces && { number: replaces.number, day: replaces.day },
  });
  return {
    regime,
    period,
    edition,
    manifest,
    summary,
    stale,
    since: stale ? since : [],
    hindrances: held,
    doubts,
    recipients,
    signature: signatures.find((each) => each.edition === edition.edition) ?? null,
    replaces,
    shown,
    seen: sumOf(shown),
  };
}

/** Whatever was filed or decided, of any unit, makes it another report: each row has to be looked at, and none is held. */
async function sinceFrozen(
  table: Needs['table'],
  { period, edition, manifest, summary }: Pick<SignedPlan, 'period' | 'edition' | 'manifest' | 'summary'>,
): Promise<{ readonly filedNow: string; readonly since: readonly ChangeSince[] }> {
  const changes: Change[] = [];
  const changed = changesSince(manifest);
  const { own, earlier } = await partsNow(table, period, { each: (unit) => changes.push(...changed(unit)) });
  const since = changes
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ unit, at, what }) => ({ at, text: words.about(nameOf(unit, summary), what) }));
  const sameComparisons = fingerprintOfParts(partsOf(manifest, 'own'), earlier) === edition.fingerprint;
  return {
    filedNow: fingerprintOfParts(own, earlier),
    since: sameComparisons ? since : [...since, { at: null, text: words.comparisons }],
  };
}

function nameOf(unit: string, summary: Summary): Text {
  if (unit === everyUnit) return words.everyUnit;
  const name = nameIn(summary, unit);
  return { vi: name, en: name };
}

/** What whoever issues says, and by whom it is done. */
export interface SignedIssue extends Pick<Signature, 'actor' | 'link'> {
  readonly run: string;
  /** As typed. */
  readonly number: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly pdf: OfficeFile;
  readonly corrected: OfficeFile | null;
  readonly reason: string;
  /** Why figures of the draft were changed by hand; needed where the corrected file changes any. */
  readonly figuresReason?: string | undefined;
  /** The sum of what was shown: of the plan, and with a corrected file of what it changes too (`seenWith`). */
  readonly seen: string;
  /** What the signed file lacks, to be kept with what was shown; null, or absent, where it is not compared. */
  readonly lacking?: () => Promise<readonly string[] | null>;
  /** Though the period is not open, or nobody has filed. */
  readonly anyway?: boolean;
}

/**
 * Issues the edition that was shown, with its signed file: on record first, then one mail for each recipient above. Done
 * again with the same it goes on where it was, and mails nobody twice. Throws Refused.
 */
export async function issueSigned(
  dependencies: Needs & Pick<Dependencies, 'outbox'>,
  owed: { readonly regime: RegimeVersion; readonly period: Period },
  wanted: SignedIssue,
): Promise<Signature> {
  const plan = await planSigned(dependencies, owed);
  if (!plan) throw new Refused('DRAFT_NONE', { period: owed.period.id });
  const { edition, period } = plan;
  const number = numberOf(wanted.number);
  const known = plan.signature;
  if (known) {
    if (!isSame(known, { ...wanted, number })) throw alreadyIssued(known);
    await announceSigned(dependencies, known);
    return known;
  }
  refuseUnlessMayGo(plan, wanted);
  const corrections = wanted.corrected && (await correctionsOf(dependencies, edition.run, wanted.corrected));
  refuseUnlessSeen(plan, wanted, corrections);
  refuseDay(plan, wanted.day, dayOf(dependencies.clock.now(), plan.regime.timeZone));
  if (plan.replaces?.number === number) throw new Refused('NUMBER_USED', { number });
  await holdToPdf(dependencies, edition.run, wanted.pdf);
  const figuresReason = figuresReasonOf(wanted, corrections);
  const lacking = (await wanted.lacking?.()) ?? null;
  const shown = JSON.stringify({ ...JSON.parse(plan.shown), seen: plan.seen, corrections, lacking });
  const sum = sumOf(shown);
  await keepShown(dependencies.store, edition.run, shown, sum);
  const signature: Signature = {
    period: period.id,
    edition: edition.edition,
    run: edition.run,
    number,
    day: wanted.day,
    pdf: wanted.pdf,
    corrected: wanted.corrected,
    fingerprint: edition.fingerprint ?? '',
    shown: sum,
    recipients: plan.recipients.map(({ recipient }) => recipient.id),
    actor: wanted.actor,
    link: wanted.link,
    reason: wanted.reason,
    ...(figuresReason !== null && { figuresReason }),
    at: dependencies.clock.now(),
  };
  const recorded = (await putSignature(dependencies.table, signature))
    ? signature
    : await sameOnRecord(dependencies, signature, { ...wanted, number });
  await announceSigned(dependencies, recorded);
  return recorded;
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

function isSame(
  known: Signature,
  { run, number, day, pdf }: Pick<SignedIssue, 'run' | 'number' | 'day' | 'pdf'>,
) {
  return known.run === run && known.number === number && known.day === day && known.pdf.sha256 === pdf.sha256;
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

const longestNumber = 60;

/** The document's number as it was typed, in one line. Throws Refused. */
function numberOf(typed: string): string {
  const number = printable(typed).replace(/\s+/g, ' ').trim();
  if (!/\d/.test(number) || number.length > longestNumber) throw new Refused('NUMBER_INVALID');
  return number;
}

/** A report is not signed before it was drawn up, nor tomorrow. */
function refuseDay({ edition, regime }: SignedPlan, day: string, today: string): void {
  const drawnUp = dayOf(edition.scheduledAt, regime.timeZone);
  if (day < drawnUp || day > today) {
    throw new Refused('SIGNED_DAY_INVALID', { from: shortDay(drawnUp), to: shortDay(today) });
  }
}
