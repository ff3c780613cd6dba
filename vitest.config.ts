import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Put others in the place of modules, or watch them load: a worker that has loaded them already would not do. */
const alone = ['test/infra/admin/read.test.ts', 'test/shared/patterns.test.ts'];

// What ends a test that hangs; far beyond what any takes, so that other work on the machine fails none.
const patient = {
  ...{ testTimeout: 900_000, hookTimeout: 900_000 },
  expect: { poll: { timeout: 300_000 } },
};
/** `npm run bench -- suite` asks what each file takes of the processor. */
const measured = process.env.PROCESSOR_LOG === undefined ? [] : ['test/bench/suite/per-file.ts'];
const common = { ...patient, setupFiles: measured };
const units = {
  ...common,
  restoreMocks: true,
  setupFiles: ['test/properties/seeded.ts', 'test/own-time.ts', ...measured],
};

/** What takes longest, the longest first: begun late, one of these would go on when all other workers have ended. */
const longest = [
  'journeys/office-page',
  'journeys/unit-page',
  'nasty/nasty',
  'journeys/',
  'simulator/',
  'fuzz/',
  'corpus/',
  'infra/build',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Journeys wait as well as work: with one more at a time no core does.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{shared,functions,infra,corpus,nasty,fuzz,simulator,bench,mutation}/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: alone,
          // Loading the product anew for each file took as long as the tests: what a file changes it puts back.
          isolate: false,
          ...units,
        },
      },
      { test: { name: 'alone', include: alone, ...units } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: 'test/journeys/prepared-once.ts',
          // The next story meets a cloud that is warm already.
          isolate: false,
          ...common,
        },
      },
    ],
  },
});
