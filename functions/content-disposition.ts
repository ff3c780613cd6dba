/**
 * The header under which a browser saves a file by this name. Old clients read the plain name, in which a letter that
 * is no ASCII stands as its base letter; all others the encoded one: https://www.rfc-editor.org/rfc/rfc6266#section-5
 */
export function attachmentNamed(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // Left alone by encodeURIComponent, yet no `attr-char`: https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1
  const encoded = encodeURIComponent(fileName.normalize('NFC')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
