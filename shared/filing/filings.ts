import type { Decision } from './decision.ts';
import type { Version } from './version.ts';

/** Everything filed and decided for one period, in any order. */
export interface Filings {
  readonly versions: readonly Version[];
  readonly decisions: readonly Decision[];
}
