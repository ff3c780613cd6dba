import { timelinessOf } from '../../../shared/filing/timeliness.ts';
import { receiptMail } from '../../../shared/mail/receipt.ts';
import { rejectionMail } from '../../../shared/mail/rejection.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readFilings, readReading } from '../../../shared/records/filings.ts';
import { readRegimeVersion } from '../../../shared/records/regimes.ts';
import { annotatedCopy } from './annotated-copy.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
} from './letter.ts';

/** The receipt, or the rejection with a copy of the file in which every finding is marked; null once the file is erased. */
export async function verdictLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'verdict'>,
): Promise<Letter | null> {
  const filings = await readFilings(dependencies.table, message.period, message.unit);
  const version = filings.versions.find(({ upload }) => upload === message.upload);
  if (version?.erased !== undefined) return null;
  const reading = version && (await readReading(dependencies.store, version));
  if (!version || !reading) throw new Error(`the version ${message.upload} is not recorded whole`);
  // The words come from the version the file was judged by, the address from the regime as it is today.
  const regime = await readRegimeVersion(dependencies.store, version.regimeHash);
  const today = await currentRegime(dependencies, version.regime);
  const judged = find(regime.units, ({ code }) => code === version.unit, version.unit);
  const unit = today.units.find(({ code }) => code === version.unit) ?? judged;
  const period = find(regime.periods, ({ id }) => id === version.period, version.period);

  const accepted = version.state === 'accepted' || version.state === 'accepted-with-warnings';
  // A receipt may look at its own duty; a rejection may mend it.
  const scope = { period: period.id, may: accepted ? ('look' as const) : ('send' as const) };
  const { link } = await mintLink(dependencies, regime, { kind: 'unit', unit: unit.code }, scope);
  const timeliness = timelinessOf(filings, { regime, period }, version);
  const about = {
    regime,
    period,
    unit,
    link,
    version: { ...version, values: [...reading.values] },
    findings: reading.findings,
    narrative: reading.narrative,
    ...(timeliness && { timeliness }),
  };
  if (accepted) {
    return { mail: receiptMail(about), replyTo: today.office.replyTo };
  }
  const { counting } = await dutyNow(dependencies, regime, period, unit, filings);
  const annotated = await annotatedCopy(dependencies.store, version, reading.annotated);
  const mail = rejectionMail({
    ...about,
    ...(annotated && { annotated }),
    ...(counting?.kind === 'version' && { stillCounts: counting.version }),
  });
  return { mail, replyTo: today.office.replyTo };
}
