import type { XmlAttributes } from '../xml/read-xml.ts';

/** Spaces that one element may stand for; more are no text. */
const MOST_SPACES = 1000;

/** The characters an element of OpenDocument stands for within a paragraph; null for one that stands for none. */
export function signOf(name: string, attributes: XmlAttributes): string | null {
  switch (name) {
    case 'text:s':
      return ' '.repeat(Math.min(Math.max(1, Number(attributes['text:c'] ?? 1) || 1), MOST_SPACES));
    case 'text:tab':
      return '\t';
    case 'text:line-break':
      return '\n';
    default:
      return null;
  }
}

/**
 * What a written text adds to a paragraph: white space in the file counts as one space however long it is, and as
 * none behind another space or at the paragraph's beginning (OpenDocument 1.3 part 3, 6.1.2).
 * @param before the paragraph so far, or its end
 */
export function written(text: string, before: string): string {
  const added = text.replace(/[ \t\r\n]+/g, ' ');
  return added.startsWith(' ') && (before === '' || before.endsWith(' ')) ? added.slice(1) : added;
}
