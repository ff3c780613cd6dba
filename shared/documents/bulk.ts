/**
 * Text by the thousand: the library keeps some twenty objects for a paragraph, so of each look it writes one, and the
 * others are made from that one's XML.
 */
import { FileChild, type Paragraph, XmlAttributeComponent } from 'docx';
import { printable } from '../vocabulary/visible-text.ts';

/** Paragraphs that follow each other, each in one of the looks. */
export interface Bulk<Look extends string> {
  readonly looks: Readonly<Record<Look, (text: string) => Paragraph>>;
  readonly lines: readonly (readonly [look: Look, text: string])[];
}

type Lines = readonly (readonly [look: string, text: string])[];

/** Collects the text of one document; `word.ts` puts it in when the library has written the rest. */
export class BulkText {
  readonly #kept: Lines[] = [];

  /** What stands in for the text until then; nothing for no text. */
  add<Look extends string>({ looks, lines }: Bulk<Look>): readonly FileChild[] {
    if (lines.length === 0) return [];
    const number = this.#kept.push(lines) - 1;
    return Object.entries<(text: string) => Paragraph>(looks).map(
      ([look, paragraph]) => new StandIn(number, look, paragraph(sample)),
    );
  }

  /**
   * The document's XML with every stand-in replaced by the text that it stands for. It is cut at the stand-ins and
   * joined with the texts: what was put in is never looked at again.
   */
  putInto(xml: string): string {
    const looks = new Map<string, string>();
    for (const [, number, look, paragraph = ''] of xml.matchAll(standIn)) {
      looks.set(`${number} ${look}`, paragraph);
    }
    const written = new Set<string>();
    return xml.replace(standIn, (_, number: string) => {
      if (written.has(number)) return '';
      written.add(number);
      const lines = this.#kept[Number(number)] ?? [];
      return lines
        .map(([look, line]) =>
          (looks.get(`${number} ${look}`) ?? '').split(sample).join(escaped(printable(line))),
        )
        .join('');
    });
  }
}

/** Stands in a paragraph of a look for the text; nothing else in the paragraph's XML is written with it. */
const sample = '§';

/**
 * An element of its own around the paragraph of one look. Text cannot name it: the library writes every "<" of a text
 * as "&lt;".
 */
class StandIn extends FileChild {
  constructor(number: number, look: string, paragraph: Paragraph) {
    super('standIn');
    this.root.push(new StandInAttributes({ number, look }), paragraph);
  }
}

class StandInAttributes extends XmlAttributeComponent<{ readonly number: number; readonly look: string }> {
  protected override readonly xmlKeys = { number: 'number', look: 'look' };
}

const standIn = /<standIn number="(\d+)" look="(\w+)">(.*?)<\/standIn>/gs;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
