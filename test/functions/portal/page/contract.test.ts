import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../../functions/portal/handler.ts';
import { type Api, ApiRefused, createApi } from '../../../../functions/portal/page/api.ts';
import { issueLink } from '../../../../shared/records/links.ts';
import type { Link } from '../../../../shared/records/rows.ts';
import { aWorld, type World } from '../../a-world.ts';

let world: World;
let api: Api;
let clientOf: (token: string) => Api;
let linkOf: (holder: Link['holder']) => Promise<string>;

beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
  const app = createApp({ ...world, page: { find: async () => null } });
  clientOf = (token) =>
    createApi(
      token,
      () => 'vi',
      async (path, init) => app.request(String(path), init),
    );
  linkOf = async (holder) => {
    const { token } = await issueLink(
      world.table,
      {
        regime: world.regime.id,
        holder,
        issuedAt: world.now(),
        expiresAt: '2024-06-01T00:00:00Z',
      },
      world.randomBytes,
    );
    return token;
  };
  api = clientOf(await linkOf({ kind: 'unit', unit: 'QLDD' }));
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
    expect(duty.authority.name).toBe('Sở Tài nguyên và Môi trường');
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
    expect(mint).toMatchObject({ method: 'PUT', headers: { 'If-None-Match': '*' } });
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

  it('agree on what the office sees, and on whose link is whose', async () => {
    const [recipient] = world.regime.office.recipients;
    const office = clientOf(await linkOf({ kind: 'office', recipient: recipient?.id ?? '' }));
    const seen = await office.office();
    expect(seen.recipient).toBe(recipient?.name);
    const quarter = seen.periods.find(({ period }) => period === 'Q1-2024');
    expect(quarter?.units.map(({ unit }) => unit.code)).toContain('QLDD');
    await expect(office.duties()).rejects.toMatchObject({ code: 'LINK_OF_OFFICE', isLinkProblem: true });
    await expect(api.office()).rejects.toMatchObject({ code: 'LINK_OF_UNIT' });
    await expect(office.runFile('Q1-2024-final', 'bao-cao-tong-hop.docx')).rejects.toMatchObject({
      code: 'RUN_FILE_UNKNOWN',
    });
  });
});
