/** The comments of one sheet: those of people stay, the system's own earlier ones go, new ones join them. */
import { author, severityWords } from '../../../wording/annotation.ts';
import { formatAddress, type Position, parseAddress } from '../../open/xlsx/cell-address.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import {
  applyChanges,
  attributesOf,
  type Change,
  decodeEntities,
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
  /** What stands within its text; null where it has none. */
  readonly content: { readonly from: number; readonly to: number } | null;
  /** A person's own words where the system wrote below them in an earlier copy. */
  readonly theirWords: string | null;
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

/** LibreOffice forgets who wrote a comment; how the system's own begin tells it too. */
const ownWords = new RegExp(
  `(?:^|\\n\\n)(?:${Object.values(severityWords)
    .map(({ vi }) => vi)
    .join('|')})\\n`,
);

/** The cells in whose comments the system wrote in an earlier copy. */
export function ownCommentsOf(xml: string): readonly Position[] {
  return readComments(xml).held.flatMap(({ isOwn, theirWords, cell }) =>
    isOwn || theirWords !== null ? [cell] : [],
  );
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
  for (const { isOwn, isConversation, cell, from, to, content, theirWords } of held) {
    const comment = wanted.find((candidate) => isSame(candidate.cell, cell));
    const below = comment ? runs(comment, prefix, '\n\n') : '';
    if (isOwn) changes.push({ from, to, text: '' });
    else if (content === null || isConversation) continue;
    else if (theirWords !== null) changes.push({ ...content, text: run(theirWords, prefix, false) + below });
    else changes.push({ from: content.to, to: content.to, text: below });
  }
  for (const comment of wanted) {
    const there = held.filter(({ cell }) => isSame(cell, comment.cell));
    if (there.some(({ isOwn }) => !isOwn)) continue;
    added.push(element(comment, prefix, authorId));
    if (there.length === 0) shapesFor.push(comment);
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
  return parts
    .map(
      ({ head, lines }, n) =>
        run(`${n === 0 ? before : '\n\n'}${head}\n`, p, true) + run(lines.join('\n'), p, false),
    )
    .join('');
}

function run(text: string, p: string, bold: boolean): string {
  return (
    `<${p}r><${p}rPr>${bold ? `<${p}b/>` : ''}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/>` +
    `</${p}rPr><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`
  );
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
  let open: { tag: Tag; content: Held['content']; words: string } | null = null;
  let from = 0;
  for (const tag of tagsOf(xml)) {
    const name = tag.name.slice(prefix.length);
    if (name === 'authors' && tag.kind !== 'close') authorsTag = tag;
    else if (name === 'authors') authorsEnd = tag.from;
    else if (name === 'author' && tag.kind === 'open') authorFrom = tag.to;
    else if (name === 'author')
      authors.push(tag.kind === 'empty' ? '' : xml.slice(authorFrom, tag.from).trim());
    else if (name === 'commentList' && tag.kind !== 'close') listTag = tag;
    else if (name === 'commentList') listEnd = tag.from;
    else if (name === 'comment' && tag.kind === 'open') open = { tag, content: null, words: '' };
    else if (name === 'text' && tag.kind === 'open' && open) open.content = { from: tag.to, to: tag.to };
    else if (name === 'text' && tag.kind === 'close' && open?.content)
      open.content = { ...open.content, to: tag.from };
    else if (name === 't' && tag.kind === 'open') from = tag.to;
    else if (name === 't' && tag.kind === 'close' && open)
      open.words += decodeEntities(xml.slice(from, tag.from));
    else if (name === 'comment' && tag.kind === 'close' && open) {
      const { ref = '', authorId } = attributesOf(xml, open.tag);
      const by = authors[Number(authorId)] ?? '';
      const own = ownWords.exec(open.words);
      held.push({
        cell: parseAddress(ref),
        isOwn: by === author || own?.index === 0,
        isConversation: by.startsWith('tc='),
        from: open.tag.from,
        to: tag.to,
        content: open.content,
        theirWords: own ? open.words.slice(0, own.index) : null,
      });
      open = null;
    }
  }
  return { prefix, authors, authorsTag, authorsEnd, listTag, listEnd, rootTag, held };
}
