import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3Signer } from '../../../../shared/ports/aws/s3-signer.ts';

it('pins key, size, type and SHA-256 of an upload, and that it is stored once', async () => {
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'test' };
  const client = new S3Client({ region: 'ap-southeast-1', credentials });
  const sha256 = 'a'.repeat(64);
  const { url, headers } = await new S3Signer(client, 'reports').signUpload({
    ...{ key: 'inbox/01', size: 10, sha256, contentType: 'text/csv', seconds: 3600 },
  });
  const { host, pathname, searchParams } = new URL(url);
  expect([host, pathname]).toEqual(['reports.s3.ap-southeast-1.amazonaws.com', '/inbox/01']);
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe(
    'content-length;content-type;host;if-none-match;x-amz-checksum-sha256',
  );
  expect(headers).toEqual({
    'Content-Type': 'text/csv',
    'If-None-Match': '*',
    'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
  });
});
