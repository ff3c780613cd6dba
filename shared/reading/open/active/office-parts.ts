/** What is active in an office file by its parts and links, whatever of it is read: nothing of it hangs on the text. */
import type { ActiveKind } from '../../../vocabulary/active-content.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { XmlHandler } from '../xml/read-xml.ts';
import type { OfficePackage, Relationship } from '../zip/office-package.ts';
import { isRemote, quoted } from './addresses.ts';
import { FieldInstructions } from './field-instructions.ts';

/** Links that are looked up wherever they lead; others only where that is another computer. */
const followed = /^(externalLinkPath|xlExternalLinkPath|externalLink|oleObject|package|mailMerge\w*)$/i;

const within: Readonly<Record<string, ActiveKind | undefined>> = {
  vbaProject: 'macros',
  oleObject: 'embedded-object',
  package: 'embedded-object',
  control: 'activex',
  activeXControlBinary: 'activex',
  connections: 'external-link',
};

/** Texts of a Word document beside its body. */
const stories = /^(header|footer|footnotes|endnotes|comments|glossaryDocument)$/;

/**
 * Tells `skipped` of what is active. Parts of which nothing else is read refuse no file: the programs that are to act on
 * them do not open them either.
 */
export async function skipActiveParts(file: OfficePackage, skipped: SkippedLog): Promise<void> {
  const found = new Map<ActiveKind, number>();
  const count = (kind: ActiveKind) => found.set(kind, (found.get(kind) ?? 0) + 1);
  for (const part of file.names) {
    const kind = kindOfPart(file.typeOf(part));
    if (kind) count(kind);
  }
  for (const list of file.names) {
    const owner = ownerOf(list);
    if (owner === null) continue;
    for (const link of await linksOf(file, owner)) {
      if (link.outside !== null) {
        const kind = kindOfLink(link.type, link.outside);
        if (kind) skipped.add('part', kind, null, 1, quoted(link.outside));
      } else await skipInner(file, owner, link, count, skipped);
    }
  }
  // What the text itself tells of, at its place, is not said again.
  for (const [kind, count] of found) if (!skipped.has(kind)) skipped.add('part', kind, null, count);
}

/** The part whose links a list holds; null for what is no such list. */
function ownerOf(list: string): string | null {
  const parts = /^(.*\/|)_rels\/([^/]*)\.rels$/i.exec(list);
  return parts ? `${parts[1]}${parts[2]}` : null;
}

function kindOfPart(contentType: string): ActiveKind | null {
  if (/oleObject/i.test(contentType)) return 'embedded-object';
  if (/activeX/i.test(contentType)) return 'activex';
  return /vbaProject/i.test(contentType) ? 'macros' : null;
}

function kindOfLink(type: string, address: string): ActiveKind | null {
  if (type === 'hyperlink') return null;
  if (followed.test(type)) return 'external-link';
  if (!isRemote(address)) return null;
  return type === 'attachedTemplate' ? 'remote-template' : 'external-link';
}

async function skipInner(
  file: OfficePackage,
  owner: string,
  { type, target }: Relationship,
  count: (kind: ActiveKind) => void,
  skipped: SkippedLog,
): Promise<void> {
  if (target === null || !file.has(target)) return;
  const kind = within[type];
  // The figures of a chart lie in a workbook of its own.
  const isOfChart = type === 'package' && /(^|\/)charts\//i.test(owner);
  // What its content type tells is counted by that.
  if (kind && !isOfChart && kindOfPart(file.typeOf(target)) !== kind) count(kind);
  if (type === 'externalLink') await readIfSound(file, target, new DdeLinks(skipped));
  else if (stories.test(type)) {
    const fields = new FieldInstructions(({ why, text }) => skipped.add('part', why, null, 1, text));
    await readIfSound(file, target, fields);
    fields.end();
  }
}

class DdeLinks implements XmlHandler {
  readonly #skipped: SkippedLog;

  constructor(skipped: SkippedLog) {
    this.#skipped = skipped;
  }

  open(name: string, { ddeService = '', ddeTopic = '' }: Readonly<Record<string, string | undefined>>): void {
    if (name === 's:ddeLink') this.#skipped.add('part', 'dde', null, 1, quoted(`${ddeService}|${ddeTopic}`));
  }
}

async function linksOf(file: OfficePackage, part: string): Promise<readonly Relationship[]> {
  try {
    return await file.relationships(part);
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}

async function readIfSound(file: OfficePackage, part: string, handler: XmlHandler): Promise<void> {
  try {
    await file.read(part, handler);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof UnreadableFile && /^(XML_REFUSED|ZIP_DAMAGED)$/.test(error.code);
}
