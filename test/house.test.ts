/**
 * The plan of the house, from the ground up: which room may import which, types included. A new arrow between rooms
 * is a decision: it is made here, in the table, or not at all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const words = ['shared/vocabulary', 'shared/regime', 'shared/wording'];
const domain = [...words, 'shared/reading', 'shared/filing'];
const stored = ['shared/ports', 'shared/records'];
const papers = [...domain, 'shared/documents', 'shared/forms', 'shared/summary', 'shared/mail'];
const everything = [...papers, ...stored, 'shared/office'];

/** A room, and the rooms below it that it may use. Of two names the longer one is the room. */
const plan: readonly (readonly [room: string, uses: readonly string[]])[] = [
  ['shared/vocabulary', []],
  ['shared/regime', ['shared/vocabulary']],
  ['shared/wording', ['shared/vocabulary', 'shared/regime']],
  ['shared/reading', words],
  ['shared/filing', [...words, 'shared/reading']],
  ['shared/ports', ['shared/vocabulary']],
  ['shared/records', [...domain, 'shared/ports']],
  ['shared/documents', words],
  ['shared/forms', [...domain, 'shared/documents']],
  ['shared/summary', [...domain, 'shared/documents']],
  // What no mail service takes is refused where the message is composed, in the mailer's own words.
  ['shared/mail', [...domain, 'shared/ports', 'shared/summary']],
  ['shared/office', [...papers, ...stored]],
  ['functions/portal/contract', domain],
  ['functions/portal/page', [...domain, 'functions/portal/contract']],
  ['functions', [...everything, 'functions/portal/contract']],
  ['infra', ['functions', 'shared/vocabulary', 'shared/wording']],
  // Files are read again as ingest reads them: in a thread that can be ended.
  ['infra/admin', [...everything, 'functions']],
  ['infra/local/cloud', []],
  ['infra/local/inbox', [...words, 'shared/mail']],
  ['infra/local/story', [...everything, 'infra/admin', 'infra/local/cloud']],
  [
    'infra/local/pictures',
    [...everything, 'infra/admin', 'infra/local', 'infra/local/cloud', 'infra/local/story'],
  ],
  ['infra/local', [...words, 'infra', 'infra/local/cloud', 'infra/local/inbox', 'infra/local/story']],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const repository = join(import.meta.dirname, '..');

function importsOf(file: string): Import[] {
  const text = readFileSync(join(repository, file), 'utf8');
  const named = text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...named].map(([, path = '']) => ({ from: file, to: join(dirname(file), path) }));
}

const sources = ['shared', 'functions', 'infra'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file)),
);
const imports = sources.flatMap(importsOf);

function roomOf(file: string): string {
  const names = plan.map(([room]) => room).filter((room) => file.startsWith(`${room}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? 'no room';
}

/** The imports that the plan does not allow, each as a line that says where to look. */
function against(all: readonly Import[]): string[] {
  const uses = new Map(plan);
  return all.flatMap(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    return room === other || uses.get(room)?.includes(other) ? [] : [`${from} imports ${to}`];
  });
}

test('imports run one way: every arrow between rooms is in the plan', () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(against(imports)).toEqual([]);
});

test('the plan has no circle', () => {
  const uses = new Map(plan);
  const reaches = (room: string, seen: ReadonlySet<string>): readonly string[] =>
    (uses.get(room) ?? []).flatMap((next) =>
      seen.has(next) ? [next] : reaches(next, new Set([...seen, next])).filter((found) => found === room),
    );
  for (const [room] of plan)
    expect(reaches(room, new Set([room])), `${room} leads back to itself`).toEqual([]);
});

test('an import that runs upward is seen', () => {
  const upward = { from: 'shared/filing/duty.ts', to: 'shared/records/rows.ts' };
  const sideways = { from: 'infra/local/cloud/start.ts', to: 'shared/wording/inbox.ts' };
  expect(against([upward, sideways])).toEqual([
    'shared/filing/duty.ts imports shared/records/rows.ts',
    'infra/local/cloud/start.ts imports shared/wording/inbox.ts',
  ]);
});

test('no object is spread only to pack its properties into fewer lines', () => {
  const packed = sources.filter((file) => /^\s*\.\.\.\{/m.test(readFileSync(join(repository, file), 'utf8')));
  expect(packed).toEqual([]);
});

test('no folder of sources holds more than a person can take in', () => {
  const counts = Map.groupBy(sources, dirname);
  const full = [...counts].filter(([, files]) => files.length > 30).map(([folder]) => folder);
  // The words of the whole system, one file a subject.
  expect(full.filter((folder) => folder !== 'shared/wording')).toEqual([]);
});
