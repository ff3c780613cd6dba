import { describe, expect, it } from 'vitest';
import { attachmentNamed } from '../../functions/content-disposition.ts';

describe('the name a browser saves a file under', () => {
  it.each([
    [
      'Báo cáo quý I – Đất đai.xlsx',
      'attachment; filename="Bao cao quy I _ Dat dai.xlsx"; ' +
        "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%20I%20%E2%80%93%20%C4%90%E1%BA%A5t%20%C4%91ai.xlsx",
    ],
    ["a(1)*'s.pdf", "attachment; filename=\"a(1)*'s.pdf\"; filename*=UTF-8''a%281%29%2A%27s.pdf"],
  ])('keeps every letter of %s, and gives old clients its base letters', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
    expect(attachmentNamed(name.normalize('NFD'))).toBe(header);
  });

  it('cannot be left by a quotation mark, a backslash or a line break', () => {
    const header = attachmentNamed('x"; y\\\r\nSet-Cookie: a=b');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toContain('filename="x_; y___Set-Cookie: a=b";');
  });
});
