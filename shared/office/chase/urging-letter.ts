/** The letter by which the office urges whoever still owes, as a draft for it to sign. */
import { filingsByUnit } from '../../filing/counting.ts';
import { deadlineOf } from '../../filing/deadline.ts';
import { dutyStatus } from '../../filing/duty.ts';
import type { Attachment } from '../../mail/mail.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readCommonDecisions, readUnits } from '../../records/filings.ts';
import type { Period, Regime, Unit } from '../../regime/regime.ts';
import type { DutyStatus } from '../../vocabulary/duty-states.ts';
import { formats } from '../../vocabulary/formats.ts';
import { urgingWords } from '../../wording/chase-mail.ts';
import { unitsStillOwing } from './remind.ts';

/** A unit that owes, and what it stands at. */
export interface Owing {
  readonly unit: Unit;
  readonly status: DutyStatus;
  /** Last valid second, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
}

/** Who owes the period now, whether or not the schedule reminds them. */
export async function owingOf(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
): Promise<readonly Owing[]> {
  const now = dependencies.clock.now();
  const codes = await unitsStillOwing(dependencies, regime, { period, at: now });
  if (codes.length === 0) return [];
  const filings = filingsByUnit(await readUnits(dependencies.table, period.id, codes));
  const units = new Map(regime.units.map((unit) => [unit.code, unit]));
  return codes.flatMap((code) => {
    const unit = units.get(code);
    if (!unit) return [];
    const question = { regime, period, unit: code, now, expected: [code] };
    const { status, due } = dutyStatus({ ...filings(code), ...question });
    return [{ unit, status, due }];
  });
}

/** A .docx that names each of them. */
export async function draftUrgingLetter(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
  owing: readonly Owing[],
): Promise<Attachment> {
  const decisions = await readCommonDecisions(table, period.id);
  const { due } = deadlineOf({ regime, period, unit: null, decisions });
  const named = owing.map(({ unit, ...each }) => ({ ...each, name: unit.name }));
  // Loaded with the first letter that is drafted: most mails bring none.
  const { writeUrgingLetter } = await import('../../summary/report/write-urging-letter.ts');
  const bytes = await writeUrgingLetter({ regime, period, due, owing: named, at: clock.now() });
  return { fileName: urgingWords.fileName(period.id), contentType: formats.docx.contentType, bytes };
}
