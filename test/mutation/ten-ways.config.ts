import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from './rooms.ts';
import { tenWays } from './ten-ways.ts';

/** One changed source in the place of the real one; without `TEN_WAYS` all of them as they are. */
const way = tenWays[Number(process.env.TEN_WAYS ?? -1)];

export default defineConfig({
  root,
  plugins: [
    {
      name: 'one change',
      enforce: 'pre',
      load: async (id) => {
        if (!way || id.split('?')[0] !== join(root, way.source)) return null;
        const [before, after, ...more] = (await readFile(join(root, way.source), 'utf8')).split(way.from);
        if (before === undefined || after === undefined || more.length > 0)
          throw new Error(`${way.source} has not exactly one ${way.from}`);
        return before + way.to + after;
      },
    },
  ],
  test: {
    // It would give out what was made of another source.
    fsModuleCache: false,
    include: [...new Set(tenWays.map(({ test }) => test))],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['json'],
    outputFile: join(root, '.build', 'ten-ways.json'),
  },
});
