import { describe, expect, it } from 'vitest';
import { patientFetch } from '../../../../functions/portal/page/patient-fetch.ts';

const door = () => new Response('{"message":"Too Many Requests"}', { status: 429 });
const portal = (status: number, headers = {}) =>
  new Response('{}', { status, headers: { 'Api-Version': '3', ...headers } });

async function asked(answers: readonly Response[]) {
  const waits: number[] = [];
  let times = 0;
  const ask = patientFetch(
    async () => answers[times++] ?? door(),
    async (ms) => void waits.push(ms),
    () => 0.5,
  );
  const { status } = await ask('/api/duties', { method: 'POST' });
  return { status, times, waits };
}

describe('a request that the front door turns away', () => {
  it('is sent again, each time later', async () => {
    expect(await asked([door(), door(), portal(200)])).toEqual({ status: 200, times: 3, waits: [400, 800] });
  });

  it('is given up in the end', async () => {
    expect(await asked([])).toEqual({ status: 429, times: 5, waits: [400, 800, 1600, 3200] });
  });
});

describe('a request for which the link has no turn just now', () => {
  it('is sent again when the answer says, and nobody is told', async () => {
    const turns = [portal(429, { 'Retry-After': '2' }), portal(429, { 'Retry-After': '1' }), portal(200)];
    expect(await asked(turns)).toEqual({ status: 200, times: 3, waits: [2000, 1000] });
  });
});

describe('what is answered otherwise', () => {
  it.each([
    ['the portal’s own limit', portal(429)],
    ['one that goes on in minutes', portal(429, { 'Retry-After': '60' })],
    ['a fault', new Response('', { status: 503 })],
    ['an answer', portal(201)],
  ])('is taken as it is: %s', async (_, answer) => {
    expect(await asked([answer])).toEqual({ status: answer.status, times: 1, waits: [] });
  });
});
