/** An office file that is written upon: parts read as text, parts changed or added, all others taken over packed. */
import { ZipArchive } from '../open/zip/archive.ts';
import { readDirectory, type ZipEntry } from '../open/zip/directory.ts';
import { partNamed } from '../open/zip/office-package.ts';
import { NotAnnotatable } from './not-annotatable.ts';
import { packed, writeZip } from './write-zip.ts';
import { applyChanges, attributesOf, escapeXml, opened, tagsOf } from './xml-text.ts';

/** Of the parts that are changed, inflated, in bytes: work and memory stay small beside those of reading. */
const MOST_TEXT = 16 * 1024 * 1024;

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const contentTypes = '[Content_Types].xml';

export interface Link {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `comments`, `vmlDrawing`. */
  readonly type: string;
  /** The part's name in the archive; null for what lies outside the file. */
  readonly target: string | null;
}

/** A package whose parts may be replaced or added; what is not touched stays byte for byte. */
export class PackageEdit {
  readonly #archive: ZipArchive;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #texts = new Map<string, { readonly name: string; text: string; changed: boolean }>();
  #read = 0;

  /** @throws UnreadableFile where the reader would throw it */
  constructor(bytes: Uint8Array) {
    this.#archive = new ZipArchive(bytes);
    this.#entries = readDirectory(bytes);
  }

  has(part: string): boolean {
    return this.#texts.has(part.toLowerCase()) || this.#entries.has(part.toLowerCase());
  }

  /** The part as it is now. @throws NotAnnotatable where it is missing or too large */
  async text(part: string): Promise<string> {
    const known = this.#texts.get(part.toLowerCase());
    if (known) return known.text;
    const entry = this.#entries.get(part.toLowerCase());
    if (!entry) throw new NotAnnotatable(`${part} is missing`);
    this.#read += entry.size;
    if (this.#read > MOST_TEXT) throw new NotAnnotatable(`more than ${MOST_TEXT} bytes to write upon`);
    // The mark at a file's beginning is part of what must not change.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const pieces: string[] = [];
    for await (const piece of this.#archive.read(entry.name))
      pieces.push(decoder.decode(piece, { stream: true }));
    pieces.push(decoder.decode());
    const text = pieces.join('');
    this.#texts.set(part.toLowerCase(), { name: entry.name, text, changed: false });
    return text;
  }

  put(part: string, text: string): void {
    const name =
      this.#texts.get(part.toLowerCase())?.name ?? this.#entries.get(part.toLowerCase())?.name ?? part;
    this.#texts.set(part.toLowerCase(), { name, text, changed: true });
  }

  /** The first of `name(1)`, `name(2)` … that no part bears. */
  freeName(name: (n: number) => string): string {
    let n = 1;
    while (this.has(name(n))) n++;
    return name(n);
  }

  async links(part: string): Promise<readonly Link[]> {
    const list = linkList(part);
    if (!this.has(list)) return [];
    const xml = await this.text(list);
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const found: Link[] = [];
    for (const tag of tagsOf(xml)) {
      const { Id, Type, Target, TargetMode } = attributesOf(xml, tag);
      if (Id === undefined || Type === undefined || Target === undefined) continue;
      const target = TargetMode === 'External' ? null : partNamed(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    }
    return found;
  }

  /** Joins `target` to `part`. @returns the link's id */
  async link(part: string, type: string, target: string): Promise<string> {
    const list = linkList(part);
    const links = await this.links(part);
    let n = links.length + 1;
    while (links.some(({ id }) => id === `rId${n}`)) n++;
    const element = (prefix: string) =>
      `<${prefix}Relationship Id="rId${n}" Type="${this.addressOf(type)}" Target="${escapeXml(relativeTo(part, target))}"/>`;
    const before = this.has(list)
      ? await this.text(list)
      : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    this.put(list, withLastChild(before, element));
    return `rId${n}`;
  }

  /** Whether the file keeps to the strict kind of its standard, which has addresses of its own. */
  get isStrict(): boolean {
    return this.#texts.get('_rels/.rels')?.text.includes(strict) ?? false;
  }

  addressOf(type: string): string {
    return `${this.isStrict ? strict : transitional}/${type}`;
  }

  /** The part everything hangs on and what it is. */
  async main(): Promise<{ part: string; contentType: string }> {
    const part = (await this.links('')).find(({ type }) => type === 'officeDocument')?.target;
    if (!part) throw new NotAnnotatable('no main part');
    const xml = await this.text(contentTypes);
    for (const tag of tagsOf(xml)) {
      const { PartName, ContentType } = attributesOf(xml, tag);
      if (PartName?.toLowerCase() === `/${part.toLowerCase()}`)
        return { part, contentType: ContentType ?? '' };
    }
    return { part, contentType: '' };
  }

  async declare(part: string, contentType: string): Promise<void> {
    const xml = await this.text(contentTypes);
    const element = (prefix: string) =>
      `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
    this.put(contentTypes, withLastChild(xml, element));
  }

  async declareExtension(extension: string, contentType: string): Promise<void> {
    const xml = await this.text(contentTypes);
    for (const tag of tagsOf(xml)) {
      if (attributesOf(xml, tag).Extension?.toLowerCase() === extension) return;
    }
    const element = (prefix: string) =>
      `<${prefix}Default Extension="${extension}" ContentType="${contentType}"/>`;
    this.put(contentTypes, withLastChild(xml, element));
  }

  /** The whole file: parts in their old order, new ones behind them in the order of their names. */
  bytes(): Uint8Array {
    const taken = [...this.#entries].map(([key, entry]) => {
      const held = this.#texts.get(key);
      return held?.changed ? packed(held.name, encoded(held.text)) : entry;
    });
    const added = [...this.#texts]
      .filter(([key, { changed }]) => changed && !this.#entries.has(key))
      .map(([, { name, text }]) => packed(name, encoded(text)))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return writeZip([...taken, ...added]);
  }
}

/** A part that says it is ASCII holds Vietnamese now. */
function encoded(xml: string): Uint8Array {
  return new TextEncoder().encode(xml.replace(/^(\uFEFF?<\?xml[^>]*encoding=["'])us-ascii/i, '$1UTF-8'));
}

/** The part with one more element at the end of its root. */
function withLastChild(xml: string, element: (prefix: string) => string): string {
  const tags = [...tagsOf(xml)];
  const [first] = tags;
  const last = tags.at(-1);
  if (!first || !last) throw new NotAnnotatable('a part without any element');
  const prefix = first.name.slice(0, first.name.indexOf(':') + 1);
  if (first.kind === 'empty') {
    const text = opened(xml.slice(first.from, first.to), first.name, element(prefix));
    return applyChanges(xml, [{ from: first.from, to: first.to, text }]);
  }
  return applyChanges(xml, [{ from: last.from, to: last.from, text: element(prefix) }]);
}

function linkList(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** As a link of `part` names it: some programs know no other way. */
function relativeTo(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
