import { expect } from 'vitest';
import { Refused } from '../../../shared/office/refused.ts';
import { languages } from '../../../shared/vocabulary/text.ts';
import { type RefusalCode, refusals } from '../../../shared/wording/refusals.ts';

/** The code of what was thrown. Fails where a blank of a refusal's words was left empty. */
export function saidIn(error: unknown): string {
  if (error instanceof Refused) {
    for (const language of languages) {
      expect(error.words[language]).toMatch(wholeWords(error.code)[language]);
    }
  }
  return (error as { code: string }).code;
}

/** The code by which it is refused, or null. */
export function refusalOf(asked: Promise<unknown>): Promise<string | null> {
  return asked.then(() => null, saidIn);
}

/** A refusal's words with something in each of their blanks. */
export function wholeWords(code: RefusalCode): Readonly<Record<'vi' | 'en', RegExp>> {
  const pattern = (sentence: string) => {
    const parts = sentence.split(/\{\w+\}/);
    const whole = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\S.*');
    return new RegExp(`^${whole}$`, 's');
  };
  return { vi: pattern(refusals[code].vi), en: pattern(refusals[code].en) };
}
