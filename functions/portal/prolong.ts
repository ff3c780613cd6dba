/** The system was interrupted: what the records know of it, and more hours for whom it held up. */
import type * as z from 'zod';
import { decideInPeriods } from '../../shared/office/desk/decide-in-periods.ts';
import { interruptionsOf } from '../../shared/office/desk/interruptions.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import type { Interruptions, Prolonged, ProlongRequest } from './contract/prolong.ts';
import type { Answer } from './contract/terms.ts';
import { periodOf, signature } from './desk.ts';
import type { Decider, Officer, PortalDependencies } from './visitor.ts';

export async function answerInterruptions(
  dependencies: PortalDependencies,
  { regime }: Officer,
): Promise<Answer<typeof Interruptions>> {
  const { gaps, ...known } = await interruptionsOf(dependencies, regime.id);
  return { ...known, gaps: [...gaps] };
}

/** Throws Refused where nothing at all can be decided; of each unit the answer says what became of it. */
export async function answerProlonged(
  dependencies: PortalDependencies,
  decider: Decider,
  { periods, units, ...asked }: z.output<typeof ProlongRequest>,
  language: Language,
): Promise<Answer<typeof Prolonged>> {
  const { regime, regimeHash } = decider;
  const owed = {
    regime: { ...regime, hash: regimeHash },
    periods: [...new Set(periods)].map((id) => periodOf(decider, id)),
  };
  const request = { ...asked, kind: 'prolong' as const, ...signature(decider) };
  const outcomes = await decideInPeriods(dependencies, owed, request, units);
  return {
    outcomes: outcomes.map(({ unit, decisions, refused }) => ({
      unit,
      periods: decisions.map(({ period }) => period),
      refused: refused && { code: refused.code, message: say(refused.words, language) },
    })),
  };
}
