import pMap from 'p-map';
import { type Decision, everyUnit } from '../../filing/decision.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { tellDeclaration } from '../desk/tell-office.ts';
import { enqueueMail } from '../enqueue-mail.ts';

interface Announced {
  readonly regime: string;
  readonly decision: Decision;
  /** Of the same unit, in other periods: told in the same mail. */
  readonly also?: readonly Decision[];
  /** Of the office, by id. */
  readonly recipients: readonly string[];
  /** Codes of the units that are told of what concerns every unit; a decision about one unit is told to it. */
  readonly told?: readonly string[];
}

const queuedAtOnce = 16;

/**
 * Lets units and these recipients of the office know of a recorded decision. Doing it again changes nothing: each mail
 * has its one row.
 */
export async function announceDecision(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  { regime, decision: { period, unit, decision }, also = [], recipients, told = [] }: Announced,
): Promise<void> {
  const message = { kind: 'decision', regime, period, decision } as const;
  if (unit === everyUnit) {
    const mails = [...new Set(told)].map((each) => {
      return { ...message, unit: each, recipient: null, forAll: true } as const;
    });
    await pMap(mails, (mail) => enqueueMail(dependencies, mail), { concurrency: queuedAtOnce });
    return;
  }
  await enqueueMail(dependencies, {
    ...message,
    unit,
    recipient: null,
    ...(also.length > 0 && { also: also.map((each) => ({ period: each.period, decision: each.decision })) }),
  });
  for (const recipient of recipients) await tellDeclaration(dependencies, { ...message, unit, recipient });
}
