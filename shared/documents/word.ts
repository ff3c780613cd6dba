/**
 * Writes .docx files with the library `docx`, and takes out what makes two runs differ: random relationship ids, the
 * time of writing, the order and the times of the zip's entries. The same document always gives the same bytes.
 */
import { Document, type ISectionOptions, type IStylesOptions, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { printable } from '../vocabulary/visible-text.ts';
import type { BulkText } from './bulk.ts';
import { markProperty } from './mark-property.ts';

/** A note in the margin; `id` is the number that paragraphs name. */
export interface PlannedComment {
  readonly id: number;
  readonly paragraphs: readonly string[];
}

export interface WordPlan {
  readonly title: string;
  readonly author: string;
  /** The time that the file's properties carry; ISO 8601. */
  readonly at: string;
  readonly styles: IStylesOptions;
  readonly sections: readonly ISectionOptions[];
  readonly comments?: readonly PlannedComment[];
  readonly bulk?: BulkText;
  /** Goes with the file through other programs: as its keywords, and as a property of its own. */
  readonly mark?: string;
}

/** The library's own styles build on it, and it does not write it. */
const defaultCharacter = {
  id: 'DefaultParagraphFont',
  name: 'Default Paragraph Font',
  uiPriority: 1,
  semiHidden: true,
  unhideWhenUsed: true,
} as const;

/** Twentieths of a point, rounded up: rounded down, a margin falls below the decree's minimum. */
export function millimetres(mm: number): number {
  return Math.ceil((mm * 1440) / 25.4);
}

/** The .docx of a plan; the same plan gives the same bytes. */
export async function writeWord(plan: WordPlan): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    creator: plan.author,
    lastModifiedBy: plan.author,
    ...(plan.mark !== undefined && {
      keywords: plan.mark,
      customProperties: [{ name: markProperty, value: plan.mark }],
    }),
    styles: { ...plan.styles, characterStyles: [defaultCharacter, ...(plan.styles.characterStyles ?? [])] },
    sections: [...plan.sections],
    ...(plan.comments?.length && {
      comments: {
        children: plan.comments.map(({ id, paragraphs }) => ({
          id,
          author: plan.author,
          initials: initialsOf(plan.author),
          date: new Date(plan.at),
          children: paragraphs.map(
            (text) => new Paragraph({ children: [new TextRun({ text: printable(text), size: 20 })] }),
          ),
        })),
      },
    }),
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), new Date(plan.at), plan.bulk);
}

/** "Văn phòng Sở" → "VPS". */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
}

/** What the library draws, as the value of an attribute. */
const RANDOM_ID = /(?<=")rId[\w-]{8,40}(?=")/g;

function settled(bytes: Uint8Array, at: Date, bulk: BulkText | undefined): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new Map<string, string>();
  for (const [path, data] of parts) {
    if (/\.(xml|rels)$/.test(path)) text.set(path, strFromU8(data));
  }
  for (const [path, content] of text) {
    const owner = ownerOf(path);
    if (owner === null) continue;
    // Only the library's own random ids: those it counts are already the same each time.
    const ids = [...new Set(content.match(RANDOM_ID) ?? [])];
    const renamed = new Map(ids.map((id, n) => [id, `rIdX${n + 1}`]));
    const rename = (part: string) => part.replace(RANDOM_ID, (id) => renamed.get(id) ?? id);
    text.set(path, rename(content));
    const owning = text.get(owner);
    if (owning !== undefined) text.set(owner, rename(owning));
  }
  const body = text.get('word/document.xml');
  if (body !== undefined && bulk) text.set('word/document.xml', bulk.putInto(body));
  const core = text.get('docProps/core.xml');
  if (core !== undefined) {
    const stamp = at.toISOString().replace(/\.\d{3}Z$/, 'Z');
    text.set('docProps/core.xml', core.replace(/(<dcterms:[^<>]*>)[^<]*/g, `$1${stamp}`));
  }
  const files = parts.map(([path, data]) => {
    const content = text.get(path);
    return [path, content === undefined ? data : strToU8(content)] as const;
  });
  // Zip times carry no zone and fflate reads the local clock's fields: the local constructor gives the same everywhere.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1), level: 9 });
}

/** `word/_rels/document.xml.rels` → `word/document.xml`; null for any other part. */
function ownerOf(path: string): string | null {
  const match = /^(.*)_rels\/([^/]+)\.rels$/.exec(path);
  return match ? `${match[1]}${match[2]}` : null;
}
