import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';
import { ReadingThread } from './reading-thread.ts';

const { environment, queue, ...connections } = connect('ingest', Environment);

// Of the minute and of the 1024 MB that the function has; the rest is for itself, the copy, and for storing both.
const limits = { seconds: 20, megabytes: 384 };

export const handler = createHandler({
  ...connections,
  outbox: queue(environment.DELIVER_QUEUE_URL),
  arrivals: queue(environment.INGEST_QUEUE_URL),
  reader: new ReadingThread(new URL('./reader.mjs', import.meta.url), limits),
});
