/** The comments of one sheet: those of people stay, the system's own earlier ones go, new ones join them. */
import { author } from '../../../wording/annotation.ts';
import { formatAddress, type Position, parseAddress } from '../../xlsx/cell-address.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import {
  applyChanges,
  attributesOf,
  type Change,
  escapeXml,
  opened,
  rootOf,
  type Tag,
  tagsOf,
} from '../xml-text.ts';

/** A comment as runs of text; heads are bold. */
export interface Comment {
  readonly cell: Position;
  readonly parts: readonly { readonly head: string; readonly lines: readonly string[] }[];
}

export const noComments = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;

interface Held {
  readonly cell: Position;
  readonly isOwn: boolean;
  /** Excel keeps conversations elsewhere and mirrors them here; the mirror must not change. */
  readonly isConversation: boolean;
  readonly from: number;
  readonly to: number;
  /** The end of its text; null where it has none. */
  readonly textEnd: number | null;
}

interface Comments {
  readonly prefix: string;
  readonly authors: readonly string[];
  readonly authorsTag: Tag | null;
  readonly authorsEnd: number;
  readonly listTag: Tag | null;
  readonly listEnd: number;
  readonly rootTag: Tag;
  readonly held: readonly Held[];
}

/** The cells that bear a comment of the system's own from an earlier copy. */
export function ownCommentsOf(xml: string): readonly Position[] {
  return readComments(xml).held.flatMap(({ isOwn, cell }) => (isOwn ? [cell] : []));
}

/** @returns the part, and the cells that bear a comment now and did not before: they need a shape */
export function withComments(
  xml: string,
  wanted: readonly Comment[],
): {
  readonly xml: string;
  readonly shapesFor: readonly Comment[];
  readonly shapesGone: readonly Position[];
} {
  const comments = readComments(xml);
  const { prefix, authors, held } = comments;
  const known = authors.indexOf(author);
  const authorId = known < 0 ? authors.length : known;
  const changes: Change[] = [];
  const added: string[] = [];
  const shapesFor: Comment[] = [];
  const isWanted = (cell: Position) => wanted.some((comment) => isSame(comment.cell, cell));
  for (const { isOwn, from, to } of held) if (isOwn) changes.push({ from, to, text: '' });
  for (const comment of wanted) {
    const there = held.filter(({ cell }) => isSame(cell, comment.cell));
    const theirs = there.find(({ isOwn }) => !isOwn);
    if (!theirs) {
      added.push(element(comment, prefix, authorId));
      if (there.length === 0) shapesFor.push(comment);
    } else if (theirs.textEnd !== null && !theirs.isConversation) {
      changes.push({ from: theirs.textEnd, to: theirs.textEnd, text: runs(comment, prefix, '\n\n') });
    }
  }
  if (added.length > 0) changes.push(...place(comments, added.join(''), known < 0));
  return {
    xml: applyChanges(xml, changes),
    shapesFor,
    shapesGone: held.flatMap(({ isOwn, cell }) => (isOwn && !isWanted(cell) ? [cell] : [])),
  };

  function place(
    { authorsTag, authorsEnd, listTag, listEnd, rootTag }: Comments,
    content: string,
    isNew: boolean,
  ): Change[] {
    if (!authorsTag || !listTag) throw new NotAnnotatable('comments without authors or list');
    const name = isNew ? `<${prefix}author>${escapeXml(author)}</${prefix}author>` : '';
    const into = (tag: Tag, end: number, text: string): Change =>
      tag.kind === 'empty'
        ? { from: tag.from, to: tag.to, text: opened(xml.slice(tag.from, tag.to), tag.name, text) }
        : { from: end, to: end, text };
    if (rootTag.kind === 'empty') throw new NotAnnotatable('comments without content');
    return [...(name === '' ? [] : [into(authorsTag, authorsEnd, name)]), into(listTag, listEnd, content)];
  }
}

function element(comment: Comment, prefix: string, authorId: number): string {
  const text = `<${prefix}text>${runs(comment, prefix, '')}</${prefix}text>`;
  return `<${prefix}comment ref="${formatAddress(comment.cell)}" authorId="${authorId}">${text}</${prefix}comment>`;
}

function runs({ parts }: Comment, p: string, before: string): string {
  const run = (text: string, bold: boolean) =>
    `<${p}r><${p}rPr>${bold ? `<${p}b/>` : ''}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/>` +
    `</${p}rPr><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
  return parts
    .map(
      ({ head, lines }, n) =>
        run(`${n === 0 ? before : '\n\n'}${head}\n`, true) + run(lines.join('\n'), false),
    )
    .join('');
}

function isSame(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column;
}

function readComments(xml: string): Comments {
  const rootTag = rootOf(xml);
  const { prefix } = rootTag;
  const authors: string[] = [];
  const held: Held[] = [];
  let authorsTag: Tag | null = null;
  let authorsEnd = 0;
  let listTag: Tag | null = null;
  let listEnd = 0;
  let authorFrom = 0;
  let open: { tag: Tag; textEnd: number | null } | null = null;
  for (const tag of tagsOf(xml)) {
    const name = tag.name.slice(prefix.length);
    if (name === 'authors' && tag.kind !== 'close') authorsTag = tag;
    else if (name === 'authors') authorsEnd = tag.from;
    else if (name === 'author' && tag.kind === 'open') authorFrom = tag.to;
    else if (name === 'author')
      authors.push(tag.kind === 'empty' ? '' : xml.slice(authorFrom, tag.from).trim());
    else if (name === 'commentList' && tag.kind !== 'close') listTag = tag;
    else if (name === 'commentList') listEnd = tag.from;
    else if (name === 'comment' && tag.kind === 'open') open = { tag, textEnd: null };
    else if (name === 'text' && tag.kind === 'close' && open) open.textEnd = tag.from;
    else if (name === 'comment' && tag.kind === 'close' && open) {
      const { ref = '', authorId } = attributesOf(xml, open.tag);
      const by = authors[Number(authorId)] ?? '';
      held.push({
        cell: parseAddress(ref),
        isOwn: by === author,
        isConversation: by.startsWith('tc='),
        from: open.tag.from,
        to: tag.to,
        textEnd: open.textEnd,
      });
      open = null;
    }
  }
  return { prefix, authors, authorsTag, authorsEnd, listTag, listEnd, rootTag, held };
}
