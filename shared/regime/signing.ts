/** Who signs, and how it stands above the name: "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC". */
import type { Regime } from './regime.ts';

/** For the head (KT.), by the head's order (TL.), by a mandate (TUQ.), for a body (TM.). */
export const signForms = ['KT.', 'TL.', 'TUQ.', 'TM.'] as const;

type Signing = Regime['authority']['signing'];

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
