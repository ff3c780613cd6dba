import { describe, expect, it } from 'vitest';
import { signerOf } from '../../../shared/regime/signing.ts';

const name = 'Nguyễn Văn An';

describe('who signed, as it goes on record', () => {
  it.each([
    ['the head, by name alone', { name }, { name }],
    ['the head, of a form that was left open', { form: null, role: '', name }, { name }],
    [
      'somebody in the head’s place, each in one line',
      { form: 'KT.', role: ' PHÓ\n GIÁM ĐỐC', name: 'Nguyễn  Văn An ' },
      { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name },
    ],
    ['names of up to 100 characters', { name: 'n'.repeat(100) }, { name: 'n'.repeat(100) }],
  ] as const)('is %s', (_, said, recorded) => {
    expect(signerOf(said)).toEqual(recorded);
  });

  it.each([
    ['nobody', {}],
    ['a name that shows nothing', { name: ' ' }],
    ['a form without its title', { form: 'TL.', name }],
    ['a form whose title shows nothing', { form: 'TL.', role: ' ', name }],
    ['a title without its form', { role: 'PHÓ GIÁM ĐỐC', name }],
    ['form and title without a name', { form: 'KT.', role: 'PHÓ GIÁM ĐỐC' }],
    ['a longer name', { name: 'n'.repeat(101) }],
    ['a longer title', { form: 'KT.', role: 'r'.repeat(101), name }],
  ] as const)('is not %s', (_, said) => {
    expect(signerOf(said)).toBeNull();
  });
});
