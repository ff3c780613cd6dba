/** Puts a finding's words to the place they speak of. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import type { FindingWords } from '../../wording/finding-words.ts';
import type { Source } from './document.ts';
import type { Finding, ReadingRegime } from './reading.ts';

export interface Evidence {
  readonly where?: Source | null;
  readonly found?: string | null;
  readonly expected?: string | null;
}

// A cell may hold a whole page of text; a finding quotes its beginning.
const longestQuote = 160;

/** A finding of these words at this place; a long quotation is cut. */
export function finding(words: FindingWords, { where, found, expected }: Evidence = {}): Finding {
  const quote = found && found.length > longestQuote ? `${found.slice(0, longestQuote)}…` : found;
  return { ...words, where: where ?? null, found: quote ?? null, expected: expected ?? null };
}

/** In whose language units know the names. */
type Speaking = Pick<ReadingRegime, 'language'>;

/** `Số mô hình, điển hình "Dân vận khéo" đăng ký (A05)`: units' own files often have no codes. */
export function nameOf(indicator: Indicator, regime: Speaking): string {
  return `${spokenName(indicator, regime)} (${indicator.code})`;
}

/** A row "Trong đó: tập thể" means nothing away from the row above it; it is told by what it counts. */
export function spokenName({ name, unitOfMeasure }: Indicator, regime: Speaking): string {
  const spoken = say(name, languageOf(regime));
  const part = /^trong đó\s*:?\s*(.+)$/iu.exec(spoken.normalize('NFC'))?.[1];
  return part === undefined
    ? spoken
    : `${unitOfMeasure.charAt(0).toUpperCase()}${unitOfMeasure.slice(1)} – ${part}`;
}

/** A place as a person looks for it: `Số liệu!E7`, `bảng 2, dòng 3, cột 5`, `đoạn 12`. */
export function placeOf(source: Source): string {
  if ('sheet' in source) return `${source.sheet}!${source.cell}`;
  if ('table' in source) return `bảng ${source.table}, dòng ${source.row}, cột ${source.column}`;
  return `đoạn ${source.paragraph}`;
}
