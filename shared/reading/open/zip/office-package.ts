import { UnreadableFile } from '../unreadable-file.ts';
import { readXml, type XmlHandler } from '../xml/read-xml.ts';
import type { ZipArchive } from './archive.ts';

/** A link from one part to another; `type` is the last word of its address: `worksheet`, `styles`, `image`. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name in the archive; null for a link that leads out of the file. */
  readonly target: string | null;
  /** Where a link leads that leads out of the file; null for all others. */
  readonly outside: string | null;
}

export type ReportKind = 'workbook' | 'word-document';

/** A zip that follows the packaging convention of office files: typed parts, joined by relationships. */
export class OfficePackage {
  readonly kind: ReportKind;
  /** The part that everything else hangs on: xl/workbook.xml, word/document.xml. */
  readonly main: string;
  /** What a part is, by its content type; '' where nothing says so. */
  readonly typeOf: (part: string) => string;
  readonly #archive: ZipArchive;

  private constructor(archive: ZipArchive, kind: ReportKind, main: string, typeOf: (part: string) => string) {
    this.#archive = archive;
    this.typeOf = typeOf;
    this.kind = kind;
    this.main = main;
  }

  /** @throws UnreadableFile ZIP_NOT_A_REPORT, or what the archive and its XML are refused for */
  static async open(archive: ZipArchive): Promise<OfficePackage> {
    if (!archive.has('[Content_Types].xml') || !archive.has('_rels/.rels')) {
      throw notAReport(archive);
    }
    const typeOf = await readContentTypes(archive);
    const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument')?.target;
    if (!main) throw notAReport(archive);
    const type = typeOf(main);
    const kind = kindOf(type);
    if (!kind) {
      if (/presentationml/i.test(type)) throw new UnreadableFile('PRESENTATION', type, { seen: '.pptx' });
      if (/binary/i.test(type)) throw new UnreadableFile('BINARY_WORKBOOK', type, { seen: '.xlsb' });
      throw new UnreadableFile('ZIP_NOT_A_REPORT', type || main);
    }
    return new OfficePackage(archive, kind, main, typeOf);
  }

  /** The names of all parts. */
  get names(): string[] {
    return this.#archive.names;
  }

  has(part: string): boolean {
    return this.#archive.has(part);
  }

  /** Streams one part through `handler`. @throws UnreadableFile, and whatever `handler` throws */
  async read(part: string, handler: XmlHandler): Promise<void> {
    await readXml(this.#archive.read(part), part, handler);
  }

  /** The links out of `part`, in the file's order; none where the part has no list of them. */
  relationships(part: string): Promise<Relationship[]> {
    return readRelationships(this.#archive, part);
  }
}

function kindOf(contentType: string): ReportKind | null {
  if (/binary/i.test(contentType)) return null;
  if (/spreadsheetml\.|ms-excel\./i.test(contentType)) return 'workbook';
  if (/wordprocessingml\.|ms-word\./i.test(contentType)) return 'word-document';
  return null;
}

/** OpenDocument files say what they are in a part named `mimetype`; other zips are told by their first names. */
function notAReport(archive: ZipArchive): UnreadableFile {
  const names = archive.names.slice(0, 3).join(', ');
  const seen = archive.has('mimetype') && archive.has('content.xml') ? '.ods, .odt' : `.zip: ${names || '…'}`;
  return new UnreadableFile('ZIP_NOT_A_REPORT', names || 'an empty zip', { seen });
}

async function readContentTypes(archive: ZipArchive): Promise<(part: string) => string> {
  const part = '[Content_Types].xml';
  const byName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  await readXml(archive.read(part), part, {
    open(name, attributes) {
      const type = attributes.ContentType ?? '';
      if (name === 'ct:Override') byName.set((attributes.PartName ?? '').toLowerCase(), type);
      if (name === 'ct:Default') byExtension.set((attributes.Extension ?? '').toLowerCase(), type);
    },
  });
  return (name) => {
    const key = name.toLowerCase();
    return byName.get(`/${key}`) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  };
}

async function readRelationships(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const list = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(list)) return [];
  const found: Relationship[] = [];
  await readXml(archive.read(list), list, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'rel:Relationship') return;
      const leadsOut = TargetMode === 'External' || Target === undefined;
      found.push({
        id: Id ?? '',
        type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
        target: leadsOut ? null : partNamed(folder, Target),
        outside: leadsOut ? (Target ?? '') : null,
      });
    },
  });
  return found;
}

/** The part that a link means which stands in a part of `folder` (`xl/`, or `` for the archive itself). */
export function partNamed(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
