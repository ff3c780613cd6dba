import { readFileSync } from 'node:fs';

/** What became of one mutant. Lines from 0. */
export interface Outcome {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
  /** `at load`: only the loading of the module meets it, which is not done again for each. */
  readonly outcome: 'killed' | 'survived' | 'not met' | 'at load';
  /** The test that noticed. */
  readonly by: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a run has written so far. */
export function outcomesIn(file: string): readonly Outcome[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Outcome);
}
