import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLettersOf, redrive, undelivered } from '../../../infra/admin/redrive.ts';
import { clientsOf, type Ground, openGround } from '../local/cloud/gateway/a-gateway.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.stop());

const wake = 'doorbell';
const aside = 'dead-letters';
const queues = () => ground.gateway.queues;
const sqs = () => clientsOf(ground.gateway).sqs;
const letters = () => deadLettersOf(sqs(), 'mails', ground.gateway.queueUrl(wake));

/** Received as often as a queue allows, and once more. */
function fails(bodies: readonly string[], group?: string): void {
  for (const body of bodies) queues().enqueue(wake, body, group === undefined ? {} : { group });
  const { redrive: policy } = queues().config(wake);
  for (let times = 0; times <= (policy?.maxReceiveCount ?? 0); times += 1) {
    queues().receive(wake, { max: 100, visibilityTimeout: 0 });
  }
  expect(queues().counts(aside).visible).toBe(bodies.length);
}

describe('putting dead letters back', () => {
  it('sends each with its own body and group to where it failed, and leaves none', async () => {
    const bodies = Array.from({ length: 23 }, (_, n) => `{"outbox":"reminder/${n}"}`);
    fails(bodies, 'unit/U1');
    expect(await letters().putBack()).toBe(23);
    expect(queues().counts(aside)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    const back = queues().receive(wake, { max: 100 });
    expect(back.map(({ body }) => body).sort()).toEqual(bodies.toSorted());
    expect(new Set(back.map(({ group }) => group))).toEqual(new Set(['unit/U1']));
  });

  it('loses none where it is cut off, and is simply done again', async () => {
    fails(['a', 'b']);
    const client = sqs();
    const send = client.send.bind(client) as (command: object) => Promise<object>;
    client.send = ((command: object) =>
      command.constructor.name === 'DeleteMessageCommand'
        ? Promise.reject(new Error('cut off'))
        : send(command)) as typeof client.send;
    await expect(deadLettersOf(client, 'mails', ground.gateway.queueUrl(wake)).putBack()).rejects.toThrow(
      'cut off',
    );
    queues().releaseInFlight(aside);
    expect(await letters().putBack()).toBe(2);
    const bodies = queues()
      .receive(wake, { max: 100 })
      .map(({ body }) => body);
    expect(new Set(bodies)).toEqual(new Set(['a', 'b']));
  });

  it('says how many there are, and as a dry run leaves them', async () => {
    fails(['a', 'b']);
    const said: string[] = [];
    await redrive([letters()], true, (line) => said.push(line));
    expect(said).toEqual(['mails: about 2 dead letters', 'dry run: nothing was put back']);
    expect(queues().counts(aside).visible).toBe(2);
  });

  it('takes up what never reached its queue, too', async () => {
    queues().enqueue(aside, 'event');
    const [from, to] = [ground.gateway.queueUrl(aside), ground.gateway.queueUrl(wake)];
    expect(await undelivered(sqs(), 'events', from, to).putBack()).toBe(1);
    expect(queues().counts(wake).visible).toBe(1);
  });
});
