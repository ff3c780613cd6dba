import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createHandler } from './handler.ts';

const { environment, doorbell, ...connections } = connect('schedule', Environment);

export const handler = createHandler({
  ...connections,
  outbox: doorbell(environment.DELIVER_QUEUE_URL),
  arrivals: doorbell(environment.INGEST_QUEUE_URL),
});
