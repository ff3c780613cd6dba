import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';

const { environment, queue, table, store, logger, clock, stopwatch } = connect('ingest', Environment);

export const handler = createHandler({
  table,
  store,
  outbox: queue(environment.DELIVER_QUEUE_URL),
  logger,
  clock,
  stopwatch,
});
