/** The text part of a mail: lines of at most 76 characters, columns aligned, nothing of HTML. */
import type { Block, Cell, Column, FindingView, Letter } from './letter.ts';
import { visible } from './visible-text.ts';

const lineWidth = 76;

/** The same letter always gives the same text, NFC, lines ended by "\n". */
export function textLetter(letter: Letter): string {
  const parts = [
    [letter.letterhead.authority, letter.letterhead.regime].flatMap((text) => wrap(text, lineWidth)),
    underlined(letter.title, '='),
    ...letter.blocks.map(textOf),
    ['-'.repeat(lineWidth)],
    underlined(letter.english.title, '-'),
    ...letter.english.blocks.map(textOf),
    ['-'.repeat(lineWidth), ...letter.footer.flatMap((text) => wrap(text, lineWidth))],
  ];
  return `${visible(parts.map((lines) => lines.join('\n')).join('\n\n'))}\n`;
}

function textOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return block.minor === true ? wrap(block.text, lineWidth) : underlined(block.text, '-');
    case 'paragraph':
      return wrap(block.text, lineWidth);
    case 'smallprint':
      return block.lines.flatMap((text) => wrap(text, lineWidth));
    case 'banner':
      return [block.title, block.text]
        .filter((text) => text !== '')
        .flatMap((text, n) => wrap(n === 0 ? `** ${text} **` : text, lineWidth));
    case 'button':
      return [`${block.label}:`, block.href];
    case 'code':
      return [...wrap(block.label, lineWidth), `    ${block.groups.join(' ')}`];
    case 'facts':
      return facts(block.rows);
    case 'steps':
      return block.items.flatMap((item, n) => hanging(`${n + 1}. `, item));
    case 'findings':
      return [...block.findings.flatMap(finding), ...(block.more === null ? [] : ['', block.more])];
    case 'table':
      return table(block.columns, block.rows);
    case 'gauge':
      return [
        ...hanging(`${block.figure}  `, `${block.label}: ${block.caption}`),
        ...block.parts.map(({ count, label }) => `  ${'#'.repeat(Math.min(count, 40))} ${label}`),
      ];
    case 'entries':
      return block.items.flatMap(({ title, text }) =>
        hanging('- ', text.startsWith(`${title} `) ? text : `${title}: ${text}`),
      );
    case 'links':
      return block.items.flatMap(({ label, note, href, purpose }) => [
        ...hanging('- ', note === '' ? label : `${label} ${note}`),
        ...(purpose === '' ? [] : hanging('  ', purpose)),
        ...(href === '' ? [] : [`  ${href}`]),
      ]);
  }
}

function facts(rows: readonly { label: string; value: string }[]): string[] {
  const width = Math.min(28, Math.max(...rows.map(({ label }) => length(label)), 0));
  return rows.flatMap(({ label, value }) => hanging(`${pad(`${label}:`, width + 1, 'left')} `, value));
}

function finding({ title, details }: FindingView, index: number): string[] {
  const gap = index === 0 ? [] : [''];
  const first = hanging(`${index + 1}. `, title);
  return [...gap, ...first, ...details.flatMap(({ label, value }) => hanging(`   ${label}: `, value, 5))];
}

function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string[] {
  const gap = 2;
  const room = lineWidth - gap * (columns.length - 1);
  const share = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((room * width) / share));
  const write = (cells: readonly (readonly string[])[]) => {
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, n) => pad(lines[line] ?? '', widths[n] ?? 0, columns[n]?.align ?? 'left'))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  const wrapped = (cell: Cell, n: number) => {
    const width = widths[n] ?? lineWidth;
    const notes = cell.notes ?? [];
    const lead = cell.indented === true ? '- ' : '';
    const below = ' '.repeat(lead.length + (n === 0 ? 2 : 0));
    return [
      ...hanging(lead, cell.text, lead.length, width),
      ...notes.flatMap((note) => hanging(below, note, below.length, width)),
    ].flatMap((line) => broken(line, width));
  };
  const head = columns.map(({ title }, n) => wrap(title, widths[n] ?? lineWidth));
  return [
    ...write(head),
    widths.map((width) => '-'.repeat(width)).join(' '.repeat(gap)),
    ...rows.flatMap((cells) => write(cells.map(wrapped))),
  ];
}

function underlined(text: string, mark: string): string[] {
  const lines = wrap(text, lineWidth);
  return [...lines, mark.repeat(Math.max(...lines.map(length)))];
}

/** `text` behind `lead`, its further lines indented by `indent` (by default as wide as `lead`). */
function hanging(lead: string, text: string, indent = length(lead), width = lineWidth): string[] {
  const [first = '', ...rest] = wrap(text, width, length(lead), indent);
  return [lead + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}

/** Breaks at spaces; a word longer than a line (an address, a hash) keeps its length. */
function wrap(text: string, width: number, firstIndent = 0, indent = 0): string[] {
  return visible(text)
    .split('\n')
    .flatMap((paragraph, n) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
        const room = width - (n === 0 && lines.length === 0 ? firstIndent : indent);
        if (line !== '' && length(line) + 1 + length(word) > room) {
          lines.push(line);
          line = word;
        } else {
          line = line === '' ? word : `${line} ${word}`;
        }
      }
      return [...lines, line];
    });
}

/** A word longer than its column goes on in the next line: what stands beside it stays in its place. */
function broken(line: string, width: number): string[] {
  const characters = [...line];
  if (characters.length <= width) return [line];
  return [characters.slice(0, width).join(''), ...broken(characters.slice(width).join(''), width)];
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - length(text)));
  return align === 'left' ? text + space : space + text;
}

/** Characters as a person counts them, as long as the text is NFC. */
function length(text: string): number {
  return [...text].length;
}
