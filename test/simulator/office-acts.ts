/** What the office does by its page or by command: the same in a week in memory and on the local cloud. */
import type { Decision } from '../../shared/filing/decision.ts';
import { issuedLast } from '../../shared/filing/edition.ts';
import { amend } from '../../shared/office/amend/amend.ts';
import { mendAddress } from '../../shared/office/chase/bounces.ts';
import { type DecisionRequest, prepareDecision, recordDecision } from '../../shared/office/decide.ts';
import { decideInPeriods } from '../../shared/office/desk/decide-in-periods.ts';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { askToTakeBack } from '../../shared/office/report/take-back.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { readEditions } from '../../shared/records/editions.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import type { SignedComparison } from '../../shared/summary/report/signed-text.ts';
import { signedAndIssued } from '../functions/a-signed-report.ts';
import { mender, period, secondPeriod, unitCodes } from './regime.ts';
import type { FileKind, Lacking, Step } from './schedule.ts';

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
} as const;

/** Those of a week's steps that are the office's. */
export type OfficeStep = Extract<
  Step,
  {
    do:
      | keyof typeof kindsOf
      | ('return' | 'exclude-version' | 'waive' | 'undo' | 'hours' | 'hold' | 'move' | 'mend')
      | ('issue' | 'take-back');
  }
>;

/** The decisions that hold, as the office is answered. Throws what it is told where it may not do it: Refused, NotIssued, Unknown. */
export async function officeDoes(
  office: Office,
  step: OfficeStep,
  minted: readonly Announced[],
): Promise<readonly Decision[]> {
  switch (step.do) {
    case 'return':
    case 'exclude-version':
    case 'waive': {
      const wanted = minted.filter(({ kind }) => (kind === 'bad') === (step.do === 'waive'));
      const file = wanted[step.nth % wanted.length];
      if (!file) return [];
      return decide(office, { kind: step.do, unit: file.unit, receipt: file.upload.slice(-10) });
    }
    case 'undo': {
      const both = await Promise.all([period, secondPeriod].map((each) => readPeriod(office.table, each)));
      const decisions = both.flatMap((each) => each.decisions);
      const found = decisions[step.nth % decisions.length];
      if (!found) return [];
      return decide(office, { kind: 'undo', unit: found.unit, undone: found.decision }, found.period);
    }
    case 'hours':
      return inPeriods(office, [period, secondPeriod], unitCodes, {
        ...{ kind: 'prolong', reason: 'Mất điện' },
        ...{ hours: 2, press: `lan-${step.press}` },
      });
    case 'hold':
      return inPeriods(office, step.both ? [period, secondPeriod] : [period], [step.unit], {
        ...{ kind: 'hold-reminders', reason: 'Theo đề nghị' },
        until: step.until,
      });
    case 'move': {
      const { hash: _, ...regime } = (await periodInForce(office, period)).regime;
      const now = regime.units.find(({ code }) => code === step.unit)?.email ?? '';
      const email = now.startsWith('khac.') ? now.slice('khac.'.length) : `khac.${now}`;
      const change = { kind: 'contact' as const, unit: step.unit, email };
      await amend(office, regime, change, { ...mender, recipient: 'VP' });
      return [];
    }
    case 'mend':
      await mendAddress(office, await registeredAt(office, step.unit), mender);
      return [];
    case 'issue':
      await signedAndIssued(office, period, signedFile(step.lacking));
      return [];
    case 'take-back': {
      const edition = issuedLast(await readEditions(office.table, period));
      const owed = await periodInForce(office, period);
      await askToTakeBack(office, owed, { ...mender, run: edition?.run ?? '' });
      return [];
    }
    default:
      return decide(office, { ...kindsOf[step.do], unit: step.unit });
  }
}

/** Why a signed file went upward that lacks much of the draft. */
export const lackingReason = 'Phụ lục ký riêng';

/** What the signed file was found to be, and what whoever issues it says of that. */
function signedFile(lacking: Lacking): Parameters<typeof signedAndIssued>[2] {
  if (lacking === 'nothing') return {};
  const found: SignedComparison = { lacking: ['một', 'hai', 'ba'], passages: 4 };
  return { compared: async () => found, ...(lacking === 'said' && { lackingReason }) };
}

async function decide(
  office: Office,
  wanted: Pick<DecisionRequest, 'kind' | 'unit' | 'receipt' | 'until' | 'undone'>,
  of = period,
): Promise<readonly Decision[]> {
  const request = { ...wanted, period: of, reason: 'Theo đề nghị', actor: 'VP' };
  return [await recordDecision(office, await prepareDecision(office, request))];
}

async function inPeriods(
  office: Office,
  ids: readonly string[],
  units: readonly string[],
  asked: Omit<DecisionRequest, 'actor' | 'period' | 'unit'>,
): Promise<readonly Decision[]> {
  const owed = await Promise.all(ids.map((id) => periodInForce(office, id)));
  const [first] = owed;
  if (!first) return [];
  const periods = owed.map((each) => each.period);
  const made = await decideInPeriods(
    office,
    { regime: first.regime, periods },
    { ...asked, actor: 'VP' },
    units,
  );
  return made.flatMap(({ decisions }) => decisions);
}

/** Where the unit is reached as the regime is now. */
export async function registeredAt(
  records: Pick<Dependencies, 'table' | 'store'>,
  code: string,
): Promise<string> {
  const { regime } = await periodInForce(records, period);
  return regime.units.find((unit) => unit.code === code)?.email ?? '';
}
