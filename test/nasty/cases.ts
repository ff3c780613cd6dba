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
