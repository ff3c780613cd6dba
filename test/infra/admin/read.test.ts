import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../infra/admin/read.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { corpusFiles } from '../../corpus/corpus.ts';

const corpus = corpusFiles();
const pathOf = (name: string) => {
  const file = corpus.find((each) => each.name === name);
  if (!file) throw new Error(`the corpus has no ${name}`);
  return file.path;
};

async function run(...args: string[]) {
  const lines: string[] = [];
  const keep = (text: string) => lines.push(text);
  const code = await main(args, keep, keep);
  return { code, text: lines.join('\n') };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run read', () => {
  it('prints figures with their cells, text, what was skipped, and findings, for whom the title names', async () => {
    const { code, text } = await run(pathOf('words in cells, openpyxl.xlsx'));
    expect(code).toBe(0);
    expect(text).toContain('CCBVMT Chi cục Bảo vệ môi trường (stated)');
    expect(text).toMatch(/period {4}Q1-2024 .* \(stated\)/);
    expect(text).toMatch(/A03 {3}142 \[Số liệu!E14\] +cumulative 142 \[Số liệu!F14\]/);
    expect(text).toMatch(/APPROXIMATE CẦN XEM LẠI \[Số liệu!E20\]/);
    expect(text).toContain('found: khoảng 2');
    expect(text).toMatch(/Skipped: \d+ of \d+ pieces; read: \d+/);
  });

  it('tells a plan, and a text file without a title, for what they are', async () => {
    expect((await run(pathOf('plan, python-docx.docx'))).text).toContain('KH2024');
    expect((await run(pathOf('first sheet, LibreOffice.csv'))).text).toMatch(/Q1-2024 .* \(stated\)/);
  });

  it('reads as told, and exits with 1 where a file is rejected or cannot be read', async () => {
    const other = await run(pathOf('blank cells, openpyxl.xlsx'), '--unit', 'QLDD', '--period', 'Q1-2024');
    expect(other.code).toBe(1);
    expect(other.text).toContain('OTHER_UNIT');
    expect(other.text).toMatch(/unit {6}QLDD .* \(given\)/);
    const nothing = join(folder, 'nothing.xlsx');
    await writeFile(nothing, '');
    const unreadable = await run(nothing, pathOf('blank cells, openpyxl.xlsx'));
    expect(unreadable.code).toBe(1);
    expect(unreadable.text).toContain('FILE_EMPTY');
  });

  it('prints everything as JSON', async () => {
    const { code, text } = await run(pathOf('blank cells, openpyxl.xlsx'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      unit: { code: 'CCBVMT', how: 'stated' },
      reading: { state: 'accepted-with-warnings', format: 'xlsx' },
    });
  });

  it('writes the copy that a unit would get', async () => {
    const { code } = await run(pathOf('blank cells, openpyxl.xlsx'), '--annotate', folder);
    expect(code).toBe(0);
    const copy = await readFile(join(folder, 'blank cells, openpyxl (lưu ý).xlsx'));
    expect((await openDocument(new Uint8Array(copy))).blocks.at(-1)).toMatchObject({ sheet: 'Lưu ý' });
  });

  it.each([
    ['no file', [], /missing required argument/],
    ['a file that is not there', ['nowhere.xlsx'], /ENOENT/],
    ['a unit that is not there', ['x.xlsx', '--unit', 'NOBODY'], /no unit NOBODY; there are .*QLDD/],
    ['a period that is not there', ['x.xlsx', '--period', 'Q9'], /no period Q9; there are .*Q1-2024/],
    ['an option that is not there', ['x.xlsx', '--colour'], /unknown option/],
  ])('exits with 2 and says why for %s', async (_, args, why) => {
    const { code, text } = await run(...args);
    expect(code).toBe(2);
    expect(text).toMatch(why);
  });
});
