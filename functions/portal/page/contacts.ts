/** Addresses and telephone numbers within a sentence, so that a phone can write to them or call them. */

interface Piece {
  readonly text: string;
  /** `mailto:` or `tel:`; null for the words between. */
  readonly href: string | null;
}

const contact = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(\+?\d(?:[ .-]?\d){7,13})/g;

/** The sentence in pieces, in order; put together again they are the sentence. */
export function withContacts(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: text, 1: mail, index } of sentence.matchAll(contact)) {
    pieces.push({ text: sentence.slice(done, index), href: null });
    pieces.push({ text, href: mail ? `mailto:${mail}` : `tel:${text.replace(/[ .-]/g, '')}` });
    done = index + text.length;
  }
  return [...pieces, { text: sentence.slice(done), href: null }].filter(({ text }) => text !== '');
}
