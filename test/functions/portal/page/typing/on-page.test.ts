import { describe, expect, it } from 'vitest';
import { filledForm, type Typed } from '../../../../../functions/portal/page/typing/filled-form.ts';
import { onPage } from '../../../../../functions/portal/page/typing/on-page.ts';
import { readRegimeFile } from '../../../../../infra/admin/regime.ts';
import { writeFormXlsx } from '../../../../../shared/forms/form-xlsx.ts';
import { readReport } from '../../../../../shared/reading/read-report.ts';

const regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
const unit = regime.units.find(({ code }) => code === 'QLDD') ?? fail('unit');
const period = regime.periods.find(({ id }) => id === 'Q1-2024') ?? fail('period');
function fail(what: string): never {
  throw new Error(`there is no ${what}`);
}

const form = await writeFormXlsx({ regime, period, unit, previous: null, decisions: [] });
const duty = {
  sections: regime.sections.map(({ id, title }) => ({ id, title: title.vi })),
  indicators: regime.indicators.map(({ name, ...each }) => ({ ...each, name: name.vi })),
};
const tell = onPage(form, duty);

async function told(typed: Partial<Typed>) {
  const filled = filledForm(form, { figures: {}, texts: {}, ...typed });
  const { findings } = await readReport(filled, { fileName: 'nhap.xlsx', unit, period, regime });
  return findings.map(tell);
}
const figure = (value: string, cumulative = '') => ({ value, cumulative });

describe('what the check says of a report that is typed', () => {
  it('names the line as it stands on the page, and no cell of a form that nobody sees', async () => {
    // A check that does not hold, figures with letters, and all that is blank.
    const found = await told({
      figures: {
        A05: figure('3'),
        A06: figure('1'),
        A07: figure('1'),
        A02: figure('nhiều', 'lắm'),
        B04: figure('1,5'),
      },
      texts: { 'II.1': 'ĐÃ LÀM' },
    });
    expect(found.map(({ severity }) => severity)).toContain('error');
    const said = found.map(({ place, message, found: in_, expected, fix }) =>
      [place?.vi, place?.en, message.vi, message.en, in_, expected, fix.vi, fix.en].join('\n'),
    );
    expect(said.join('\n')).not.toMatch(/(?<!\p{L})(ô|cells?) [A-Z]+[1-9]|trang tính|sheet/u);
    const of = (text: string) => found.find(({ message }) => message.vi.includes(text));
    const name = (code: string) => duty.indicators.find((each) => each.code === code)?.name;
    expect(of('tập thể và cá nhân')).toMatchObject({
      place: { vi: `II.1, dòng 5: ${name('A05')} (A05), Trong kỳ` },
      found: expect.stringContaining('(chỉ tiêu A05) = 3'),
      fix: { vi: expect.stringContaining('chỉ tiêu A05, A06 và A07') },
    });
    const places = found.map(({ place }) => place?.vi);
    expect(places).toContain(`II.1, dòng 2: ${name('A02')} (A02), Trong kỳ`);
    expect(places).toContain(`II.1, dòng 2: ${name('A02')} (A02), Lũy kế`);
    // Of what is blank in a section it is the first line.
    expect(found.find(({ code }) => code === 'BLANK')?.place?.vi).toBe(`II.1, dòng 1: ${name('A01')} (A01)`);
  });

  it('leaves alone what is no place of the form', () => {
    const text = (vi: string) => ({ vi, en: vi });
    const finding = {
      ...({ code: 'X', severity: 'note', where: null, expected: null } as const),
      ...{ found: 'ô ZZ99', message: text('mã E11, mô E11'), fix: text('ô B11') },
    };
    expect(tell(finding)).toEqual(finding);
    expect(tell({ ...finding, found: 'ô F12' }).found).toBe('chỉ tiêu A01 (lũy kế)');
  });
});
