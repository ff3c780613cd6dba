/**
 * Text by the thousand: the library keeps some twenty objects for a paragraph, so of each look it writes one, and the
 * others are made from that one's XML.
 */
import type { Paragraph } from 'docx';
import { printable } from '../vocabulary/visible-text.ts';

/** Paragraphs that follow each other, each in one of the looks. */
export interface Bulk<Look extends string> {
  readonly looks: Readonly<Record<Look, (text: string) => Paragraph>>;
  readonly lines: readonly (readonly [look: Look, text: string])[];
}

/** Collects the text of one document; `word.ts` puts it in when the library has written the rest. */
export class BulkText {
  readonly #kept: Kept[] = [];

  /** What stands in for the text until then; nothing for no text. */
  add<Look extends string>({ looks, lines }: Bulk<Look>): readonly Paragraph[] {
    if (lines.length === 0) return [];
    const kept = { name: `${this.#kept.length}.${sumOf(lines)}`, lines };
    this.#kept.push(kept);
    return Object.entries<(text: string) => Paragraph>(looks).map(([look, paragraph]) =>
      paragraph(tokenOf(kept.name, look)),
    );
  }

  /** The document's XML with every stand-in replaced by the text that it stands for. */
  putInto(xml: string): string {
    const looks = new Map(this.#kept.map(({ name }) => [name, new Map<string, string>()]));
    const marked = xml.replace(standIn, (paragraph: string, name: string, look: string) => {
      const own = looks.get(name);
      if (!own) return paragraph;
      own.set(look, paragraph);
      return own.size === 1 ? placeOf(name) : '';
    });
    return this.#kept.reduce((text, { name, lines }) => {
      const [before = '', ...after] = text.split(placeOf(name));
      const written = lines.map(([look, line]) =>
        (looks.get(name)?.get(look) ?? '').split(tokenOf(name, look)).join(escaped(printable(line))),
      );
      return [before, ...written, ...after].join('');
    }, marked);
  }
}

interface Kept {
  /** No text can name itself: its own sum is part of the name. */
  readonly name: string;
  readonly lines: readonly (readonly [look: string, text: string])[];
}

const tokenOf = (name: string, look: string) => `\uE0F0${name}:${look}\uE0F1`;
const placeOf = (name: string) => `\uE0F2${name}\uE0F3`;
const standIn = /<w:p>(?:(?!<\/w:p>).)*?\uE0F0([\d.]+):(\w+)\uE0F1.*?<\/w:p>/gs;

/** FNV-1a over the whole text. */
function sumOf(lines: Kept['lines']): number {
  let sum = 0x811c9dc5;
  for (const [look, text] of lines) {
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    sum = Math.imul(sum ^ look.length, 0x01000193);
  }
  return sum >>> 0;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
