/** A spreadsheet's own limit for a cell; a quotation that runs on beyond it was never closed. */
const LONGEST_QUOTED = 32_767;

/**
 * The records of a delimited text, field by field (RFC 4180, any line end). A quotation that is not closed, or not
 * closed before a delimiter, is no quotation: its mark belongs to the text, and nothing behind it is swallowed.
 */
export function* recordsOf(text: string, delimiter: string): Generator<readonly string[], void, undefined> {
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      // Some writers set each field apart with a space, too.
      const mark = text[at] === ' ' ? pastSpaces(text, at) : at;
      const quoted = text[mark] === '"' ? quotedField(text, mark, delimiter) : null;
      const end = quoted?.end ?? endOfPlain(text, at, delimiter);
      record.push(quoted?.value ?? text.slice(at, end));
      at = end + 1;
      if (text[end] === delimiter) continue;
      if (text[end] === '\r' && text[at] === '\n') at += 1;
      break;
    }
    yield record;
  }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && !isEnd(text[at], delimiter)) at += 1;
  return at;
}

function quotedField(text: string, from: number, delimiter: string): { value: string; end: number } | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0 || mark - from > LONGEST_QUOTED) return null;
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') {
      const end = pastSpaces(text, mark + 1);
      return isEnd(text[end], delimiter) ? { value, end } : null;
    }
    value += '"';
    at = mark + 2;
  }
}

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function isEnd(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}
