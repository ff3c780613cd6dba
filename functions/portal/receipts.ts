import { allowReceiptCheck } from '../../shared/office/caps.ts';
import { Refused } from '../../shared/office/refused.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { officeOf } from '../../shared/regime/recipients.ts';
import type { Period, Regime } from '../../shared/regime/regime.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import type { ReceiptCheck } from './contract/receipts.ts';
import type { Answer } from './contract/terms.ts';
import { historyOf } from './history.ts';
import { authorityOf, type PortalDependencies } from './visitor.ts';

/**
 * What the receipt with this number says; capitals or not. Nobody is asked who they are: whoever holds a receipt may
 * check it, thirty times a minute. Throws Refused, and takes as long for a unit that there is as for one that there is not.
 */
export async function checkReceipt(
  dependencies: PortalDependencies,
  { number, address }: { readonly number: string; readonly address: string },
  language: Language,
): Promise<Answer<typeof ReceiptCheck>> {
  await allowReceiptCheck(dependencies, address);
  const wanted = number.trim().toUpperCase();
  const regimes = await Promise.all(
    (await readCurrentRegimes(dependencies.table)).map(({ hash }) =>
      readRegimeVersion(dependencies.store, hash),
    ),
  );
  const named = regimes.flatMap((regime) => partsOf(regime, wanted)).at(0);
  const filings = await readFilings(
    dependencies.table,
    named?.period.id ?? 'none',
    named?.unit.code ?? 'none',
  );
  const version =
    named &&
    historyOf(filings, named.unit.code, named).versions.find(
      ({ receipt }) => receipt.toUpperCase() === wanted,
    );
  if (!version) throw new Refused('RECEIPT_UNKNOWN', { receipt: wanted });
  const { receipt, fileName, size, sha256, sentAt, state, timeliness, standing } = version;
  return {
    receipt,
    authority: authorityOf(named.regime),
    unit: { code: named.unit.code, name: named.unit.name },
    period: named.period.id,
    title: named.period.title[language],
    timeZone: named.regime.timeZone,
    fileName,
    size,
    sha256,
    receivedAt: sentAt,
    state,
    timeliness,
    standing,
    office: officeOf(named.regime),
  };
}

/** Period and unit of the number. Codes contain hyphens too, so they are looked for, not cut at one. */
function partsOf(
  regime: Regime,
  wanted: string,
): { regime: Regime; period: Period; unit: Regime['units'][number] }[] {
  const front = wanted.replace(/-[0-9A-Z]{10}$/, '');
  return regime.periods.flatMap((period) => {
    const unit = regime.units.find(({ code }) => `${period.id}-${code}`.toUpperCase() === front);
    return unit ? [{ regime, period, unit }] : [];
  });
}
