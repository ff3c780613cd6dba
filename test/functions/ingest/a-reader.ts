import { ReadingThread } from '../../../functions/ingest/reading-thread.ts';

/** Reads as ingest does, from the sources; kept for all tests of a file. */
export const reader = new ReadingThread(new URL('../../../functions/ingest/reader.ts', import.meta.url), {
  seconds: 20,
  megabytes: 384,
});
