import { strToU8 } from 'fflate';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { putDecision } from '../../../shared/records/filings.ts';
import { keepRunFile, putRun, runName } from '../../../shared/records/runs.ts';
import { aGatewayWorld } from '../a-gateway-world.ts';
import type { World } from '../a-world.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

let world: World;
let get: Portal['get'];
let officeToken: () => Promise<string>;

beforeAll(async () => {
  const portal = await aPortal('2024-03-15T12:00:00+07:00', undefined, aGatewayWorld);
  ({ world, get } = portal);
  officeToken = () =>
    portal.tokenOf({ kind: 'office', recipient: world.regime.office.recipients[0]?.id ?? '' });
});
afterAll(() => world.stop());

describe('what the office sees', () => {
  const Seen = z.object({
    periods: z.array(
      z.object({
        period: z.string(),
        status: z.string(),
        due: z.string().nullable(),
        rate: z.looseObject({ expected: z.int(), missing: z.int(), ratio: z.number().nullable() }),
        units: z.array(z.object({ status: z.string() })),
      }),
    ),
  });
  const seen = async (period: string) => {
    const { periods } = Seen.parse(await (await get('/api/office', await officeToken())).json());
    return periods.find((each) => each.period === period);
  };

  it('is every open period, and none that is still to come', async () => {
    expect(await seen('Q1-2024')).toMatchObject({ status: 'open', due: '2024-03-18T23:59:59+07:00' });
    expect(await seen('6T-2024')).toBeUndefined();
  });

  it('is a review without guidance too, of which nobody is expected yet', async () => {
    const review = await seen('CD-133KL');
    expect(review).toMatchObject({
      status: 'awaiting-guidance',
      due: null,
      rate: { expected: 0, missing: 0, ratio: null },
    });
    expect(review?.units).toHaveLength(world.regime.units.length);
    expect(new Set(review?.units.map(({ status }) => status))).toEqual(new Set(['awaiting-guidance']));
  });

  it('is a review like any period once its guidance has come', async () => {
    await putDecision(world.table, {
      ...{ decision: ulid(), kind: 'guidance', period: 'CD-65KL', unit: '*', until: '2024-04-30' },
      ...{ actor: 'office', reason: 'Hướng dẫn số 12-HD/BDVTU', decidedAt: world.now() },
    });
    expect(await seen('CD-65KL')).toMatchObject({
      status: 'open',
      due: '2024-04-30T23:59:59+07:00',
      rate: { expected: world.regime.units.length, ratio: 0 },
    });
  });

  it('is not told to units, nor kept by anybody on the way', async () => {
    expect(await refusalOf(await get('/api/office'))).toMatchObject({ status: 403, code: 'LINK_OF_UNIT' });
    expect((await get('/api/office', await officeToken())).headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('a document of an issued report', () => {
  const scheduledAt = '2024-03-15T09:00:00+07:00';
  const paths = { own: '', foreign: '' };
  beforeAll(async () => {
    const row = { period: 'Q1-2024', kind: 'final', edition: 1, scheduledAt } as const;
    for (const [whose, regime] of [
      ['own', world.regime.id],
      ['foreign', 'another-office'],
    ] as const) {
      const run = `${runName('Q1-2024', 'final', scheduledAt)}-${whose}`;
      await putRun(world.table, { ...row, run, regime });
      for (const name of ['bao-cao-tong-hop.docx', 'manifest.json'])
        await keepRunFile(world.store, run, { name, bytes: strToU8(whose), contentType: 'text/plain' });
      paths[whose] = `/api/office/runs/${run}`;
    }
  });

  it('is handed to the office, under its own name, and not kept by anybody on the way', async () => {
    const answer = await get(`${paths.own}/bao-cao-tong-hop.docx`, await officeToken());
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const file = await fetch(z.object({ url: z.url() }).parse(await answer.json()).url);
    expect(await file.text()).toBe('own');
    expect(file.headers.get('Content-Disposition')).toContain('Q1-2024');
  });

  it('is not told to units', async () => {
    expect(await refusalOf(await get(`${paths.own}/bao-cao-tong-hop.docx`))).toMatchObject({
      status: 403,
      code: 'LINK_OF_UNIT',
    });
  });

  it.each([
    ['of another regime', () => `${paths.foreign}/bao-cao-tong-hop.docx`],
    ['that was not built', () => `${paths.own}/bao-cao-tong-hop.xlsx`],
    ['that is no document, though it lies there', () => `${paths.own}/manifest.json`],
    ['of a run that there is not', () => '/api/office/runs/Q1-2024-final/bao-cao-tong-hop.docx'],
    ['of a run whose name is none', () => `/api/office/runs/${'A'.repeat(3000)}/bao-cao-tong-hop.docx`],
  ])('%s is refused', async (_, path) => {
    expect(await refusalOf(await get(path(), await officeToken()))).toMatchObject({
      status: 404,
      code: 'RUN_FILE_UNKNOWN',
    });
  });
});
