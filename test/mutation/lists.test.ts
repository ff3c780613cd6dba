import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ListName, lists } from './lists.ts';
import { namedInVain, root } from './rooms.ts';

it.each(Object.keys(lists) as ListName[])('each change of %s has its one place, and its tests', (name) => {
  const sources = new Map<string, string>();
  const sourceOf = (path: string) => {
    const known = sources.get(path) ?? readFileSync(join(root, path), 'utf8');
    sources.set(path, known);
    return known;
  };
  const astray = lists[name].filter(
    ({ source, from, to, tests }) =>
      sourceOf(source).split(from).length !== 2 ||
      from === to ||
      !tests.every((test) => existsSync(join(root, test))),
  );
  expect(astray.map(({ what }) => what)).toEqual([]);
});

it('each source and test that a mutated room names is there', () => {
  expect(namedInVain()).toEqual([]);
});
