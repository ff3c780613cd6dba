/** What many filled with their own places and numbers: "Việc nắm tình hình ở thôn …, xã … có lúc chưa kịp thời". */

/** A name stands behind what it names; a capital anywhere else may begin any word. */
const place =
  /(?<!\p{L})((?:[Tt]hôn|[Bb]ản|[Xx]óm|[Kk]hối|[Kk]hu phố|[Tt]ổ dân phố|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Tt]hành phố)\s)\p{Lu}\p{Ll}{0,9}(?:\s\p{Lu}\p{Ll}{0,9}){0,4}(?!\p{L})/gu;

/**
 * The same for sentences that differ in nothing but places behind what they are, numbers and their unit's own name.
 * @param ownNames text that names the unit itself
 */
export function mouldOf(shown: string, ownNames: RegExp | undefined): string {
  const text = shown.normalize('NFC');
  const unnamed = ownNames ? text.replace(ownNames, '@') : text;
  return unnamed
    .replace(place, '$1#')
    .replace(/(?<![\p{L}\d])\d[\d.,]{0,15}(?![\p{L}\d])/gu, '0')
    .toLocaleLowerCase('vi')
    .replace(/\s{1,20}/gu, ' ');
}

/** Whether those who filled it wrote the same but for their own names. */
export function hasNoPlace(mould: string): boolean {
  return hasNoNumber(mould) && !mould.includes('#');
}

/** Whether those who filled it say the same of different places: their numbers may say anything. */
export function hasNoNumber(mould: string): boolean {
  return !/\d/u.test(mould);
}
