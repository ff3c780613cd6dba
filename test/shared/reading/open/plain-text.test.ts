import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/reading/open/plain-text.ts';

describe('plain text', () => {
  it('is composed, trimmed, and ends its lines alike', () => {
    expect(plainText('  Đơn vị tính\r\nngười \r'.normalize('NFD'))).toBe('Đơn vị tính\nngười');
  });

  it('keeps the gaps that people align words with', () => {
    const aligned = `Lạng Sơn${' '.repeat(60)}ngày 15`;
    expect(plainText(aligned)).toBe(aligned);
  });

  it('has no gap so vast that looking for white space would never end', () => {
    expect(plainText(`a${' '.repeat(900_000)}b${'\n'.repeat(900_000)}c`)).toBe('a b\nc');
  });
});
