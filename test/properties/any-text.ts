import * as fc from 'fast-check';

/**
 * Texts of any letters of Unicode. Not fast-check's own `binary` ones: before the first of them it draws up a table of
 * all letters, a second's work and a hundred megabytes in each process.
 */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const letter = fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 0xd7ff }), weight: 1 },
    { arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }), weight: 16 },
  );
  return fc.array(letter, { maxLength }).map((codes) => String.fromCodePoint(...codes));
}
