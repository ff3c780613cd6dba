import { describe, expect, it } from 'vitest';
import type { OfficeUnit } from '../../../../functions/portal/contract/office.ts';
import { apiVersion, versionHeader } from '../../../../functions/portal/contract/version.ts';
import { ApiRefused, createApi, UnexpectedAnswer } from '../../../../functions/portal/page/api.ts';
import {
  addressesOf,
  allUnits,
  alsoOwed,
  countsOf,
  dueLater,
  filters,
  linesOf,
  matrixUnits,
  mayBeReminded,
  servedBy,
  shownLines,
  unitsAfter,
} from '../../../../functions/portal/page/board.ts';
import { DutyStatus } from '../../../../shared/vocabulary/duty-states.ts';

const unit = (code: string, name: string, status: OfficeUnit['status'], rest: Partial<OfficeUnit> = {}) => ({
  ...{ unit: { code, name }, status, filedAt: null, attempt: null, reason: null },
  ...rest,
});
const attempt = {
  ...{ upload: '01', fileName: 'a.xlsx', state: 'rejected' as const, firstFinding: null },
  receivedAt: '2024-03-15T05:00:00Z',
};
const units = [
  unit('VPS', 'Văn phòng Sở', 'on-time', { filedAt: '2024-03-15T01:00:00Z' }),
  unit('QLDD', 'Phòng Quản lý đất đai', 'missing', { askedUntil: '2024-03-25' }),
  unit('TTRA', 'Thanh tra Sở', 'missing', { attempt }),
  unit('DDBD', 'Phòng Đo đạc, bản đồ', 'overdue'),
  unit('KHTC', 'Phòng Kế hoạch', 'late', { filedAt: '2024-03-20T01:00:00Z' }),
  unit('CCBVMT', 'Chi cục Bảo vệ môi trường', 'returned'),
  unit('TNKS', 'Phòng Khoáng sản', 'nil', { filedAt: '2024-03-16T01:00:00Z' }),
];
const period = {
  ...{ period: 'Q1-2024', title: 'Quý I', status: 'open' as const, due: null, units, reports: [] },
  rate: {
    ...{ expected: 7, excluded: 0, filed: 3, late: 1, nil: 1, missing: 3, rejected: 1, unreadable: 0 },
    ...{ returned: 1, extended: 0, pending: 0, ratio: 0.5, onTime: 2, onTimeRatio: 0.3 },
  },
};
// Of an answer that says nothing of requests nobody asks.
const lines = linesOf(units);
const shown = (given: Partial<Parameters<typeof shownLines>[1]>) =>
  shownLines(lines, { filter: 'all', search: '', sort: 'need', ...given }).map((line) => line.unit.code);

