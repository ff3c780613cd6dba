import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StateInUse } from '../../../../../infra/local/cloud/gateway/database.ts';
import { startGateway } from '../../../../../infra/local/cloud/gateway/server.ts';
import { S3Signer } from '../../../../../shared/ports/aws/s3-signer.ts';
import { account, bucket, clientsOf, gatewayOptions } from './a-gateway.ts';

let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-killed-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the gateway in a process of its own and gives what a client needs of it. */
async function startChild() {
  const started = fork(new URL('./a-gateway-process.ts', import.meta.url), [folder], { stdio: 'inherit' });
  child = started;
  const [message] = await once(started, 'message');
  const { port } = z.object({ port: z.number() }).parse(message);
  const url = `http://127.0.0.1:${port}`;
  return { process: started, port, url };
}

function clientsAt(url: string) {
  return clientsOf({ url });
}

describe('a gateway that is killed', () => {
  it('has kept everything it answered for, and nothing half', async () => {
    const { process: victim, url } = await startChild();
    const { s3, sqs, ses, dynamodb } = clientsAt(url);
    const answered = { objects: new Set<string>(), messages: 0, rows: new Set<string>(), mails: 0 };
    const forever = async (step: (turn: number) => Promise<unknown>) => {
      for (let turn = 0; ; turn += 1) await step(turn);
    };
    const streams = [
      forever(async (turn) => {
        const Key = `inbox/${turn}`;
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key.repeat(1000) }));
        answered.objects.add(Key);
      }),
      forever(async (turn) => {
        const QueueUrl = `${url}/${account}/doorbell`;
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: String(turn) }));
        answered.messages += 1;
      }),
      forever(async (turn) => {
        const Item = { pk: { S: 'p' }, sk: { S: String(turn) } };
        await dynamodb.send(new PutItemCommand({ TableName: 'records', Item }));
        answered.rows.add(String(turn));
      }),
      forever(async () => {
        const Data = Buffer.from('From: a@example.vn\r\nTo: b@example.org\r\n\r\nx');
        await ses.send(new SendRawEmailCommand({ RawMessage: { Data } }));
        answered.mails += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }),
    ].map((stream) => stream.catch(() => undefined));
    await expect
      .poll(() => Math.min(answered.objects.size, answered.messages, answered.rows.size, answered.mails * 10))
      .toBeGreaterThan(20);
    victim.kill('SIGKILL');
    await Promise.all(streams);

    const events: string[] = [];
    const gateway = await startGateway(
      gatewayOptions(folder, { onObjectCreated: ({ detail }) => void events.push(detail.object.key) }),
    );
    const again = clientsOf(gateway);
    for (const Key of answered.objects) {
      const read = await again.s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      expect(await read.Body?.transformToString()).toBe(Key.repeat(1000));
    }
    for (const sk of answered.rows) {
      const Key = { pk: { S: 'p' }, sk: { S: sk } };
      const read = await again.dynamodb.send(new GetItemCommand({ TableName: 'records', Key }));
      expect(read.Item).toEqual(Key);
    }
    expect(gateway.queues.counts('doorbell').visible).toBeGreaterThanOrEqual(answered.messages);
    const files = readdirSync(join(folder, 'mail'));
    expect(files.length).toBeGreaterThanOrEqual(answered.mails);
    expect(files.every((name) => name.endsWith('.eml'))).toBe(true);
    gateway.deliverEvents();
    await expect.poll(() => gateway.pendingEvents()).toBe(0);
    expect(new Set(events)).toEqual(new Set([...answered.objects, ...events]));
    expect(events.length).toBeGreaterThanOrEqual(answered.objects.size);
    expect(readdirSync(join(folder, 'state', 'arriving'))).toEqual([]);
    await gateway.close();
  });

  it('in the middle of an upload has stored nothing of it', async () => {
    const { process: victim, url } = await startChild();
    const body = Readable.from(
      (async function* () {
        yield Buffer.alloc(1_000_000, 'x');
        await expect.poll(() => readdirSync(join(folder, 'state', 'arriving')).length).toBe(1);
        victim.kill('SIGKILL');
        await once(victim, 'exit');
        yield Buffer.alloc(1_000_000, 'x');
      })(),
    );
    const put = new PutObjectCommand({
      Bucket: bucket,
      Key: 'inbox/half',
      Body: body,
      ContentLength: 2_000_000,
    });
    await expect(clientsAt(url).s3.send(put)).rejects.toThrow();

    const gateway = await startGateway(gatewayOptions(folder));
    const head = clientsOf(gateway).s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'inbox/half' }));
    await expect(head).rejects.toMatchObject({ name: 'NotFound' });
    expect(readdirSync(join(folder, 'state', 'arriving'))).toEqual([]);
    await gateway.close();
  });
});

it('a second gateway on the same state is refused', async () => {
  const first = await startGateway(gatewayOptions(folder));
  await expect(startGateway(gatewayOptions(folder))).rejects.toThrow(StateInUse);
  await clientsOf(first).s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'x', Body: 'x' }));
  await first.close();
  await (await startGateway(gatewayOptions(folder))).close();
});

describe('a body of 50 MB', () => {
  const size = 52_428_800;
  const bytes = Buffer.alloc(size, 'báo cáo ');
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  it('goes in by a signed address, by buffer and by stream, and out again, four at a time in bounded memory', async () => {
    const { process: running, url } = await startChild();
    const peak = async () => {
      const answer = once(running, 'message');
      running.send('peak');
      return z.object({ peakBytes: z.number() }).parse((await answer)[0]).peakBytes;
    };
    const before = await peak();
    const { s3 } = clientsAt(url);
    const signer = new S3Signer(s3, bucket);
    const signed = async (key: string) => {
      const wish = { key, size, sha256, contentType: 'text/plain', seconds: 60 };
      const { method, url, headers } = await signer.signUpload(wish);
      expect((await fetch(url, { method, headers, body: bytes })).status).toBe(200);
    };
    const piece = (index: number) => bytes.subarray(index * 1_048_576, (index + 1) * 1_048_576);
    const streamed = (Key: string) => {
      const Body = Readable.from(Array.from({ length: 50 }, (_, index) => piece(index)));
      return s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentLength: size }));
    };
    const buffered = (Key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: bytes }));
    const keys = ['inbox/signed', 'inbox/signed-too', 'inbox/streamed', 'inbox/buffered'] as const;
    const [one, two, three, four] = keys;
    await Promise.all([signed(one), signed(two), streamed(three), buffered(four)]);
    await Promise.all(
      keys.map(async (Key) => {
        const read = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
        const hash = createHash('sha256').update((await read.Body?.transformToByteArray()) ?? '');
        expect(hash.digest('hex')).toBe(sha256);
      }),
    );
    // Four at a time would be 200 MB if bodies were held; what stays is buffers nobody has collected yet.
    expect(((await peak()) - before) / 1_048_576).toBeLessThan(130);
  });
});
