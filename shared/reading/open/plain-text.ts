/** Nobody aligns words with more; patterns that look for white space take the square of its length to find none. */
const LONGEST_GAP = 100;
/** Taken at a stroke: a pattern remembers each letter that it might give back. */
const STROKE = 10_000;
const gap = new RegExp(`\\s{${LONGEST_GAP},${STROKE}}`, 'g');

/** The one spelling of text behind the readers: NFC, lines ended by `\n`, no white space around it, no vast one within. */
export function plainText(text: string): string {
  if (text === '') return '';
  const plain = text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  return plain.length < LONGEST_GAP ? plain : withoutGaps(plain);
}

function withoutGaps(text: string): string {
  const shorter = text.replace(gap, (run) => (run.includes('\n') ? '\n' : ' '));
  return shorter.length < text.length - STROKE + 1 ? withoutGaps(shorter) : shorter;
}

const MARKS = /[\u0300-\u036f]/g;

/** What is said of a piece whose letters and marks the file stores apart (NFD); nothing of any other. */
export function marksApart(stored: string, plain: string): { readonly decomposed: true } | undefined {
  // Most text is told from that by its length alone.
  if (stored.length === plain.length || stored.search(MARKS) < 0) return undefined;
  const marks = (text: string) => text.match(MARKS)?.length ?? 0;
  return marks(stored) > marks(plain) ? { decomposed: true } : undefined;
}
