import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { S3Signer } from '../../shared/ports/aws/s3-signer.ts';
import { connect } from '../connect.ts';
import { Environment } from './environment.ts';
import { createApp } from './handler.ts';
import { loadPage } from './page-files.ts';

const { environment, queue, s3, ...connections } = connect('portal', Environment);
const signer = new S3Signer(s3, environment.BUCKET);
const outbox = queue(environment.DELIVER_QUEUE_URL);
const codes = queue(environment.CODES_QUEUE_URL);
const page = loadPage(join(import.meta.dirname, 'page'), await signer.uploadOrigin());

export const handler = handle(createApp({ ...connections, signer, outbox, codes, page }));
