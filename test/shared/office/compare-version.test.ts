import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Version } from '../../../shared/filing/version.ts';
import { compareVersion } from '../../../shared/office/compare-version.ts';
import { readReading } from '../../../shared/records/filings.ts';
import { decided, reportFiled } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-06-15T12:00:00+07:00');
});
afterEach(() => world.stop());

const text = (quarter: string) =>
  `Trong ${quarter} năm 2024, phòng đã tổ chức 12 hội nghị tuyên truyền với 1.250 lượt người tham dự, phối hợp giải quyết dứt điểm các kiến nghị của nhân dân tại cơ sở, công khai kết quả trên trang thông tin và bảng tin của cơ quan.`;
const H1 = '6T-2024';

/** One after the other: the order of uploads is that of their ids. */
async function filed(report: Parameters<typeof reportFiled>[1]): Promise<Version> {
  world.setNow(new Date(Date.parse(world.now()) + 1000).toISOString());
  return reportFiled(world, report);
}

/** The codes of what is said of a version now. */
async function saidOf(version: Version): Promise<string[]> {
  const { regime } = world;
  const unit = regime.units.find(({ code }) => code === version.unit);
  const reading = await readReading(world.store, version);
  if (!unit || !reading) throw new Error('not filed');
  const findings = await compareVersion(
    world,
    { unit, regime, regimeHash: version.regimeHash },
    version,
    reading,
  );
  return findings.map(({ code }) => code);
}

describe('what a verdict says beside the other reports', () => {
  it('names the same text of the unit’s period before, as long as that stands, and never another unit’s', async () => {
    const last = await filed({ unit: 'QLDD', text: text('quý I') });
    await filed({ unit: 'VPDK', period: H1, text: text('6 tháng đầu năm') });
    const version = await filed({ unit: 'QLDD', period: H1, text: text('quý II') });
    expect(await saidOf(version)).toEqual(['TEXT_AS_BEFORE']);
    // Once returned, the report of the period before no longer counts.
    await decided(world, { kind: 'return', unit: 'QLDD', period: 'Q1-2024', upload: last.upload });
    expect(await saidOf(version)).toEqual([]);
  });

  it('names the same bytes wherever the unit itself sent them before', async () => {
    const bytes = new TextEncoder().encode('the same');
    await filed({ unit: 'VPDK', period: H1, bytes, text: text('quý I') });
    await filed({ unit: 'QLDD', bytes, text: text('quý I') });
    await filed({ unit: 'QLDD', period: H1, bytes, text: text('quý I') });
    const version = await filed({ unit: 'QLDD', period: H1, bytes, text: text('quý I') });
    expect(await saidOf(version)).toEqual(['SAME_FILE_OTHER_PERIOD', 'SAME_FILE_AGAIN']);
  });

  it('asks for nothing of periods that opened only after the report came', async () => {
    const asked = vi.spyOn(world.table, 'query');
    const version = await filed({ unit: 'QLDD', period: H1, text: text('quý II') });
    asked.mockClear();
    await saidOf(version);
    const periods = asked.mock.calls.map(([{ pk }]) => pk.split('#')[1]);
    expect(periods).toEqual(expect.arrayContaining(['Q1-2024', H1]));
    expect(periods).not.toContain('9T-2024');
    expect(periods).not.toContain('N-2024');
  });

  it('is nothing where the regime no longer has the period', async () => {
    const version = await filed({ unit: 'QLDD', period: 'OLD-2020' });
    expect(await saidOf(version)).toEqual([]);
  });
});
