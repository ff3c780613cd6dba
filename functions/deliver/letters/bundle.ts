import { bundleMail, type Told, toldAtMost } from '../../../shared/mail/bundle.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readBundle } from '../../../shared/records/bundles.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { outboxId, readMessage } from '../../../shared/records/outbox.ts';
import type { Bundled } from '../../../shared/records/rows.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** What the office is told together of one hour; null where there is nothing. */
export async function bundleLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'bundle'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  const bundle: Bundled[] = [];
  for (const each of await readBundle(dependencies.table, message))
    if (!(await isToldAlone(dependencies, message, each))) bundle.push(each);
  if (bundle.length === 0) return null;
  const told: Told[] = [];
  // One after the other: each is a Query of one unit's rows, and the mail waits for nobody.
  for (const each of bundle.slice(0, toldAtMost)) told.push(...(await toldOf(dependencies, regime, each)));
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  const mail = bundleMail({ regime, recipient, link, from: message.from, told, count: bundle.length });
  return { mail, replyTo: regime.office.replyTo };
}

/** Whether it has a mail of its own: of two requests at once for one declaration each may have told it in its way. */
async function isToldAlone(
  { table }: LetterDependencies,
  { regime, recipient }: MessageOf<'bundle'>,
  bundled: Bundled,
): Promise<boolean> {
  if (bundled.kind !== 'decision') return false;
  const { period, unit, decision } = bundled;
  const row = await readMessage(
    table,
    outboxId({ kind: 'decision', regime, period, unit, decision, recipient }),
  );
  return row !== null && row.state !== 'superseded';
}

/** None where the regime has dropped the unit or the period since. */
async function toldOf({ table }: LetterDependencies, regime: Regime, bundled: Bundled): Promise<Told[]> {
  const unit = regime.units.find(({ code }) => code === bundled.unit);
  const period = regime.periods.find(({ id }) => id === bundled.period);
  if (!unit || !period) return [];
  const { versions, decisions } = await readFilings(table, period.id, unit.code);
  if (bundled.kind === 'reading') {
    const version = versions.find(({ upload }) => upload === bundled.upload);
    return version?.again ? [{ unit, period, version, reason: version.again.reason }] : [];
  }
  const decision = decisions.find((each) => each.decision === bundled.decision);
  if (!decision) throw new Error(`the decision ${bundled.decision} is not recorded`);
  return decision.kind === 'nil' || decision.kind === 'extension-request' ? [{ unit, period, decision }] : [];
}
