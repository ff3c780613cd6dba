import { draftUrgingLetter, owingOf } from '../../shared/office/chase/urging-letter.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { Refused } from '../../shared/office/refused.ts';
import { periodOf } from './desk.ts';
import { HandedFile } from './operation.ts';
import type { Officer, PortalDependencies } from './visitor.ts';

/** The letter to whoever owes the period now, as a draft to be signed. Throws Refused. */
export async function answerUrgingLetter(
  dependencies: PortalDependencies,
  officer: Officer,
  id: string,
): Promise<HandedFile> {
  const regime = await withGuidance(dependencies, officer.regime);
  const period = periodOf({ regime }, id);
  const owing = await owingOf(dependencies, regime, period);
  if (owing.length === 0) throw new Refused('NOBODY_OWES', { period: id });
  const { fileName, contentType, bytes } = await draftUrgingLetter(dependencies, regime, period, owing);
  return new HandedFile(fileName, contentType, bytes);
}
