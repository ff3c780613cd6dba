import { expect, it } from 'vitest';
import { unreadable, unreadableCodes } from '../../../../shared/wording/unreadable-findings.ts';
import { regime } from '../by-hand.ts';
import { findingsOfScenarios } from './scenarios.ts';
import { withoutExample, writeCatalogue } from './write-catalogue.ts';

const examples = await findingsOfScenarios();

it('every code of the catalogue has an example that the engine gave', () => {
  expect(withoutExample(examples)).toEqual([]);
});

it('the catalogue says what the code says; -u writes it anew', async () => {
  const words = unreadableCodes.map(unreadable);
  const checks = regime.checks.map(({ id }) => id);
  await expect(writeCatalogue(examples, words, checks)).toMatchFileSnapshot(
    '../../../../shared/reading/FINDINGS.md',
  );
});
