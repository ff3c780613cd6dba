import { describe, expect, it } from 'vitest';
import { fromAscii85 } from '../../../../../shared/reading/open/pdf/ascii85.ts';

const read = (letters: string) => Buffer.from(fromAscii85(Buffer.from(letters))).toString('latin1');

describe('ASCII85', () => {
  it.each([
    ['9jqo^', 'Man '],
    ['9jqo^BlbD-', 'Man is d'],
    ['9jqo^Bl~>', 'Man i'],
    ['9jqo^BlbD~>', 'Man is '],
    ['9jq\no^\r\n Bl ~>', 'Man i'],
    ['z9jqo^', '\0\0\0\0Man '],
    ['', ''],
  ])('%j stands for %j', (letters, text) => {
    expect(read(letters)).toBe(text);
  });

  it('ends at its mark, whatever stands behind', () => {
    expect(read('9jqo^~>9jqo^')).toBe('Man ');
  });

  it('of a number that four bytes do not hold ends in some bytes, not in an error', () => {
    expect(read('uuuuu')).toHaveLength(4);
  });
});
