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
    const [before = '', ...behind] = xml.split(BEGIN);
    const standIns = behind.map(standInOf);
    const looks = new Map(standIns.map(({ number, look, paragraph }) => [`${number} ${look}`, paragraph]));
    const written = new Set<number>();
    const put = standIns.map(({ number, rest }) => {
      if (written.has(number)) return rest;
      written.add(number);
      const lines = (this.#kept[number] ?? []).map(([look, line]) =>
        (looks.get(`${number} ${look}`) ?? '').split(sample).join(escaped(printable(line))),
      );
      return lines.join('') + rest;
    });
    return before + put.join('');
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

const BEGIN = '<standIn number="';
const LOOK = '" look="';
const END = '</standIn>';

/** @param xml from behind where a stand-in begins to where the next one does */
function standInOf(xml: string) {
  const [look, begins, ends] = [xml.indexOf(LOOK), xml.indexOf('">'), xml.indexOf(END)];
  return {
    number: Number(xml.slice(0, look)),
    look: xml.slice(look + LOOK.length, begins),
    paragraph: xml.slice(begins + 2, ends),
    rest: xml.slice(ends + END.length),
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
