/** What the office notes for itself about a unit: "đã gọi 14h, hẹn chiều". */
import type { Dependencies } from '../../ports/dependencies.ts';
import { newUlid } from '../../ports/randomness.ts';
import { type Note, putNote } from '../../records/notes.ts';

/** Appends a note; nobody is told. */
export async function noteDown(
  { table, clock, randomBytes }: Pick<Dependencies, 'table' | 'clock' | 'randomBytes'>,
  about: Pick<Note, 'period' | 'unit' | 'text' | 'actor' | 'link' | 'byPress'>,
): Promise<Note> {
  const notedAt = clock.now();
  const note: Note = { ...about, note: newUlid(randomBytes, Date.parse(notedAt)), notedAt };
  await putNote(table, note);
  return note;
}
