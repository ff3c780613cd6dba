import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isListName, lists } from './lists.ts';
import { root } from './rooms.ts';

/** One changed source in the place of the real one; without `CHANGE` all of them as they are. */
const name = process.env.CHANGES ?? '';
if (!isListName(name)) throw new Error(`no list of changes is called ${name}`);
const changes = lists[name];
const change = changes[Number(process.env.CHANGE ?? -1)];

export default defineConfig({
  root,
  plugins: [
    {
      name: 'one change',
      enforce: 'pre',
      load: async (id) => {
        if (!change || id.split('?')[0] !== join(root, change.source)) return null;
        const [before, after, ...more] = (await readFile(join(root, change.source), 'utf8')).split(
          change.from,
        );
        if (before === undefined || after === undefined || more.length > 0)
          throw new Error(`${change.source} has not exactly one ${change.from}`);
        return before + change.to + after;
      },
    },
  ],
  test: {
    // It would give out what was made of another source.
    fsModuleCache: false,
    // Each change has a process of its own, and few tests.
    isolate: false,
    maxWorkers: 1,
    include: [...new Set(changes.flatMap(({ tests }) => tests))],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['json'],
    outputFile: join(root, '.build', 'changes.json'),
  },
});
