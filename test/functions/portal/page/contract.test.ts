import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../../functions/portal/handler.ts';
import { type Api, ApiRefused, createApi } from '../../../../functions/portal/page/api.ts';
import { issueLink } from '../../../../shared/records/links.ts';
import { aWorld, type World } from '../../a-world.ts';

let world: World;
let api: Api;
let clientOf: (token: string) => Api;

beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
  const app = createApp({ ...world, page: { find: () => null } });
  clientOf = (token) =>
    createApi(
      token,
      () => 'vi',
      async (path, init) => app.request(String(path), init),
    );
  const { token } = await issueLink(world.table, {
    regime: world.regime.id,
    holder: { kind: 'unit', unit: 'QLDD' },
    issuedAt: world.now(),
    expiresAt: '2024-06-01T00:00:00Z',
  });
  api = clientOf(token);
});
afterAll(() => world.stop());

describe("the page's client and the real portal", () => {
  it("agree on the list of duties, the unit's name included", async () => {
    const { duties, unitName } = await api.duties();
    expect(unitName).toBe('Phòng Quản lý đất đai');
    expect(duties.map(({ period }) => period)).toContain('Q1-2024');
    expect(duties.find(({ period }) => period === 'Q1-2024')?.ruleText).not.toBe('');
  });

  it('agree on one duty, with its indicators and checks', async () => {
    const duty = await api.duty('Q1-2024');
    expect(duty.unit.code).toBe('QLDD');
    expect(duty.indicators.length).toBeGreaterThan(0);
    expect(duty.checks.length).toBeGreaterThan(0);
    expect(duty.counts).toBeNull();
  });

  it('agree on minting, and on an upload that waits for its file', async () => {
    const wish = {
      period: 'Q1-2024',
      fileName: 'Báo cáo.xlsx',
      size: 10,
      sha256: 'a'.repeat(64),
      sender: 'Lan',
    };
    const mint = await api.mint(wish);
    expect(Object.keys(mint.fields)).toContain('key');
    expect(await api.upload(mint.uploadId)).toMatchObject({
      state: 'minted',
      fileName: 'Báo cáo.xlsx',
      sha256: wish.sha256,
      receivedAt: null,
    });
  });

  it('agree on both forms and their names', async () => {
    for (const extension of ['xlsx', 'docx'] as const) {
      const form = await api.form('Q1-2024', extension);
      expect(form.fileName).toMatch(new RegExp(`\\.${extension}$`));
      expect(form.blob.size).toBeGreaterThan(1000);
    }
  });

  it('agree on nothing to report and on asking for more time', async () => {
    await api.askExtension('Q1-2024', '2024-03-25', 'Chờ số liệu của chi nhánh');
    await api.declareNil('Q1-2024', 'Không có hoạt động');
    expect(await api.duty('Q1-2024')).toMatchObject({ status: 'nil', reason: 'Không có hoạt động' });
  });

  it('agree on what a refused link is', async () => {
    const refused = await clientOf('0'.repeat(26))
      .duties()
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiRefused);
    expect(refused).toMatchObject({ code: 'LINK_INVALID', isLinkProblem: true });
  });
});
