import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Version } from '../../../shared/filing/version.ts';
import { readUploadsOfDay } from '../../../shared/records/uploads.ts';
import { decided, reportFiled } from '../a-report.ts';
import type { World } from '../a-world.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

let portal: Portal;
let world: World;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
  ({ world } = portal);
});
afterAll(() => world.stop());

const tokenOf = (unit: string) => portal.tokenOf({ kind: 'unit', unit });
const announce = async ({ sha256 }: Pick<Version, 'sha256'>, unit: string, period = 'Q1-2024') =>
  portal.post('/api/uploads', { period, fileName: 'tên khác.xlsx', size: 10, sha256 }, await tokenOf(unit));
const minted = async () => (await readUploadsOfDay(world.table, '2024-03-15')).length;

describe('the same bytes announced again', () => {
  it.each([
    ['return', 'FILE_RETURNED', 'KHTC'],
    ['exclude-version', 'FILE_EXCLUDED', 'DDBD'],
  ] as const)(
    'after "%s" are refused with the office’s reason, and nothing is minted',
    async (kind, code, unit) => {
      const { upload, sha256, receipt } = await reportFiled(world, { unit });
      expect((await announce({ sha256 }, unit)).status).toBe(201);
      await decided(world, { kind, unit, upload, reason: 'Thiếu\u202e mục II.2 {office}' });
      const before = await minted();
      const { status, code: told, message } = await refusalOf(await announce({ sha256 }, unit));
      expect({ status, told }).toEqual({ status: 409, told: code });
      expect(message).toContain(`biên nhận ${receipt}`);
      expect(message).toContain('Lý do: “Thiếu mục II.2 {office}”.');
      expect(message).toContain(world.regime.office.name);
      expect(await minted()).toBe(before);
    },
  );

  it('are refused whatever else was sent in between', async () => {
    const { upload, sha256 } = await reportFiled(world, { unit: 'TNKS' });
    await decided(world, { kind: 'return', unit: 'TNKS', upload });
    await reportFiled(world, { unit: 'TNKS' });
    expect((await announce({ sha256 }, 'TNKS')).status).toBe(409);
  });

  it('are taken where nothing was decided about them, from another unit, and for another duty', async () => {
    const first = await reportFiled(world, { unit: 'TTPTQD' });
    const second = await reportFiled(world, { unit: 'TTPTQD' });
    await decided(world, { kind: 'return', unit: 'TTPTQD', upload: second.upload });
    expect((await announce(first, 'TTPTQD')).status).toBe(201);
    expect((await announce(second, 'TTRA')).status).toBe(201);
    const plan = await announce(second, 'TTPTQD', 'KH2024');
    expect(plan.status).toBe(201);
  });

  it('are refused in English to whoever asks in English', async () => {
    const { upload, sha256 } = await reportFiled(world, { unit: 'CCBVMT' });
    await decided(world, { kind: 'return', unit: 'CCBVMT', upload, reason: 'Thiếu mục II.2' });
    const answer = await portal.ask('/api/uploads', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await tokenOf('CCBVMT')}`,
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
      },
      body: JSON.stringify({ period: 'Q1-2024', fileName: 'a.xlsx', size: 10, sha256 }),
    });
    expect((await refusalOf(answer)).message).toContain('returned for correction');
  });
});
