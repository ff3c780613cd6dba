import { beforeEach, describe, expect, it } from 'vitest';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { queueCorrections } from '../../../../shared/office/report/correct.ts';
import { drawUp, type NotIssued, planDraft, withPaper } from '../../../../shared/office/report/draw-up.ts';
import { manifestOf } from '../../../../shared/office/report/freeze.ts';
import { isAddressed, issueFinal, issueInterim } from '../../../../shared/office/report/issue.ts';
import { reportsAtMost } from '../../../../shared/office/report/summarise.ts';
import { writeJsonOnce } from '../../../../shared/ports/store.ts';
import { claimEdition, readEditions } from '../../../../shared/records/editions.ts';
import { runObject } from '../../../../shared/records/keys.ts';
import { closeMessage } from '../../../../shared/records/outbox.ts';
import { readRuns } from '../../../../shared/records/runs.ts';
import type { Regime, Unit } from '../../../../shared/regime/regime.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, period, type SmallOffice } from '../upkeep/a-small-office.ts';

const begin = '2024-03-12T03:00:00.000Z';
const due = '2024-03-14T09:00:00+07:00';
const admin = { actor: 'admin', reason: null };

let office: SmallOffice;
beforeEach(async () => {
  office = await aSmallOffice(begin);
});

const owed = () => periodInForce(office, period);
const final = async (at = due) => issueFinal(office, { ...(await owed()), at }, null);
const plan = (anyway = false) => planDraft(office, period, { anyway });
const draw = async (anyway = false) => drawUp(office, await plan(anyway), { anyway, ...admin });
const mails = (kind: string) => office.mails().filter((id) => id.startsWith(`${kind}/`));
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    ({ code, mendable, overrulable }: NotIssued) => ({ code, mendable, overrulable }),
  );
const no = (overrulable: boolean) => ({ code: 'NOT_ISSUED', mendable: true, overrulable });

