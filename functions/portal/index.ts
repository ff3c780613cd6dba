import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { connect } from '../connect.ts';
import { onFirstUse } from '../on-first-use.ts';
import { Environment } from './environment.ts';
import { createApp } from './handler.ts';
import { loadPage } from './page-files.ts';

const { environment, queue, s3, ...connections } = connect('portal', Environment);
const signer = onFirstUse(async () => {
  const { S3Signer } = await import('../../shared/ports/aws/s3-signer.ts');
  return new S3Signer(await s3(), environment.BUCKET);
});
const outbox = queue(environment.DELIVER_QUEUE_URL);
const codes = queue(environment.CODES_QUEUE_URL);
const page = onFirstUse(async () => loadPage(join(import.meta.dirname, 'page'), await signer.uploadOrigin()));

export const handler = handle(createApp({ ...connections, signer, outbox, codes, page }));
