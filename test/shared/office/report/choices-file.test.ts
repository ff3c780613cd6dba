import { read, type WorkSheet, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { ChoicesUnclear, choicesIn } from '../../../../shared/office/report/choices-file.ts';
import { choose } from '../../../../shared/summary/choice/choose.ts';
import type { NarrativeEntry, Summary } from '../../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../../shared/summary/workbook/write-workbook.ts';
import { regime, sampleSummary } from '../../summary/sample.ts';

const said: Readonly<Record<string, readonly string[]>> = {
  VPS: ['Đã vận động 12 hộ dân thôn Nà Pàn hiến 1.200 m2 đất làm đường.', 'Tiếp tục tăng cường công tác.'],
  // As VPS wrote it: told once, and its row says that it is folded.
  TTRA: ['Đã vận động 12 hộ dân thôn Nà Pàn hiến 1.200 m2 đất làm đường.'],
  KHTC: ['Trao 30 suất quà cho học sinh nghèo xã Tú Mịch.'],
  QLDD: ['Ra quân trồng 500 cây dọc suối Bản Lầy cùng Đoàn Thanh niên.'],
  TNKS: ['Giúp 09 hộ xã Bảo Lâm dời chuồng trại, xem tệp ke_khai.xlsx gửi kèm.'],
};

const sample = sampleSummary();
const summary: Summary = {
  ...sample,
  totals: [],
  narrative: [
    {
      section: 'II.1',
      groups: [],
      entries: regime.units.flatMap(({ code, name }): NarrativeEntry[] => {
        const paragraphs = (said[code] ?? []).map((text, n) => ({ text, source: { paragraph: n + 1 } }));
        return paragraphs.length > 0 ? [{ unit: { code, name }, upload: `upload-${code}`, paragraphs }] : [];
      }),
    },
  ],
};
const choice = { ...choose(summary), chosen: summary.paper.choices };
const told = (of: Summary) => choose(of).shelves.flatMap((shelf) => shelf.told.map(({ unit }) => unit.code));
const bytes = await writeWorkbook(summary);

/** The workbook as a program saves it in which somebody wrote beside the units' sentences. */
async function returned(wishes: Readonly<Record<string, string | number>>, name = 'so-lieu.xlsx') {
  const book = read(bytes);
  const sheet: WorkSheet = book.Sheets['Câu chọn'] ?? {};
  for (const [address, cell] of Object.entries(sheet)) {
    const wish = address.startsWith('D') ? wishes[String(cell.v).slice(0, 12)] : undefined;
    if (wish !== undefined)
      sheet[`E${address.slice(1)}`] = { t: typeof wish === 'number' ? 'n' : 's', v: wish };
  }
  const file = { fileName: name, bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })) };
  return choicesIn(file, choice);
}

const following = async (wishes: Readonly<Record<string, string | number>>) => {
  const { choices } = await returned(wishes);
  return told({ ...summary, paper: { ...summary.paper, choices } });
};

it('changes nothing where nothing was written into it', async () => {
  expect((await returned({})).choices).toEqual({ in: [], out: [] });
  expect(told(summary)).toEqual(['QLDD', 'VPS', 'KHTC']);
  expect(await following({})).toEqual(['QLDD', 'VPS', 'KHTC']);
});

it('takes sentences in and out, in the order of their numbers', async () => {
  expect(await following({ 'Ra quân trồn': '–' })).toEqual(['VPS', 'KHTC']);
  expect(await following({ 'Tiếp tục tăn': 'Có' })).toEqual(['QLDD', 'VPS', 'KHTC', 'VPS']);
  expect(await following({ 'Trao 30 suất': 1, 'Ra quân trồn': '2' })).toEqual(['KHTC', 'QLDD', 'VPS']);
});

it('takes a sentence in by whoever of those wrote it, though the first is put out', async () => {
  const { choices } = await returned({ 'Đã vận động ': 'Có', 'Ra quân trồn': '–' });
  const shared = choice.all.filter(({ text }) => text.startsWith('Đã vận động ')).map(({ id }) => id);
  expect(choices.in).toEqual(expect.arrayContaining(shared));
  expect(choices.out).toEqual([choice.all.find(({ unit }) => unit.code === 'QLDD')?.id]);
});

it('keeps inside what speaks of the office’s own business, and says so', async () => {
  const { inside } = await returned({ 'Giúp 09 hộ x': 'Có' });
  expect(inside).toEqual([choice.all.find(({ unit }) => unit.code === 'TNKS')?.id]);
  expect(await following({ 'Giúp 09 hộ x': 'Có' })).toEqual(['QLDD', 'VPS', 'KHTC']);
});

it('is refused where it cannot be followed, with the place', async () => {
  await expect(returned({ 'Trao 30 suất': 'để sau' })).rejects.toThrow(ChoicesUnclear);
  await expect(returned({ 'Trao 30 suất': 'để sau' })).rejects.toThrow(
    /row \d+: “Vào báo cáo” says “để sau”/,
  );
  const other = { fileName: 'khac.xlsx', bytes: new TextEncoder().encode('không phải') };
  await expect(choicesIn(other, choice)).rejects.toThrow('“khac.xlsx” has no sheet “Câu chọn”');
});
