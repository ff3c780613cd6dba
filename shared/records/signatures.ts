/**
 * What was signed and issued: a row an edition, and the files that belong to it, stored under their own sums. Where the draft
 * is taken back, what takes it back stands in that row: of both, only one is ever written.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type OfficeFile, Signature } from '../filing/signature.ts';
import type { Store } from '../ports/store.ts';
import { queryAll, type Row, type Table } from '../ports/table.ts';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant } from '../vocabulary/codes.ts';
import { formats } from '../vocabulary/formats.ts';
import { backAsk, DraftAsk, readDraftAsk } from './draft-asks.ts';
import { issuedObject, signatureKey, signatureRows } from './keys.ts';

/** Names who of the office is told, as it was then. */
const TakingBack = DraftAsk.extend({ recipients: z.array(z.string()) });
export type TakingBack = z.output<typeof TakingBack>;

/** True when it was written, false when the edition had one, or is taken back. */
export async function putSignature(table: Table, signature: Signature): Promise<boolean> {
  return table.putIfAbsent(signatureKey(signature.period, signature.edition), signature);
}

/** True when it was written, false when the edition was signed, or is taken back already. */
export async function putTakingBack(table: Table, edition: number, asked: TakingBack): Promise<boolean> {
  return table.putIfAbsent(signatureKey(asked.period, edition), { takenBack: asked });
}

/** By edition. */
export async function readSignatures(table: Table, period: string): Promise<Signature[]> {
  return (await readSealed(table, period)).signatures;
}

/** What of a period's editions is settled, either way; both by edition. */
export async function readSealed(
  table: Table,
  period: string,
): Promise<{ readonly signatures: Signature[]; readonly takenBack: TakingBack[] }> {
  const rows = await queryAll(table, signatureRows(period));
  return {
    signatures: signaturesIn(rows),
    takenBack: rows.flatMap((row) => takingBackIn(row) ?? []),
  };
}

/** Of rows of their partition: those that were signed. */
export function signaturesIn(rows: readonly Row[]): Signature[] {
  return rows.filter((row) => !isTakingBack(row)).map((row) => Signature.parse(row));
}

function isTakingBack(row: Row): boolean {
  return 'takenBack' in row;
}

/** By whom, when and why the run's draft is taken back, carried out or not; null where it is not, or was signed. */
export async function readTakingBack(
  table: Table,
  { period, edition, run }: { readonly period: string; readonly edition: number; readonly run: string },
): Promise<TakingBack | null> {
  const row = await table.get(signatureKey(period, edition));
  const asked = row === null ? await askedBefore(table, period, edition) : takingBackIn(row);
  return asked?.takesBack === run ? asked : null;
}

function takingBackIn(row: Row): TakingBack | null {
  return isTakingBack(row) ? TakingBack.parse(row.takenBack) : null;
}

/** Before both stood in one row. */
async function askedBefore(table: Table, period: string, edition: number): Promise<TakingBack | null> {
  const asked = await readDraftAsk(table, period, backAsk(edition));
  return asked && { ...asked, recipients: [] };
}

/** Where a file of the office lies, by its kind and its sum: the same bytes are stored once. */
export function officeFileKey(
  run: string,
  kind: 'pdf' | 'docx',
  { sha256 }: Pick<OfficeFile, 'sha256'>,
): string {
  return issuedObject(run, `${sha256}.${kind}`);
}

/** Keeps it once under its own sum, as a browser does with the way it is given. */
export async function keepOfficeFile(
  store: Store,
  run: string,
  kind: 'pdf' | 'docx',
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<OfficeFile> {
  const file = { fileName, size: bytes.length, sha256: sumOf(bytes) };
  await store.putOnce(officeFileKey(run, kind, file), bytes, formats[kind].contentType);
  return file;
}

/** Null where it has not come. */
export async function readOfficeFile(
  store: Store,
  run: string,
  kind: 'pdf' | 'docx',
  file: Pick<OfficeFile, 'sha256'>,
): Promise<Uint8Array | null> {
  return (await store.get(officeFileKey(run, kind, file)))?.bytes ?? null;
}

/** Keeps what was shown before an edition was issued, under its own sum. */
export async function keepShown(store: Store, run: string, shown: string, sum: string): Promise<void> {
  await store.putOnce(issuedObject(run, `shown-${sum}.json`), shown, 'application/json');
}

/** What was shown, as far as it is told afterwards. */
const Shown = z.object({
  /** Of what the edition was frozen of, and of what was filed when it was issued: others, where it was outdated. */
  frozen: z.string().nullable(),
  filedNow: z.string(),
  doubts: z.array(Text),
  /** What was answered to which of the doubts; absent in what was kept before any was asked for. */
  answers: z.array(z.object({ doubt: Text, answer: z.string() })).default([]),
  /** Absent in what was kept before it was said, or where nothing had changed. */
  since: z.array(z.object({ at: Instant.nullable(), text: Text })).default([]),
  recipients: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
  /** What the signed file lacked of what was to be signed; null where it could not be compared, or nobody did. */
  lacking: z.array(z.string()).nullable().default(null),
});
export type Shown = z.output<typeof Shown>;

/** Null where it is not there, or was kept in another form. */
export async function readShown(store: Store, run: string, sum: string): Promise<Shown | null> {
  const object = await store.get(issuedObject(run, `shown-${sum}.json`));
  if (!object) return null;
  return Shown.safeParse(JSON.parse(new TextDecoder().decode(object.bytes))).data ?? null;
}

/** Lower-case hex. */
export function sumOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
