import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import { prepareDecision, recordDecision } from '../../../../shared/office/decide.ts';
import { mintUpload } from '../../../../shared/office/mint.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { manifestOf } from '../../../../shared/office/report/freeze.ts';
import { inboxObject } from '../../../../shared/records/keys.ts';
import { freezeManifest } from '../../../../shared/records/runs.ts';
import { putSignature } from '../../../../shared/records/signatures.ts';
import type { Period } from '../../../../shared/regime/regime.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, firstSender, period, type SmallOffice } from '../upkeep/a-small-office.ts';

const [first] = smallRegime.periods as [Period];
const titled = (id: string, more: Partial<Period> = {}): Period => {
  return { ...first, id, title: { vi: `Báo cáo ${id}`, en: `Report ${id}` }, ...more };
};
const at = (minutes: number) =>
  new Date(Date.parse('2024-03-12T03:00:00.000Z') + minutes * 60_000).toISOString();

let office: SmallOffice;
beforeEach(async () => {
  office = await aSmallOffice(at(0));
});

async function frozen(over: Partial<Parameters<typeof manifestOf>[1]> = {}, id = period) {
  const owed = await periodInForce(office, id);
  return manifestOf(office, {
    ...owed,
    ...{ at: at(60), run: `${id}-r`, kind: 'final', edition: 1, issued: null },
    ...over,
  });
}
const exclude = async (unit: string, of = period) => {
  const request = { kind: 'exclude-unit', unit, period: of, reason: 'x', actor: 'VP' } as const;
  return recordDecision(office, await prepareDecision(office, request));
};

describe('what a report is made of', () => {
  it('is what came and was decided until its hour, to the second, and nothing later', async () => {
    const { upload } = await office.filed('U1', 5);
    const { decision } = await exclude('U2');
    office.setNow(at(60));
    const late = await office.filed('U3', 6);
    const { decision: later } = await exclude('U3');
    const manifest = await frozen();
    expect(manifest).toMatchObject({
      ...{ run: 'K1-r', kind: 'final', edition: 1, issued: null, period, scheduledAt: at(60) },
      ...{ regime: smallRegime.id, expected: ['U1', 'U2', 'U3'], paper: blankPaper },
      earlier: { previous: null, lastYear: null, year: [] },
    });
    expect(manifest.versions.map((each) => each.upload)).toEqual([upload]);
    expect(manifest.decisions.map((each) => each.decision)).toEqual([decision]);
    const next = await frozen({ at: new Date(Date.parse(at(60)) + 1000).toISOString() });
    expect(next.versions.map((each) => each.upload)).toEqual([upload, late.upload]);
    expect(next.decisions.map((each) => each.decision)).toEqual([decision, later]);
  });

  it('names the files that had come and that nobody had looked at', async () => {
    const sender = await firstSender(office);
    const announced = async (text: string, comes: boolean) => {
      const bytes = new TextEncoder().encode(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = { period, fileName: `${text}.xlsx`, size: bytes.length, sha256 };
      const { upload } = await mintUpload(office, sender, file);
      if (comes) await office.store.putOnce(inboxObject(upload.upload), bytes, upload.contentType);
      return upload.upload;
    };
    await office.filed('U1', 5);
    const came = await announced('a', true);
    await announced('b', false);
    office.setNow(at(61));
    await announced('c', true);
    expect((await frozen()).pending).toEqual([{ upload: came, unit: 'U1', fileName: 'a.xlsx' }]);
  });
});

describe('what a report is compared with', () => {
  const other = titled('K2', { previous: 'K1', sameLastYear: 'K0', sumOf: ['K1', 'K9', 'K0'] });
  beforeEach(async () => {
    office = await aSmallOffice(at(0), { periods: [titled('K0'), first] });
  });

  it('is what counts of each earlier period, oldest first and without its findings, and every decision', async () => {
    const [, again, second] = [
      await office.filed('U1', 5),
      await office.filed('U1', 6),
      await office.filed('U2', 7),
    ];
    office.engine.set(8, { ...(await office.reader.read(new TextEncoder().encode('8'))), state: 'rejected' });
    await office.filed('U3', 8);
    const { decision } = await exclude('U3');
    office.setNow(at(90));
    await office.filed('U3', 9);
    const { earlier } = await frozen({ period: other });
    expect(earlier.previous).toMatchObject({ period: 'K1', title: first.title });
    expect(earlier.previous?.versions.map((each) => each.upload)).toEqual([again.upload, second.upload]);
    expect(earlier.previous?.versions.every(({ firstFindings }) => firstFindings.length === 0)).toBe(true);
    expect(earlier.previous?.decisions.map((each) => each.decision)).toEqual([decision]);
    expect(earlier.lastYear).toMatchObject({ period: 'K0', versions: [], decisions: [] });
    // No regime ever had K9.
    expect(earlier.year.map((each) => each.period)).toEqual(['K1', 'K0']);
    expect(earlier.year[0]).toBe(earlier.previous);
  });

  it('is named by whoever has that period, or had it when its reports were judged', async () => {
    await office.filed('U1', 5);
    await applyRegime(office, { ...smallRegime, periods: [titled('K3')] });
    const { earlier } = await frozen({ period: other }, 'K3');
    expect(earlier.previous).toMatchObject({ period: 'K1', title: first.title });
    // Nothing names K0 any more: nobody filed for it.
    expect(earlier.lastYear).toBeNull();
  });
});

describe('the report’s paper', () => {
  const choices = { in: ['a'], out: ['b'] };

  it('keeps what the office chose for the edition before, and names what it takes the place of', async () => {
    const before = await frozen({ run: 'K1-1' });
    await freezeManifest(office.store, { ...before, paper: { ...blankPaper, choices, number: '9' } });
    const file = { fileName: 'a.pdf', size: 1, sha256: 'a'.repeat(64) };
    const signature = (edition: number) => ({
      ...{ period, edition, run: `K1-${edition}`, number: `${edition}/BC`, day: '2024-03-12', pdf: file },
      ...{ corrected: null, fingerprint: 'f', shown: 'b'.repeat(64), recipients: [], actor: 'a', link: null },
      ...{ reason: 'x', at: at(1) },
    });
    await putSignature(office.table, signature(1));
    await putSignature(office.table, signature(2));
    const paper = async (more: Parameters<typeof frozen>[0]) => (await frozen(more)).paper;
    expect(await paper({ edition: 2, issued: 'K1-1' })).toEqual({
      ...{ ...blankPaper, choices },
      replaces: { number: '1/BC', date: '2024-03-12' },
    });
    expect(await paper({ edition: 3, issued: 'K1-none' })).toMatchObject({ replaces: { number: '2/BC' } });
    expect(await paper({ edition: 1, issued: 'K1-1' })).toEqual({ ...blankPaper, choices });
    expect(await paper({ edition: 3, issued: null })).toEqual(blankPaper);
    expect(await paper({ edition: 3, issued: 'K1-1', kind: 'interim' })).toEqual(blankPaper);
  });
});
