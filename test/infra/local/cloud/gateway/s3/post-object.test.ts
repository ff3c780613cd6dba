import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HeadObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import {
  createPresignedPost,
  type PresignedPost,
  type PresignedPostOptions,
} from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../../../../../infra/local/cloud/gateway/options.ts';
import { admin, bucket, clientsOf, type Ground, openGround, region, worker } from '../a-gateway.ts';
import { send } from '../signed-fetch.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const content = 'the bytes of a report';
const sha256 = createHash('sha256').update(content).digest('base64');

/** The portal's role: it signs uploads into the inbox. */
const portal: Principal = {
  name: 'portal',
  accessKeyId: 'ASIAPORTAL0000000000',
  secretAccessKey: 'portal-secret',
  sessionToken: 'portal-session-token',
  statements: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/inbox/*` }],
};

let ground: Ground;
let pipelineNow = Date.parse('2024-03-19T01:00:00Z');

beforeAll(async () => {
  ground = await openGround({ principals: [admin, portal, worker], clock: { now: () => pipelineNow } });
});
afterAll(() => ground.stop());

function mint(changes: Partial<PresignedPostOptions> = {}): Promise<PresignedPost> {
  return createPresignedPost(clientsOf(ground.gateway, portal).s3, {
    Bucket: bucket,
    Key: 'inbox/01HSA0000000000000000000',
    Conditions: [['content-length-range', 5, 100]],
    Fields: { 'Content-Type': type, 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sha256 },
    Expires: 3600,
    ...changes,
  });
}

/** Posts as a browser does: the fields, the file last. */
async function post(
  minted: PresignedPost,
  file: string | Uint8Array<ArrayBuffer> = content,
  change: (form: FormData) => void = () => undefined,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(minted.fields)) form.append(name, value);
  change(form);
  form.append('file', new Blob([file]), 'báo cáo.xlsx');
  const answer = await fetch(minted.url, { method: 'POST', body: form });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
    headers: answer.headers,
  };
}

async function storedNothing(): Promise<boolean> {
  const versions = await clientsOf(ground.gateway).s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
  const bodies = readdirSync(join(ground.stateFolder, 'bodies'));
  const arriving = readdirSync(join(ground.stateFolder, 'arriving'));
  return versions.Versions === undefined && bodies.length === 0 && arriving.length === 0;
}

