import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './a-gateway.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.stop());

async function canConnect(host: string): Promise<boolean> {
  const socket = net.connect({ host, port: ground.gateway.port });
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    new Promise<false>((resolve) => socket.on('error', () => resolve(false))),
  ]).catch(() => false);
  socket.destroy();
  return outcome;
}

describe('the gateway', () => {
  it('listens on 127.0.0.1 and no other address', async () => {
    expect(await canConnect('127.0.0.1')).toBe(true);
    // Another address of the loopback interface: only a server open to all would be there.
    expect(await canConnect('127.0.0.2')).toBe(false);
    expect(await canConnect('::1')).toBe(false);
  });

  it('refuses at once what belongs to no service of it', async () => {
    const answer = await fetch(ground.gateway.url, {
      method: 'POST',
      headers: {
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIA/20240319/ap-southeast-1/sns/aws4_request, SignedHeaders=host, Signature=0',
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AmazonSNS.Publish',
      },
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(ground.problems).toEqual([]);
  });
});