describe('the board', () => {
  it('has what needs somebody on top: requests, then who is overdue', () => {
    expect(shown({})).toEqual(['QLDD', 'DDBD', 'CCBVMT', 'TTRA', 'KHTC', 'VPS', 'TNKS']);
  });

  it('and of those alike, first whom no mail reaches, then whose file cannot be used', () => {
    const owing = [
      unit('CCBVMT', 'Chi cục', 'overdue'),
      unit('TTRA', 'Thanh tra', 'overdue', { attempt }),
      unit('DDBD', 'Đo đạc', 'overdue', { bounced: true }),
      unit('VPS', 'Văn phòng', 'on-time', { bounced: true }),
      unit('KHTC', 'Kế hoạch', 'on-time'),
    ];
    const inOrder = shownLines(linesOf(owing.toReversed()), { filter: 'all', search: '', sort: 'need' });
    expect(inOrder.map((line) => line.unit.code)).toEqual(['DDBD', 'TTRA', 'CCBVMT', 'KHTC', 'VPS']);
  });

  it('knows of which other reports a unit is reminded all the same, and where it knows that not of all', () => {
    const held = { until: '2024-03-22', reason: 'x' };
    const other = {
      ...{ period: 'KH2024', title: 'Kế hoạch', next: null },
      units: [
        unit('QLDD', 'Phòng Quản lý đất đai', 'overdue'),
        unit('TTRA', 'Thanh tra Sở', 'overdue', { held }),
        unit('VPS', 'Văn phòng Sở', 'overdue'),
        unit('DDBD', 'Phòng Đo đạc, bản đồ', 'on-time'),
      ],
    };
    const chosen = ['QLDD', 'TTRA', 'DDBD'];
    const named = (until: string) => alsoOwed([period, other], 'Q1-2024', chosen, until);
    const qldd = { code: 'QLDD', name: 'Phòng Quản lý đất đai' };
    const reports = [{ period: 'KH2024', title: 'Kế hoạch', units: [qldd] }];
    expect(named('2024-03-22')).toEqual({ reports, partly: false });
    expect(named('')).toEqual({ reports, partly: false });
    // A hold that ends before leaves days on which it is reminded.
    expect(named('2024-03-23').reports[0]?.units.map(({ code }) => code)).toEqual(['QLDD', 'TTRA']);
    expect(alsoOwed([period], 'Q1-2024', chosen, '')).toEqual({ reports: [], partly: false });
    expect(alsoOwed([{ ...other, next: 'QLDD' }], 'Q1-2024', chosen, '').partly).toBe(true);
  });

  it('filters, and says beforehand how many each filter leaves', () => {
    expect(shown({ filter: 'owing' })).toEqual(['QLDD', 'DDBD', 'CCBVMT', 'TTRA']);
    expect(shown({ filter: 'asked' })).toEqual(['QLDD']);
    expect(shown({ filter: 'rejected' })).toEqual(['TTRA']);
    expect(shown({ filter: 'late' })).toEqual(['KHTC']);
    expect(shown({ filter: 'filed' })).toEqual(['KHTC', 'VPS', 'TNKS']);
    for (const filter of filters) expect(countsOf(lines)[filter], filter).toBe(shown({ filter }).length);
  });

  it.each([
    ['quan ly', ['QLDD']],
    ['ĐO ĐẠC', ['DDBD']],
    ['do dac', ['DDBD']],
    ['ttra', ['TTRA']],
    ['  khoáng ', ['TNKS']],
    ['không có', []],
  ])('finds "%s" whatever marks are typed', (search, found) => {
    expect(shown({ search })).toEqual(found);
  });

  it('sorts by name as Vietnamese does, or by who filed last', () => {
    expect(shown({ sort: 'name' })).toEqual(['CCBVMT', 'DDBD', 'KHTC', 'TNKS', 'QLDD', 'TTRA', 'VPS']);
    expect(shown({ sort: 'time' }).slice(0, 3)).toEqual(['KHTC', 'TNKS', 'TTRA']);
  });

  it('shows every unit, whatever it stands at', () => {
    const all = DutyStatus.options.map((status) => ({ ...unit(status, status, status), askedUntil: null }));
    expect(shownLines(all, { filter: 'all', search: '', sort: 'need' })).toHaveLength(all.length);
  });
});

describe('the addresses of the chosen units', () => {
  it('are those that are known, each once', () => {
    const of = (email?: string) => unit('A', 'A', 'missing', email === undefined ? {} : { email });
    const chosen = linesOf([of('a@x.example'), of('b@x.example'), of(), of('a@x.example')]);
    expect(addressesOf(chosen)).toBe('a@x.example; b@x.example');
    expect(addressesOf(linesOf([of()]))).toBe('');
  });
});

