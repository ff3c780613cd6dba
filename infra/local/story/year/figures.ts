/**
 * What the fourteen units report from the second quarter to the year's end. It goes on where figures.json ends: the
 * stocks open where they closed, the cumulative figures add up, and the regime's checks hold, but for the few
 * mistakes that the office is meant to find.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** By indicator: in the period, cumulative. */
export type Figures = Readonly<Record<string, readonly [number | string | null, number | string | null]>>;

export const laterPeriods = ['6T-2024', '9T-2024', 'N-2024'] as const;
export type LaterPeriod = (typeof laterPeriods)[number];

const Figure = z.union([z.number(), z.string(), z.null()]);
const Known = z.object({
  units: z.record(z.string(), z.object({ values: z.record(z.string(), z.tuple([Figure, Figure])) })),
});
const firstQuarter = Known.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'figures.json'), 'utf8')),
).units;

/** Who has no figures of its own in the first quarter takes those of a unit of its size. */
const likeness: Readonly<Record<string, string>> = { TTRA: 'KHTC', 'CN-HLU': 'CN-CLO' };

/** What is new in a period, in hundredths of the first quarter; units differ by a few hundredths. */
const pace: Readonly<Record<LaterPeriod, number>> = { '6T-2024': 130, '9T-2024': 95, 'N-2024': 160 };

const flows = ['A01', 'A02', 'A03', 'A04', 'A09', 'B02', 'B04', 'B05', 'B06', 'B07', 'B09', 'B12', 'C01'];

const reviews: Readonly<Record<LaterPeriod, readonly [string, string, string, string]>> = {
  '6T-2024': [
    'Đang xây dựng báo cáo',
    'Chưa có văn bản hướng dẫn',
    'Chưa có văn bản hướng dẫn',
    'Đang thu thập số liệu',
  ],
  '9T-2024': [
    'Đã gửi số liệu về Văn phòng Sở',
    'Đang xây dựng báo cáo',
    'Chưa có văn bản hướng dẫn',
    'Đã gửi số liệu về Văn phòng Sở',
  ],
  'N-2024': ['Đã hoàn thành', 'Đã hoàn thành', 'Đang thu thập số liệu', 'Đã hoàn thành'],
};

/** What the unit reports of the first quarter, or what a unit of its size does. */
export function firstFigures(unit: string): Figures {
  return firstQuarter[likeness[unit] ?? unit]?.values ?? {};
}

/** The figures of one unit's report; `at`: the unit's place among the fourteen. */
export function figuresOf(unit: string, at: number, period: LaterPeriod): Figures {
  const first = firstFigures(unit);
  let figures = numbersOf(first, unit !== 'TTRA');
  for (const each of laterPeriods) {
    figures = next(figures, pace[each] + ((at * 7) % 11) - 5, each === 'N-2024');
    if (each === period) break;
  }
  const reported = { ...figures, ...mistakes[`${unit} ${period}`]?.(figures) };
  const [d01, d02, d03, d04] = reviews[period];
  return {
    ...reported,
    B01: [first.B01?.[0] ?? null, null],
    E02: [first.E02?.[0] ?? null, null],
    D01: [d01, null],
    D02: [d02, null],
    D03: [d03, null],
    D04: [d04, null],
    E03: ['Công tác tuyên truyền có lúc chưa thường xuyên; đề nghị Sở tập huấn nghiệp vụ dân vận', null],
  };
}

type Numbers = Record<string, readonly [number, number]>;

/** A unit that declared that it had nothing to report starts from nothing. */
function numbersOf(values: Figures, filed: boolean): Numbers {
  return Object.fromEntries(
    Object.entries(values).flatMap(([code, [value, cumulative]]) =>
      typeof value === 'number' ? [[code, [value, filed ? Number(cumulative) : 0]] as const] : [],
    ),
  );
}

/** Each quarter is measured by the first: `hundredths` of it are new. */
function next(before: Numbers, hundredths: number, closesTheYear: boolean): Numbers {
  const was = (code: string) => before[code]?.[0] ?? 0;
  const sum = (code: string) => before[code]?.[1] ?? 0;
  const flow = (code: string) => {
    // The pace is that of the year: what the last quarter had above or below it is taken back first.
    const fresh = Math.round((was(code) * hundredths) / 100);
    return was(code) > 0 ? Math.max(1, fresh) : 0;
  };
  const now: Record<string, number> = Object.fromEntries(flows.map((code) => [code, flow(code)]));
  const get = (code: string) => now[code] ?? 0;
  now.B07 = Math.max(get('B07'), get('B06'));
  now.B08 = was('B11');
  now.B10 = Math.min(
    get('B08') + get('B09'),
    Math.round((get('B08') + get('B09')) * (closesTheYear ? 0.9 : 0.75)),
  );
  now.B11 = get('B08') + get('B09') - get('B10');
  now.B13 = get('B12') - Math.round(get('B12') * 0.012);
  now.C02 = get('C01') - Math.round(get('C01') * 0.06);
  now.A06 = was('A06') + (closesTheYear ? 1 : 0);
  now.A07 = was('A07');
  now.A05 = get('A06') + get('A07');
  now.A08 = Math.min(get('A05'), was('A08') + (closesTheYear ? 1 : 0));
  now.B03 = was('B03');
  now.E01 = was('E01');
  now.C03 = Math.min(get('E01'), was('C03') + (closesTheYear ? 0 : 1));
  now.C04 = Math.max(was('C04') + 4, get('C03'));
  const added = ['B10', 'B13', 'C02', ...flows];
  const reported: Record<string, readonly [number, number]> = Object.fromEntries(
    Object.entries(now).map(([code, value]) => [
      code,
      [value, added.includes(code) ? sum(code) + value : value],
    ]),
  );
  // Opening figures are cumulative since the year began.
  reported.B08 = [get('B08'), sum('B08')];
  const share = (part: number, whole: number) =>
    whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
  const sums = (code: string) => reported[code]?.[1] ?? 0;
  reported.B14 = [share(get('B13'), get('B12')), share(sums('B13'), sums('B12'))];
  reported.C05 = [share(get('C03'), get('E01')), share(get('C03'), get('E01'))];
  return reported;
}

/** What the office is to find: a figure typed with a digit too many, a year that does not add up. */
const mistakes: Readonly<Record<string, (figures: Numbers) => Numbers>> = {
  'TTPTQD N-2024': ({ A03 = [0, 0] }) => ({ A03: [A03[0] * 10, A03[1] + 9 * A03[0]] }),
  'CN-CLO N-2024': ({ C01 = [0, 0] }) => ({ C01: [C01[0], C01[1] + 15] }),
};
