import { beforeEach, describe, expect, it } from 'vitest';
import { ToDoList } from '../../../functions/portal/contract/desk.ts';
import { IssueView } from '../../../functions/portal/contract/issue.ts';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { planDraft } from '../../../shared/office/report/draw-up.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import { drawUpReport } from '../../shared/office/report/draw-up-report.ts';
import { aDesk, type Browser, type DeskWorld } from './a-desk.ts';

let desk: DeskWorld;
let clerk: Browser;
beforeEach(async () => {
  desk = await aDesk('2024-03-18T22:00:00+07:00');
  clerk = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
});

const source = { sheet: 'Số liệu', cell: 'E9' } as const;
const valuesOf = (figures: Readonly<Record<string, number>>): Value[] =>
  Object.entries(figures).map(([indicator, value]) => ({
    ...{ indicator, value, source, cumulative: null, cumulativeSource: null },
  }));
const filed = (unit: string, receivedAt: string, figures: Readonly<Record<string, number>>) =>
  desk.filed({ unit, receivedAt, reading: { values: valuesOf(figures) } });
/** Of which codes the regime adds up what units give. */
const added = () =>
  desk.regime.indicators.filter(({ acrossUnits, type }) => acrossUnits === 'sum' && type === 'count');
const figures = (...values: readonly number[]) =>
  Object.fromEntries(values.map((value, n) => [added()[n]?.code ?? '', value]));
const drawnUp = async () => {
  const hour = '2024-03-19T02:00:00.000Z';
  desk.setNow(hour);
  await createHandler({ ...desk.world, logger: { info() {}, warn() {}, error() {} } })({
    scheduledTime: hour,
  });
  desk.setNow('2024-03-19T10:00:00+07:00');
};
const told = async () => {
  const { items } = ToDoList.parse((await clerk.get('/api/office/to-do')).json);
  return items.filter(({ kind }) => kind === 'totals').map(({ unit }) => unit?.code);
};
/** What the form at which the newest edition is issued shows as doubtful. */
const doubtsAtIssue = async () => {
  const { draft } = IssueView.parse((await clerk.get('/api/office/issue/Q1-2024')).json);
  return draft?.doubts;
};

describe('a report that gives the totals of the consolidated one', () => {
  beforeEach(async () => {
    await filed('KHTC', '2024-03-15T08:00:00+07:00', figures(3, 4, 5, 6));
    await filed('QLDD', '2024-03-15T09:00:00+07:00', figures(10, 20, 30, 0));
    await drawnUp();
  });

  it('counts, and is a doubt on the office’s list alone', async () => {
    await filed('TTRA', '2024-03-19T09:30:00+07:00', figures(13, 24, 35, 6));
    expect(await told()).toEqual(['TTRA']);
    const unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'TTRA' })).token);
    const duty = (await unit.get('/api/duties/Q1-2024')).json;
    expect(duty).toMatchObject({ status: 'late' });
    expect(JSON.stringify(duty)).not.toContain('trùng với số tổng hợp');
  });

  it('stays a doubt when the next edition is drawn up, with it among the reports', async () => {
    await filed('TTRA', '2024-03-19T09:30:00+07:00', figures(13, 24, 35, 6));
    await drawUpReport(desk.world, 'Q1-2024', { actor: 'admin', reason: null, anyway: false });
    desk.setNow('2024-03-19T11:00:00+07:00');
    expect(await told()).toEqual(['TTRA']);
  });

  it('lies before whoever draws up or issues the edition that it is part of', async () => {
    const copied = 'Thanh tra Sở (TTRA): số liệu của “TTRA.xlsx” trùng với số tổng hợp của cả Sở ở bản trước';
    await filed('TTRA', '2024-03-19T09:30:00+07:00', figures(13, 24, 35, 6));
    expect(await doubtsAtIssue()).not.toContainEqual(expect.stringContaining(copied));
    const { likeTotals } = await planDraft(desk.world, 'Q1-2024', { anyway: false });
    expect(likeTotals).toMatchObject([{ unit: 'TTRA', fileName: 'TTRA.xlsx' }]);
    await drawUpReport(desk.world, 'Q1-2024', { actor: 'admin', reason: null, anyway: false });
    expect(await doubtsAtIssue()).toContainEqual(expect.stringContaining(copied));
  });

  it.each([
    ['differs in one figure', [13, 24, 36, 6]],
    ['gives too few of them', [13, 24]],
  ])('is none where it %s', async (_, given) => {
    await filed('TTRA', '2024-03-19T09:30:00+07:00', figures(...given));
    expect(await told()).toEqual([]);
  });
});

describe('a total that one unit alone made', () => {
  it('is its own figure, whoever else gives it', async () => {
    await filed('KHTC', '2024-03-15T08:00:00+07:00', figures(3, 4, 5, 6));
    await filed('QLDD', '2024-03-15T09:00:00+07:00', figures(0, 0, 0, 0));
    await drawnUp();
    await filed('TTRA', '2024-03-19T09:30:00+07:00', figures(3, 4, 5, 6));
    expect(await told()).toEqual([]);
  });
});

describe('a report that came before the consolidated one', () => {
  it('is no copy of it', async () => {
    await filed('KHTC', '2024-03-15T08:00:00+07:00', figures(3, 4, 5, 6));
    await filed('QLDD', '2024-03-15T09:00:00+07:00', figures(-3, -4, -5, -6));
    await filed('TTRA', '2024-03-15T09:30:00+07:00', figures(9, 9, 9, 9));
    await drawnUp();
    expect(await told()).toEqual([]);
  });
});
