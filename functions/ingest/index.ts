import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';

const { table, store, doorbell, logger, now, environment } = connect('ingest', Environment);

export const handler = createHandler({
  table,
  store,
  outbox: doorbell(environment.DELIVER_QUEUE_URL),
  logger,
  now,
});