describe('the units after the first page', () => {
  const asked: string[] = [];
  /** Answers as the portal does, each page by the code it follows. */
  const portalWith = (pages: Record<string, object>) =>
    createApi(
      '0',
      () => 'vi',
      async (path) => {
        asked.push(String(path));
        const page = pages[String(path).split('/').at(-1) ?? ''];
        const headers = { [versionHeader]: apiVersion };
        return page ? Response.json(page, { headers }) : new Response(null, { status: 503 });
      },
    );
  const [first, second, third] = ['D250', 'D500', 'D750'].map((code) => unit(code, code, 'missing'));

  it('are all of them, page after page, and nothing is asked where there are none', async () => {
    const api = portalWith({
      D001: { units: [first, second], next: 'D500' },
      D500: { units: [third], next: null },
    });
    expect(await unitsAfter(api, { period: 'Q1/24', next: 'D001' })).toEqual([first, second, third]);
    expect(asked).toEqual(['D001', 'D500'].map((code) => `/api/office/periods/Q1%2F24/units/${code}`));
    for (const next of [null, undefined]) expect(await unitsAfter(api, { period: 'Q1', next })).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('are asked for of one period after the other, however many there are', async () => {
    let [open, most] = [0, 0];
    const units = async <T>() => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open -= 1;
      return { units: [second], next: null } as T;
    };
    const own = unit('D001', 'D001', 'missing');
    const periods = ['Q1', 'Q2', 'Q3'].map((period) => ({ period, units: [own], next: 'D001' }));
    expect([...(await allUnits({ ask: units }, periods))]).toEqual(
      ['Q1', 'Q2', 'Q3'].map((id) => [id, [own, second]]),
    );
    expect(most).toBe(1);
  });

  it('are none at all where a page does not come, or leads back', async () => {
    const broken = portalWith({ D001: { units: [first], next: 'D500' } });
    await expect(unitsAfter(broken, { period: 'Q1', next: 'D001' })).rejects.toThrow(ApiRefused);
    const round = portalWith({ D001: { units: [first], next: 'D001' } });
    await expect(unitsAfter(round, { period: 'Q1', next: 'D001' })).rejects.toThrow(UnexpectedAnswer);
  });
});

describe('whether somebody may have been reminded since it was asked for', () => {
  const at = (time: string) => Date.parse(`2024-03-18T${time}+07:00`);
  const asked = { changes: 2, now: at('07:58:00'), codes: ['QLDD', 'TTRA'] };

  it.each([
    ['each minute: no', false, { now: at('08:14:59') }],
    ['the schedule of the hour has ended', true, { now: at('08:15:00') }],
    ['something was decided or mailed', true, { changes: 3 }],
    ['somebody owes who did not', true, { codes: ['QLDD', 'VPS'] }],
    ['somebody no longer owes: no', false, { codes: ['TTRA'] }],
  ])('%s', (_, expected, change) => {
    expect(mayBeReminded(asked, { ...asked, ...change })).toBe(expected);
  });
});

describe('all periods side by side', () => {
  it('leave out whoever stands beyond the first page of a period, and say that it is not the whole', () => {
    expect(matrixUnits([period])).toEqual({ units: units.map((line) => line.unit), whole: true });
    const paged = { ...period, units: units.filter((line) => line.unit.code <= 'KHTC'), next: 'KHTC' };
    const { units: seen, whole } = matrixUnits([period, paged]);
    expect(seen.map(({ code }) => code)).toEqual(['DDBD', 'KHTC', 'CCBVMT']);
    expect(whole).toBe(false);
    const many = Array.from({ length: 301 }, (_, n) => unit(`D${n}`, `Đơn vị ${n}`, 'missing'));
    expect(matrixUnits([{ ...period, units: many }])).toMatchObject({ whole: false });
  });
});

describe('a deadline some hours later', () => {
  const due = '2024-03-18T23:59:59+07:00';

  it.each([
    ['2024-03-19T02:59:58+07:00', false],
    ['2024-03-19T02:59:59+07:00', true],
  ])('seen at %s: is over is %s', (now, isOver) => {
    expect(dueLater(due, 3, Date.parse(now))).toEqual({ due: '2024-03-18T19:59:59.000Z', isOver });
  });

  it('serves whom it leaves time, or whose late report came before it', () => {
    const lines = [
      unit('VPS', 'Văn phòng Sở', 'on-time'),
      unit('DDBD', 'Phòng Đo đạc', 'overdue'),
      unit('QLDD', 'Phòng Quản lý đất đai', 'extended', { ownDue: '2024-03-22T23:59:59+07:00' }),
      unit('KHTC', 'Phòng Kế hoạch', 'late', { filedAt: '2024-03-19T02:00:00+07:00' }),
      unit('TTRA', 'Thanh tra Sở', 'late', { filedAt: '2024-03-19T05:00:00+07:00' }),
    ];
    const served = (hours: number, at: string) => servedBy(lines, { due, hours, now: Date.parse(at) });
    expect(served(3, '2024-03-20T08:00:00+07:00')).toEqual(['QLDD', 'KHTC']);
    expect(served(3, '2024-03-23T08:00:00+07:00')).toEqual(['KHTC']);
    expect(served(40, '2024-03-20T08:00:00+07:00')).toEqual(['DDBD', 'QLDD', 'KHTC', 'TTRA']);
    expect(served(0, '2024-03-20T08:00:00+07:00')).toEqual([]);
  });

  it('judges a late report by the day noted of its paper, and not by when it was entered', () => {
    const filedAt = '2024-03-25T08:00:00+07:00';
    const late = (judgedAt: string) => [unit('KHTC', 'Phòng Kế hoạch', 'late', { filedAt, judgedAt })];
    const asked = { due, hours: 24, now: Date.parse('2024-03-26T08:00:00+07:00') };
    expect(servedBy(late('2024-03-19T23:59:59+07:00'), asked)).toEqual(['KHTC']);
    expect(servedBy(late('2024-03-20T23:59:59+07:00'), asked)).toEqual([]);
  });

  it('is none without a deadline, or without hours that can be given', () => {
    expect(dueLater(null, 3, 0)).toBeNull();
    for (const hours of [0, 1.5, 241, Number.NaN]) expect(dueLater(due, hours, 0)).toBeNull();
  });
});
