import { describe, expect, it } from 'vitest';
import type { Text } from '../../../shared/vocabulary/text.ts';
import * as page from '../../../shared/wording/page.ts';
import * as check from '../../../shared/wording/page-check.ts';
import * as allOfDeciding from '../../../shared/wording/page-deciding.ts';
import * as desk from '../../../shared/wording/page-desk.ts';
import * as firstView from '../../../shared/wording/page-first-view.ts';
import * as history from '../../../shared/wording/page-history.ts';
import * as office from '../../../shared/wording/page-office.ts';
import * as receipt from '../../../shared/wording/page-receipt.ts';
import { skippedReason } from '../../../shared/wording/page-skipped.ts';
import * as unitFile from '../../../shared/wording/page-unit-file.ts';
import * as upload from '../../../shared/wording/page-upload.ts';
import * as statuses from '../../../shared/wording/statuses.ts';

const { actionWords, ...deciding } = allOfDeciding;
const catalogues = {
  ...{ page, check, desk, firstView, deciding, actions: actionWords, unitFile, history, office },
  ...{ receipt, upload, statuses },
};
const entries = Object.entries(catalogues).flatMap(([file, groups]) =>
  Object.entries(groups).flatMap(([group, words]: [string, Record<string, Text>]) =>
    Object.entries(words).map(([key, text]) => [`${file}: ${group}.${key}`, text] as const),
  ),
);
const blanksOf = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
/** Letters that only Vietnamese has: a sentence in English with one of them was not translated. */
const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu;

describe('the words of the page', () => {
  it('are many, and none of them is read from anywhere else', () => {
    expect(entries.length).toBeGreaterThan(200);
  });

  it.each(entries)('%s stands in both languages, composed, with the same blanks', (_, text) => {
    expect(Object.keys(text).sort()).toEqual(['en', 'vi']);
    for (const sentence of Object.values(text)) {
      expect(sentence.trim()).toBe(sentence);
      expect(sentence).not.toBe('');
      expect(sentence.normalize('NFC')).toBe(sentence);
      expect(sentence).not.toMatch(/ {2}|undefined|\$\{/);
    }
    expect(blanksOf(text.en)).toEqual(blanksOf(text.vi));
    expect(text.en).not.toMatch(vietnamese);
    // The marks in which letters of TCVN3 show where its font is missing.
    expect(text.vi).not.toMatch(/[©®«»¸µ¶]/);
  });

  it('keep missing, nil, returned, extended and excluded apart', () => {
    const { missing, nil, returned, extended, excluded } = statuses.dutyStatusWords;
    for (const language of ['vi', 'en'] as const) {
      const words = [missing, nil, returned, extended, excluded].map((text) => text[language]);
      expect(new Set(words).size).toBe(5);
    }
  });

  it('have a sentence for a reason that nobody has heard of yet', () => {
    expect(skippedReason('something-new').vi).not.toBe('');
  });
});
