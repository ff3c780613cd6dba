import { expect, it } from 'vitest';
import { type Edition, issuedLast, takenBackBy } from '../../../shared/filing/edition.ts';

const edition = (number: number, more: Partial<Edition> = {}): Edition => ({
  ...{ edition: number, run: `run-${number}`, scheduledAt: '2024-03-19T09:00:00+07:00' },
  ...{ fingerprint: 'a', acts: [], ...more },
});
const drawn = { actor: 'a', reason: null, at: '2024-03-19T09:00:00+07:00', recipients: [] };
const back = { ...drawn, takesBack: true as const };

it('issues the newest edition that is whole and was not taken back', () => {
  const editions = [edition(1), edition(2, { acts: [drawn] })];
  expect(issuedLast(editions)?.edition).toBe(2);
  const others = [edition(3, { acts: [drawn, back] }), edition(4, { fingerprint: null })];
  expect(issuedLast([...editions, ...others])?.edition).toBe(2);
  expect(issuedLast(others)).toBeNull();
});

it('says by which act an edition was taken back', () => {
  expect(takenBackBy(edition(1, { acts: [drawn, back] }))).toBe(back);
  expect(takenBackBy(edition(1, { acts: [drawn] }))).toBeNull();
});
