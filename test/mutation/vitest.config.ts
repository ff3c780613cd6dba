import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { defineConfig } from 'vitest/config';
import { mutatedFiles, root } from './rooms.ts';

/** Every mutant is in the code at once, each asleep until it is named. */
const silent = () => {};
const logger = { debug: silent, info: silent, warn: silent, isDebugEnabled: () => false };
const sources = await Promise.all(
  mutatedFiles(process.env.MUTATION_FILE).map(async (name) => ({
    name,
    content: await readFile(join(root, name), 'utf8'),
    mutate: true,
  })),
);
// Only what is named here is asked of the logger.
const { files, mutants } = await new Instrumenter(logger as never).instrument(sources, {
  plugins: null,
  ignorers: [],
  excludedMutations: [],
});
const instrumented = new Map(files.map(({ name, content }) => [name, content]));

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      load: (id) => instrumented.get(relative(root, id.split('?')[0] ?? id)) ?? null,
    },
  ],
  resolve: {
    alias: [{ find: /^vitest$/, replacement: join(import.meta.dirname, 'collected.ts') }],
  },
  test: {
    // It would give out what was made of another source.
    fsModuleCache: false,
    include: ['test/mutation/mutants.run.ts'],
    testTimeout: 24 * 3_600_000,
    provide: { mutants },
    reporters: ['dot'],
  },
});
