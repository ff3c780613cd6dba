/** A paragraph → its sentences, as Vietnamese offices write: abbreviations, numbering, dates and decimals stay whole. */

/** A stop, or several, with what closes behind it; then space; then what begins a sentence. */
const end = /[.!?…]{1,9}["”’»)\]]{0,4}(?=\s{1,20}["“‘«([]?(?:\p{Lu}|\d|[-–+•]\s))/gu;

/** Behind which a full stop ends nothing: "TP. Lạng Sơn", "đ/c. Nam", "Th.S Hà", "số. 5", "v. A". */
const abbreviated =
  /(?:^|[\s("“‘[/])(?:tp|tx|tt|th\.?s|ts|pgs|gs|bs|ks|đ\/c|đc|nxb|st|tr|kp|tdp|\p{L}|t\.ư)\.$/iu;
/** An item's own number: "1.", "2.1.", "a.", "II.". */
const numbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ]|[IVX]{1,5})\.$/iu;
/** "05. 02. 2024" */
const dayBegins = /(?:^|\s)\d{1,2}(?:\.\s{0,9}\d{1,2})?\.$/;
const dayGoesOn = /^\s{1,9}(?:\d{1,2}\.\s{0,9})?(?:19|20)\d{2}(?!\d)/;

/** What stands before a sentence and is none of its words: dashes, "a)", "1.", "1.2.", "II.". */
const ordinal =
  /^(?:[-–—+•*▪·]\s{0,9}|(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]|\(?[a-zđ]\)|[a-zđ]\.|[IVX]{1,5}\.)\s{1,9})/u;

/** The sentences in their order, each word for word as it stands in the paragraph, without what only counts it. */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of paragraph.matchAll(end)) {
    const to = index + mark.length;
    const before = paragraph.slice(from, to).trimStart();
    if (mark === '.' && goesOn(before, paragraph.slice(to))) continue;
    sentences.push(before);
    from = to;
  }
  sentences.push(paragraph.slice(from));
  return sentences.map(withoutOrdinal).filter((sentence) => /\p{L}/u.test(sentence));
}

function goesOn(before: string, after: string): boolean {
  if (numbered.test(before)) return true;
  if (/(?:^|[\s,;(])v\.v\.$/iu.test(before)) return false;
  if (dayBegins.test(before) && dayGoesOn.test(after)) return true;
  return abbreviated.test(before.slice(-24));
}

function withoutOrdinal(sentence: string): string {
  let text = sentence.trim();
  for (let next = text.replace(ordinal, ''); next !== text; next = text.replace(ordinal, '')) text = next;
  return text.trim();
}
