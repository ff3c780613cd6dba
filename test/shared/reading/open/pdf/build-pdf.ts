/** Small pdf files as programs write them: text at places, ruled lines, pictures. */
import { deflateSync } from 'node:zlib';

type Drawn = string;

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Letters get codes as they come, digits and the space their own; every letter is half as wide as it is high. */
class Letters {
  readonly #codes = new Map<string, number>();

  encode(text: string): string {
    return [...text]
      .map((letter) => {
        // Programs stretch the space to justify lines; a font that is not in the file draws digits by their codes.
        const own = /^[ 0-9]$/.test(letter) ? letter.charCodeAt(0) : null;
        const code = own ?? this.#codes.get(letter) ?? this.#codes.size + 0x3a;
        if (letter !== ' ') this.#codes.set(letter, code);
        return code.toString(16).padStart(2, '0');
      })
      .join('');
  }

  get toUnicode(): string {
    const utf16 = (text: string) =>
      Array.from(text, (_, n) => text.charCodeAt(n).toString(16).padStart(4, '0')).join('');
    const pairs = [...this.#codes, [' ', 32] as const].map(
      ([letter, code]) => `<${code.toString(16).padStart(2, '0')}> <${utf16(letter)}>`,
    );
    return `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
${pairs.map((pair) => `1 beginbfchar ${pair} endbfchar`).join('\n')}
endcmap end`;
  }
}

export interface PageBuilder {
  /** Text whose letters stand on `y` points below the page's top; `mode` 3 is not drawn. */
  text(x: number, y: number, text: string, options?: TextOptions): PageBuilder;
  /** A ruled line between two points. */
  line(x: number, y: number, endX: number, endY: number): PageBuilder;
  /** A filled rectangle. */
  area(x: number, y: number, width: number, height: number): PageBuilder;
  /** A grid of cells by the places of its lines. */
  grid(columns: readonly number[], rows: readonly number[]): PageBuilder;
  /** What `draw` draws is seen within a rectangle only. */
  within(x: number, y: number, width: number, height: number, draw: (page: PageBuilder) => void): PageBuilder;
  picture(): PageBuilder;
  /** A small picture over a place. */
  patch(x: number, y: number, width: number, height: number): PageBuilder;
  /** What `draw` draws belongs to a layer that is switched off. */
  unshown(draw: (page: PageBuilder) => void): PageBuilder;
  /** Something put over a place of the page: the rest of its dictionary, as PDF writes it. */
  over(x: number, y: number, width: number, height: number, dictionary: string): PageBuilder;
  /** Operators as they are. */
  operators(written: string): PageBuilder;
}

export interface TextOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: string;
  readonly mode?: number;
}

const HEIGHT = 842;
const WIDTH = 595;

/** @param pages each draws one page of A4 */
export function pdfOf(...pages: readonly ((page: PageBuilder) => void)[]): Uint8Array {
  const letters = new Letters();
  const fonts = new Map<string, number>();
  const fontNumber = (name: string) => {
    const number = fonts.get(name) ?? fonts.size;
    fonts.set(name, number);
    return number;
  };
  const annotations: string[][] = [];
  const contents = pages.map((draw, n) => {
    const drawn: Drawn[] = [];
    const page: PageBuilder = {
      text(x, y, text, { size = 10, bold = false, font = 'Tinos', mode = 0 } = {}) {
        const name = `/F${fontNumber(bold ? `${font}-Bold` : font)}`;
        drawn.push(`BT ${name} ${size} Tf ${mode} Tr ${x} ${HEIGHT - y} Td <${letters.encode(text)}> Tj ET`);
        return page;
      },
      line(x, y, endX, endY) {
        drawn.push(`0.5 w ${x} ${HEIGHT - y} m ${endX} ${HEIGHT - endY} l S`);
        return page;
      },
      area(x, y, width, height) {
        drawn.push(`${x} ${HEIGHT - y - height} ${width} ${height} re f`);
        return page;
      },
      grid(columns, rows) {
        const [left = 0, right = 0, top = 0, bottom = 0] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
        for (const x of columns) page.line(x, top, x, bottom);
        for (const y of rows) page.line(left, y, right, y);
        return page;
      },
      within(x, y, width, height, draw2) {
        drawn.push(`q ${x} ${HEIGHT - y - height} ${width} ${height} re W n`);
        draw2(page);
        drawn.push('Q');
        return page;
      },
      picture() {
        drawn.push('q 500 0 0 700 40 60 cm /I Do Q');
        return page;
      },
      patch(x, y, width, height) {
        drawn.push(`q ${width} 0 0 ${height} ${x} ${HEIGHT - y - height} cm /I Do Q`);
        return page;
      },
      unshown(draw2) {
        drawn.push('/OC /Off BDC');
        draw2(page);
        drawn.push('EMC');
        return page;
      },
      over(x, y, width, height, dictionary) {
        const place = `${x} ${HEIGHT - y - height} ${x + width} ${HEIGHT - y}`;
        const own = annotations[n] ?? [];
        annotations[n] = [...own, `<< /Type /Annot /F 4 /Rect [${place}] ${dictionary} >>`];
        return page;
      },
      operators(written) {
        drawn.push(written);
        return page;
      },
    };
    draw(page);
    return drawn.join('\n');
  });
  const objects: Uint8Array[] = [];
  const add = (body: string | Uint8Array) => objects.push(typeof body === 'string' ? latin(body) : body);
  const stream = (dictionary: string, bytes: Uint8Array) => {
    const packed = deflateSync(bytes);
    return joined([
      latin(`<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
      packed,
      latin('\nendstream'),
    ]);
  };
  const names = [...fonts.keys()];
  const firstPage = 5 + names.length;
  const widths = Array.from({ length: 256 }, () => 500).join(' ');
  const kids = contents.map((_, n) => `${firstPage + 2 * n} 0 R`).join(' ');
  const layer = firstPage + 2 * contents.length;
  const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const fields = `/AcroForm << /Fields [] /NeedAppearances true /DR << /Font << /Helv ${helvetica} >> >> >>`;
  add(
    `<< /Type /Catalog /Pages 2 0 R ${annotations.length > 0 ? fields : ''} /OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >> >>`,
  );
  add(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`);
  add(stream('', latin(letters.toUnicode)));
  add(
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
      new Uint8Array(4),
    ),
  );
  for (const name of names) {
    add(
      `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+${name} /FirstChar 0 /LastChar 255 /Widths [${widths}] /ToUnicode 3 0 R >>`,
    );
  }
  const resources = `/Font << ${names.map((_, n) => `/F${n} ${5 + n} 0 R`).join(' ')} >>`;
  contents.forEach((content, n) => {
    const picture = content.includes('/I Do') ? '/XObject << /I 4 0 R >>' : '';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << ${resources} ${picture} /Properties << /Off ${layer} 0 R >> >> /Annots [${(annotations[n] ?? []).join(' ')}] /Contents ${firstPage + 2 * n + 1} 0 R >>`,
    );
    add(stream('', latin(content)));
  });
  add('<< /Type /OCG /Name (Off) >>');
  if (!contents.some((content) => content.includes('/I Do'))) objects[3] = latin('null');
  return fileOf(objects);
}

function fileOf(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.5\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((body, n) => {
    const object = joined([latin(`${n + 1} 0 obj\n`), body, latin('\nendobj\n')]);
    places.push(length);
    length += object.length;
    parts.push(object);
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    latin(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer << /Size ${count} /Root 1 0 R >>
startxref\n${length}\n%%EOF\n`),
  );
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
