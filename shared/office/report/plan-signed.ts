/**
 * What lies before whoever issues: figures, doubts, who gets it, and what changed since. The edition itself was frozen
 * before, as a draft for the office.
 */
import { everyUnit } from '../../filing/decision.ts';
import { type Edition, issuedLast } from '../../filing/edition.ts';
import { fingerprintOfParts, partsOf } from '../../filing/fingerprint.ts';
import type { Manifest } from '../../filing/manifest.ts';
import { replacedBy, type Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readEditions } from '../../records/editions.ts';
import { readManifest } from '../../records/runs.ts';
import { readSignatures, sumOf } from '../../records/signatures.ts';
import { aboveOffice } from '../../regime/recipients.ts';
import type { Period, Recipient } from '../../regime/regime.ts';
import type { Summary } from '../../summary/summary.ts';
import type { Text } from '../../vocabulary/text.ts';
import { sinceDraft as words } from '../../wording/issuing.ts';
import { owedWithGuidance } from '../guidance.ts';
import type { Owed, RegimeVersion } from '../regimes-in-force.ts';
import { type CameSince, cameSince } from './changed-since.ts';
import { askedOf, doubtsOf, nameIn } from './doubts.ts';
import { partsNow } from './fingerprint-now.ts';
import { type Hindrance, hindrances, isAddressed } from './issue.ts';
import { reportsLikeTotals } from './issued-totals.ts';
import { type Settled, settledSince } from './settled-doubts.ts';
import { countingVersions, readSummary } from './summarise.ts';

export type PlanNeeds = Pick<Dependencies, 'table' | 'store' | 'clock'>;

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
  /** What of them no longer holds as things stand. */
  readonly settled: readonly Settled[];
  /** Those of them that need an answer, as they stand among them. */
  readonly asked: readonly Text[];
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
export async function planSigned(dependencies: PlanNeeds, owed: Owed): Promise<SignedPlan | null> {
  const { table, store, clock } = dependencies;
  const { regime, period } = await owedWithGuidance(dependencies, owed);
  const editions = await readEditions(table, period.id);
  const edition = issuedLast(editions);
  if (!edition) return null;
  const manifest = await readManifest(store, edition.run);
  const summary = await readSummary(store, manifest);
  const issue = { regime, period, at: edition.scheduledAt };
  const now = clock.now();
  const { filedNow, since, settled } = await sinceFrozen(table, {
    regime,
    period,
    edition,
    manifest,
    summary,
    now,
  });
  const stale = edition.fingerprint !== filedNow;
  const held = hindrances(issue, manifest);
  const doubts = doubtsOf(
    {
      hindrances: held,
      // Each change is named beside them, where it is known which they are.
      stale: stale && since.length === 0 ? edition : null,
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
  // Last: what goes to them signed is on record before it waits to be sent, and was not sent unsigned.
  const signatures = await readSignatures(table, period.id);
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
    settled,
    asked: askedOf(summary),
    recipients,
    signature: signatures.find((each) => each.edition === edition.edition) ?? null,
    replaces,
    shown,
    seen: sumOf(shown),
  };
}

/** Whatever was filed or decided, of any unit, makes it another report: each row has to be looked at, and none is held. */
async function sinceFrozen(
  table: PlanNeeds['table'],
  drawn: Pick<SignedPlan, 'regime' | 'period' | 'edition' | 'manifest' | 'summary'> & {
    readonly now: string;
  },
): Promise<{
  readonly filedNow: string;
  readonly since: readonly ChangeSince[];
  readonly settled: readonly Settled[];
}> {
  const { period, edition, manifest, summary } = drawn;
  const changes: CameSince[] = [];
  const settled: Settled[] = [];
  const changed = cameSince(manifest);
  const settledIn = settledSince(drawn);
  const { own, earlier } = await partsNow(table, period, {
    each: (unit) => {
      changes.push(...changed(unit));
      settled.push(...settledIn(unit));
    },
  });
  const since = changes
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ unit, at, what }) => ({ at, text: words.about(nameOf(unit, summary), what) }));
  const sameComparisons = fingerprintOfParts(partsOf(manifest, 'own'), earlier) === edition.fingerprint;
  return {
    filedNow: fingerprintOfParts(own, earlier),
    settled,
    since: sameComparisons ? since : [...since, { at: null, text: words.comparisons }],
  };
}

function nameOf(unit: string, summary: Summary): Text {
  if (unit === everyUnit) return words.everyUnit;
  const name = nameIn(summary, unit);
  return { vi: name, en: name };
}
