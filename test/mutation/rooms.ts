/** What decides, counts and dates, and the tests that must notice when it changes. */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

interface Room {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const rooms: readonly Room[] = [
  {
    sources: ['shared/filing/*.ts'],
    // What is past its time is asked where it is erased.
    tests: ['test/shared/filing/*.test.ts', 'test/shared/office/upkeep/erase.test.ts'],
  },
  {
    sources: ['shared/regime/{addresses,amendment,calendar,contacts,duties,ladder,recipients,upward}.ts'],
    // Dates are counted for deadlines.
    tests: ['test/shared/regime/*.test.ts', 'test/shared/filing/*.test.ts'],
  },
  {
    sources: [
      'shared/office/{caps,decide,declare,mint,open-duty,repair}.ts',
      'shared/office/report/{ask-draft,changed-since,correct,draw-up,freeze,issue,issue-signed}.ts',
      'shared/office/report/{compare-signed,finish-settled,office-files,plan-signed,take-back,to-go-upward}.ts',
      'shared/office/desk/{decide-many,decide-in-periods,to-do}.ts',
      'shared/office/{amend,chase,decisions,links,take-in}/*.ts',
    ],
    // What units and the office ask for is asked through the portal's door, what is due by the schedule.
    tests: [
      'test/shared/office/**/*.test.ts',
      'test/functions/portal/{chase,coming,decisions,declarations,entry,links,prolong,receipts,requests,taken-away}.test.ts',
      'test/functions/portal/issue/*.test.ts',
      'test/functions/schedule/schedule.test.ts',
      'test/functions/measures.test.ts',
      'test/infra/admin/{coming-mails,issue}.test.ts',
    ],
  },
];

/** The sources that are mutated whose path has one of these parts, which commas part; from the repository's root. */
export function mutatedFiles(parts = ''): string[] {
  return found(rooms.flatMap(({ sources }) => sources)).filter((file) => isMeant(file, parts));
}

export function isMeant(file: string, parts: string): boolean {
  return parts.split(',').some((part) => file.includes(part));
}

/** The tests of the rooms of these files. Thousands of units are left out: what they prove is growth. */
export function testFiles(parts = ''): string[] {
  const asked = rooms.filter(({ sources }) => found(sources).some((file) => isMeant(file, parts)));
  return found(asked.flatMap(({ tests }) => tests)).filter((file) => !file.endsWith('growth.test.ts'));
}

/** What a room names and no file has any more: it would be asked of nothing, and nobody would see it. */
export function namedInVain(): string[] {
  const patterns = rooms.flatMap(({ sources, tests }) => [...sources, ...tests]);
  return patterns.flatMap(eachOf).filter((pattern) => globSync(pattern, { cwd: root }).length === 0);
}

/** `a/{b,c}.ts` → `a/b.ts`, `a/c.ts`. */
function eachOf(pattern: string): string[] {
  const [all, parts = ''] = /\{([^}]*)\}/.exec(pattern) ?? [];
  return all === undefined ? [pattern] : parts.split(',').map((part) => pattern.replace(all, part));
}

/** Whether the tests of this file are asked about mutants of that one. */
export function isAsked(testFile: string, mutated: string): boolean {
  return rooms.some(
    ({ sources, tests }) => found(sources).includes(mutated) && found(tests).includes(testFile),
  );
}

const known = new Map<readonly string[], string[]>();

function found(patterns: readonly string[]): string[] {
  const files =
    known.get(patterns) ??
    [...new Set(globSync([...patterns], { cwd: root }))]
      .map((file) => relative(root, join(root, file)))
      .sort();
  known.set(patterns, files);
  return files;
}
