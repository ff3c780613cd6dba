import { describe, expect, it } from 'vitest';
import { withoutLastClauses } from '../../../shared/regime/sentence.ts';

describe('a sentence of a regime without what is told nowhere', () => {
  const template = 'Đơn {B08} đơn; tiếp nhận {B09} đơn{B09 change}; còn {B11} đơn{B11 change}';

  it.each([
    ['nothing', [], template],
    ['its last clause', ['B11'], 'Đơn {B08} đơn; tiếp nhận {B09} đơn{B09 change}'],
    ['its last clauses', ['B09', 'B11'], 'Đơn {B08} đơn'],
    // "…; trong đó …" would speak of what stands before.
    ['one in its middle', ['B09'], null],
    ['its beginning', ['B08'], null],
    ['all of it', ['B08', 'B09', 'B11'], null],
  ] as const)('lacks %s', (_, codes, left) => {
    expect(withoutLastClauses(template, new Set(codes))).toBe(left);
  });
});
