/** Pages in the operators of the programs that people print with; one font, whose letters have two bytes each. */
import { zlibSync } from 'fflate';
import type { Description, Paper } from '../description.ts';
import type { Draft } from '../draft.ts';
import { letterWidth, widthOf } from './letter-widths.ts';
import { type DrawnPage, type DrawnRule, type DrawnText, layOut } from './paper-layout.ts';

/** Gives letters their numbers as they come. */
class Font {
  readonly #codes = new Map<string, number>([[' ', 3]]);

  encode(text: string): string {
    return [...text]
      .map((letter) => {
        const code = this.#codes.get(letter) ?? this.#codes.size + 3;
        this.#codes.set(letter, code);
        return hex(code);
      })
      .join('');
  }

  get widths(): string {
    return [...this.#codes].map(([letter, code]) => `${code} [${letterWidth(letter)}]`).join(' ');
  }

  get toUnicode(): string {
    const pairs = [...this.#codes].map(([letter, code]) => {
      const units = Array.from(letter, (_, n) => hex(letter.charCodeAt(n))).join('');
      return `1 beginbfchar <${hex(code)}> <${units}> endbfchar`;
    });
    return `/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${pairs.join('\n')}\nendcmap end`;
  }
}

export function pdfOf(draft: Draft, { paper, rules }: Pick<Description, 'paper' | 'rules'>): Uint8Array {
  const { width, height, pages } = layOut(draft, paper);
  const font = new Font();
  const contents = pages.map((page) =>
    contentOf(page, { ...paper, height, font, dotted: rules === 'dotted' }),
  );
  return fileOf(contents, font, width, height);
}

interface Setting extends Paper {
  readonly height: number;
  readonly font: Font;
  readonly dotted: boolean;
}

function contentOf({ texts, rules }: DrawnPage, setting: Setting): string {
  const ordered =
    setting.rowsDrawn === 'by-row'
      ? texts
      : texts.toSorted((a, b) => (a.cell?.[0] ?? 0) - (b.cell?.[0] ?? 0));
  // Browsers count pixels from the top.
  const flip = setting.program === 'browser' ? `.75 0 0 -.75 0 ${setting.height} cm` : '';
  return ['q', flip, ...ordered.map((text) => textOf(text, setting)), ...ruled(rules, setting), 'Q'].join(
    '\n',
  );
}

function textOf(drawn: DrawnText, setting: Setting): string {
  const { text, bold, cell } = drawn;
  const { font, program, clipped } = setting;
  const name = bold ? '/F2' : '/F1';
  const shown = () => {
    switch (program) {
      case 'browser':
        return `BT ${name} ${round(drawn.size / 0.75)} Tf ${placed(drawn, 0, setting)} Tm <${font.encode(text)}> Tj ET`;
      case 'word-processor':
        return piecesOf(text)
          .map(({ piece, at }) => {
            const place = placed(drawn, widthOf(text.slice(0, at), drawn.size), setting);
            const [first = '', ...rest] = [...piece];
            const kerned =
              rest.length > 0
                ? `<${font.encode(first)}>-2<${font.encode(rest.join(''))}>`
                : `<${font.encode(piece)}>`;
            return `/P <</MCID 0>> BDC q BT ${name} ${drawn.size} Tf ${place} Tm 0 g [${kerned}] TJ ET Q EMC`;
          })
          .join('\n');
      case 'spreadsheet': {
        const letters = [...text].map((letter) => `<${font.encode(letter)}>`).join('1');
        return `BT ${placed(drawn, 0, setting)} Tm ${name} ${drawn.size} Tf [${letters}] TJ ET`;
      }
      case 'letter-by-letter':
        // Such programs move on over a space instead of drawing it.
        return [...text]
          .map((letter, n) => {
            if (letter === ' ') return '';
            const place = placed(drawn, widthOf(text.slice(0, n), drawn.size), setting);
            return `BT ${name} ${drawn.size} Tf ${place} Tm <${font.encode(letter)}> Tj ET`;
          })
          .join('\n');
    }
  };
  if (!clipped || !cell) return shown();
  return `q ${area(...cell, setting)} W n\n${shown()}\nQ`;
}

/** Words, and the spaces between them: pieces as word processors draw them. */
function piecesOf(text: string): readonly { piece: string; at: number }[] {
  return [...text.matchAll(/\s+|\S+/g)].map(({ 0: piece, index: at }) => ({ piece, at }));
}

/** The text's matrix, `along` points on from where it begins. */
function placed({ x, y, turned }: DrawnText, along: number, { program, height }: Setting): string {
  const [left, top] = turned ? [x, y - along] : [x + along, y];
  if (program === 'browser')
    return `${turned ? '0 -1 -1 0' : '1 0 0 -1'} ${round(left / 0.75)} ${round(top / 0.75)}`;
  return `${turned ? '0 1 -1 0' : '1 0 0 1'} ${round(left)} ${round(height - top)}`;
}

function area(left: number, top: number, width: number, tall: number, { program, height }: Setting): string {
  if (program === 'browser')
    return [left, top, width, tall]
      .map((each) => round(each / 0.75))
      .join(' ')
      .concat(' re');
  return `${round(left)} ${round(height - top - tall)} ${round(width)} ${round(tall)} re`;
}

const thickness = 0.5;
const dot = 1;

function ruled(rules: readonly DrawnRule[], setting: Setting): readonly string[] {
  return rules.map(({ from: [left, top], to: [right, bottom] }) => {
    if (!setting.filledRules)
      return `${setting.dotted ? `[${dot} ${dot}] 0 d` : '[] 0 d'} ${thickness} w ${stroke(left, top, right, bottom, setting)}`;
    const [wide, tall] = [right - left + thickness, bottom - top + thickness];
    if (!setting.dotted) return `${area(left - thickness / 2, top - thickness / 2, wide, tall, setting)} f`;
    const level = top === bottom;
    const dots = Math.floor((level ? right - left : bottom - top) / (2 * dot));
    return Array.from({ length: dots }, (_, n) => {
      const [x, y] = level ? [left + 2 * n * dot, top] : [left, top + 2 * n * dot];
      return `${area(x, y, level ? dot : thickness, level ? thickness : dot, setting)} f`;
    }).join('\n');
  });
}

function stroke(
  left: number,
  top: number,
  right: number,
  bottom: number,
  { program, height }: Setting,
): string {
  const point = (x: number, y: number) =>
    program === 'browser' ? `${round(x / 0.75)} ${round(y / 0.75)}` : `${round(x)} ${round(height - y)}`;
  return `${point(left, top)} m ${point(right, bottom)} l S`;
}

function fileOf(contents: readonly string[], font: Font, width: number, height: number): Uint8Array {
  const firstPage = 8;
  const stream = (text: string) => {
    const packed = zlibSync(Buffer.from(text, 'latin1'), { level: 1 });
    const head = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
  };
  const named = (name: string, descendant: number) =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode 3 0 R >>`;
  const descendant = (name: string) =>
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [${font.widths}] >>`;
  const [regular, bold] = ['ABCDEF+TimesNewRomanPSMT', 'ABCDEF+TimesNewRomanPS-BoldMT'];
  const kids = contents.map((_, n) => `${firstPage + 2 * n} 0 R`).join(' ');
  const objects: (string | Uint8Array)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    stream(font.toUnicode),
    named(regular, 6),
    named(bold, 7),
    descendant(regular),
    descendant(bold),
    ...contents.flatMap((content, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Contents ${firstPage + 2 * n + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((body, n) => {
    const object = Buffer.concat([
      Buffer.from(`${n + 1} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(length);
    length += object.length;
    parts.push(object);
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
