/** What many filled with their own places: "Mở đường liên xóm ở thôn Nà Mu, xã Bình Trung". */

const kind = '(?:thôn|bản|xóm|khối|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|thị xã|thành phố)';
/** Of a single capitalised word nobody can tell whether it is a place: "khối Đảng", "huyện Đoàn". */
const name = String.raw`\p{Lu}\p{Ll}{0,9}(?:\s\p{Lu}\p{Ll}{0,9}){1,3}`;
/** A place with those that it lies in, where its clause ends. */
const chain = new RegExp(
  `(?<!\\p{L})${kind}\\s${name}(?:,\\s${kind}\\s${name}){0,3}(?=\\s{0,3}(?:,|;|$))`,
  'gu',
);

/**
 * The same for sentences that differ in nothing but the one place at the end of a clause; null where there is no such place,
 * or more than one, or a number. Of such sentences one may be shown before another; that they say the same nobody can tell.
 */
export function mouldOf(shown: string): string | null {
  const text = shown.normalize('NFC');
  if (/\d/u.test(text) || text.match(chain)?.length !== 1) return null;
  return text.replace(chain, '#');
}
