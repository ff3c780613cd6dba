import { expect } from 'vitest';
import { Refused } from '../../../shared/office/refused.ts';
import { refusals } from '../../../shared/wording/refusals.ts';

/** The code of what was thrown. Fails where a blank of a refusal's words was left empty. */
export function saidIn(error: unknown): string {
  if (error instanceof Refused) {
    for (const language of ['vi', 'en'] as const) {
      const parts = refusals[error.code][language].split(/\{\w+\}/);
      const whole = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\S.*');
      expect(error.words[language]).toMatch(new RegExp(`^${whole}$`));
    }
  }
  return (error as { code: string }).code;
}

/** The code by which it is refused, or null. */
export function refusalOf(asked: Promise<unknown>): Promise<string | null> {
  return asked.then(() => null, saidIn);
}
