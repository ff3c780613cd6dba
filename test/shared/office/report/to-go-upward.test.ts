import { beforeEach, describe, expect, it } from 'vitest';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { drawUp, planDraft } from '../../../../shared/office/report/draw-up.ts';
import { issueFinal } from '../../../../shared/office/report/issue.ts';
import { toGoUpward, wentUpward } from '../../../../shared/office/report/to-go-upward.ts';
import { readEditions } from '../../../../shared/records/editions.ts';
import { closeMessage } from '../../../../shared/records/outbox.ts';
import type { Period, Regime } from '../../../../shared/regime/regime.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, period, type SmallOffice } from '../upkeep/a-small-office.ts';

const begin = '2024-03-12T03:00:00.000Z';
const at = '2024-03-14T09:00:00+07:00';
const periods = smallRegime.periods.map((each): Period => ({ ...each, officeDue: '2024-03-18' }));
const onSchedule = { upward: 'on-schedule' } as const;

let office: SmallOffice;
const open = async (more: Partial<Regime> = {}) => {
  office = await aSmallOffice(begin, { periods, ...more });
};
beforeEach(() => open());

const made = async () => issueFinal(office, { ...(await periodInForce(office, period)), at }, null);
async function asked(signed = false) {
  const { regime, period: owed } = await periodInForce(office, period);
  const drafts = (await readEditions(office.table, period)).map(({ run }) => run);
  const by = await toGoUpward(office.table, {
    ...{ regime, today: '2024-03-15', drafts, signed },
    period: owed,
  });
  return by?.day ?? null;
}

describe('a report that somebody signs', () => {
  it('has to go upward until it is issued, drawn up or not', async () => {
    expect(await asked()).toBe('2024-03-18');
    await office.filed('U1', 5);
    await made();
    expect(await asked()).toBe('2024-03-18');
    expect(await asked(true)).toBeNull();
  });

  it('is none of a period of which no report is made', async () => {
    const { summary: _, ...withoutReport } = periods[0] as Period;
    await open({ periods: [withoutReport as Period] });
    expect(await asked()).toBeNull();
  });
});

describe('a report that goes with the schedule', () => {
  beforeEach(() => open(onSchedule));

  it('is nobody’s matter before its hour, nor when it went', async () => {
    expect(await asked()).toBeNull();
    await office.filed('U1', 5);
    const { run } = await made();
    expect(await asked()).toBeNull();
    expect(await wentUpward(office.table, smallRegime, run)).toBe(true);
  });

  it('has to be sent by somebody where the schedule held it back', async () => {
    // Nobody has filed.
    const { run } = await made();
    expect(await asked()).toBe('2024-03-18');
    expect(await wentUpward(office.table, smallRegime, run)).toBe(false);
    expect(await asked(true)).toBeNull();
  });

  it('has to be sent by somebody where it was drawn up by hand', async () => {
    await office.filed('U1', 5);
    const plan = await planDraft(office, period, { anyway: false });
    await drawUp(office, plan, { anyway: false, actor: 'admin', reason: null });
    expect(await asked()).toBe('2024-03-18');
  });

  it('has to be sent by somebody where its mail could not be', async () => {
    await office.filed('U1', 5);
    const { run } = await made();
    await closeMessage(office.table, `issued-report/${run}/BDV`, { state: 'superseded', at });
    expect(await asked()).toBe('2024-03-18');
  });
});
