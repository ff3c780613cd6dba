import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,functions,infra,corpus}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        // Whole stories boot the local cloud: one file at a time, so that they do not fight for two cores.
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
