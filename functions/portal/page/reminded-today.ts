import type { UnitFile } from '../contract/desk.ts';

/** Has gone, or is about to go. */
const goes: ReadonlySet<UnitFile['mails'][number]['state']> = new Set(['sent', 'pending', 'leased']);

/** When the registered address was reminded on that day, and so is not again; null where it was not. */
export function remindedToday(
  { mails, contact: { email } }: Pick<UnitFile, 'mails' | 'contact'>,
  isToday: (iso: string) => boolean,
): string | null {
  const newest = mails.find(
    ({ about, state, contact, to, at }) =>
      about === 'reminder' &&
      goes.has(state) &&
      contact === null &&
      (to == null || to === email) &&
      isToday(at),
  );
  return newest?.at ?? null;
}
