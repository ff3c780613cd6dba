/**
 * A process that reads files for whoever forked it: a path and a duty come in, what was read goes out. It lives in
 * a bundle of its own, so that it starts fast and holds nothing but the reader; the thread that reads is ingest's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { ReadingThread } from '../../functions/ingest/reading-thread.ts';
import { regimeFile } from '../../infra/local/story/cast.ts';
import type { NeutralDocument } from '../../shared/reading/model/document.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../shared/reading/open/unreadable-file.ts';
import { readRegime } from '../../shared/regime/load.ts';
import type { Answer, Piece, Request } from './messages.ts';

const regime = readRegime(readFileSync(process.env.REGIME_FILE ?? regimeFile, 'utf8'), 'regime');
/** What a whole process of 512 MB leaves to the thread. */
const megabytes = 288;
const entry = new URL('./reader.mjs', import.meta.url);
/** As warm as ingest's, until a file may have another time. */
let thread: ReadingThread | null = null;
let allowed = 0;

async function threadFor(seconds: number): Promise<ReadingThread> {
  if (thread && allowed === seconds) return thread;
  await thread?.close();
  thread = new ReadingThread(entry, { seconds, megabytes });
  allowed = seconds;
  return thread;
}

/** Beyond these nobody looks at what was read. */
const mostPieces = 1000;

async function answer({ path, fileName, unit: code, period: id, pieces, within }: Request): Promise<Answer> {
  const unit = regime.units.find((each) => each.code === code);
  const period = regime.periods.find((each) => each.id === id);
  if (!unit || !period) throw new Error(`${code} or ${id} is not of the regime`);
  const bytes = readFileSync(path);
  const reader = await threadFor(within);
  const spent = process.cpuUsage();
  const began = performance.now();
  const reading = await reader.read(bytes, { fileName, unit, period, regime });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(spent);
  const peak = peakMegabytes();
  return {
    seconds,
    processor: (user + system) / 1e6,
    peak,
    state: reading.state,
    says: reading.findings.map(({ code: said }) => said).toSorted(),
    values: Object.fromEntries(
      reading.values.map(({ indicator, value, cumulative }) => [indicator, [value, cumulative]]),
    ),
    narrative: Object.fromEntries(
      reading.narrative.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)]),
    ),
    pieces: pieces ? piecesOf(await opened(bytes)) : {},
  };
}

/** The most this process ever had. Its own account of that includes, on Linux, what its parent had when it forked. */
function peakMegabytes(): number {
  const status = '/proc/self/status';
  const [, kilobytes] = (existsSync(status) && /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))) || [];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}

async function opened(bytes: Uint8Array): Promise<NeutralDocument | null> {
  try {
    return await openDocument(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

/** Cells and paragraphs by place: `Sheet1!A1`, `table 1, 2, 3`, `paragraph 4`. */
function piecesOf(document: NeutralDocument | null): Record<string, Piece> {
  const found: Record<string, Piece> = {};
  let left = mostPieces;
  for (const block of document?.blocks ?? []) {
    for (const piece of (block.kind === 'paragraph' ? [block] : block.cells).slice(0, left)) {
      const { text, source } = piece;
      const value = 'number' in piece ? piece.number : 'date' in piece ? piece.date : undefined;
      const trouble = 'trouble' in piece ? piece.trouble : undefined;
      found[placeOf(source)] = trouble ?? value ?? text;
      left -= 1;
    }
  }
  return found;
}

function placeOf(source: NonNullable<NeutralDocument['skipped'][number]['where']>): string {
  if ('sheet' in source) return `${source.sheet}!${source.cell}`;
  if ('paragraph' in source) return `paragraph ${source.paragraph}`;
  return `table ${source.table}, ${source.row}, ${source.column}`;
}

process.on('message', (request: Request) => {
  answer(request).then(
    (said) => process.send?.({ said }),
    (error: unknown) =>
      process.send?.({ threw: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send?.({ ready: process.memoryUsage.rss() / 1024 / 1024 });
