import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleAddresses, isOverlong } from '../../../shared/regime/addresses.ts';
import { RegimeFault, readRegime } from '../../../shared/regime/load.ts';

const sample = readFileSync(new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url), 'utf8');

/** `path: message` of all that is wrong once `right` is written as `wrong`. */
function toldOf(right: string | RegExp, wrong: string): string[] {
  const yaml = sample.replace(right, wrong);
  if (yaml === sample) throw new Error(`the sample has no ${right}`);
  try {
    readRegime(yaml, 'sample.yaml');
  } catch (error) {
    if (!(error instanceof RegimeFault)) throw error;
    return error.issues.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

const window = (from: string, to: string) => `window: { from: ${from}, to: ${to} }`;
const second = window('2024-03-15', '2024-06-14');
const plain = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('what no single entry of a regime shows', () => {
  it.each([
    [
      'formula: 100 * B13 / B12',
      'formula: 100 * B14 / B12',
      'indicators[22].formula: the formula needs its own result: B14 → B14',
    ],
    [
      'previous: Q1-2024',
      'previous: N-2024',
      'periods[2].previous: a period does not come before itself: 6T-2024 → N-2024 → 9T-2024 → 6T-2024',
    ],
    [
      'parent: VPDK',
      'parent: CN-TPLS',
      'units[10].parent: a unit does not stand above itself: CN-TPLS → CN-TPLS',
    ],
  ])('is a circle: "%s" written as "%s"', (right, wrong, told) => {
    expect(toldOf(right, wrong)).toEqual([told]);
  });

  it('is no circle where a formula takes its own figure of the previous period', () => {
    expect(toldOf('formula: 100 * B13 / B12', 'formula: 100 * previous(B14) / B12')).toEqual([]);
  });

  it('is a circle over several formulas, told once', () => {
    const told = toldOf(
      /(code: B12\n(?: {4}.*\n)*? {4}acrossUnits: )sum\n/,
      '$1derived\n    formula: B14 + 1\n',
    );
    expect(told).toEqual(['indicators[20].formula: the formula needs its own result: B12 → B14 → B12']);
  });

  it.each([
    [
      'officeDue: 2024-03-20',
      'officeDue: 2024-03-17',
      'periods[1].officeDue: the report goes upward on 2024-03-17, before the units’ own deadline 2024-03-18',
    ],
    [
      'officeDue: 2024-03-20',
      'officeDue: { workingDaysAfterDue: 0 }',
      'periods[1].officeDue: the report goes upward on 2024-03-18, before it is made on 2024-03-19',
    ],
  ])('is a report that goes upward too early: "%s" written as "%s"', (right, wrong, told) => {
    expect(toldOf(right, wrong)).toEqual([told]);
    expect(toldOf(right, 'officeDue: { workingDaysAfterDue: 2 }')).toEqual([]);
  });

  it('is a day that is off and worked, or stands twice', () => {
    const [, day = ''] = /holidays:\n(?: *#.*\n)*( {2}- .*\n)/.exec(sample) ?? [];
    const date = /\d{4}-\d\d-\d\d/.exec(day)?.[0] ?? '';
    const other = day.includes('kind: off')
      ? day.replace('kind: off', 'kind: work')
      : day.replace('kind: work', 'kind: off');
    expect(toldOf(day, day + other)).toEqual([
      expect.stringMatching(
        new RegExp(`^holidays\\[1\\]\\.date: ${date} is both a day off and a day of work`),
      ),
    ]);
    expect(toldOf(day, day + day)).toEqual([expect.stringContaining(`"${date}" stands twice`)]);
  });

  it.each([
    [
      'by a few days',
      window('2024-03-10', '2024-06-14'),
      'periods[2].window: 2024-03-10 to 2024-06-14 overlaps the window of "Q1-2024", 2023-12-15 to 2024-03-14',
    ],
    ['as the same days', window('2023-12-15', '2024-03-14'), 'overlaps the window of "Q1-2024"'],
    [
      'as one within that of the period before',
      window('2024-01-15', '2024-03-14'),
      'overlaps the window of "Q1-2024"',
    ],
  ])('are windows that overlap, %s', (_, wrong, told) => {
    expect(toldOf(second, wrong)).toContainEqual(expect.stringContaining(told));
  });

  it('is no overlap where one rhythm runs within another, or for other units', () => {
    const apart = sample
      .replace('previous: Q1-2024', 'previous: KH2024')
      .replace('sumOf: [Q1-2024, 6T-2024, 9T-2024]', 'sumOf: [9T-2024]')
      .replace('previous: 9T-2024\n', '');
    const within = apart.replace(second, window('2024-01-15', '2024-03-14'));
    expect(readRegime(within, 'within.yaml').periods).toHaveLength(9);
  });

  it.each([
    [
      second,
      window('2023-03-15', '2023-06-14'),
      'periods[2].window.to: the window ends on 2023-06-14, the regime is of 2024',
    ],
    ['lock: 2024', 'lock: 2042', 'lock: 2042'],
    ['year: 2024', 'year: 2025', 'the regime is of 2025'],
  ])('are days in another year: "%s" written as "%s"', (right, wrong, told) => {
    expect(toldOf(new RegExp(plain(right)), wrong)).toContainEqual(expect.stringContaining(told));
  });

  it('is no sum that ends before the year does, be it a year’s that closes in November or nine months', () => {
    const last = 'window: { from: 2024-09-15, to: 2024-12-14 }';
    const closed = sample.replace(last, 'window: { from: 2024-09-15, to: 2024-11-14 }');
    const nine = sample.replace('previous: 6T-2024', 'sumOf: [Q1-2024, 6T-2024]');
    for (const text of [closed, nine]) {
      expect(text).not.toBe(sample);
      expect(readRegime(text, 'sum.yaml').periods).toHaveLength(9);
    }
  });

  it('is listed with names that point nowhere, all at once', () => {
    const told = toldOf(
      /formula: 100 \* B13([\s\S]*)rule: A05 = A06 \+ A07/,
      'formula: 100 * B14$1rule: A05 = A06 + A77',
    );
    expect(told.map((each) => each.split(':')[0])).toEqual(['checks[0].rule', 'indicators[22].formula']);
  });
});

describe('addresses that nobody has', () => {
  it('are longer than a mail service takes, in whole or in a part', () => {
    const [local, label] = ['a'.repeat(64), `${'b'.repeat(63)}.`];
    const longest = `${local}@${label.repeat(2)}${'c'.repeat(61)}`;
    expect(longest).toHaveLength(254);
    const overlong = [`${longest}c`, `a${local}@vn`, `a@b${label}vn`];
    expect([longest, ...overlong].map(isOverlong)).toEqual([false, true, true, true]);
    expect(toldOf(/email: khtc@/, `email: ${local}khtc@`)).toContainEqual(
      expect.stringMatching(/email: .* longer than an address/),
    );
  });

  it('are those of names reserved for examples, wherever they stand', () => {
    const regime = readRegime(sample, 'sample.yaml');
    const { office, units } = regime;
    const contacts = units.flatMap((unit) => unit.contacts ?? []);
    const all = 1 + office.recipients.length + units.length + contacts.length;
    expect(exampleAddresses(regime)).toHaveLength(all);
    const [first, ...others] = units.map(({ contacts: _, ...unit }, n) => ({
      ...unit,
      email: `don-vi-${n}@so.langson.gov.vn`,
    }));
    const real = {
      ...regime,
      office: {
        ...office,
        replyTo: 'van-phong@contest.vn',
        recipients: office.recipients.map((each) => ({ ...each, email: 'a@gov.vn' })),
      },
      units: [{ ...first, email: 'vps@example.com' } as (typeof units)[number], ...others],
    };
    expect(exampleAddresses(real)).toEqual([
      { path: ['units', 0, 'email'], message: expect.stringContaining('"vps@example.com"') },
    ]);
  });
});
