import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectTo } from '../../../infra/admin/system.ts';

describe('what an admin’s clients say to a local cloud', () => {
  it('is signed by today’s clock, whatever its own shows: that may jump between two calls', async () => {
    const signedAt: string[] = [];
    const gateway = createServer((request, response) => {
      signedAt.push(String(request.headers['x-amz-date']));
      response.writeHead(404, { date: 'Tue, 19 Mar 2024 01:00:00 GMT' }).end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void gateway.close());
    await once(gateway, 'listening');
    const endpoint = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    const queue = `${endpoint}/queue`;
    const { store } = connectTo(
      {
        PortalUrl: endpoint,
        BucketName: 'files',
        TableName: 'rows',
        IngestQueueUrl: queue,
        DeliverQueueUrl: queue,
      },
      { endpoint, region: 'ap-southeast-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' } },
      { now: () => '2024-03-19T01:00:00Z' },
    );
    await store.arrival('inbox/a');
    await store.arrival('inbox/a');
    expect(signedAt.map((date) => date.slice(0, 4))).toEqual(
      Array(2).fill(String(new Date().getUTCFullYear())),
    );
  });
});
