/** Nobody aligns words with more; patterns that look for white space take the square of its length to find none. */
const LONGEST_GAP = 100;

/** The one spelling of text behind the readers: NFC, lines ended by `\n`, no white space around it, no vast one within. */
export function plainText(text: string): string {
  if (text === '') return '';
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const plain = lines.normalize('NFC').trim();
  return plain.length < LONGEST_GAP ? plain : withoutGaps(plain);
}

/** A pattern for the whole run would remember each letter that it might give back: it only finds where one begins. */
function withoutGaps(text: string): string {
  const begins = new RegExp(`\\s{${LONGEST_GAP}}`, 'g');
  let [shorter, from] = ['', 0];
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    let to = begins.lastIndex;
    while (/\s/.test(text.charAt(to))) to += 1;
    const run = text.slice(found.index, to);
    shorter += text.slice(from, found.index) + (run.includes('\n') ? '\n' : ' ');
    from = to;
    begins.lastIndex = to;
  }
  return shorter + text.slice(from);
}

const MARKS = /[\u0300-\u036f]/g;

/** What is said of a piece whose letters and marks the file stores apart (NFD); nothing of any other. */
export function marksApart(stored: string, plain: string): { readonly decomposed: true } | undefined {
  // Most text is told from that by its length alone.
  if (stored.length === plain.length || stored.search(MARKS) < 0) return undefined;
  const marks = (text: string) => text.match(MARKS)?.length ?? 0;
  return marks(stored) > marks(plain) ? { decomposed: true } : undefined;
}

/** The text that a formula finds, where that is another one than the plain text. */
export function unlikePlain(stored: string, plain: string): { readonly asStored: string } | undefined {
  return stored === plain ? undefined : { asStored: stored };
}
