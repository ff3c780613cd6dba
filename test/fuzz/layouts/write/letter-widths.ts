/** About as wide as the letters of Times are, in thousandths of their size. */
export function letterWidth(letter: string): number {
  const bare = letter.normalize('NFD').charAt(0);
  if (/[ijlt.,:;'()!|\s]/.test(bare)) return 278;
  if (/[mw%]/.test(bare)) return 750;
  if (/[MW]/.test(bare)) return 900;
  return /[\p{Lu}Đ]/u.test(bare) ? 680 : /\d/.test(bare) ? 500 : 470;
}

/** Points. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size * 0.001;
}
