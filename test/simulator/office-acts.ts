/** What the office does by its page or by command: the same in a week in memory and on the local cloud. */
import { amend } from '../../shared/office/amend/amend.ts';
import { mendAddress } from '../../shared/office/chase/bounces.ts';
import { type DecisionRequest, prepareDecision, recordDecision } from '../../shared/office/decide.ts';
import { decideInPeriods } from '../../shared/office/desk/decide-in-periods.ts';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { signedAndIssued } from '../functions/a-signed-report.ts';
import { mender, period, unitCodes } from './regime.ts';
import type { FileKind, Step } from './schedule.ts';

type Office = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes' | 'logger'>;

/** A file that was announced. */
interface Announced {
  readonly upload: string;
  readonly unit: string;
  readonly kind: FileKind;
}

const kindsOf = {
  'exclude-unit': { kind: 'exclude-unit' },
  extend: { kind: 'extension', until: '2024-03-20' },
  refuse: { kind: 'extension-refusal' },
  'accept-late': { kind: 'accept-late' },
  'nil-for': { kind: 'nil' },
  hold: { kind: 'hold-reminders', until: '2024-03-13' },
} as const;

/** Those of a week's steps that are the office's. */
export type OfficeStep = Extract<
  Step,
  {
    do:
      | keyof typeof kindsOf
      | ('return' | 'exclude-version' | 'waive' | 'undo' | 'hours' | 'move' | 'mend' | 'issue');
  }
>;

/** Throws what the office is answered where it may not do it: Refused, NotIssued, Unknown. */
export async function officeDoes(
  office: Office,
  step: OfficeStep,
  minted: readonly Announced[],
): Promise<void> {
  switch (step.do) {
    case 'return':
    case 'exclude-version':
    case 'waive': {
      const wanted = minted.filter(({ kind }) => (kind === 'bad') === (step.do === 'waive'));
      const file = wanted[step.nth % wanted.length];
      if (!file) return;
      return decide(office, { kind: step.do, unit: file.unit, receipt: file.upload.slice(-10) });
    }
    case 'undo': {
      const { decisions } = await readPeriod(office.table, period);
      const found = decisions[step.nth % decisions.length];
      if (!found) return;
      return decide(office, { kind: 'undo', unit: found.unit, undone: found.decision });
    }
    case 'hours': {
      const owed = await periodInForce(office, period);
      const asked = {
        kind: 'prolong' as const,
        reason: 'Mất điện',
        actor: 'VP',
        hours: 2,
        press: `lan-${step.press}`,
      };
      await decideInPeriods(office, { regime: owed.regime, periods: [owed.period] }, asked, unitCodes);
      return;
    }
    case 'move': {
      const { hash: _, ...regime } = (await periodInForce(office, period)).regime;
      const now = regime.units.find(({ code }) => code === step.unit)?.email ?? '';
      const email = now.startsWith('khac.') ? now.slice('khac.'.length) : `khac.${now}`;
      await amend(
        office,
        regime,
        { kind: 'contact', unit: step.unit, email },
        { ...mender, recipient: 'VP' },
      );
      return;
    }
    case 'mend':
      await mendAddress(office, await registeredAt(office, step.unit), mender);
      return;
    case 'issue':
      await signedAndIssued(office, period);
      return;
    default:
      return decide(office, { ...kindsOf[step.do], unit: step.unit });
  }
}

async function decide(
  office: Office,
  wanted: Pick<DecisionRequest, 'kind' | 'unit' | 'receipt' | 'until' | 'undone'>,
): Promise<void> {
  const request = { ...wanted, period, reason: 'Theo đề nghị', actor: 'VP' };
  await recordDecision(office, await prepareDecision(office, request));
}

/** Where the unit is reached as the regime is now. */
export async function registeredAt(
  records: Pick<Dependencies, 'table' | 'store'>,
  code: string,
): Promise<string> {
  const { regime } = await periodInForce(records, period);
  return regime.units.find((unit) => unit.code === code)?.email ?? '';
}
