/**
 * What a file may do by itself on the computer of whoever opens it. The kinds are reasons of `skipped`: nothing of it is
 * read, run or fetched here. Free of zod: the page uses it.
 */

/**
 * `remote-template`: fetched when the document is opened. `dde`: a command to another program. `include`: a field that
 * brings in another file. `external-link`: to another file or address that is looked up. `embedded-object`: a file of
 * another program within the file. `activex`: a control with a program behind it. `script`: a program that is no macro
 * (pdf, OpenDocument). `launch`: starts a program or opens a file. `attached-file`: within a pdf.
 */
export const activeKinds = [
  'macros',
  'macro-sheet',
  'remote-template',
  'dde',
  'include',
  'external-link',
  'embedded-object',
  'activex',
  'script',
  'launch',
  'attached-file',
] as const;

export type ActiveKind = (typeof activeKinds)[number];

const known: ReadonlySet<string> = new Set(activeKinds);

/** Whether a reason for leaving out means that the content would act on whoever opens the file. */
export function isActive(why: string): why is ActiveKind {
  return known.has(why);
}

/**
 * Of which kinds the content of a file is active, each once, for whoever is about to download the file itself.
 * @param skipped of its reading; of a file that could not be opened nothing is known
 */
export function activeContentOf(skipped: readonly { readonly why: string }[]): readonly ActiveKind[] {
  const found = new Set(skipped.map(({ why }) => why));
  return activeKinds.filter((kind) => found.has(kind));
}