describe('the report itself', () => {
  it('goes to the office, above it by the regime’s word alone and only where somebody filed', async () => {
    const upward = async (more: Partial<Regime>, files: boolean) => {
      office = await aSmallOffice(begin, more);
      if (files) await office.filed('U1', 5);
      const { run } = await final();
      expect(mails('summary')).toEqual([`summary/${run}/VP`, `summary/${run}/LD`]);
      return mails('issued-report').map((id) => id.split('/').at(-1));
    };
    const byItself = { upward: 'on-schedule' } as const;
    expect(await upward({}, true)).toEqual([]);
    expect(await upward(byItself, false)).toEqual([]);
    expect(await upward(byItself, true)).toEqual(['BDV']);
  });

  it('goes above by itself with no figure of which somebody would have to say a word', async () => {
    const [one] = smallRegime.units;
    const nth = (n: number) => ({ code: `U${n}`, name: `Đơn vị thứ ${n}`, email: `u${n}@units.example` });
    const units = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ ...one, ...nth(n), aliases: [] }) as Unit);
    office = await aSmallOffice(begin, { upward: 'on-schedule', units });
    for (const [n, { code }] of units.entries()) await office.filed(code, n === 7 ? 40_000 : 40 + n);
    await final();
    expect(mails('issued-report')).toEqual([]);
    expect(mails('summary')).toHaveLength(2);
  });

  it('goes above by itself with no more reports than one holds', async () => {
    office = await aSmallOffice(begin, { upward: 'on-schedule' });
    await office.filed('U1', 5);
    const run = 'K1-final-2024-03-14T0200Z';
    const wanted = { ...(await owed()), at: due, run, kind: 'final', edition: 1, issued: null } as const;
    const { versions, ...manifest } = await manifestOf(office, wanted);
    const many = Array.from({ length: reportsAtMost + 1 }, (_, n) =>
      versions.map((each) => ({ ...each, unit: `V${n}` })),
    ).flat();
    await writeJsonOnce(office.store, runObject(run, 'manifest.json'), { ...manifest, versions: many });
    await final();
    expect(mails('summary')).toHaveLength(2);
    expect(mails('issued-report')).toEqual([]);
  });

  it('is frozen once under its hour, and sealed with what it is made of', async () => {
    await office.filed('U1', 5);
    office.setNow('2024-03-14T02:00:30.000Z');
    const first = await final();
    await office.filed('U2', 6);
    expect(await final()).toEqual(first);
    expect(await readEditions(office.table, period)).toMatchObject([
      { edition: 1, run: 'K1-final-2024-03-14T0200Z', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    expect(await readRuns(office.table, smallRegime.id)).toMatchObject([
      {
        run: first.run,
        kind: 'final',
        edition: 1,
        documents: expect.arrayContaining(['bao-cao-tong-hop.docx']),
      },
    ]);
  });

  it('is addressed to whom it waits for or went to, and to no other', async () => {
    const { run } = await final();
    expect(await isAddressed(office.table, run, 'VP')).toBe(true);
    expect(await isAddressed(office.table, run, 'BDV')).toBe(false);
    await closeMessage(office.table, `summary/${run}/VP`, { state: 'superseded', at: begin });
    expect(await isAddressed(office.table, run, 'VP')).toBe(false);
  });

  it('is preceded by looks, each of which names the edition to come and the one before', async () => {
    const look = async (at: string) => issueInterim(office, { ...(await owed()), at });
    expect(await look('2024-03-12T08:00:00+07:00')).toMatchObject({
      ...{ run: 'K1-interim-2024-03-12T0100Z', kind: 'interim', edition: 1, issued: null },
    });
    const { run } = await final();
    expect(await look('2024-03-19T08:00:00+07:00')).toMatchObject({ edition: 2, issued: run });
    expect(mails('summary').filter((id) => id.includes('K1-interim'))).toHaveLength(4);
  });
});

describe('a report drawn up by hand', () => {
  it('is hindered where nobody filed, and drawn up all the same where that is asked for', async () => {
    expect((await plan()).hindrances).toEqual(['nobody-filed']);
    expect(await refused(draw())).toEqual(no(true));
    expect(await draw(true)).toMatchObject({ edition: 1, issued: null });
    expect((await readEditions(office.table, period))[0]?.acts).toEqual([
      { ...admin, at: begin, recipients: [] },
    ]);
  });

  it('is hindered before the period opens', async () => {
    office = await aSmallOffice('2024-03-10T03:00:00.000Z');
    expect((await plan()).hindrances).toEqual(['not-open', 'nobody-filed']);
  });

  it('is the next edition of what has changed, and nothing where nothing has', async () => {
    await office.filed('U1', 5);
    await final('2024-03-12T09:00:00+07:00');
    office.setNow('2024-03-12T04:00:00.000Z');
    expect(await plan().then(({ stale }) => stale)).toMatchObject({ edition: 1 });
    const drawn = await draw();
    expect(drawn).toMatchObject({ edition: 2, issued: 'K1-final-2024-03-12T0200Z' });
    expect(await refused(draw())).toEqual(no(true));
    // The same minute would be the same run.
    expect(await refused(draw(true))).toEqual(no(false));
    office.setNow('2024-03-12T04:01:00.000Z');
    expect(await plan(true)).toMatchObject({ kind: 'new', stale: null, outdated: false });
    expect(await draw(true)).toMatchObject({ edition: 3, issued: drawn.run });
  });

  it('is what was shown: not where something was filed, or another was drawn up, since', async () => {
    await office.filed('U1', 5);
    const shown = await plan();
    await office.filed('U2', 6);
    expect(await refused(drawUp(office, shown, { anyway: false, ...admin }))).toEqual(no(false));
    const [one, other] = [await plan(), await plan()];
    await drawUp(office, one, { anyway: false, ...admin });
    // Asked for twice at once it is one.
    expect(await drawUp(office, other, { anyway: false, ...admin })).toMatchObject({ edition: 1 });
    office.setNow('2024-03-12T04:00:00.000Z');
    const late = await plan(true);
    office.setNow('2024-03-12T04:01:00.000Z');
    await draw(true);
    expect(await refused(drawUp(office, late, { anyway: true, ...admin }))).toEqual(no(false));
  });

  it('finishes what was cut off, as it was frozen, and says where that is outdated', async () => {
    await office.filed('U1', 5);
    const at = '2024-03-12T10:30:00+07:00';
    const run = 'K1-final-2024-03-12T0330Z';
    await claimEdition(office.table, period, { run, scheduledAt: at });
    office.setNow('2024-03-12T04:00:00.000Z');
    expect(await plan()).toMatchObject({ kind: 'finish', outdated: false, issue: { at }, manifest: { run } });
    await office.filed('U2', 6);
    const finishing = await plan();
    expect(finishing).toMatchObject({ kind: 'finish', outdated: true, manifest: { run, edition: 1 } });
    expect(await refused(withPaper(office, finishing, { number: '9' }))).toEqual(no(false));
    expect(await draw()).toMatchObject({ run, edition: 1, scheduledAt: at });
  });

  it('takes what the office chose and entered for it', async () => {
    await office.filed('U1', 5);
    const chosen = await withPaper(office, await plan(), { number: '9', choices: { in: ['a'], out: [] } });
    expect(chosen.manifest.paper).toEqual({ ...blankPaper, number: '9', choices: { in: ['a'], out: [] } });
    expect(chosen.kind).toBe('new');
    expect((await drawUp(office, chosen, { anyway: false, ...admin })).paper?.number).toBe('9');
  });
});

describe('the look at a report that was issued', () => {
  const look = async (at: string) =>
    queueCorrections(office, (await owed()).regime, { at, isOver: () => false });
  beforeEach(async () => {
    await office.filed('U1', 5);
    await final();
  });

  it('tells each of the office once of what has changed', async () => {
    await look('2024-03-15T08:00:00+07:00');
    expect(mails('correction')).toEqual([]);
    office.setNow('2024-03-15T02:00:00.000Z');
    await office.filed('U1', 6);
    await look('2024-03-15T08:00:00+07:00');
    expect(mails('correction')).toEqual([]);
    await look('2024-03-18T08:00:00+07:00');
    expect(mails('correction').map((id) => id.split('/').at(-1))).toEqual(['VP', 'LD']);
    await look('2024-03-19T08:00:00+07:00');
    expect(mails('correction')).toHaveLength(2);
  });

  it.each([
    ['a year and a day', '2025-03-15T09:00:00+07:00', 2],
    ['longer', '2025-03-15T09:00:01+07:00', 0],
  ])('goes back %s', async (_, at, told) => {
    await office.filed('U1', 6);
    await look(at);
    expect(mails('correction')).toHaveLength(told);
  });

  it('does not hold a report against its own hour, or one of before', async () => {
    office.setNow('2024-03-14T02:00:00.000Z');
    await office.filed('U2', 6);
    await look(due);
    expect(mails('correction')).toEqual([]);
  });

  it('waits for one that is not finished', async () => {
    office = await aSmallOffice(begin);
    await office.filed('U1', 5);
    await claimEdition(office.table, period, { run: 'K1-final-2024-03-14T0200Z', scheduledAt: due });
    await look('2024-03-18T08:00:00+07:00');
    expect(mails('correction')).toEqual([]);
  });
});
