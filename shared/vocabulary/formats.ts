/**
 * The formats a report may come in: the one table that readers, stored rows, forms, mails and the page go by. To add a
 * format: a row here, a reader in shared/reading/open, and its words where `spoken` is not enough. Free of zod: the
 * page's first view uses it.
 */

/** In what a format is wrapped; its first bytes tell it, never the file's name. */
export type Container =
  /** What lies in the zip tells the format. */
  | 'zip'
  | 'pdf'
  /** The container of Office 97 to 2003; what lies in it tells the format. */
  | 'ole'
  /** A workbook of before Excel 5, which is no container. */
  | 'bare-workbook'
  | 'rich-text'
  /** No sign of its own: text. */
  | 'text';

/** How a container may begin, byte by byte. */
export const beginnings: Readonly<Record<Container, readonly (readonly number[])[]>> = {
  zip: [
    [0x50, 0x4b, 0x03, 0x04],
    [0x50, 0x4b, 0x05, 0x06],
  ],
  // %PDF-
  pdf: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  ole: [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // The first record is the beginning of a stream of version 2, 3, 4.
  'bare-workbook': [
    [0x09, 0x00, 0x04, 0x00],
    [0x09, 0x02, 0x06, 0x00],
    [0x09, 0x04, 0x06, 0x00],
  ],
  // {\rtf
  'rich-text': [[0x7b, 0x5c, 0x72, 0x74, 0x66]],
  text: [],
};

export interface FormatRow {
  readonly containers: readonly Container[];
  /** The media type under which it is stored and handed out. */
  readonly contentType: string;
  /** A workbook stores numbers and has sheets; a document is one text with tables; plain text is one table. */
  readonly kind: 'workbook' | 'document' | 'plain';
  /** Where its reader runs: `anywhere`, the browser included, or in the cloud alone, since it is many times the page. */
  readonly reader: 'anywhere' | 'cloud';
  /** The file can come back with every finding noted in its place. */
  readonly annotated: boolean;
}

/** By extension, which is the format's name; in the order in which people are told them. */
export const formats = {
  xlsx: {
    containers: ['zip'],
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    kind: 'workbook',
    reader: 'anywhere',
    annotated: true,
  },
  docx: {
    containers: ['zip'],
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    kind: 'document',
    reader: 'anywhere',
    annotated: true,
  },
  ods: {
    containers: ['zip'],
    contentType: 'application/vnd.oasis.opendocument.spreadsheet',
    kind: 'workbook',
    reader: 'anywhere',
    annotated: false,
  },
  odt: {
    containers: ['zip'],
    contentType: 'application/vnd.oasis.opendocument.text',
    kind: 'document',
    reader: 'anywhere',
    annotated: false,
  },
  rtf: {
    containers: ['rich-text'],
    contentType: 'application/rtf',
    kind: 'document',
    reader: 'anywhere',
    annotated: false,
  },
  csv: {
    containers: ['text'],
    contentType: 'text/csv',
    kind: 'plain',
    reader: 'anywhere',
    annotated: false,
  },
  pdf: {
    containers: ['pdf'],
    contentType: 'application/pdf',
    kind: 'document',
    reader: 'cloud',
    annotated: false,
  },
  xls: {
    containers: ['ole', 'bare-workbook'],
    // As it always was; forms minted before pin it.
    contentType: 'application/octet-stream',
    kind: 'workbook',
    reader: 'cloud',
    annotated: false,
  },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];

/** Bytes of the largest file that is taken, 50 MB. */
export const largestFile = 52_428_800;

/** An archive around one report is read as that report. */
export const archive = { extension: 'zip', contentType: 'application/zip' } as const;

/** Every format that is read, as people are told them: `.xlsx, .docx, …`. */
export const allFormats = formatNames.map((name) => `.${name}`).join(', ');

/** The media type of a file named so; of a name that tells none, that of bytes. */
export function contentTypeOf(fileName: string): string {
  const extension = extensionOf(fileName);
  if (extension === archive.extension) return archive.contentType;
  return isFormat(extension) ? formats[extension].contentType : 'application/octet-stream';
}

/** True for the extension of a format that is read; false for an archive. */
export function isFormat(extension: string | null): extension is Format {
  return extension !== null && Object.hasOwn(formats, extension);
}

/** The letters behind the name's last full stop, in lower case, at most eight; null where it has none. */
export function extensionOf(fileName: string): string | null {
  return /\.([^.\s]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? null;
}

/** Whether bytes begin as this container does. */
export function begins(container: Container, bytes: Uint8Array): boolean {
  return beginnings[container].some((signs) => signs.every((byte, at) => bytes[at] === byte));
}

/** Formats whose files may begin with these bytes. A text has no sign of its own and is never among them. */
export function formatsBeginning(bytes: Uint8Array): readonly Format[] {
  return formatNames.filter((name) => formats[name].containers.some((container) => begins(container, bytes)));
}
