import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClockCell, flowWith, standAt } from '../../../../../infra/local/cloud/lambda/clock-cell.ts';
import {
  FunctionCrashed,
  FunctionTimedOut,
  HandlerThrew,
} from '../../../../../infra/local/cloud/lambda/failures.ts';
import { LambdaHost, UnknownFunction } from '../../../../../infra/local/cloud/lambda/host.ts';
import { temporaryFolder } from '../../fixture/cloud.ts';

/** Hosts one function `f` whose module is this source. */
async function hosting(source: string, { instances = 1, timeoutSeconds = 10, memoryMegabytes = 128 } = {}) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'index.mjs'), source);
  const clock = createClockCell();
  const plan = {
    ...{ name: 'f', arn: 'arn:aws:lambda:local:0:function:f', folder, handler: 'index.handler' },
    ...{ environment: {}, timeoutSeconds, memoryMegabytes, statements: [] },
  };
  const environments = Array.from({ length: instances }, (_, index) => ({ INSTANCE: String(index + 1) }));
  const host = new LambdaHost([{ plan, environments }], clock, folder);
  onTestFinished(() => host.close());
  return { host, clock, log: () => readFile(join(folder, 'f.log'), 'utf8') };
}

describe('a hosted function', () => {
  it('answers with what its handler returns, told who it is', async () => {
    const { host } = await hosting(`export const handler = async (event, context) =>
      ({ event, name: context.functionName, memory: context.memoryLimitInMB, left: context.getRemainingTimeInMillis() <= 10_000,
         env: Object.keys(process.env) });`);
    expect(await host.invoke('f', { a: 'ế' })).toEqual({
      event: { a: 'ế' },
      name: 'f',
      memory: '128',
      left: true,
      env: ['INSTANCE'],
    });
  });

  it('stays warm: what its module holds is there the next time', async () => {
    const { host } = await hosting('let n = 0; export const handler = async () => (n += 1);');
    await host.invoke('f', {});
    expect(await host.invoke('f', {})).toBe(2);
  });

  it('fails with the name of what its handler threw, and lives on', async () => {
    const { host, log } = await hosting(
      `let n = 0; export const handler = async () => { n += 1; if (n === 1) throw new RangeError('too far'); return n; };`,
    );
    const failure = host.invoke('f', {});
    await expect(failure).rejects.toThrow(HandlerThrew);
    await expect(failure).rejects.toMatchObject({ errorType: 'RangeError', message: 'f: too far' });
    expect(await host.invoke('f', {})).toBe(2);
    await host.close();
    expect(await log()).toContain('RangeError: too far');
  });

  it('is stopped when its time is over, even in an endless loop, and starts anew', async () => {
    const { host } = await hosting(
      'export const handler = async (event) => { while (event.loop); return 1; };',
      {
        timeoutSeconds: 0.5,
      },
    );
    await expect(host.invoke('f', { loop: true })).rejects.toThrow(FunctionTimedOut);
    expect(await host.invoke('f', {})).toBe(1);
  });

  it('is killed when its heap outgrows its memory, without harm to the others', async () => {
    const { host } = await hosting(
      `export const handler = async ({ grow }) => { const all = []; while (grow) all.push(new Array(1e5).fill(all.length)); return 1; };`,
      { memoryMegabytes: 64, timeoutSeconds: 60 },
    );
    await expect(host.invoke('f', { grow: true })).rejects.toThrow(FunctionCrashed);
    expect(await host.invoke('f', {})).toBe(1);
  });

  it.each([
    'process.exit(3)',
    `setTimeout(() => { throw new Error('nobody listens'); }); await new Promise(() => {})`,
  ])('crashes by %s', async (deed) => {
    const { host } = await hosting(`export const handler = async () => { ${deed} };`);
    await expect(host.invoke('f', {})).rejects.toThrow(FunctionCrashed);
  });

  it('says so when its module cannot be loaded', async () => {
    const { host } = await hosting(`throw new Error('no TABLE in the environment');`);
    await expect(host.invoke('f', {})).rejects.toThrow('no TABLE in the environment');
  });

  it('runs so many invocations at once as there are instances, each with its own environment', async () => {
    const { host } = await hosting(
      `export const handler = async () => { await new Promise((r) => setTimeout(r, 100)); return process.env.INSTANCE; };`,
      { instances: 2 },
    );
    const answers = await Promise.all([1, 2, 3].map(() => host.invoke('f', {})));
    expect(new Set(answers)).toEqual(new Set(['1', '2']));
    expect(host.running).toBe(0);
  });

  it('lets those who call come in turns, each behind one of each other, and leaves one instance to others', async () => {
    const { host } = await hosting('export const handler = async (event) => event;');
    const order: unknown[] = [];
    const calls = [1, 2, 3, 4].map((n) => ['one', `one ${n}`]);
    const all = [...calls, ['other', 'other 1'], ['other', 'other 2']].map(async ([caller, event]) =>
      order.push(await host.invoke('f', event, caller)),
    );
    await Promise.all(all);
    expect(order).toEqual(['one 1', 'one 2', 'other 1', 'one 3', 'other 2', 'one 4']);
    const { host: three } = await hosting(
      'export const handler = ({ for: ever }) => ever ? new Promise(() => {}) : 0;',
      { instances: 3 },
    );
    for (const _ of calls) three.invoke('f', { for: 'ever' }, 'one').catch(() => undefined);
    expect(await three.invoke('f', {}, 'other')).toBe(0);
  });

  it('can be killed from outside in the middle of an invocation', async () => {
    const { host, log } = await hosting(
      `export const handler = () => { console.log('here'); return new Promise(() => setInterval(() => {}, 1000)); };`,
    );
    const killed = expect(host.invoke('f', {})).rejects.toThrow('on purpose');
    await expect.poll(log).toContain('here');
    await host.kill('f', 1, 'on purpose');
    await killed;
  });

  it('sees the pipeline clock in every Date, and wall time in its timers', async () => {
    const { host, clock } = await hosting(`export const handler = async () => {
      const plain = structuredClone(new Date(0));
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { now: new Date().toISOString(), same: Math.abs(Date.now() - new Date()) < 5, text: Date().slice(0, 15),
        fixed: new Date(5).getTime(), instance: plain instanceof Date && new Date() instanceof Date,
        constructor: plain.constructor === Date, waited: performance.now() - before >= 19 };
    };`);
    standAt(clock, Date.parse('2024-02-29T16:59:00Z'));
    expect(await host.invoke('f', {})).toEqual({
      ...{ now: '2024-02-29T16:59:00.000Z', same: true, text: 'Thu Feb 29 2024', fixed: 5 },
      ...{ instance: true, constructor: true, waited: true },
    });
    flowWith(clock, Date.parse('2030-01-01T00:00:00Z') - Date.now());
    expect(await host.invoke('f', {})).toMatchObject({ now: expect.stringMatching(/^2030-01-01T00:/) });
  });

  it('is unknown when the template has no such function', async () => {
    const { host } = await hosting('export const handler = async () => 1;');
    await expect(host.invoke('g', {})).rejects.toThrow(UnknownFunction);
  });
});
