import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { correctionsIn } from '../../../../shared/summary/report/corrections.ts';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { periodOf, sampleSummary } from '../sample.ts';

const plain = sampleSummary();
/** With a sentence that is told: the sample's own have nothing of substance. */
const summary: Summary = {
  ...plain,
  narrative: plain.narrative.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({
      ...entry,
      paragraphs: [
        {
          text: `Đã vận động 1${entry.unit.code.length} hộ dân thôn Nà Pàn hiến đất làm đường.`,
          source: { paragraph: 1 },
        },
      ],
    })),
  })),
};
let built: Uint8Array;
beforeAll(async () => {
  built = await writeReport(summary);
});

/** The draft with its XML changed as a word processor would leave it. */
async function edited(...changes: ((xml: string) => string)[]) {
  return editedOf(summary, built, changes);
}

async function editedOf(summary: Summary, built: Uint8Array, changes: readonly ((xml: string) => string)[]) {
  const files = unzipSync(built);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const changed = changes.reduce(
    (text, change) => {
      const next = change(text);
      expect(next).not.toBe(text);
      return next;
    },
    xml.replaceAll('\u00a0', ' '),
  );
  const bytes = zipSync({ ...files, 'word/document.xml': strToU8(changed) });
  return correctionsIn(summary, await openDocument(built), await openDocument(bytes));
}

const total = (code: string) => plain.totals.find(({ indicator }) => indicator === code)?.value ?? 0;
const figure = (xml: string) =>
  xml.replace(
    `đơn vị có số liệu đã ban hành ${total('A01')} văn bản`,
    `đơn vị có số liệu đã ban hành ${total('A01') + 3} văn bản`,
  );
const struck = (xml: string) =>
  xml.replace(/<w:p>(?:(?!<\/w:p>).)*theo Kế hoạch của Sở\.(?:(?!<\/w:p>).)*<\/w:p>/s, '');
const typo = (xml: string) => xml.replace('hiến đất làm đường', 'hiến đất mở đường');
const inAppendix = (xml: string) => {
  const at = xml.indexOf('Số văn bản lãnh đạo', xml.indexOf('Phụ lục I<'));
  return xml.slice(0, at) + xml.slice(at).replace(`>${total('A01')}<`, `>${total('A01') + 3}<`);
};

