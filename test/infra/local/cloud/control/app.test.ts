import { describe, expect, it } from 'vitest';
import { rowsOf, startFixture, store } from '../../fixture/cloud.ts';

async function call(base: string, method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${base}${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

describe('the control port', () => {
  it('sets the clock, fires what was due on the way, and refuses to go back', async () => {
    const cloud = await startFixture({ now: '2024-02-28T08:00+07:00' });
    const { control } = cloud.endpoints;
    expect(await call(control, 'POST', '/clock', { now: '2024-03-01T00:00+07:00' })).toMatchObject({
      status: 200,
      body: { now: expect.stringMatching(/^2024-02-29T17:00:00/) },
    });
    expect(await rowsOf(cloud, 'run')).toEqual([
      { pk: 'run', sk: '2024-02-29T01:00:00Z', clock: '2024-02-29T01:00:00.000Z' },
    ]);
    expect(await call(control, 'POST', '/clock', { now: '2024-02-29T08:00+07:00' })).toMatchObject({
      status: 409,
      body: { code: 'CLOCK_CANNOT_GO_BACK' },
    });
    expect(await call(control, 'GET', '/clock')).toMatchObject({
      body: { now: expect.stringMatching(/^2024-02-29T17:0/) },
    });
  });

  it.each([{ now: 'tomorrow' }, { now: '2024-03-01T00:00' }, {}, 'x'])(
    'refuses the clock %j',
    async (body) => {
      const { endpoints } = await startFixture();
      expect(await call(endpoints.control, 'POST', '/clock', body)).toMatchObject({ status: 400 });
    },
  );

  it('answers idleness when everything that was under way has ended', async () => {
    const cloud = await startFixture();
    await store(cloud, 'inbox/a', 'a');
    expect(await call(cloud.endpoints.control, 'GET', '/idle')).toMatchObject({
      status: 200,
      body: { idle: true },
    });
    expect(await rowsOf(cloud, 'file')).toHaveLength(1);
  });

  it('plans, lists and clears faults', async () => {
    const { endpoints } = await startFixture();
    const { control } = endpoints;
    const fault = { kind: 'crash', target: 'worker ', nth: 2 };
    expect(await call(control, 'POST', '/faults', fault)).toMatchObject({ status: 201, body: fault });
    expect(await call(control, 'GET', '/faults')).toMatchObject({ body: [{ ...fault, times: 1, seen: 0 }] });
    expect(await call(control, 'POST', '/faults', { kind: 'earthquake' })).toMatchObject({ status: 400 });
    expect(await call(control, 'DELETE', '/faults')).toMatchObject({ status: 200, body: { released: 0 } });
    expect(await call(control, 'GET', '/faults')).toMatchObject({ body: [] });
  });

  it('tells how full the queues are', async () => {
    const cloud = await startFixture();
    await store(cloud, 'inbox/a', 'poison');
    await cloud.idle();
    const { body } = await call(cloud.endpoints.control, 'GET', '/queues');
    expect(body).toContainEqual({ name: 'WorkDead', deadLetters: true, visible: 1, inFlight: 0, delayed: 0 });
    expect(await call(cloud.endpoints.control, 'POST', '/redrive', { queue: 'WorkDead' })).toMatchObject({
      body: { moved: 1 },
    });
    expect(await call(cloud.endpoints.control, 'POST', '/redrive', { queue: 'Nowhere' })).toMatchObject({
      status: 404,
    });
  });
});
