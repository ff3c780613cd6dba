import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createApp } from './handler.ts';
import { loadPage } from './page-files.ts';
import { uploadOrigin } from './uploads.ts';

const { environment, doorbell, ...connections } = connect('portal', Environment);
const doorway = { ...connections, outbox: doorbell(environment.DELIVER_QUEUE_URL) };
const page = loadPage(join(import.meta.dirname, 'page'), await uploadOrigin(doorway));

export const handler = handle(createApp({ ...doorway, page }));
