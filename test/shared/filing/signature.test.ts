import { describe, expect, it } from 'vitest';
import { OfficeFile, replacedBy, Signature } from '../../../shared/filing/signature.ts';

const file = { fileName: 'a.pdf', size: 1, sha256: 'a'.repeat(64) };
const signed = (edition: number): Signature =>
  Signature.parse({
    ...{
      period: 'Q1-2024',
      edition,
      run: 'r',
      number: `${edition}/BC`,
      day: '2024-03-19',
      pdf: file,
      corrected: null,
    },
    ...{
      fingerprint: 'f',
      shown: 'b'.repeat(64),
      recipients: ['BDVTU'],
      actor: 'office:A',
      link: null,
      reason: 'x',
    },
    at: '2024-03-19T08:00:00+07:00',
  });

describe('the issued report whose place another takes', () => {
  it('is the newest one before it', () => {
    const all = [signed(1), signed(2), signed(4)];
    expect([1, 2, 3, 4, 5].map((edition) => replacedBy(all, edition)?.edition ?? null)).toEqual([
      null,
      1,
      2,
      2,
      4,
    ]);
    expect(replacedBy([], 2)).toBeNull();
  });
});

describe('a file that the office signed', () => {
  it('has a name, a size and a sum', () => {
    expect(OfficeFile.safeParse(file).success).toBe(true);
    for (const wrong of [{ size: 0 }, { size: 1.5 }, { sha256: 'a' }, { fileName: null }]) {
      expect(OfficeFile.safeParse({ ...file, ...wrong }).success).toBe(false);
    }
  });
});
