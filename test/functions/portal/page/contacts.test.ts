import { describe, expect, it } from 'vitest';
import { withContacts } from '../../../../functions/portal/page/contacts.ts';

describe('a sentence that says whom to ask', () => {
  const sentence = 'Hãy hỏi Văn phòng Sở, 0205 3812 345, van-phong@stnmt.example để nhận liên kết mới.';

  it('lets a phone call the number and write to the address', () => {
    expect(withContacts(sentence).filter(({ href }) => href !== null)).toEqual([
      { text: '0205 3812 345', href: 'tel:02053812345' },
      { text: 'van-phong@stnmt.example', href: 'mailto:van-phong@stnmt.example' },
    ]);
  });

  it('loses no word, and takes no full stop into an address', () => {
    const text = (of: string) =>
      withContacts(of)
        .map((piece) => piece.text)
        .join('');
    expect(text(sentence)).toBe(sentence);
    expect(withContacts('Hỏi a.b@c.example.')).toEqual([
      { text: 'Hỏi ', href: null },
      { text: 'a.b@c.example', href: 'mailto:a.b@c.example' },
      { text: '.', href: null },
    ]);
  });

  it('leaves a year, a day and a sentence without either alone', () => {
    const plain = 'Liên kết hết hạn ngày 31/12/2024.';
    expect(withContacts(plain)).toEqual([{ text: plain, href: null }]);
  });
});
