import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { type DecisionRequest, prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { waivableOf } from '../../../shared/office/decisions/details.ts';
import { askExtension, declareNil } from '../../../shared/office/declare.ts';
import { decideInPeriods } from '../../../shared/office/desk/decide-in-periods.ts';
import { decideMany } from '../../../shared/office/desk/decide-many.ts';
import { periodInForce } from '../../../shared/office/regimes-in-force.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { readMessage } from '../../../shared/records/outbox.ts';
import { smallRegime } from '../../simulator/regime.ts';
import { refusalOf, saidIn } from './said.ts';
import { aSmallOffice, firstSender, period, readingOf, type SmallOffice } from './upkeep/a-small-office.ts';

/** The report is due on 13/03/2024 and locked after 29/03. */
const now = '2024-03-12T03:00:00.000Z';
const behindDue = '2024-03-14T03:00:00.000Z';
const reason = 'Chờ số liệu';

let office: SmallOffice;
beforeEach(async () => {
  office = await aSmallOffice(now);
});

type Wish = Omit<DecisionRequest, 'period' | 'actor' | 'reason'> & Partial<DecisionRequest>;
const asked = (wish: Wish): DecisionRequest => ({ period, actor: 'Văn phòng', reason, unit: 'U1', ...wish });
const prepared = async (wish: Wish) => (await prepareDecision(office, asked(wish))).decision;
const decided = async (wish: Wish) =>
  recordDecision(office, await prepareDecision(office, asked(wish)), ['U1', 'U1', 'U2']);
const refusal = (wish: Wish): Promise<string | null> => refusalOf(prepared(wish));
async function dutyNow(unit = 'U1') {
  const { regime, period: owed } = await periodInForce(office, period);
  const filings = await readFilings(office.table, period, unit);
  return dutyStatus({ ...filings, regime, period: owed, unit, now: office.clock.now(), expected: null });
}

describe('any decision', () => {
  it('says who, why and when, by which link, and what the duty stood at without it and with it', async () => {
    const { upload } = await office.filed('U1', 5);
    const decision = await decided({ kind: 'exclude-unit', reason: ` ${reason} `, link: 'abc' });
    expect(decision).toMatchObject({
      ...{ kind: 'exclude-unit', period, unit: 'U1', actor: 'Văn phòng', reason, link: 'abc' },
      decidedAt: '2024-03-12T03:00:01.000Z',
      before: { status: 'on-time', due: '2024-03-13T23:59:59+07:00', counts: upload },
      after: { status: 'excluded', counts: null },
    });
    expect(await dutyNow()).toMatchObject({ status: 'excluded', reason });
    expect(office.mails()).toContain(`decision/${decision.decision}/unit`);
    expect(await prepared({ kind: 'exclude-unit', unit: 'U2' })).not.toHaveProperty('link');
  });

  it('said again is the same, by somebody else or in other words it is another', async () => {
    const first = await decided({ kind: 'extension', until: '2024-03-20' });
    office.setNow('2024-03-12T03:10:00.000Z');
    expect(await decided({ kind: 'extension', until: '2024-03-20' })).toEqual(first);
    expect(await refusal({ kind: 'extension', until: '2024-03-20', actor: 'LD' })).toBe('ALREADY_EXTENDED');
    expect(await refusal({ kind: 'extension', until: '2024-03-20', reason: 'Khác' })).toBe(
      'ALREADY_EXTENDED',
    );
    const other = await decided({ kind: 'extension', until: '2024-03-21' });
    expect(other.decision > first.decision).toBe(true);
  });

  it.each<[string, Wish, string]>([
    ['without a reason', { kind: 'exclude-unit', reason: ' ' }, 'REASON_MISSING'],
    ['of a unit that there is not', { kind: 'exclude-unit', unit: 'NOBODY' }, 'UNIT_UNKNOWN'],
    ['of a period that there is not', { kind: 'exclude-unit', period: 'Q9' }, 'UNKNOWN'],
    ['of no unit', { kind: 'exclude-unit', unit: undefined }, 'UNIT_MISSING'],
  ])('%s is refused', async (_, wish, code) => {
    expect(await refusal(wish)).toBe(code);
  });

  it('is refused of a unit that does not owe the report', async () => {
    const periods = smallRegime.periods.map((each) => ({ ...each, units: ['U1'] }));
    office = await aSmallOffice(now, { periods });
    expect(await refusal({ kind: 'exclude-unit', unit: 'U2' })).toBe('UNIT_OWES_NOT');
    expect(await refusal({ kind: 'exclude-unit' })).toBeNull();
  });
});

describe('decided at once, in view of the same', () => {
  /** How many decisions come of it. */
  async function madeOf(...wishes: readonly Wish[]): Promise<number> {
    const all = await Promise.all(wishes.map((wish) => prepareDecision(office, asked(wish))));
    const made = [];
    for (const each of all) made.push((await recordDecision(office, each)).decision);
    const { decisions } = await readFilings(office.table, period, 'U1');
    expect(decisions.map(({ decision }) => decision).toSorted()).toEqual([...new Set(made)].sort());
    return decisions.length;
  }

  it.each<[string, Wish]>([
    ['an exclusion', { kind: 'exclude-unit' }],
    ['a day', { kind: 'extension', until: '2024-03-20' }],
    ['hours', { kind: 'prolong', hours: 4 }],
    ['hours by a press', { kind: 'prolong', hours: 4, press: 'lan-1' }],
  ])('%s is one', async (_, wish) => {
    expect(await madeOf(wish, wish)).toBe(1);
  });

  it.each<[string, Wish, Wish]>([
    ['two days', { kind: 'extension', until: '2024-03-20' }, { kind: 'extension', until: '2024-03-21' }],
    ['two reasons', { kind: 'exclude-unit' }, { kind: 'exclude-unit', reason: 'Khác' }],
    ['a day and an exclusion', { kind: 'exclude-unit' }, { kind: 'extension', until: '2024-03-21' }],
    ['hours and other hours', { kind: 'prolong', hours: 4 }, { kind: 'prolong', hours: 5 }],
    [
      'two presses',
      { kind: 'prolong', hours: 4, press: 'lan-1' },
      { kind: 'prolong', hours: 4, press: 'lan-2' },
    ],
  ])('%s are two', async (_, one, other) => {
    expect(await madeOf(one, other)).toBe(2);
  });

  it('the return of two files are two, of one file one', async () => {
    const [one, other] = [await office.filed('U1', 5), await office.filed('U1', 6)];
    const back = ({ upload }: { upload: string }): Wish => ({ kind: 'return', receipt: upload });
    expect(await madeOf(back(one), back(other), back(one))).toBe(2);
  });

  it('what came second has the first’s time', async () => {
    const [one, later] = [
      await prepareDecision(office, asked({ kind: 'exclude-unit' })),
      '2024-03-12T04:00:00.000Z',
    ];
    office.setNow(later);
    const other = await prepareDecision(office, asked({ kind: 'exclude-unit', link: 'abc' }));
    const first = await recordDecision(office, one);
    expect(await recordDecision(office, other)).toMatchObject({ decision: first.decision, decidedAt: now });
  });

  it('a press that was taken back gives nothing when it is asked for again', async () => {
    const again = await prepareDecision(office, asked({ kind: 'prolong', hours: 4, press: 'lan-1' }));
    const { decision } = await decided({ kind: 'prolong', hours: 4, press: 'lan-1' });
    await decided({ kind: 'undo', undone: decision });
    expect((await recordDecision(office, again)).decision).toBe(decision);
    expect((await dutyNow()).due).toBe('2024-03-13T23:59:59+07:00');
  });
});

describe('one decision about many units', () => {
  const about = async (wish: Wish, units: readonly string[], forAll = false) => {
    const { unit: _, period: __, ...request } = asked(wish);
    const made = await decideMany(office, await periodInForce(office, period), request, units, forAll);
    return made.map((each) => [each.unit, each.decision?.kind ?? null, each.refused && saidIn(each.refused)]);
  };

  it('holds for each that it can be made of, each once', async () => {
    await decided({ kind: 'exclude-unit', unit: 'U2', actor: 'LD' });
    expect(await about({ kind: 'exclude-unit' }, ['U1', 'U2', 'NOBODY', 'U1'])).toEqual([
      ['U1', 'exclude-unit', null],
      ['U2', null, 'ALREADY_EXCLUDED'],
      ['NOBODY', null, 'UNIT_UNKNOWN'],
    ]);
  });

  it('that cannot be recorded of one holds up no other', async () => {
    const logged = vi.spyOn(office.logger, 'error');
    const put = office.table.putIfAbsent.bind(office.table);
    vi.spyOn(office.table, 'putIfAbsent').mockImplementation(async (key, row) => {
      if ('kind' in row && 'unit' in row && row.kind === 'exclude-unit' && row.unit === 'U2')
        throw new Error('the table is gone');
      return put(key, row);
    });
    expect(await about({ kind: 'exclude-unit' }, ['U1', 'U2', 'U3'])).toEqual([
      ['U1', 'exclude-unit', null],
      ['U2', null, 'FAULT'],
      ['U3', 'exclude-unit', null],
    ]);
    expect(logged).toHaveBeenCalledOnce();
    expect(logged).toHaveBeenCalledWith(
      expect.stringContaining('DECISION_FAILED'),
      expect.objectContaining({ unit: 'U2', period }),
    );
  });
});

describe('more time by the day', () => {
  it('moves the deadline, and may be given more of', async () => {
    expect(await decided({ kind: 'extension', until: '2024-03-14' })).toMatchObject({ until: '2024-03-14' });
    await decided({ kind: 'extension', until: '2024-03-25' });
    expect(await dutyNow()).toMatchObject({ status: 'extended', due: '2024-03-25T23:59:59+07:00' });
  });

  it.each<[string, string | undefined, string]>([
    ['without a day', undefined, 'DAY_MISSING'],
    ['to what is no day', '25/03/2024', 'DAY_MISSING'],
    ['to the day on which the report is due anyway', '2024-03-13', 'EXTENSION_NO_MORE'],
    ['to a day in another century', '2204-03-20', 'DAY_ASTRAY'],
  ])('%s is refused', async (_, until, code) => {
    expect(await refusal({ kind: 'extension', until })).toBe(code);
  });

  it('is refused to a day that hours given before have passed already', async () => {
    await decided({ kind: 'prolong', hours: 72, press: 'press-01' });
    // They end with the 16th, so that its end gives nothing either.
    for (const until of ['2024-03-15', '2024-03-16']) {
      await expect(decided({ kind: 'extension', until })).rejects.toMatchObject({
        code: 'EXTENSION_NO_MORE',
        words: { vi: expect.stringMatching(/23:59 16\/03\/2024.*từ ngày 17\/03\/2024/) },
      });
    }
    expect(await refusal({ kind: 'extension', until: '2024-03-17' })).toBeNull();
  });

  it('says, where it gives no more, until when this unit has, and which day would', async () => {
    await decided({ kind: 'prolong', hours: 10, press: 'press-01' });
    const told = decided({ kind: 'extension', until: '2024-03-13' });
    await expect(told).rejects.toMatchObject({
      words: {
        vi: expect.stringMatching(/đơn vị U1 đã có hạn đến 09:59 14\/03\/2024.*từ ngày 14\/03\/2024/),
      },
    });
    expect(await refusal({ kind: 'extension', until: '2024-03-14' })).toBeNull();
  });

  it('says of a deadline at the end of a day that the next day gives more', async () => {
    await expect(decided({ kind: 'extension', until: '2024-03-13' })).rejects.toMatchObject({
      words: { vi: expect.stringMatching(/23:59 13\/03\/2024.*từ ngày 14\/03\/2024/) },
    });
  });

  it('takes away none of what was given before: for that the earlier decision is taken back', async () => {
    const longer = await decided({ kind: 'extension', until: '2024-03-25' });
    await expect(decided({ kind: 'extension', until: '2024-03-20' })).rejects.toMatchObject({
      code: 'EXTENSION_NO_MORE',
      words: { vi: expect.stringMatching(/đã có hạn đến 23:59 25\/03\/2024.*từ ngày 26\/03\/2024/) },
    });
    await decided({ kind: 'undo', undone: longer.decision });
    expect(await refusal({ kind: 'extension', until: '2024-03-20' })).toBeNull();
  });

  it('is refused where it was asked for, and only there', async () => {
    expect(await refusal({ kind: 'extension-refusal' })).toBe('REQUEST_NONE');
    const { decision } = await askExtension(office, await firstSender(office), {
      ...{ period, reason, until: '2024-03-20' },
    });
    expect(await decided({ kind: 'extension-refusal' })).toMatchObject({ request: decision });
    expect(await refusal({ kind: 'undo', undone: decision })).toBe('REQUEST_NOT_UNDONE');
  });
});

describe('holding reminders back', () => {
  const hold = (until: string, more: Partial<Wish> = {}): Wish => ({
    kind: 'hold-reminders',
    until,
    ...more,
  });

  it('leaves the duty and its deadline as they are, up to and on its day; the newest says until when', async () => {
    const before = await dutyNow();
    await decided(hold('2024-03-15'));
    expect(await dutyNow()).toEqual({ ...before, hold: expect.objectContaining({ until: '2024-03-15' }) });
    office.setNow('2024-03-12T05:00:00.000Z');
    await decided(hold('2024-03-12'));
    expect((await dutyNow()).hold).toMatchObject({ until: '2024-03-12' });
    office.setNow('2024-03-12T17:00:00.000Z');
    expect((await dutyNow()).hold).toBeNull();
  });

  it('taken back reminds as ever: none that it had shortened, or lengthened, comes back in its place', async () => {
    const longer = await decided(hold('2024-03-15'));
    const newest = await decided(hold('2024-03-13'));
    const undone = await decided({ kind: 'undo', undone: newest.decision });
    expect((await dutyNow()).hold).toBeNull();
    await decided({ kind: 'undo', undone: undone.decision });
    expect((await dutyNow()).hold).toMatchObject({ until: '2024-03-13' });
    await decided({ kind: 'undo', undone: longer.decision });
    expect((await dutyNow()).hold).toMatchObject({ until: '2024-03-13' });
  });

  it.each([
    ['no day', '', 'DAY_MISSING'],
    ['a day that has passed', '2024-03-11', 'HOLD_OVER'],
    ['a day of another century', '2124-03-12', 'DAY_ASTRAY'],
  ])('until %s is refused', async (_, until, code) => {
    expect(await refusal(hold(until))).toBe(code);
  });

  it('is needless to whoever filed, has nothing to report, was left out or is never reminded', async () => {
    await office.filed('U1', 5);
    await decided({ kind: 'nil', unit: 'U2' });
    await decided({ kind: 'exclude-unit', unit: 'U3' });
    for (const unit of ['U1', 'U2', 'U3'])
      expect(await refusal(hold('2024-03-15', { unit }))).toBe('HOLD_NEEDLESS');
  });

  it('is needless while a review awaits its guidance: nobody is reminded of it', async () => {
    const [first] = smallRegime.periods;
    if (!first) throw new Error('no period');
    const periods = [{ ...first, kind: 'review' as const, deadline: { rule: 'on-guidance' as const } }];
    office = await aSmallOffice(now, { periods });
    expect(await refusal(hold('2024-03-15'))).toBe('GUIDANCE_AWAITED');
  });

  it('to the same day is on record once', async () => {
    await decided(hold('2024-03-15'));
    expect(await refusal(hold('2024-03-15', { actor: 'LD' }))).toBe('ALREADY_HELD');
  });
});

describe('more time until a day', () => {
  const longer = (unit: string, more: Partial<Wish> = {}): Wish => ({
    ...{ kind: 'extension', until: '2024-03-20', unit },
    ...more,
  });

  it('passes over whoever has filed, in time or late, or has nothing to report, unless it is meant', async () => {
    await office.filed('U1', 5);
    await decided({ kind: 'nil', unit: 'U2' });
    const more = await decideMany(
      { ...office, logger: console },
      await periodInForce(office, period),
      { kind: 'extension', until: '2024-03-20', reason, actor: 'Văn phòng' },
      ['U1', 'U2', 'U3'],
      false,
    );
    expect(more.map(({ unit, refused }) => [unit, refused?.code])).toEqual([
      ['U1', 'EXTENSION_NEEDLESS'],
      ['U2', 'EXTENSION_NEEDLESS'],
      ['U3', undefined],
    ]);
    const told = office
      .mails()
      .filter((id) => more.some(({ decision }) => decision && id.includes(decision.decision)));
    expect(told).toHaveLength(1);
    office.setNow(behindDue);
    await office.filed('U3', 5);
    expect(await refusal(longer('U3', { until: '2024-03-22' }))).toBe('EXTENSION_NEEDLESS');
    for (const unit of ['U1', 'U2']) expect(await refusal(longer(unit, { evenFiled: true }))).toBeNull();
  });

  it('is given to whoever filed and asked itself, and never to whoever was left out', async () => {
    await office.filed('U1', 5);
    office.setNow('2024-03-12T05:00:00.000Z');
    await askExtension(office, await firstSender(office), { period, until: '2024-03-20', reason });
    expect(await refusal(longer('U1'))).toBeNull();
    await decided({ kind: 'exclude-unit', unit: 'U2' });
    expect(await refusal(longer('U2', { evenFiled: true }))).toBe('EXTENSION_NEEDLESS');
  });
});

describe('more time by the hour', () => {
  it.each([undefined, 0, 1.5, 241, Number.NaN])('is refused where it is %s hours', async (hours) => {
    expect(await refusal({ kind: 'prolong', hours })).toBe('HOURS_MISSING');
  });

  it.each([1, 240])('moves the deadline by %s', async (hours) => {
    expect(await decided({ kind: 'prolong', hours })).toMatchObject({ hours });
    const moved = Date.parse('2024-03-13T23:59:59+07:00') + hours * 3_600_000;
    expect(Date.parse((await dutyNow()).due ?? '')).toBe(moved);
  });

  it('is needless to whoever filed in time, said that there is nothing, or owes nothing', async () => {
    await office.filed('U1', 5);
    await decided({ kind: 'nil', unit: 'U2' });
    await decided({ kind: 'exclude-unit', unit: 'U3' });
    for (const unit of ['U1', 'U2', 'U3'])
      expect(await refusal({ kind: 'prolong', hours: 4, unit })).toBe('PROLONG_NEEDLESS');
  });

  it('is refused where it would be over when it is given, unless it makes a late report one in time', async () => {
    office.setNow('2024-03-14T02:30:00.000Z');
    expect(await refusal({ kind: 'prolong', hours: 9 })).toBe('PROLONG_OVER');
    expect(await refusal({ kind: 'prolong', hours: 10 })).toBeNull();
    await office.filed('U1', 5);
    office.setNow('2024-03-16T02:30:00.000Z');
    expect(await refusal({ kind: 'prolong', hours: 9 })).toBe('PROLONG_OVER');
    expect((await decided({ kind: 'prolong', hours: 10 })).after).toMatchObject({ status: 'on-time' });
  });

  it('opens again what was locked', async () => {
    office.setNow('2024-03-30T02:30:00.000Z');
    expect(await refusal({ kind: 'prolong', hours: 9 })).toBe('PROLONG_OVER');
    expect(await refusal({ kind: 'prolong', hours: 10 })).toBeNull();
  });

  it('is one of one press, whatever came since, and of as many hours', async () => {
    const first = await decided({ kind: 'prolong', hours: 4, press: 'lan-1' });
    await decided({ kind: 'exclude-unit' });
    expect(await decided({ kind: 'prolong', hours: 4, press: 'lan-1' })).toEqual(first);
    expect(await refusal({ kind: 'prolong', hours: 6, press: 'lan-1' })).toBe('PRESS_USED');
    expect(await decided({ kind: 'undo', undone: 'lan-1' })).toMatchObject({ undone: first.decision });
    expect(await refusal({ kind: 'undo', undone: 'lan-1', actor: 'LD' })).toBe('DECISION_GONE');
  });

  it('is given to many at once, each with what became of it; a request without a reason to nobody', async () => {
    const { regime, period: owed } = await periodInForce(office, period);
    await office.filed('U2', 5);
    const request = { kind: 'prolong' as const, reason, actor: 'VP', hours: 4, press: 'lan-1' };
    const units = ['U1', 'U2', 'NOBODY', 'U1'];
    const given = await decideInPeriods(office, { regime, periods: [owed] }, request, units);
    expect(given.map(({ unit, decisions, refused }) => [unit, decisions.length, refused?.code])).toEqual([
      ['U1', 1, undefined],
      ['U2', 0, 'PROLONG_NEEDLESS'],
      ['NOBODY', 0, 'UNIT_UNKNOWN'],
    ]);
    expect(office.mails()).toContain(`decision/${given[0]?.decisions[0]?.decision}/unit`);
    const unsaid = decideInPeriods(office, { regime, periods: [owed] }, { ...request, reason: ' ' }, units);
    await expect(unsaid).rejects.toMatchObject({ code: 'REASON_MISSING' });
  });

  it('is given for several reports in one mail', async () => {
    const [first] = smallRegime.periods;
    if (!first) throw new Error('the small regime has a period');
    const second = { ...first, id: 'K2', title: { vi: 'Báo cáo kỳ hai', en: 'Report of the second period' } };
    office = await aSmallOffice(now, { periods: [first, second] });
    const { regime } = await periodInForce(office, period);
    const request = { kind: 'prolong' as const, reason, actor: 'VP', hours: 4, press: 'lan-1' };
    const [given] = await decideInPeriods(office, { regime, periods: regime.periods }, request, ['U1']);
    const [one, other] = given?.decisions ?? [];
    expect(office.mails().filter((id) => id.startsWith('decision/'))).toEqual([
      `decision/${one?.decision}/unit`,
    ]);
    expect((await readMessage(office.table, `decision/${one?.decision}/unit`))?.message).toMatchObject({
      also: [{ period: 'K2', decision: other?.decision }],
    });
    await decided({ kind: 'exclude-unit' });
    const alone = office
      .mails()
      .find((id) => id.startsWith('decision/') && !id.includes(one?.decision ?? ''));
    expect((await readMessage(office.table, alone ?? ''))?.message).not.toHaveProperty('also');
  });

  it.each([
    ['could not be recorded', false],
    ['was recorded and got no answer', true],
  ])('is told of what is on record though the next report’s %s, and of that once it is', async (_, isPut) => {
    const [first] = smallRegime.periods;
    if (!first) throw new Error('the small regime has a period');
    office = await aSmallOffice(now, { periods: [first, { ...first, id: 'K2' }] });
    const { regime } = await periodInForce(office, period);
    const request = { kind: 'hold-reminders' as const, reason, actor: 'VP', until: '2024-03-20' };
    const hold = () => decideInPeriods(office, { regime, periods: regime.periods }, request, ['U1']);
    const told = async () => {
      const rows = await Promise.all(office.mails().map((id) => readMessage(office.table, id)));
      return rows.map((row) => row?.message).filter((message) => message?.kind === 'decision');
    };
    const put = office.table.putIfAbsent.bind(office.table);
    const broken = vi.spyOn(office.table, 'putIfAbsent').mockImplementation(async (key, row) => {
      const isSecond =
        'kind' in row && row.kind === 'hold-reminders' && 'period' in row && row.period === 'K2';
      const answer = isSecond && !isPut ? false : await put(key, row);
      if (isSecond) throw new Error('the table is gone');
      return answer;
    });
    expect((await hold())[0]?.refused?.code).toBe('FAULT');
    expect(await told()).toMatchObject([{ period }]);
    broken.mockRestore();
    const [made] = await hold();
    expect(made?.decisions.map((each) => each.period)).toEqual([period, 'K2']);
    const both = [{ period }, { period: 'K2', decision: made?.decisions[1]?.decision }];
    expect(await told()).toMatchObject(both);
    await hold();
    expect(await told()).toMatchObject(both);
    const second = await decideInPeriods(office, { regime, periods: regime.periods }, request, ['U2']);
    const alone = await decideInPeriods(office, { regime, periods: regime.periods.slice(1) }, request, [
      'U2',
    ]);
    expect(alone[0]?.decisions).toEqual(second[0]?.decisions.slice(1));
    expect(await told()).toHaveLength(both.length + 1);
  });

  it('is told once of a second report, though that of the first was taken back and it is asked for again', async () => {
    const [first] = smallRegime.periods;
    if (!first) throw new Error('the small regime has a period');
    office = await aSmallOffice(now, { periods: [first, { ...first, id: 'K2' }] });
    const { regime } = await periodInForce(office, period);
    const told = () => office.mails().filter((id) => id.startsWith('decision/'));
    const inBoth = async (request: Pick<DecisionRequest, 'kind'> & Partial<DecisionRequest>) => {
      const whole = { reason, actor: 'VP', ...request };
      const [made] = await decideInPeriods(office, { regime, periods: regime.periods }, whole, ['U1']);
      return made?.decisions.map((each) => each.period);
    };
    const put = office.table.putIfAbsent.bind(office.table);
    const hours = { kind: 'prolong' as const, hours: 4, press: 'lan-1' };
    expect(await inBoth(hours)).toEqual([period, 'K2']);
    await decided({ kind: 'undo', undone: 'lan-1' });
    expect(told()).toHaveLength(2);
    expect(await inBoth(hours)).toEqual(['K2']);
    expect(told()).toHaveLength(2);
    // Of another kind nothing was told.
    const hold = { kind: 'hold-reminders' as const, until: '2024-03-20' };
    expect(await inBoth(hold)).toEqual([period, 'K2']);
    expect(told()).toHaveLength(3);
    // That one mail told both is seen by one look, however much was decided about the unit before.
    const get = vi.spyOn(office.table, 'get');
    expect(await inBoth(hold)).toEqual([period, 'K2']);
    expect(get.mock.calls.filter(([{ pk }]) => pk.startsWith('OUTBOX#decision/'))).toHaveLength(1);
    get.mockRestore();
    // Behind the first a hold that lasts as long is not decided anew.
    expect(await inBoth({ ...hold, until: '2024-03-18', reason: 'Đã gọi' })).toEqual([period]);
    expect(await inBoth({ ...hold, reason: 'Đã gọi' })).toEqual([period]);
    expect(told()).toHaveLength(5);
    // On record, and cut off before anybody was told.
    const cut = vi.spyOn(office.table, 'putIfAbsent').mockImplementation(async (key, row) => {
      if (key.pk.startsWith('OUTBOX#')) throw new Error('the table is gone');
      return put(key, row);
    });
    expect(await inBoth({ ...hours, press: 'lan-2' })).toEqual([]);
    cut.mockRestore();
    expect(told()).toHaveLength(5);
    expect(await inBoth({ ...hours, press: 'lan-2' })).toEqual([period, 'K2']);
    expect(told()).toHaveLength(6);
  });
});

describe.each(['return', 'exclude-version'] as const)('a file, by %s', (kind) => {
  it('counts no more; it is named by its receipt’s end', async () => {
    const { upload } = await office.filed('U1', 5);
    expect(await decided({ kind, receipt: upload.slice(-6).toLowerCase() })).toMatchObject({ upload });
    expect((await dutyNow()).counting).toBeNull();
    expect(await refusal({ kind, receipt: upload, actor: 'LD' })).toBe('VERSION_GONE');
  });

  it.each([undefined, 'ABCDE'])('is not meant by %s', async (receipt) => {
    await office.filed('U1', 5);
    expect(await refusal({ kind, receipt })).toBe('RECEIPT_MISSING');
  });

  it('is the unit’s own, and could have counted', async () => {
    const { upload: others } = await office.filed('U2', 5);
    expect(await refusal({ kind, receipt: others })).toBe('VERSION_UNKNOWN');
    office.engine.set(6, readingOf(6, 'rejected'));
    const { upload: bad } = await office.filed('U1', 6);
    expect(await refusal({ kind, receipt: bad })).toBe('VERSION_NEVER_COUNTED');
  });
});

describe('a late report', () => {
  it('is accepted once, as late as it is; one in time needs nothing', async () => {
    await office.filed('U2', 5);
    expect(await refusal({ kind: 'accept-late', unit: 'U2' })).toBe('NOT_LATE');
    expect(await refusal({ kind: 'accept-late' })).toBe('NOT_LATE');
    office.setNow(behindDue);
    const { upload } = await office.filed('U1', 5);
    expect(await decided({ kind: 'accept-late' })).toMatchObject({ upload });
    expect(await dutyNow()).toMatchObject({ status: 'late', reason });
    expect(await refusal({ kind: 'accept-late', actor: 'LD' })).toBe('ALREADY_ACCEPTED');
  });

  it('that was declared and not sent is none', async () => {
    office.setNow(behindDue);
    await declareNil(office, await firstSender(office), { period, reason });
    expect(await refusal({ kind: 'accept-late' })).toBe('NOT_LATE');
  });
});

describe('nothing to report, in the unit’s place', () => {
  it('is said where nothing counts', async () => {
    expect(await decided({ kind: 'nil' })).toMatchObject({ kind: 'nil', after: { status: 'nil' } });
    expect(await refusal({ kind: 'nil', actor: 'LD' })).toBe('REPORT_COUNTS');
  });
});

describe('a check that does not hold', () => {
  const bad = async (value: number, code = 'K01') => {
    const reading = readingOf(value, 'rejected');
    office.engine.set(value, { ...reading, findings: reading.findings.map((each) => ({ ...each, code })) });
    return (await office.filed('U1', value)).upload;
  };

  it('is waived by name, and the file counts', async () => {
    const upload = await bad(6);
    const waived = await decided({ kind: 'waive', receipt: upload });
    expect(waived).toMatchObject({ upload, errors: [{ finding: 0, code: 'K01', message: { vi: 'Sai' } }] });
    expect(waived).not.toHaveProperty('reading');
    expect((await dutyNow()).counting).toMatchObject({ ulid: upload });
    expect(await refusal({ kind: 'waive', receipt: upload, actor: 'LD' })).toBe('NOTHING_TO_WAIVE');
    await decided({ kind: 'return', receipt: upload });
    expect(await refusal({ kind: 'waive', receipt: upload, actor: 'LD' })).toBe('VERSION_GONE');
  });

  it('is listed with how many errors that would take, beside no other file', async () => {
    const upload = await bad(6);
    await bad(7, 'NOT_A_NUMBER');
    await office.filed('U1', 5);
    const { regime } = await periodInForce(office, period);
    const listed = async () =>
      waivableOf(office, regime, 'U1', await readFilings(office.table, period, 'U1'));
    expect(await listed()).toEqual([{ upload, errors: 1 }]);
    office.store.get = async () => null;
    await expect(listed()).rejects.toThrow('has no results object');
  });

  it('is the only error that can be', async () => {
    expect(await refusal({ kind: 'waive', receipt: await bad(7, 'NOT_A_NUMBER') })).toBe(
      'WAIVE_BEYOND_CHECKS',
    );
    const { upload } = await office.filed('U1', 5);
    expect(await refusal({ kind: 'waive', receipt: upload })).toBe('NOTHING_TO_WAIVE');
  });
});

describe('what was decided', () => {
  it('is taken back once, and again where that was taken back', async () => {
    expect(await refusal({ kind: 'undo' })).toBe('DECISION_UNKNOWN');
    const { decision } = await decided({ kind: 'exclude-unit' });
    expect(await refusal({ kind: 'exclude-unit', actor: 'LD' })).toBe('ALREADY_EXCLUDED');
    expect(await refusal({ kind: 'undo', undone: decision, unit: 'U2' })).toBe('DECISION_UNKNOWN');
    const { decision: undo } = await decided({ kind: 'undo', undone: decision });
    expect((await dutyNow()).status).not.toBe('excluded');
    expect(await refusal({ kind: 'undo', undone: decision, actor: 'LD' })).toBe('DECISION_GONE');
    await decided({ kind: 'undo', undone: undo });
    expect((await dutyNow()).status).toBe('excluded');
  });
});

describe('guidance', () => {
  const awaited = smallRegime.periods.map(({ lock: _, ...each }) => {
    return { ...each, deadline: { rule: 'on-guidance' as const } };
  });
  const guidance = { kind: 'guidance', unit: undefined, until: '2024-04-01' } as const;

  it('sets the day for every unit, and tells those that are named, each once', async () => {
    office = await aSmallOffice(now, { periods: awaited });
    expect(await refusal({ kind: 'extension', until: '2024-03-20' })).toBe('GUIDANCE_AWAITED');
    expect(await refusal({ kind: 'prolong', hours: 2 })).toBe('GUIDANCE_AWAITED');
    const made = await decided(guidance);
    expect(made).toMatchObject({ unit: '*', until: '2024-04-01' });
    expect(made).not.toHaveProperty('before');
    expect(await dutyNow()).toMatchObject({ due: '2024-04-01T23:59:59+07:00' });
    expect(
      office
        .mails()
        .filter((id) => id.startsWith('decision/'))
        .sort(),
    ).toEqual(['U1', 'U2'].map((unit) => `decision/${made.decision}/unit/${unit}`));
  });

  it('is recorded once for whoever is named, and refused of who is not there', async () => {
    office = await aSmallOffice(now, { periods: awaited });
    const { unit: _, period: __, ...request } = asked(guidance);
    const owed = await periodInForce(office, period);
    const made = await decideMany(office, owed, request, ['U1', 'NOBODY', 'U1'], true);
    expect(made.map(({ unit, decision, refused }) => [unit, decision?.kind, refused?.code])).toEqual([
      ['U1', 'guidance', undefined],
      ['NOBODY', undefined, 'UNIT_UNKNOWN'],
    ]);
    const { decision } = made[0]?.decision ?? {};
    expect(office.mails()).toContain(`decision/${decision}/unit/U1`);
    expect(office.mails().filter((id) => id.startsWith('decision/'))).toHaveLength(1);
  });

  it.each<[string, Wish, string]>([
    ['for one unit', { ...guidance, unit: 'U1' }, 'GUIDANCE_FOR_ALL'],
    ['without a day', { ...guidance, until: undefined }, 'DAY_MISSING'],
    ['in another century', { ...guidance, until: '2204-04-01' }, 'DAY_ASTRAY'],
  ])('%s is refused', async (_, wish, code) => {
    office = await aSmallOffice(now, { periods: awaited });
    expect(await refusal(wish)).toBe(code);
  });

  it('is refused where the report has its day', async () => {
    expect(await refusal(guidance)).toBe('GUIDANCE_NOT_AWAITED');
  });
});
