/** Whether a mutated file is read as it must be. */
import type { Cell, NeutralDocument, Paragraph } from '../../shared/reading/model/document.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../shared/reading/open/unreadable-file.ts';
import { readDocument, readReport } from '../../shared/reading/read-report.ts';
import type { CorpusFile } from '../corpus/corpus.ts';
import { bytesOf, type Mutation } from './mutation.ts';

/** Place → what stands there, with everything that a figure is made from. */
type Pieces = ReadonlyMap<string, string>;

const before = new Map<string, Pieces>();

/** What is wrong with how the file is read; null where nothing is. */
export async function complaintAbout(mutation: Mutation): Promise<string | null> {
  let document: NeutralDocument;
  try {
    document = await openDocument(mutation.bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) return `threw ${stackOf(error)}`;
    return whatUnreadableSays(mutation);
  }
  let reading: Reading;
  try {
    reading = readDocument(document, mutation.file.task);
  } catch (error) {
    return `threw ${stackOf(error)}`;
  }
  const { read, skipped, total } = reading.counts;
  if (read + skipped !== total) return `${read} read and ${skipped} skipped are not ${total}`;
  const changed = complaintAboutChanges(mutation, await piecesBefore(mutation.file), piecesOf(document));
  return changed ?? complaintAboutFigure(mutation, reading);
}

/** A figure that is read from the changed cell is the new number, or null with a finding; never the old one. */
function complaintAboutFigure({ may }: Mutation, { values, findings }: Reading): string | null {
  if (may.kind !== 'number') return null;
  for (const { indicator, value, source, cumulative, cumulativeSource } of values) {
    for (const [figure, at] of [
      [value, source],
      [cumulative, cumulativeSource],
    ] as const) {
      if (at === null || !('sheet' in at) || `${at.sheet}!${at.cell}` !== may.cell) continue;
      const said = findings.some(({ where }) => where !== null && 'cell' in where && where.cell === at.cell);
      if (figure !== may.now && !(figure === null && said))
        return `${indicator} is ${figure}, not ${may.now}`;
    }
  }
  return null;
}

/** Whatever cannot be opened must be told to the unit, and by one finding. */
async function whatUnreadableSays({ bytes, file }: Mutation): Promise<string | null> {
  const { state, findings } = await readReport(bytes, file.task);
  return state === 'unreadable' && findings.length === 1 ? null : `unreadable, and yet ${state}`;
}

function complaintAboutChanges({ may }: Mutation, was: Pieces, is: Pieces): string | null {
  if (may.kind === 'anything') return null;
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (place) => was.get(place) !== is.get(place),
  );
  const list = changed
    .slice(0, 5)
    .map((place) => `${place}: ${was.get(place)} → ${is.get(place)}`)
    .join('; ');
  switch (may.kind) {
    case 'nothing':
      return changed.length === 0 ? null : `changed silently: ${list}`;
    case 'one-sheet':
      return new Set(changed.map((place) => place.split('!')[0])).size <= 1
        ? null
        : `changed on other sheets: ${list}`;
    case 'number': {
      const right = changed.length === 1 && changed[0] === may.cell;
      return right && is.get(may.cell)?.includes(`"number":${may.now}`)
        ? null
        : `not only that cell: ${list}`;
    }
    case 'text':
      return changed.length === 1 && is.get(changed[0] ?? '')?.includes(may.now)
        ? null
        : `not only that text: ${list}`;
  }
}

async function piecesBefore(file: CorpusFile): Promise<Pieces> {
  const known = before.get(file.path) ?? piecesOf(await openDocument(bytesOf(file)));
  before.set(file.path, known);
  return known;
}

function piecesOf({ blocks }: NeutralDocument): Pieces {
  const pieces = blocks.flatMap((block): readonly (Cell | Paragraph)[] => {
    return block.kind === 'paragraph' ? [block] : block.cells;
  });
  return new Map(pieces.map((piece) => [placeOf(piece), written(piece)]));
}

function placeOf({ source }: Cell | Paragraph): string {
  return 'sheet' in source ? `${source.sheet}!${source.cell}` : JSON.stringify(source);
}

function written(piece: Cell | Paragraph): string {
  // A cell of a workbook looks up what it says, and a rest of it would say nothing.
  return JSON.stringify(piece, (name, value: unknown) => (name === 'source' ? undefined : value));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
