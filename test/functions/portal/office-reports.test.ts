import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { reportFiled } from '../a-report.ts';
import type { World } from '../a-world.ts';
import { anHour } from '../an-hour.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

let world: World;
let portal: Portal;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
  ({ world } = portal);
});
afterAll(() => world.stop());

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const Reports = z.object({
  periods: z.array(z.object({ period: z.string(), reports: z.array(z.unknown()) })),
});
async function reports(): Promise<unknown[]> {
  const token = await portal.tokenOf({ kind: 'office', recipient: 'VANPHONG' });
  const { periods } = Reports.parse(await (await portal.get('/api/office', token)).json());
  return periods.find(({ period }) => period === 'Q1-2024')?.reports ?? [];
}

describe('the reports that the office sees', () => {
  it('are the interim ones, figures only, and the issued ones, of which the last may be stale', async () => {
    await hour('2024-03-18T08:00:00+07:00');
    await hour('2024-03-19T09:00:00+07:00');
    const interim = { kind: 'interim', stale: false, files: ['bao-cao-tong-hop.xlsx'] };
    const final = {
      ...{ kind: 'final', edition: 1, stale: false },
      files: [
        ...['bao-cao-tong-hop.docx', 'bao-cao-tong-hop.xlsx'],
        ...['phu-luc-loi-van.docx', 'tom-tat-lanh-dao.docx'],
      ],
    };
    expect(await reports()).toMatchObject([interim, final]);
    await reportFiled(world, { unit: 'QLDD' });
    expect(await reports()).toMatchObject([interim, { ...final, stale: true }]);
  });

  it('are not for those who get the issued report alone', async () => {
    const token = await portal.tokenOf({ kind: 'office', recipient: 'BDVTU' });
    expect(await refusalOf(await portal.get('/api/office', token))).toMatchObject({ code: 'LINK_REVOKED' });
  });
});
