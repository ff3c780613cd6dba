import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findToken, normaliseCode } from '../../../../functions/portal/page/token.ts';

const token = '7Q2M9XT4BA0CDEFGHJKNPRSVWZ';
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a code typed from the mail', () => {
  it('is understood in groups, in lower case, with any dash or space', () => {
    for (const typed of [
      token,
      token.toLowerCase(),
      '7Q2M-9XT4-BA0C-DEFG-HJKN-PRSV-WZ',
      ' 7q2m 9xt4 ba0c defg hjkn prsv wz ',
      '7Q2M–9XT4—BA0C‑DEFG−HJKN\u00a0PRSV\u200bWZ.',
      '“7Q2M9XT4BA0CDEFGHJKNPRSVWZ”',
      '7Q2M9XT4BA0CDEFGHJKNPRSVWZ',
    ]) {
      expect(normaliseCode(typed), typed).toEqual({ token, whole: true });
    }
  });

  it('reads the letters O, I and L as the digits they were meant to be', () => {
    expect(normaliseCode('oOiIlL').token).toBe('001111');
  });

  it('is not whole when a part is missing or a letter cannot stand in a code', () => {
    expect(normaliseCode(token.slice(1)).whole).toBe(false);
    expect(normaliseCode(token.replace('Z', 'U')).whole).toBe(false);
    expect(normaliseCode('').whole).toBe(false);
  });

  it('survives every way of grouping it', () => {
    const anyToken = fc.array(fc.constantFrom(...alphabet), { minLength: 26, maxLength: 26 });
    const anySeparator = fc.array(fc.constantFrom('', ' ', '-', ' - ', '\n', '–'), {
      minLength: 26,
      maxLength: 26,
    });
    fc.assert(
      fc.property(anyToken, anySeparator, fc.boolean(), (letters, separators, lower) => {
        const typed = letters.map((letter, at) => letter + separators[at]).join('');
        return normaliseCode(lower ? typed.toLowerCase() : typed).token === letters.join('');
      }),
    );
  });
});

describe('the token of an address', () => {
  it('is the fragment, and a straight address needs no repair', () => {
    expect(findToken({ pathname: '/u', hash: `#${token}` })).toEqual({ token, repaired: null });
  });

  it('is found where a link rewriter has encoded the #, once or twice', () => {
    for (const pathname of [`/u%23${token}`, `/u%2523${token}`, `/u/%23${token}`]) {
      const found = findToken({ pathname, hash: '' });
      expect(found?.token, pathname).toBe(token);
      expect(found?.repaired, pathname).toMatch(new RegExp(`^/u/?#${token}$`));
    }
  });

  it('is found behind a doubled or encoded # in the fragment', () => {
    expect(findToken({ pathname: '/u', hash: `#%23${token}` })).toEqual({ token, repaired: `/u#${token}` });
    expect(findToken({ pathname: '/u', hash: `##${token}` })).toEqual({ token, repaired: `/u#${token}` });
  });

  it('is written straight again when it came in groups or lower case', () => {
    expect(findToken({ pathname: '/', hash: `#${token.toLowerCase()}` })).toEqual({
      token,
      repaired: `/#${token}`,
    });
  });

  it('is left as it stands when it is no whole code, so that the server can say what is wrong', () => {
    expect(findToken({ pathname: '/u', hash: '#half-a-token' })?.token).toBe('half-a-token');
  });

  it('is missing from a bare address, and a broken encoding does no harm', () => {
    expect(findToken({ pathname: '/u', hash: '' })).toBeNull();
    expect(findToken({ pathname: '/u', hash: '#' })).toBeNull();
    expect(findToken({ pathname: '/u', hash: '#%E0%A4%A' })?.token).toBe('%E0%A4%A');
  });
});
