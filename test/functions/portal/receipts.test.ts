import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Version } from '../../../shared/filing/version.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { takeIn } from '../../../shared/office/take-in/take-in.ts';
import { aPortal, type Portal, refusalOf } from './a-portal.ts';

let portal: Portal;
let version: Version;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
  const { world } = portal;
  const unit = world.regime.units.find(({ code }) => code === 'CN-HLU');
  const period = world.regime.periods.find(({ id }) => id === 'Q1-2024');
  if (!unit || !period) throw new Error('the regime has lost a unit or a period');
  const bytes = await writeFormXlsx({ regime: world.regime, period, unit, previous: null });
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
