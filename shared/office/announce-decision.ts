import type { Decision } from '../filing/decision.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { enqueueMail } from './enqueue-mail.ts';

/**
 * Lets the unit and these recipients of the office (ids) know of a recorded decision. Doing it again changes nothing:
 * each mail has its one row. A decision about every unit at once is told to none: reminders do that.
 */
export async function announceDecision(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  about: { readonly regime: string; readonly decision: Decision; readonly recipients: readonly string[] },
): Promise<void> {
  const { regime, recipients } = about;
  const { period, unit, decision, kind } = about.decision;
  if (kind === 'guidance') return;
  for (const recipient of [null, ...recipients]) {
    await enqueueMail(dependencies, { kind: 'decision', regime, period, unit, decision, recipient });
  }
}
