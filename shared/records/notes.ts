/** What the office notes about a unit for itself: calls, promises. Appended, never changed; nothing counts by them. */
import * as z from 'zod';
import { queryAll, type Table } from '../ports/table.ts';
import { Instant, Ulid } from '../vocabulary/codes.ts';
import { noteKey, notesOf } from './keys.ts';

export const Note = z.object({
  note: Ulid,
  period: z.string(),
  unit: z.string(),
  text: z.string(),
  /** As decisions have it: `office:` and the recipient's id. */
  actor: z.string(),
  link: z.string(),
  notedAt: Instant,
  /** Made by a press that mailed or mended something, which is told where that is told. */
  byPress: z.literal(true).optional(),
});
export type Note = z.output<typeof Note>;

/** Once: a note sent again stays as it was. */
export async function putNote(table: Table, note: Note): Promise<void> {
  await table.putIfAbsent(noteKey(note.period, note.unit, note.note), note);
}

/** Oldest first. */
export async function readNotes(table: Table, period: string, unit: string): Promise<Note[]> {
  return (await queryAll(table, notesOf(period, unit))).map((row) => Note.parse(row));
}
