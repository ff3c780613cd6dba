import { askReach } from '../../../deciding.ts';
import { useAnswer } from '../../../page-context.ts';
import type { Action } from '../action.ts';

/** Of what is mailed: whom it would reach now; of a decision nothing is asked. */
export function useReach({ kind, period, units }: Action) {
  const mail = kind === 'reminder' || kind === 'link' ? kind : null;
  const { value, error } = useAnswer(
    async (api) => mail && askReach(api, { mail, period }, units),
    `reach/${mail}/${period}`,
  );
  // Not known is no reason to keep a mail back: the press itself says what became of each.
  const known = mail === null || value !== null;
  return { value, known, looking: !known && error === null };
}
