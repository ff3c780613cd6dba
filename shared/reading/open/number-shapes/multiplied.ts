/** The words that make a number another one, and by how much. */
const words = [
  ['nghìn', 1_000],
  ['ngàn', 1_000],
  ['triệu', 1_000_000],
  ['tr', 1_000_000],
  ['trđ', 1_000_000],
  ['tỷ', 1_000_000_000],
  ['tỉ', 1_000_000_000],
  ['trăm', 100],
  ['chục', 10],
] as const;

/** "Tỷ lệ", "tỷ số", "tỷ trọng" are shares. */
const noShare = '(?!\\s{0,3}(?:lệ|số|trọng))';

/**
 * "Tr.hợp", "tr. kỳ", "tr.đó", "tr.bình", "tr. 12" are a case, within the period, of which, an average, a page; "tr.em",
 * "Tr.học", "tr. nghề" children and a school, but "tr. học sinh", "tr. xã viên" may be millions.
 */
const contract = '(?!\\s{1,3}(?:đồng|dong|tác|tac)(?!\\p{L}))';
const LAST = '(?!\\s{1,3}\\p{L})';
const shortened = [
  ...[`hợp${contract}`, 'cấp', 'k[ỳì]', 'qu[ýí]', 'năm', 'tháng', 'đó', 'do', 'bình'],
  ...['em', 'tâm', 'ương', 'th(?:cs|pt)?'],
  ...[
    'tiểu học',
    'mầm non',
    'mẫu giáo',
    'đại học',
    'đh',
    'cao đẳng',
    'cđ',
    'trung cấp',
    '(?:dạy )?nghề',
    'chính trị',
  ],
  ...['học', 'trường', 'xã', 'phòng', 'sinh'].map((word) => `${word}${LAST}`),
];
/** "Tr-UBND": the symbol of a document. */
const symbol = '[-–](?:ubnd|hđnd|mttq|bdv|[đht]u|tư)';
const noMillions = `(?![.\\s]{0,3}\\d|(?:[.\\s]{0,3}(?:${shortened.flatMap((word) => [word, plain(word)]).join('|')})|${symbol})(?!\\p{L}))`;

/** What stands behind a word where it multiplies. */
function behind(word: string): string {
  if (word === 'tr') return noMillions;
  return /^t[yỷỉ]$/.test(word) ? noShare : '';
}

/** @param without whether a word is meant without its marks, too: "tram" may be for "trạm", a station */
function patternOf(without: (word: string) => boolean): string {
  const spelt = words.flatMap(([word]) => (without(word) ? [word, plain(word)] : [word]));
  return [...new Set(spelt)].map((word) => `${word}${behind(word)}`).join('|');
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** By how much a word multiplies that one of these patterns has found. */
export function factorOf(found: string): number | undefined {
  return words.find(([word]) => plain(word) === plain(found.toLowerCase()))?.[1];
}

const MILLIONS = new RegExp(`^\\P{L}*tr${noMillions}(?!\\p{L})`, 'iu');

/** Whether what begins with "tr" is millions, and not a shortened word. */
export function isMillions(text: string): boolean {
  return MILLIONS.test(text);
}

/** Where a format or a style adds them ("120 nghìn", "120k"), with their marks or without. */
export const MULTIPLIED = `(?<!\\p{L})(?:k|${patternOf((word) => word !== 'tỉ')})(?!\\p{L})`;

/** In a unit of measure: without marks only what is no other word. */
export const MULTIPLYING = patternOf((word) => word === 'nghìn' || word === 'triệu');

/** Signs that a format or a style puts beside digits, which then read as another number; for a class of a pattern. */
export const SIGNS = '-−–+';
