/** A Word document with each finding as a comment on its paragraph or cell. */
import { author, initials, wholeDocument } from '../../../wording/annotation.ts';
import type { NeutralDocument } from '../../model/document.ts';
import { placeOf } from '../../model/finding.ts';
import type { Finding } from '../../model/reading.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import type { PackageEdit } from '../package-edit.ts';
import { inBoth, remarkOf } from '../remarks.ts';
import {
  applyChanges,
  attributesOf,
  type Change,
  escapeXml,
  opened,
  prefixOf,
  rootOf,
  type Tag,
  tagsOf,
} from '../xml-text.ts';
import { firstSpot, placesOf, type Spot } from './places.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

interface Note {
  readonly id: number;
  readonly spot: Spot;
  readonly parts: readonly { readonly head: string; readonly lines: readonly string[] }[];
}

/**
 * @param main the document's own part
 * @param read what the reader made of it
 * @throws NotAnnotatable
 */
export async function annotateDocument(
  file: PackageEdit,
  main: string,
  findings: readonly Finding[],
  read: NeutralDocument,
): Promise<void> {
  const held = (await file.links(main)).find(({ type }) => type === 'comments')?.target ?? null;
  const { xml: bareComments, gone, next } = withoutOwn(held === null ? null : await file.text(held));
  const document = withoutMarks(await file.text(main), gone);
  const notes = notesOf(document, findings, read, next);
  const root = rootOf(document);
  if (root.prefix === '') throw new NotAnnotatable('a document whose words have no prefix');
  file.put(
    main,
    applyChanges(
      document,
      notes.flatMap((note) => marksOf(document, note, root.prefix)),
    ),
  );

  const namespace = attributesOf(document, root)[`xmlns:${root.prefix.slice(0, -1)}`] ?? '';
  const comments =
    bareComments ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${escapeXml(namespace)}"></w:comments>`;
  const text = withNotes(comments, notes);
  if (held !== null) file.put(held, text);
  else {
    const part = file.freeName((n) => `word/comments${n === 1 ? '' : n}.xml`);
    file.put(part, text);
    await file.declare(part, contentType);
    await file.link(main, 'comments', part);
  }
}

/** One note for each place; what has none, or stands where no place can be told, goes to the document's beginning. */
function notesOf(xml: string, findings: readonly Finding[], read: NeutralDocument, next: number): Note[] {
  const placeIn = placesOf(xml, read);
  const atPlaces = new Map<Spot, Finding[]>();
  const others: Finding[] = [];
  for (const finding of findings) {
    const spot = finding.where && placeIn(finding.where);
    if (spot) atPlaces.set(spot, [...(atPlaces.get(spot) ?? []), finding]);
    else others.push(finding);
  }
  const first = firstSpot(xml);
  const general = others.map((finding) => {
    const { head, lines } = remarkOf(finding);
    return { head: finding.where ? `${head} (${placeOf(finding.where)})` : head, lines };
  });
  const notes = [...atPlaces].map(([spot, those]) => ({ spot, parts: those.map(remarkOf) }));
  if (general.length > 0) {
    if (!first) throw new NotAnnotatable('a document without a paragraph');
    const heading = { head: inBoth(wholeDocument), lines: [] };
    notes.unshift({ spot: first, parts: [heading, ...general] });
  }
  return notes.map((note, n) => ({ ...note, id: next + n }));
}

function marksOf(xml: string, { id, spot }: Note, p: string): Change[] {
  const { tag, start, end } = spot;
  const before = `<${p}commentRangeStart ${p}id="${id}"/>`;
  const after = `<${p}commentRangeEnd ${p}id="${id}"/><${p}r><${p}commentReference ${p}id="${id}"/></${p}r>`;
  if (tag.kind === 'empty') {
    const text = opened(xml.slice(tag.from, tag.to), tag.name, before + after);
    return [{ from: tag.from, to: tag.to, text }];
  }
  return [
    { from: start, to: start, text: before },
    { from: end, to: end, text: after },
  ];
}

function withNotes(xml: string, notes: readonly Note[]): string {
  const root = rootOf(xml);
  const p = root.prefix;
  if (p === '') throw new NotAnnotatable('comments whose words have no prefix');
  const paragraph = (text: string, bold: boolean) =>
    `<${p}p><${p}r>${bold ? `<${p}rPr><${p}b/></${p}rPr>` : ''}<${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r></${p}p>`;
  const elements = notes.map(({ id, parts }) => {
    const content = parts
      .map(
        ({ head, lines }) =>
          paragraph(head, true) +
          lines
            .flatMap((line) => line.split('\n'))
            .map((line) => paragraph(line, false))
            .join(''),
      )
      .join('');
    return `<${p}comment ${p}id="${id}" ${p}author="${escapeXml(author)}" ${p}initials="${escapeXml(initials)}">${content}</${p}comment>`;
  });
  if (root.kind === 'empty') {
    const text = opened(xml.slice(root.from, root.to), root.name, elements.join(''));
    return applyChanges(xml, [{ from: root.from, to: root.to, text }]);
  }
  const end = [...tagsOf(xml)].at(-1)?.from ?? xml.length;
  return applyChanges(xml, [{ from: end, to: end, text: elements.join('') }]);
}

/** People's comments without the system's own earlier ones, whose ids are `gone`; `next` is free. */
function withoutOwn(xml: string | null): { xml: string | null; gone: ReadonlySet<string>; next: number } {
  const gone = new Set<string>();
  if (xml === null) return { xml, gone, next: 0 };
  const changes: Change[] = [];
  let next = 0;
  let own: Tag | null = null;
  for (const tag of tagsOf(xml)) {
    const prefix = prefixOf(tag.name);
    if (tag.name !== `${prefix}comment`) continue;
    if (tag.kind === 'close' && own) changes.push({ from: own.from, to: tag.to, text: '' });
    if (tag.kind === 'close') own = null;
    if (tag.kind === 'close') continue;
    const attributes = attributesOf(xml, tag);
    const id = attributes[`${prefix}id`] ?? '';
    next = Math.max(next, Number(id) + 1 || 0);
    if (attributes[`${prefix}author`] !== author) continue;
    own = tag;
    gone.add(id);
  }
  return { xml: applyChanges(xml, changes), gone, next };
}

function withoutMarks(xml: string, gone: ReadonlySet<string>): string {
  if (gone.size === 0) return xml;
  const changes: Change[] = [];
  for (const tag of tagsOf(xml)) {
    const prefix = prefixOf(tag.name);
    if (!/^comment(RangeStart|RangeEnd|Reference)$/.test(tag.name.slice(prefix.length))) continue;
    if (tag.kind === 'empty' && gone.has(attributesOf(xml, tag)[`${prefix}id`] ?? '')) {
      changes.push({ from: tag.from, to: tag.to, text: '' });
    }
  }
  return applyChanges(xml, changes);
}
