import { describe, expect, it } from 'vitest';
import { phonePattern } from '../../../shared/vocabulary/phone.ts';

describe('a telephone number', () => {
  it.each(['0205 3812 345', '(0205) 3812 345', '(+84) 205.3812-345', '+84 205 3812 345'])(
    'may be written %s',
    (number) => {
      expect(number).toMatch(phonePattern);
    },
  );

  it.each(['', '()', 'chưa có', ' 0205', 'tel:0205', '((0205)'])('is not "%s"', (number) => {
    expect(number).not.toMatch(phonePattern);
  });
});
