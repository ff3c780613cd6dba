/** Who signs, and how it stands above the name: "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC". */
import type { Regime } from './regime.ts';

/** For the head (KT.), by the head's order (TL.), by a mandate (TUQ.), for a body (TM.). */
export const signForms = ['KT.', 'TL.', 'TUQ.', 'TM.'] as const;

type Signing = Regime['authority']['signing'];

/** Of a signer's title, and of the name, in characters. */
export const longestName = 100;

/**
 * Who signed as it goes on record, each in one line of at most 100 characters. Null where the name is missing, or form and
 * title do not come together: neither says anything without the other. Runs in old browsers too: what nobody sees is taken
 * out before (issue-signed.ts).
 */
export function signerOf(said: {
  readonly form?: NonNullable<Signing>['form'] | null;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
}) {
  const form = said.form ?? undefined;
  const [role = '', name = ''] = [said.role, said.name].map((each = '') => each.replace(/\s+/g, ' ').trim());
  if (name === '' || (form === undefined) !== (role === '')) return null;
  if (name.length > longestName || role.length > longestName) return null;
  return { ...(form && { form, role }), name };
}

/** Where the head signs, no other title stands above the name, though one is kept beside it. */
export function withoutIdleTitle<
  Said extends { readonly form?: string | null | undefined; readonly role?: string | undefined },
>(said: Said) {
  return { ...said, role: said.form ? (said.role ?? '') : '' };
}

/** The head's title alone, or by which form and, below it, the title of who signs in the head's place. */
export function signersOf(
  { authority }: Pick<Regime, 'authority'>,
  { form, role }: NonNullable<Signing> = authority.signing ?? {},
): readonly string[] {
  return [form ? `${form} ${authority.signer}` : authority.signer, ...(form && role ? [role] : [])];
}

/** The same, and the name below them, where it is known. */
export function signatureLines(
  { authority }: Pick<Regime, 'authority'>,
  signing: Signing,
): readonly string[] {
  return [...signersOf({ authority }, signing), ...(signing?.name ? [signing.name] : [])];
}
