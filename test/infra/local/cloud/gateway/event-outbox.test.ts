import { rmSync } from 'node:fs';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { startGateway } from '../../../../../infra/local/cloud/gateway/server.ts';
import { bucket, clientsOf, gatewayOptions, openGround } from './a-gateway.ts';

const put = (gateway: Parameters<typeof clientsOf>[0], Key: string) =>
  clientsOf(gateway).s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }));

it('an event that could not be taken over comes again, and keeps its place', async () => {
  const seen: string[] = [];
  let failures = 1;
  const ground = await openGround({
    onObjectCreated: ({ detail }) => {
      seen.push(detail.object.key);
      if (failures-- > 0) throw new Error('the router is not there yet');
    },
  });
  await put(ground.gateway, 'inbox/a');
  await put(ground.gateway, 'inbox/b');
  await expect.poll(() => ground.gateway.pendingEvents()).toBe(0);
  expect(seen).toEqual(['inbox/a', 'inbox/a', 'inbox/b']);
  expect(ground.problems).toHaveLength(1);
  await ground.stop();
});

it('events wait for deliverEvents, across starts too', async () => {
  const ground = await openGround();
  await ground.gateway.close();
  const first = await startGateway(gatewayOptions(ground.folder));
  await put(first, 'inbox/waiting');
  expect(first.pendingEvents()).toBe(1);
  await first.close();

  const seen: string[] = [];
  const second = await startGateway(
    gatewayOptions(ground.folder, { onObjectCreated: ({ detail }) => void seen.push(detail.object.key) }),
  );
  expect(seen).toEqual([]);
  second.deliverEvents();
  await expect.poll(() => second.pendingEvents()).toBe(0);
  expect(seen).toEqual(['inbox/waiting']);
  await second.close();
  rmSync(ground.folder, { recursive: true });
});

it('a bucket without events stays silent', async () => {
  const ground = await openGround();
  await clientsOf(ground.gateway).s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'x', Body: 'x' }));
  expect(ground.gateway.pendingEvents()).toBe(0);
  await ground.stop();
});
