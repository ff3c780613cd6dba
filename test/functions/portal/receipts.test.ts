import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../functions/portal/handler.ts';
import { applyRegime, readRegimeFile } from '../../../infra/admin/regime.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { takeIn } from '../../../shared/office/take-in/take-in.ts';
import { memoryDependencies } from '../../doubles/memory-dependencies.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

let portal: Portal;
let version: Version;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
  const { world } = portal;
  const unit = world.regime.units.find(({ code }) => code === 'CN-HLU');
  const period = world.regime.periods.find(({ id }) => id === 'Q1-2024');
  if (!unit || !period) throw new Error('the regime has lost a unit or a period');
  const bytes = await writeFormXlsx({ regime: world.regime, period, unit, previous: null, decisions: [] });
  const { upload } = await world.fileArrives({ unit: unit.code, sender: 'Chị Hoa' }, bytes);
  const taken = await takeIn(world, upload);
  if (!taken) throw new Error('nobody else is reading');
  version = taken;
});
afterAll(() => portal.world.stop());

describe('a receipt, checked without an account', () => {
  it('tells what the receipt says and what became of the file, and nothing else', async () => {
    const answer = await portal.ask(`/api/receipts/${version.receipt}`);
    expect(await answer.json()).toEqual({
      receipt: version.receipt,
      authority: { parent: 'UBND tỉnh Lạng Sơn', name: 'Sở Tài nguyên và Môi trường' },
      unit: { code: 'CN-HLU', name: 'Chi nhánh VPĐKĐĐ huyện Hữu Lũng' },
      period: 'Q1-2024',
      title: expect.stringMatching(/quý I/i),
      fileName: 'bao-cao.xlsx',
      size: version.size,
      sha256: version.sha256,
      timeZone: 'Asia/Ho_Chi_Minh',
      receivedAt: version.receivedAt,
      state: 'rejected',
      timeliness: { due: '2024-03-18T23:59:59+07:00', late: false },
      standing: 'not-accepted',
      office: expect.stringContaining('van-phong@stnmt.example'),
    });
  });

  it('takes the number in small letters and with blanks around it', async () => {
    const typed = encodeURIComponent(` ${version.receipt.toLowerCase()} `);
    expect((await portal.ask(`/api/receipts/${typed}`)).status).toBe(200);
  });

  it('is refused in the same words whether the number is wrong, or its unit or period', async () => {
    const end = version.receipt.slice(-10);
    for (const wrong of [
      `Q1-2024-CN-HLU-${'0'.repeat(10)}`,
      `Q1-2024-CN-CLO-${end}`,
      `6T-2024-CN-HLU-${end}`,
      `Q1-2024-XXX-${end}`,
      end,
      'nonsense',
    ]) {
      expect(await refusalOf(await portal.ask(`/api/receipts/${wrong}`))).toEqual({
        status: 404,
        code: 'RECEIPT_UNKNOWN',
        message: expect.stringContaining(`“${wrong.toUpperCase()}”`),
      });
    }
  });

  it('costs the same look into the records whether there is such a unit or not', async () => {
    const asked = async (number: string) => {
      const calls: string[] = [];
      portal.world.breakCalls(({ service, action, phase }) => {
        if (phase === 'before') calls.push(`${service} ${action}`);
        return 'continue';
      });
      await portal.ask(`/api/receipts/${number}`);
      portal.world.breakCalls(null);
      return calls;
    };
    expect(await asked(`Q1-2024-CN-HLU-${'0'.repeat(10)}`)).toEqual(await asked('Q1-2024-XXX-0000000000'));
  });
});

describe('receipts checked without end', () => {
  const front = (sourceIp: string) => ({ requestContext: { http: { sourceIp } } });

  it('are refused to one address, with when it goes on, and not to another', async () => {
    const world = memoryDependencies({ now: () => '2024-03-15T05:00:20.000Z' }, randomBytes);
    await applyRegime(world, await readRegimeFile('infra/regimes/dan-van-2024.yaml'));
    const app = createApp({ ...world, page: { find: async () => null } });
    const check = (address: string) =>
      app.request('/api/receipts/Q1-2024-QLDD-0000000000', {}, front(address));
    const statuses: number[] = [];
    for (let times = 0; times < 35; times += 1) statuses.push((await check('203.0.113.7')).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(30);
    const refused = await check('203.0.113.7');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '40']);
    expect((await check('203.0.113.8')).status).toBe(404);

    // Whoever goes on costs neither a read nor a write.
    const calls = ['get', 'query', 'update', 'putIfAbsent'].map((name) =>
      vi.spyOn(world.table, name as 'get'),
    );
    for (let times = 0; times < 50; times += 1) await check('203.0.113.7');
    expect(calls.flatMap(({ mock }) => mock.calls)).toEqual([]);
    // Of an address nothing is kept that could be read.
    expect(JSON.stringify(world.table.rows())).not.toContain('203.0.113');
  });
});

describe('a link that nobody was given', () => {
  it('costs one read, and none where it does not even have a link’s form', async () => {
    const world = memoryDependencies({ now: () => '2024-03-15T05:00:20.000Z' }, randomBytes);
    const app = createApp({ ...world, page: { find: async () => null } });
    const calls = ['get', 'query', 'update', 'putIfAbsent'].map((name) =>
      vi.spyOn(world.table, name as 'get'),
    );
    for (const [token, reads] of [
      ['0123456789ABCDEFGHJKMNPQRS', 1],
      ['x', 0],
    ] as const) {
      for (const call of calls) call.mockClear();
      const answer = await app.request('/api/duties', { headers: { Authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(401);
      expect(calls.flatMap(({ mock }) => mock.calls)).toHaveLength(reads);
    }
  });
});
