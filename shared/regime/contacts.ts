/** To which addresses of a unit something goes. */
import type { ContactRole, Unit } from './regime.ts';

export interface UnitAddress {
  readonly email: string;
  /** It is the registered one. */
  readonly registered: boolean;
}

/** Those of this role on `day` (`yyyy-mm-dd`), each once: of the clerk the registered one first. */
export function addressesOf(
  { email, contacts = [] }: Pick<Unit, 'email' | 'contacts'>,
  role: ContactRole,
  day: string,
): readonly UnitAddress[] {
  const others = contacts
    .filter(
      (each) =>
        each.role === role &&
        (each.from === undefined || each.from <= day) &&
        (each.until === undefined || each.until >= day),
    )
    .map((each) => ({ email: each.email, registered: false }));
  const all = role === 'clerk' ? [{ email, registered: true }, ...others] : others;
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = each.email.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
