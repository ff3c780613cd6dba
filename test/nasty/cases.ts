/** What every release must survive, in the order of the list; each ends in values or in a clear finding. */
import { amplifiers } from './amplifiers.ts';
import { bombs } from './bombs.ts';
import { heldLibraries } from './held-libraries.ts';
import type { NastyCase } from './nasty-case.ts';
import { paperAndOld } from './paper-and-old.ts';
import { sheets } from './sheets.ts';
import { texts } from './texts.ts';

export const cases: readonly NastyCase[] = [
  ...amplifiers,
  ...bombs,
  ...heldLibraries,
  ...sheets,
  ...texts,
  ...paperAndOld,
].toSorted((a, b) => a.number - b.number);

/** What stops a reader in five ways: a pattern, a number's blanks, styles, forms, letters. Throws where one is renamed. */
export const holding: readonly NastyCase[] = [
  'a number of 900,000 digits and a letter',
  'one text, 1…1 over a hundred spaces, in 4,000 cells',
  'docx: 20,000 styles, each based on the next, in a circle',
  'a pdf of forms that call forms, thirty times each and seven deep',
  'a pdf of 250,000 texts of one letter',
].map((name) => {
  const found = cases.find((each) => each.name === name);
  if (!found) throw new Error(`no nasty file is called "${name}"`);
  return found;
});
