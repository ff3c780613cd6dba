/**
 * Edits of one part of an office file that leave every other character of it as it was: tags are found in the text,
 * changes are collected by position and applied at the end. For parts that the reader has read without complaint;
 * what is not well-formed or has no tag where one must be ends in NotAnnotatable.
 */
import { NotAnnotatable } from './not-annotatable.ts';

export interface Tag {
  /** As written: `x:row`, `row`. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** Of `<` and behind `>`, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** All tags in order; comments, CDATA and processing instructions are passed over. */
export function* tagsOf(xml: string): Generator<Tag, void, undefined> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    const next = xml.charCodeAt(at + 1);
    if (next === 0x21) at = endOf(xml, at, xml.startsWith('<![CDATA[', at) ? ']]>' : '-->');
    else if (next === 0x3f) at = endOf(xml, at, '?>');
    else {
      const to = endOfTag(xml, at);
      const isClose = next === 0x2f;
      const kind = isClose ? 'close' : xml.charCodeAt(to - 2) === 0x2f ? 'empty' : 'open';
      yield { name: nameAt(xml, isClose ? at + 2 : at + 1, to), kind, from: at, to };
      at = to;
    }
    at = xml.indexOf('<', at);
  }
}

/** The first element of the part, whose prefix its kin share. */
export function rootOf(xml: string): Tag & { readonly prefix: string } {
  for (const tag of tagsOf(xml)) return { ...tag, prefix: prefixOf(tag.name) };
  throw new NotAnnotatable('a part without any element');
}

/** `x:row` → `x:`; `row` → ``. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** The tag's attributes as written, entities decoded. */
export function attributesOf(xml: string, tag: Tag): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name, one, two] of xml.slice(tag.from, tag.to).matchAll(attribute)) {
    if (name !== undefined) found[name] = decodeEntities(one ?? two ?? '');
  }
  return found;
}

// A name is tried from its beginning alone, or a long one without a value would take the square of its length.
const attribute = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The text of a tag with one attribute set anew. */
export function withAttribute(tag: string, name: string, value: string): string {
  for (const match of tag.matchAll(attribute)) {
    if (match[1] !== name) continue;
    return `${tag.slice(0, match.index)}${name}="${escapeXml(value)}"${tag.slice(match.index + match[0].length)}`;
  }
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${escapeXml(value)}"${tag.slice(end)}`;
}

/** `<x:sheetData/>` opened: `<x:sheetData>…</x:sheetData>`. */
export function opened(emptyTag: string, name: string, content: string): string {
  return `${emptyTag.slice(0, -2).trimEnd()}>${content}</${name}>`;
}

/** Applies changes that do not overlap; of several at one place the first stands first. */
export function applyChanges(xml: string, changes: readonly Change[]): string {
  const inOrder = changes.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of inOrder) {
    if (from < at) throw new NotAnnotatable('two changes of the same place');
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

/** Text for an element or an attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and references to characters; what is none stays as written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function endOf(xml: string, from: number, end: string): number {
  const at = xml.indexOf(end, from);
  if (at < 0) throw new NotAnnotatable(`no end "${end}"`);
  return at + end.length;
}

/** Behind the `>`, past any in quotes. */
function endOfTag(xml: string, from: number): number {
  for (let at = from + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (at < 0) break;
    }
  }
  throw new NotAnnotatable('a tag without end');
}

function nameAt(xml: string, from: number, to: number): string {
  let at = from;
  for (; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
  }
  return xml.slice(from, at);
}
