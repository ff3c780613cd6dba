/** What the office changes in the regime by itself. */
import type * as z from 'zod';
import { amend, type WantedChange } from '../../shared/office/amend/amend.ts';
import { readAmendments } from '../../shared/records/amendments.ts';
import { takenBackIn } from '../../shared/regime/amendment.ts';
import { namedUnits } from '../../shared/summary/progress.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import type { Amended, Amendments, AmendRequest } from './contract/amendments.ts';
import type { Answer } from './contract/terms.ts';
import { namer, signature } from './desk.ts';
import type { Decider, Officer, PortalDependencies } from './visitor.ts';

/** Throws Refused. */
export async function answerAmended(
  dependencies: PortalDependencies,
  decider: Decider,
  { change, reason }: z.output<typeof AmendRequest>,
): Promise<Answer<typeof Amended>> {
  const made = await amend(dependencies, decider.regime, wantedOf(change), {
    ...signature(decider),
    reason,
    recipient: decider.recipient.id,
  });
  return {
    amendment: made.amendment,
    period: made.change.kind === 'duty' ? made.change.period.id : null,
  };
}

function wantedOf(change: z.output<typeof AmendRequest>['change']): WantedChange {
  if (change.kind !== 'contact') return change;
  const { phone, email, ...contact } = change;
  return {
    ...contact,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}

/** What was changed, so that it can be taken back or restored. */
export async function listAmendments(
  { table }: PortalDependencies,
  { regime }: Officer,
  language: Language,
): Promise<Answer<typeof Amendments>> {
  const all = await readAmendments(table, regime.id);
  const gone = takenBackIn(all);
  const nameOf = namer(regime);
  return {
    amendments: all.toReversed().flatMap(({ amendment, actor, madeAt, reason, change }) => {
      if (change.kind === 'undo') return [];
      const contact = change.kind === 'contact' ? change : null;
      const period = change.kind === 'duty' ? change.period : null;
      return [
        {
          amendment,
          kind: change.kind,
          actor: nameOf(actor),
          madeAt,
          reason,
          unit: contact && (namedUnits(regime, [contact.unit])[0] ?? null),
          email: contact?.email ?? null,
          phone: contact?.phone ?? null,
          title: period && say(period.title, language),
          period: period?.id ?? null,
          takenBackBy: gone.get(amendment)?.amendment ?? null,
        },
      ];
    }),
  };
}
