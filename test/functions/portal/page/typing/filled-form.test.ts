import { describe, expect, it } from 'vitest';
import {
  FormUnknown,
  fieldOf,
  filledForm,
  nothingTyped,
  spotAt,
  type Typed,
  typedIn,
} from '../../../../../functions/portal/page/typing/filled-form.ts';
import { readRegimeFile } from '../../../../../infra/admin/regime.ts';
import { hasCumulative } from '../../../../../shared/forms/form.ts';
import { writeFormXlsx } from '../../../../../shared/forms/form-xlsx.ts';
import { readReport } from '../../../../../shared/reading/read-report.ts';

const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
const unit = regime.units.find(({ code }) => code === 'QLDD') ?? fail('unit');
const period = regime.periods.find(({ id }) => id === 'Q1-2024') ?? fail('period');
const plan = regime.periods.find(({ kind }) => kind === 'plan') ?? fail('plan');

function fail(what: string): never {
  throw new Error(`there is no ${what}`);
}

const writeForm = (of = period) => writeFormXlsx({ regime, period: of, unit, previous: null, decisions: [] });
const blank = await writeForm();

async function readBack(typed: Typed, of = period) {
  const form = of === period ? blank : await writeForm(of);
  return readReport(filledForm(form, typed), { fileName: 'nhap.xlsx', unit, period: of, regime });
}

describe('a form that was typed on the page', () => {
  it('holds every figure in the place from which it is read, each of its own', async () => {
    const figures = Object.fromEntries(
      regime.indicators.map((indicator, n) => [
        indicator.code,
        {
          value: { count: `${n + 1}`, percent: `${n},5`, date: `2024-02-${10 + (n % 9)}`, text: `Mục ${n}` }[
            indicator.type
          ],
          cumulative: hasCumulative(indicator)
            ? { count: `${100 + n}`, percent: `${n},75` }[indicator.type as 'count']
            : '',
        },
      ]),
    );
    const days = regime.indicators.flatMap(({ code, type }) => (type === 'date' ? [code] : []));
    const { values, findings } = await readBack({ figures, texts: {}, days });
    expect(findings.filter(({ code }) => /UNREAD|UNKNOWN|IDENTITY|OTHER/.test(code))).toEqual([]);
    const read = new Map(values.map((value) => [value.indicator, value]));
    for (const [n, { code, type, ...indicator }] of regime.indicators.entries()) {
      const value = { count: n + 1, percent: n + 0.5, date: `2024-02-${10 + (n % 9)}`, text: `Mục ${n}` }[
        type
      ];
      expect(read.get(code)?.value, code).toEqual(value);
      if (!hasCumulative({ code, type, ...indicator })) continue;
      expect(read.get(code)?.cumulative, code).toEqual(
        { count: 100 + n, percent: n + 0.75 }[type as 'count'],
      );
    }
  });

  it('is known at each place by the field it was typed in, so that a finding leads there', async () => {
    const sections = regime.sections.map(({ id }) => id);
    const typed = {
      figures: { A02: { value: '31', cumulative: '40' }, E01: { value: '7', cumulative: '' } },
      texts: Object.fromEntries(sections.map((id) => [id, `Đã làm phần ${id}.\nViệc thứ hai.`])),
    };
    const { values, narrative } = await readBack(typed);
    const spot = spotAt(blank, sections);
    const at = (where: Parameters<typeof spot>[0]) => fieldOf(spot(where));
    const found = values.flatMap(({ indicator, value, source, cumulative, cumulativeSource }) => [
      ...(value === null ? [] : [`${indicator}/value ${at(source)}`]),
      ...(cumulative === null ? [] : [`${indicator}/cumulative ${at(cumulativeSource)}`]),
    ]);
    expect(found).toEqual(['A02/value A02/value', 'A02/cumulative A02/cumulative', 'E01/value E01/value']);
    expect(
      narrative.flatMap(({ section, paragraphs }) => paragraphs.map(({ source }) => [section, at(source)])),
    ).toEqual(sections.flatMap((id) => [1, 2].map(() => [id, `text/${id}`])));
    expect([null, { paragraph: 1 }, { sheet: 'Số liệu', cell: 'A1' }].map(at)).toEqual([null, null, null]);
    expect([...'CEF'].map((column) => at({ sheet: 'Số liệu', cell: `${column}13` }))).toEqual([
      ...[null, 'A02/value', 'A02/cumulative'],
    ]);
    expect(
      ['A02/cumulative', 'A03/value', 'text/II.1'].map((field) => typedIn(typed, field as 'text/II.1')),
    ).toEqual([...['40', '', 'Đã làm phần II.1.\nViệc thứ hai.']]);
  });

  it('leaves what was not typed as the form has it, its sums to be worked out', async () => {
    const { values } = await readBack({ figures: { A02: { value: '31', cumulative: '' } }, texts: {} });
    const filled = values.filter(({ value, cumulative }) => value !== null || cumulative !== null);
    expect(filled).toMatchObject([{ indicator: 'A02', value: 31, cumulative: 31 }]);
    expect((await readBack(nothingTyped)).values).toEqual(
      (await readReport(blank, { fileName: 'nhap.xlsx', unit, period, regime })).values,
    );
  });

  it('takes no day, and no number with a comma or point, for a number of its own', async () => {
    for (const said of ['2024-03-10', '12,345', '1.234', '10/03/2024']) {
      const { values } = await readBack({ figures: { A02: { value: said, cumulative: '' } }, texts: {} });
      const read = values.find(({ indicator }) => indicator === 'A02')?.value;
      expect(read, said).not.toBe(45_361);
      expect(read, said).not.toBe(12.345);
    }
  });

  it('keeps what is no plain number as it was typed, for the engine to say what it makes of it', async () => {
    const figures = {
      A02: { value: 'khoảng 30', cumulative: '' },
      A03: { value: '1.234,5', cumulative: '' },
    };
    const { values, findings } = await readBack({ figures, texts: {} });
    const told = findings.filter(({ where }) => where && 'cell' in where).map(({ found }) => found);
    expect([...values.map(({ value }) => String(value)), ...told].join('\n')).toContain('khoảng 30');
  });

  it('holds the words under their own headings, signs and lines too', async () => {
    const [first, second] = regime.sections;
    const texts = {
      [first?.id ?? '']: 'Đã tổ chức 3 < 4 hội nghị & "tọa đàm".\n\nĐoạn hai.',
      [second?.id ?? '']: Array.from({ length: 7 }, (_, n) => `Ý thứ ${n + 1}`).join('\n'),
    };
    const { narrative } = await readBack({ figures: {}, texts });
    const said = (id = '') =>
      narrative.find(({ section }) => section === id)?.paragraphs.map(({ text }) => text);
    expect(said(first?.id)).toEqual(['Đã tổ chức 3 < 4 hội nghị & "tọa đàm".', 'Đoạn hai.']);
    expect(said(second?.id)?.join('\n')).toContain('Ý thứ 7');
    expect(said(second?.id)?.[0]).toBe('Ý thứ 1');
  });

  it('is a plan’s too, which has words alone', async () => {
    const [section] = regime.sections;
    const { narrative } = await readBack({ figures: {}, texts: { [section?.id ?? '']: 'Kế hoạch' } }, plan);
    expect(narrative.flatMap(({ paragraphs }) => paragraphs)).toMatchObject([{ text: 'Kế hoạch' }]);
  });

  it('refuses to leave out what has no place in the form', async () => {
    const figures = { ZZ9: { value: '1', cumulative: '' } };
    expect(() => filledForm(blank, { figures, texts: {} })).toThrow(FormUnknown);
  });
});