describe('a form upload is refused and leaves nothing behind', () => {
  const field = (name: string, value: string) => (form: FormData) => form.set(name, value);

  it.each([
    ['larger than the policy allows', 400, 'EntityTooLarge', 'x'.repeat(101), undefined],
    ['much larger than the policy allows', 400, 'EntityTooLarge', 'x'.repeat(30_000_000), undefined],
    ['smaller than the policy allows', 400, 'EntityTooSmall', 'x', undefined],
    ['with another content type', 403, 'AccessDenied', content, field('Content-Type', 'text/html')],
    ['with another key', 403, 'AccessDenied', content, field('key', 'inbox/other')],
    ['with a key that climbs out', 403, 'AccessDenied', content, field('key', '../../inbox/x')],
    ['with a field its policy does not name', 403, 'AccessDenied', content, field('x-amz-meta-unit', 'a')],
    ['with bytes of another hash', 400, 'BadDigest', `${content}!`, undefined],
    [
      'with another hash than the policy pins',
      403,
      'AccessDenied',
      content,
      field('x-amz-checksum-sha256', 'AAAA'),
    ],
    ['with a changed policy', 403, 'SignatureDoesNotMatch', content, field('Policy', 'e30=')],
    [
      'with a wrong signature',
      403,
      'SignatureDoesNotMatch',
      content,
      field('X-Amz-Signature', '0'.repeat(64)),
    ],
    [
      'without a signature',
      400,
      'AuthorizationHeaderMalformed',
      content,
      (form: FormData) => form.delete('X-Amz-Signature'),
    ],
    ['without a policy', 403, 'AccessDenied', content, (form: FormData) => form.delete('Policy')],
    [
      'without its session token',
      400,
      'InvalidToken',
      content,
      (form: FormData) => form.delete('X-Amz-Security-Token'),
    ],
    ['with a field left out', 403, 'AccessDenied', content, (form: FormData) => form.delete('Content-Type')],
    [
      'with a field given twice',
      400,
      'InvalidArgument',
      content,
      (form: FormData) => form.append('KEY', 'inbox/other'),
    ],
    [
      'with more than 20 KB of form data',
      400,
      'MaxPostPreDataLengthExceeded',
      content,
      field('x-ignore-padding', 'x'.repeat(20 * 1024)),
    ],
  ])('%s', async (_, status, code, file, change) => {
    expect(await post(await mint(), file, change)).toMatchObject({ status, code });
    expect(await storedNothing()).toBe(true);
  });

  it('when its policy has expired on the clock it was minted by', async () => {
    const start = pipelineNow;
    const minted = await mintAt(new Date(start), 600);
    pipelineNow = start + 601_000;
    const answer = await post(minted);
    pipelineNow = start;
    expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(answer.text).toContain('Policy expired.');
    expect(await storedNothing()).toBe(true);
  });

  it('when the bucket denies so old a signature', async () => {
    const start = pipelineNow;
    const minted = await mintAt(new Date(start), 7200);
    pipelineNow = start + 3_601_000;
    const answer = await post(minted);
    pipelineNow = start;
    expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(answer.text).toContain('explicit deny');
  });

  it('when the signer may not write there', async () => {
    const minted = await mint({ Key: 'results/x' });
    expect(await post(minted)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  it('when it names an algorithm without its checksum', async () => {
    const minted = await mint({ Fields: { 'Content-Type': type, 'x-amz-checksum-algorithm': 'SHA256' } });
    expect(await post(minted)).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it('without a file', async () => {
    const minted = await mint();
    const form = new FormData();
    for (const [name, value] of Object.entries(minted.fields)) form.append(name, value);
    const answer = await fetch(minted.url, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('IncorrectNumberOfFilesInPostRequest');
  });

  it('with what it must say before the file said after it', async () => {
    const minted = await mint();
    const form = new FormData();
    form.append('file', new Blob([content]), 'x');
    for (const [name, value] of Object.entries(minted.fields)) form.append(name, value);
    const answer = await fetch(minted.url, { method: 'POST', body: form });
    expect(answer.status).toBe(403);
    expect(await storedNothing()).toBe(true);
  });

  it('that breaks off in the middle of the file', async () => {
    const answer = await send(ground.gateway, {
      method: 'POST',
      path: `/${bucket}`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nhalf',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await storedNothing()).toBe(true);
  });

  it('that is anonymous', async () => {
    const form = new FormData();
    form.append('key', 'inbox/anonymous');
    form.append('file', new Blob([content]), 'x');
    const answer = await fetch(`${ground.gateway.url}/${bucket}`, { method: 'POST', body: form });
    expect(answer.status).toBe(403);
    expect(await storedNothing()).toBe(true);
  });
});

describe('a form upload that keeps to its policy', () => {
  it('is stored with its headers and checksum, and rings with the reason POST Object', async () => {
    const minted = await mint({ Key: 'inbox/good' });
    const before = ground.events.length;
    const answer = await post(minted);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('etag')).toBe(`"${createHash('md5').update(content).digest('hex')}"`);
    const reader = clientsOf(ground.gateway, worker).s3;
    const head = await reader.send(
      new HeadObjectCommand({ Bucket: bucket, Key: 'inbox/good', ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({ ContentLength: content.length, ContentType: type, ChecksumSHA256: sha256 });
    expect(head.LastModified?.getTime()).toBe(pipelineNow);
    await expect.poll(() => ground.events.length).toBe(before + 1);
    expect(ground.events.at(-1)).toMatchObject({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      region,
      detail: {
        bucket: { name: bucket },
        object: { key: 'inbox/good', size: content.length, 'version-id': head.VersionId },
        reason: 'POST Object',
      },
    });
  });

  it('may be repeated: a replay stores the same bytes as a further version', async () => {
    const minted = await mint({ Key: 'inbox/replayed' });
    const first = await post(minted);
    const second = await post(minted);
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(first.headers.get('x-amz-version-id')).not.toBe(second.headers.get('x-amz-version-id'));
  });

  it.each([
    ['200', 200],
    ['201', 201],
    ['204', 204],
    ['418', 204],
  ])('asking for the status %s is answered %i', async (asked, status) => {
    const minted = await mint({
      Key: 'inbox/status',
      Conditions: [['eq', '$success_action_status', asked]],
      Fields: { success_action_status: asked },
    });
    const answer = await post(minted);
    expect(answer.status).toBe(status);
    if (status === 201) expect(answer.text).toContain('<Key>inbox/status</Key>');
  });

  it('may leave a part of the key to the file name', async () => {
    const minted = await mint({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
      Key: 'inbox/${filename}',
      Fields: {},
      Conditions: [['starts-with', '$key', 'inbox/']],
    });
    expect((await post(minted)).status).toBe(204);
    const reader = clientsOf(ground.gateway, worker).s3;
    const head = await reader.send(new HeadObjectCommand({ Bucket: bucket, Key: 'inbox/báo cáo.xlsx' }));
    expect(head.ContentLength).toBe(content.length);
  });
});

/** Mints with another date than the process's, as a worker with the pipeline's clock does. */
async function mintAt(date: Date, seconds: number): Promise<PresignedPost> {
  const RealDate = Date;
  class PipelineDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      super(...((given.length === 0 ? [date.getTime()] : given) as [number]));
    }
    static override now() {
      return date.getTime();
    }
  }
  globalThis.Date = PipelineDate as DateConstructor;
  try {
    return await mint({ Expires: seconds });
  } finally {
    globalThis.Date = RealDate;
  }
}
