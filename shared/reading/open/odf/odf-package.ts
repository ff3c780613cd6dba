import type { KnownFile } from '../other-kinds/known-files.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { readXml, type XmlHandler } from '../xml/read-xml.ts';
import type { ZipArchive } from '../zip/archive.ts';

export type OdfKind = 'spreadsheet' | 'text';

/** No honest media type is longer. */
const LONGEST_TYPE = 200;

/** An OpenDocument file: a zip whose part `mimetype` says what it is. */
export class OdfPackage {
  readonly kind: OdfKind;
  readonly #archive: ZipArchive;

  private constructor(archive: ZipArchive, kind: OdfKind) {
    this.#archive = archive;
    this.kind = kind;
  }

  /**
   * @returns null for a zip that is no OpenDocument spreadsheet or text
   * @throws UnreadableFile PRESENTATION or PROGRAM_FILE for what such packages hold besides, FILE_ENCRYPTED, or what the archive and its XML are refused for
   */
  static async open(archive: ZipArchive): Promise<OdfPackage | null> {
    if (!archive.has('mimetype')) return null;
    const type = await readMediaType(archive);
    const kind = /^application\/vnd\.oasis\.opendocument\.(spreadsheet|text)(-template|-master)?$/.exec(
      type,
    )?.[1];
    if (kind !== 'spreadsheet' && kind !== 'text') {
      const other = otherKind(type);
      if (other) throw new UnreadableFile(other.code, type, { seen: other.seen });
      return null;
    }
    await refuseEncrypted(archive);
    return new OdfPackage(archive, kind);
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
}

function otherKind(type: string): KnownFile | null {
  if (/opendocument\.presentation/.test(type)) return { code: 'PRESENTATION', seen: '.odp' };
  if (/opendocument\.(graphics|database|base|formula|chart)/.test(type)) {
    return { code: 'PROGRAM_FILE', seen: 'LibreOffice Draw, Base, Math' };
  }
  return type === 'application/epub+zip' ? { code: 'PROGRAM_FILE', seen: '.epub' } : null;
}

async function readMediaType(archive: ZipArchive): Promise<string> {
  const decoder = new TextDecoder();
  let type = '';
  for await (const piece of archive.read('mimetype')) {
    type += decoder.decode(piece, { stream: true });
    if (type.length > LONGEST_TYPE) return '';
  }
  return type.trim();
}

/** A password leaves the zip's own headers plain; the manifest tells how each part is encrypted. */
async function refuseEncrypted(archive: ZipArchive): Promise<void> {
  const manifest = 'META-INF/manifest.xml';
  if (archive.has('encrypted-package')) throw new UnreadableFile('FILE_ENCRYPTED', 'encrypted-package');
  if (!archive.has(manifest)) return;
  await readXml(archive.read(manifest), manifest, {
    open(name) {
      if (name === 'manifest:encryption-data') throw new UnreadableFile('FILE_ENCRYPTED', name);
    },
  });
}
