/** Words of a template that wait for a number or a day: "số … ngày …". Dots for "and so on" are none. */
const gap = /(?<!\p{L})(?:số|ngày|tháng|năm)\s{0,3}(?:…|\.{3})/iu;

/** Whether an answer is a template that nobody filled in. */
export function hasGaps(text: string): boolean {
  return gap.test(text.normalize('NFC'));
}
