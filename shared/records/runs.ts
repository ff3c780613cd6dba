/** Scheduled runs: named by their scheduled time, and the watermark of the last finished hour of each regime. */
import * as z from 'zod';
import { Manifest } from '../filing/manifest.ts';
import { readJson, type Store, writeJsonOnce } from '../ports/store.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { gapKey, gapsFrom, runKey, runObject, runs, watermarkKey } from './keys.ts';

const longestName = 100;

/** The run's name; it is also the folder of its objects. */
export function runName(period: string, kind: Manifest['kind'] | 'correction', scheduledAt: string): string {
  return `${period}-${kind}-${new Date(scheduledAt).toISOString().replace(/[:.]/g, '').slice(0, 15)}Z`;
}

const Run = z.object({
  run: z.string(),
  regime: z.string(),
  period: z.string(),
  kind: z.enum(['interim', 'final']),
  edition: z.int().default(1),
  scheduledAt: z.iso.datetime({ offset: true }),
  /** What the office may download of it; absent in rows of before there was more than report and workbook. */
  documents: z.array(z.string()).optional(),
});
export type Run = z.output<typeof Run>;

/** Records that the run took place; false where it had been recorded. */
export async function putRun(table: Table, run: Run): Promise<boolean> {
  return table.putIfAbsent(runKey(run.run), run);
}

/** The regime's runs, oldest first. */
export async function readRuns(table: Table, regime: string): Promise<Run[]> {
  const all = (await queryAll(table, runs)).map((row) => Run.parse(row));
  return all
    .filter((run) => run.regime === regime)
    .sort((a, b) => Date.parse(a.scheduledAt) - Date.parse(b.scheduledAt));
}

/** Null where the run was never begun. */
export async function readRun(table: Table, run: string): Promise<Run | null> {
  // Anybody of the office may ask for any name: no table takes a key of any length.
  if (run.length > longestName) return null;
  const row = await table.get(runKey(run));
  return row && Run.parse(row);
}

/** What goes with the office's mail: the draft report and its workbook, by their names in the bucket. */
export const runDocuments = ['bao-cao-tong-hop.docx', 'bao-cao-tong-hop.xlsx'] as const;
/** What the office downloads beside them: all that units wrote, and the page for the leadership. */
export const officeDocuments = ['phu-luc-loi-van.docx', 'tom-tat-lanh-dao.docx'] as const;
/** What goes upward: the report without what is the office's alone. */
export const issuedDocument = 'bao-cao-phat-hanh.docx' as const;
export type RunDocument =
  | (typeof runDocuments)[number]
  | (typeof officeDocuments)[number]
  | typeof issuedDocument;

/** An interim summary has its figures alone: a text laid out for signature would be taken for the report. */
export function documentsOf({ kind }: Pick<Run, 'kind'>): readonly RunDocument[] {
  return kind === 'final' ? runDocuments : runDocuments.filter((name) => name.endsWith('.xlsx'));
}

/** What is kept of a run for the office; of one frozen before there was more, its report and workbook. */
export function keptOf({ kind, paper }: Pick<Manifest, 'kind' | 'paper'>): readonly RunDocument[] {
  return kind === 'final' && paper !== null ? [...runDocuments, ...officeDocuments] : documentsOf({ kind });
}

/** Under which name a person gets a run's document: `Q1-2024_bao-cao-tong-hop_ban-2.docx`. */
export function documentName(
  { period, kind, edition }: Pick<Run, 'period' | 'kind' | 'edition'>,
  document: RunDocument,
): string {
  const [stem = '', extension = ''] = document.split('.');
  const which = kind === 'interim' ? '_tam-thoi' : edition > 1 ? `_ban-${edition}` : '';
  return `${period}_${stem}${which}.${extension}`;
}

const Watermark = z.object({ finished: z.iso.datetime() });

/** The last hour whose work is finished, ISO 8601 in UTC, or null where the regime was never applied. */
export async function readWatermark(table: Table, regime: string): Promise<string | null> {
  const row = await table.get(watermarkKey(regime));
  return row && Watermark.parse(row).finished;
}

/** The first watermark: what lies before it is past and is never sent. */
export async function startWatermark(table: Table, regime: string, at: string): Promise<boolean> {
  return table.putIfAbsent(watermarkKey(regime), { finished: new Date(at).toISOString() });
}

/** Moves the watermark forward; a run that comes late never moves it back. */
export async function advanceWatermark(table: Table, regime: string, to: string): Promise<boolean> {
  const finished = new Date(to).toISOString();
  return table.update(watermarkKey(regime), {
    set: { finished },
    when: { finished: { lessThan: finished } },
  });
}

/** Freezes the manifest, or reads the one that another has frozen for this run. */
export async function freezeManifest(store: Store, manifest: Manifest): Promise<Manifest> {
  if (await writeJsonOnce(store, runObject(manifest.run, 'manifest.json'), manifest)) return manifest;
  return readManifest(store, manifest.run);
}

/** What the run was frozen of. Throws where it was cut off before that. */
export async function readManifest(store: Store, run: string): Promise<Manifest> {
  const manifest = await findManifest(store, run);
  if (manifest === null) throw new Error(`the run ${run} has no manifest`);
  return manifest;
}

/** Null where the run was cut off before its manifest was frozen. */
export async function findManifest(store: Store, run: string): Promise<Manifest | null> {
  const stored = await readJson(store, runObject(run, 'manifest.json'));
  return stored === null ? null : Manifest.parse(stored);
}

/** The bytes of a document of the run; null where it is not built. */
export async function readRunFile(store: Store, run: string, name: string): Promise<Uint8Array | null> {
  return (await store.get(runObject(run, name)))?.bytes ?? null;
}

/** Writes what was built from the manifest, once; returns the bytes that hold. */
export async function keepRunFile(
  store: Store,
  run: string,
  file: { name: string; bytes: Uint8Array; contentType: string },
): Promise<Uint8Array> {
  if (await store.putOnce(runObject(run, file.name), file.bytes, file.contentType)) return file.bytes;
  const held = await readRunFile(store, run, file.name);
  if (!held) throw new Error(`${file.name} of the run ${run} was there a moment ago`);
  return held;
}

const Gap = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });
/** The schedule's work of these hours was done at the end of them, and not hour by hour; ISO 8601 in UTC. */
export type Gap = z.output<typeof Gap>;

/** Keeps it, once. Where runs fail one after the other, each keeps a longer one with the same beginning. */
export async function keepGap(table: Table, regime: string, { from, to }: Gap): Promise<void> {
  await table.putIfAbsent(gapKey(regime, to), { from, to });
}

/** Those that ended at `since` (ISO 8601) or later, oldest first; of several with one beginning the longest. */
export async function readGaps(table: Table, regime: string, since: string): Promise<readonly Gap[]> {
  const rows = await queryAll(table, gapsFrom(regime, new Date(since).toISOString()), { mayLag: true });
  return [...new Map(rows.map((row) => Gap.parse(row)).map((gap) => [gap.from, gap])).values()];
}
