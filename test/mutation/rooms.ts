/** What decides, counts and dates. */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

const decides = [
  'shared/filing/*.ts',
  'shared/regime/calendar.ts',
  'shared/office/{decide,draw-up,freeze,issue,issue-signed}.ts',
  'shared/office/{decisions,take-in}/*.ts',
];

/** The sources that are mutated, from the repository's root. */
export function mutatedFiles(): string[] {
  return globSync(decides, { cwd: root })
    .map((file) => relative(root, join(root, file)))
    .sort();
}

/** The tests that must notice: those of the mutant's own room, as the tests mirror the sources. */
export function testFiles(): string[] {
  const all = globSync('test/shared/{filing,regime,office}/**/*.test.ts', { cwd: root });
  // Thousands of units: what it proves is growth.
  return all.filter((file) => !file.endsWith('growth.test.ts')).sort();
}

/** Whether the tests of this file are asked about mutants of that one. */
export function isAsked(testFile: string, mutated: string): boolean {
  const room = (file: string) => file.replace(/^test\//, '').split('/')[1];
  // Dates are counted for deadlines.
  if (mutated === 'shared/regime/calendar.ts') return room(testFile) !== 'office';
  return room(testFile) === room(mutated);
}
