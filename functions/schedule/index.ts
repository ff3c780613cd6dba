import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';

const { environment, queue, table, store, logger, metrics, clock } = connect('schedule', Environment);

export const handler = createHandler({
  table,
  store,
  logger,
  metrics,
  clock,
  outbox: queue(environment.DELIVER_QUEUE_URL),
  arrivals: queue(environment.INGEST_QUEUE_URL),
});
