import { expect, it } from 'vitest';
import type { UnreadableCode } from '../../../../shared/vocabulary/finding.ts';
import { unreadable } from '../../../../shared/wording/unreadable-findings.ts';
import { regime } from '../by-hand.ts';
import { findingsOfScenarios } from './scenarios.ts';
import { withoutExample, writeCatalogue } from './write-catalogue.ts';

const unreadableCodes: Readonly<Record<UnreadableCode, true>> = {
  FILE_EMPTY: true,
  FILE_UNKNOWN: true,
  FILE_ENCRYPTED: true,
  FILE_CHANGED: true,
  FILE_TAKEN_AWAY: true,
  LINK_WAS_REVOKED: true,
  ZIP_DAMAGED: true,
  ZIP_TOO_LARGE: true,
  ZIP_NOT_A_REPORT: true,
  XML_REFUSED: true,
  OLD_WORD_FORMAT: true,
  WEB_PAGE: true,
  OTHER_ARCHIVE: true,
  LINK: true,
  MAIL: true,
  LOCK_FILE: true,
  APPLE_FILE: true,
  BINARY_WORKBOOK: true,
  PRESENTATION: true,
  PICTURE: true,
  SCANNED_PDF: true,
  TOO_MUCH_TO_READ: true,
  ENGINE_FAILED: true,
};

const examples = await findingsOfScenarios();

it('every code of the catalogue has an example that the engine gave', () => {
  expect(withoutExample(examples)).toEqual([]);
});

it('the catalogue says what the code says; -u writes it anew', async () => {
  const words = (Object.keys(unreadableCodes) as UnreadableCode[]).map(unreadable);
  const checks = regime.checks.map(({ id }) => id);
  await expect(writeCatalogue(examples, words, checks)).toMatchFileSnapshot(
    '../../../../shared/reading/FINDINGS.md',
  );
});
