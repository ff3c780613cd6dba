import { dutyStatus, isOwing } from '../../shared/filing/duty.ts';
import { unitsOwing } from '../../shared/office/freeze.ts';
import { type Issuer, queueMail } from '../../shared/office/issue.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { openPeriod } from '../../shared/records/regimes.ts';
import type { DueWork } from '../../shared/regime/duties.ts';
import type { Regime } from '../../shared/regime/regime.ts';

export type Office = Issuer & Pick<Dependencies, 'arrivals' | 'logger'>;

type Due<Kind extends DueWork['kind']> = Extract<DueWork, { kind: Kind }>;

/** Opening a period freezes the units that owe it. */
export async function openDuePeriod(
  office: Office,
  regime: Regime,
  { period, at }: Due<'opening'>,
): Promise<void> {
  await openPeriod(office.table, period.id, unitsOwing(regime, period, at));
}

/** Only who still owes the report is reminded; deliver asks once more when the mail's turn comes. */
export async function queueReminders(office: Office, regime: Regime, work: Due<'reminder'>): Promise<void> {
  const { period, at } = work;
  const filings = await readPeriod(office.table, period.id);
  const { expected } = filings;
  for (const unit of expected ?? unitsOwing(regime, period, at)) {
    if (regime.units.find(({ code }) => code === unit)?.reminded === false) continue;
    const { status } = dutyStatus({ ...filings, regime, period, unit, now: at, expected });
    if (!isOwing(status)) continue;
    await queueMail(office, {
      ...{ kind: 'reminder', regime: regime.id, period: period.id, unit },
      scheduledAt: new Date(at).toISOString(),
    });
  }
}