describe('a draft that comes back', () => {
  it('differs in nothing where nothing was changed', async () => {
    expect(correctionsIn(summary, await openDocument(built), await openDocument(built))).toEqual([]);
  });

  it('is told to differ in exactly a figure, a struck paragraph and a typo', async () => {
    const corrections = await edited(figure, struck, typo);
    const said = outlineOf(summary, 'draft').choice.shelves.flatMap((shelf) => shelf.told)[0];
    expect(corrections).toMatchObject([
      {
        kind: 'figure',
        indicators: ['A01'],
        from: String(total('A01')),
        to: String(total('A01') + 3),
        contradicted: true,
      },
      { kind: 'unit-text', id: said?.id, unit: said?.unit.name },
      { kind: 'struck', text: expect.stringContaining('theo Kế hoạch của Sở'), unit: null },
    ]);
  });

  it('is told of a figure and of words, where one paragraph was changed in both', async () => {
    const corrections = await edited(figure, (xml) =>
      xml.replace('lãnh đạo, chỉ đạo, triển khai công', 'chỉ đạo, triển khai công'),
    );
    expect(corrections.map(({ kind }) => kind)).toEqual(['figure', 'wording']);
  });

  it('contradicts itself no more where the appendix was changed too', async () => {
    const corrections = await edited(figure, inAppendix);
    expect(corrections.map((each) => each.kind === 'figure' && [each.indicators, each.contradicted])).toEqual(
      [
        [['A01'], false],
        [['A01'], false],
      ],
    );
  });

  it('bears its number, its day and its signer’s name without being corrected by them', async () => {
    const corrections = await edited(
      (xml) => xml.replace('Số:        /BC', 'Số: 45/BC'),
      (xml) => xml.replace('(Họ và tên)', 'Nguyễn Văn Hà'),
    );
    expect(corrections.map(({ kind, changesFigures }) => [kind, changesFigures])).toEqual([
      ['frame', false],
      ['frame', false],
    ]);
  });

  it('asks of a figure in a line that today’s report has no more, as a draft of before an upgrade may have', async () => {
    const older = await editedOf({ ...summary, narrative: [] }, built, [
      (xml: string) => xml.replace(/Đã vận động 1\d hộ dân thôn Nà Pàn/, 'Đã vận động 99 hộ dân thôn Nà Pàn'),
    ]);
    expect(older.map(({ kind, changesFigures }) => [kind, changesFigures])).toEqual([['frame', true]]);
  });

  it('may be saved by a program that has its own quotes, dashes and spaces', async () => {
    expect(
      await edited(
        (xml) => xml.replaceAll('“', '"').replaceAll('”', '"').replaceAll('- ', '–\u00a0'),
        (xml) => xml.replaceAll('<w:noBreakHyphen/>', '<w:t>\u2011</w:t>'),
      ),
    ).toEqual([]);
  });

  it('tells a struck sentence of a unit with the unit, and what was put in', async () => {
    const corrections = await edited(
      (xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*thôn Nà Pàn(?:(?!<\/w:p>).)*<\/w:p>/s, ''),
      (xml) =>
        xml.replace(
          /(<w:p>(?:(?!<\/w:p>).)*theo Kế hoạch của Sở)(\.(?:(?!<\/w:p>).)*<\/w:p>)/s,
          (whole, head: string, tail: string) =>
            `${whole}${head.replace(/Rà soát, bổ sung các văn bản cụ thể hóa Luật Thực hiện dân chủ/, 'Bám sát địa bàn biên giới')}${tail}`,
        ),
    );
    expect(corrections).toMatchObject([
      { kind: 'struck', unit: expect.any(String), id: expect.any(String) },
      { kind: 'added', text: expect.stringContaining('Bám sát địa bàn biên giới') },
    ]);
  });

  it('knows a row of the appendix by the name it has while units are missing', async () => {
    const { regime } = summary;
    const total = summary.totals.find(({ value }) => value !== null && value > 20);
    const code = total?.indicator ?? '';
    const named = regime.indicators.map((each) =>
      each.code === code ? { ...each, name: { vi: 'Tổng số công chức', en: 'All staff' } } : each,
    );
    const some: Summary = {
      ...summary,
      regime: { ...regime, indicators: named },
      rate: { ...summary.rate, filed: summary.rate.expected - summary.rate.excluded - 1 },
    };
    const corrections = await editedOf(some, await writeReport(some), [
      (xml) => {
        const at = xml.indexOf('>Số công chức<', xml.indexOf('Phụ lục I<'));
        return xml.slice(0, at) + xml.slice(at).replace(/>(\d[\d.]*)</, '>7<');
      },
    ]);
    expect(corrections).toMatchObject([
      { kind: 'figure', indicators: [code], names: ['Số công chức'], to: '7', changesFigures: true },
    ]);
  });

  it('knows the row that tells what a half-year and its last quarter opened with', async () => {
    const half: Summary = { ...summary, period: periodOf('6T-2024') };
    const row = /(<w:tr>(?:(?!<\/w:tr>).)*năm trước \(quý II: kỳ trước\) chuyển sang.*?>)(\d+)</s;
    expect(
      await editedOf(half, await writeReport(half), [(xml) => xml.replace(row, '$1977<')]),
    ).toMatchObject([{ kind: 'figure', indicators: ['B08'], to: '977' }]);
  });

  it('names a changed part with its whole', async () => {
    const row = /(<w:tr>(?:(?!<\/w:tr>).)*Trong đó: cá nhân.*?<w:jc w:val="right"\/>.*?>)\d+</s;
    expect(await edited((xml) => xml.replace(row, '$177<'))).toMatchObject([
      { names: ['Số mô hình, điển hình “Dân vận khéo” đăng ký, trong đó cá nhân'], to: '77' },
    ]);
  });

  const paragraph = (of: string) => new RegExp(`<w:p>(?:(?!</w:p>).)*${of}(?:(?!</w:p>).)*</w:p>`, 's');
  const row = /<w:tr>(?:(?!<\/w:tr>).)*Số văn bản lãnh đạo(?:(?!<\/w:tr>).)*<\/w:tr>/s;
  it.each([
    ['a figure', [figure], true],
    [
      'a struck paragraph of figures',
      [(xml: string) => xml.replace(paragraph('văn bản lãnh đạo'), '')],
      true,
    ],
    ['a struck row of figures', [(xml: string) => xml.replace(row, '')], true],
    [
      'a sentence that was put in with a number',
      [
        (xml: string) =>
          xml.replace(paragraph('theo Kế hoạch của Sở'), (all) => all.replace(/>[^<]+</, '>Đạt 98%.<')),
      ],
      true,
    ],
    ['struck words', [struck], false],
    ['a typo', [typo], false],
    ['the paper’s number', [(xml: string) => xml.replace('Số:        /BC', 'Số: 45/BC')], false],
  ])('needs a reason or not: %s', async (_, changes, needed) => {
    const corrections = await edited(...changes);
    expect(corrections).not.toEqual([]);
    expect(corrections.some(({ changesFigures }) => changesFigures)).toBe(needed);
  });
});
