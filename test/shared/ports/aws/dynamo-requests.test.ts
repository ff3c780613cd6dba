import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { DynamoRequests } from '../../../../shared/ports/aws/dynamo-requests.ts';

type Said = { readonly status: number; readonly body: object; readonly date?: string } | 'hang up';

const servers: Server[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Something that answers in this order, the last for ever; says what it was asked for, and over how many connections. */
async function saying(...answers: readonly Said[]) {
  const asked: IncomingHttpHeaders[] = [];
  const connections = new Set<unknown>();
  const listener: RequestListener = (request, response) => {
    const said = answers[asked.length] ?? answers.at(-1) ?? 'hang up';
    asked.push(request.headers);
    connections.add(request.socket);
    request.resume().on('end', () => {
      if (said === 'hang up') return request.socket.destroy();
      response.writeHead(said.status, { date: said.date ?? new Date().toUTCString() });
      return response.end(JSON.stringify(said.body));
    });
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'test' };
  const caller = { region: 'ap-southeast-1', endpoint: `http://127.0.0.1:${port}`, credentials };
  const waited: number[] = [];
  const wait = async (milliseconds: number) => waited.push(milliseconds);
  return { requests: new DynamoRequests(() => caller, { wait }), asked, connections, waited };
}

const error = (status: number, type: string, more: { readonly date?: string } = {}) => ({
  ...{ status, ...more },
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' },
});
const found = { status: 200, body: { Item: { pk: { S: 'a' } } } };
const input = { TableName: 'records', Key: { pk: { S: 'a' } } };

/** That the signature is right, the tests of the table say: the gateway computes it again with the SDK's signer. */
describe('a request', () => {
  it('is answered over a connection that is kept', async () => {
    const { requests, connections } = await saying(found);
    for (let n = 0; n < 3; n += 1) expect(await requests.send('GetItem', input)).toEqual(found.body);
    expect(connections.size).toBe(1);
  });

  it.each([
    ['is throttled', error(400, 'ProvisionedThroughputExceededException')],
    ['meets a fault of theirs', error(500, 'InternalServerError')],
    ['meets no DynamoDB at all', { status: 503, body: [] }],
    ['loses its connection', 'hang up'],
  ] as const)('is made again where it %s, three times in all', async (_, said) => {
    const { requests, asked, waited } = await saying(said, said, found);
    expect(await requests.send('GetItem', input)).toEqual(found.body);
    expect(asked).toHaveLength(3);
    expect(waited.map((milliseconds) => milliseconds > 0 && milliseconds <= 1000)).toEqual([true, true]);

    const never = await saying(said);
    await expect(never.requests.send('GetItem', input)).rejects.toThrow();
    expect(never.asked).toHaveLength(3);
  });

  it('is made once where the answer would be the same', async () => {
    const { requests, asked } = await saying(error(400, 'ConditionalCheckFailedException'));
    await expect(requests.send('PutItem', { ...input, Item: {} })).rejects.toMatchObject({
      code: 'DYNAMO_REFUSED',
      type: 'ConditionalCheckFailedException',
    });
    expect(asked).toHaveLength(1);
  });

  it('is signed by their clock where ours is wrong', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2024-03-01T00:00:00Z') });
    const date = 'Fri, 01 Mar 2024 05:00:00 GMT';
    const { requests, asked } = await saying(error(400, 'InvalidSignatureException', { date }), found);
    await requests.send('GetItem', input);
    await requests.send('GetItem', input);
    expect(asked.map((headers) => headers['x-amz-date'])).toEqual([
      '20240301T000000Z',
      '20240301T050000Z',
      '20240301T050000Z',
    ]);
  });
});
