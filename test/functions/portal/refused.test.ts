import { expect, it } from 'vitest';
import { isRefusalCode, reasonOf, statusOf } from '../../../functions/portal/refused.ts';

it('raises an alarm by every limit but the one that a page with many tabs meets and gets over by itself', () => {
  const limits = Object.entries(statusOf).filter(([, status]) => status === 429);
  const quiet = limits
    .map(([code]) => code)
    .filter(isRefusalCode)
    .filter((code) => reasonOf({ code }) !== 'limit');
  expect(quiet).toEqual(['TOO_MANY_LOOKS']);
  expect([reasonOf({ code: 'LINK_EXPIRED' }), reasonOf({ code: 'FILE_EMPTY' })]).toEqual(['link', 'other']);
});
