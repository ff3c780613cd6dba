import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../infra/admin/read.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { corpusFiles } from '../../corpus/corpus.ts';

// What reading costs is counted, not timed: how often a file is opened, searched for forms, and judged.
const { cost } = vi.hoisted(() => ({ cost: { opened: 0, searched: 0, judged: 0 } }));
vi.mock(import('../../../shared/reading/open/open-document.ts'), async (original) => {
  const { openDocument: open, ...rest } = await original();
  return { ...rest, openDocument: (...args) => count('opened', () => open(...args)) };
});
vi.mock(import('../../../shared/reading/understand/form-rows.ts'), async (original) => {
  const { findForm: find, ...rest } = await original();
  return { ...rest, findForm: (...args) => count('searched', () => find(...args)) };
});
vi.mock(import('../../../shared/reading/understand/values.ts'), async (original) => {
  const { readValues: read, ...rest } = await original();
  return { ...rest, readValues: (...args) => count('judged', () => read(...args)) };
});
function count<T>(what: keyof typeof cost, call: () => T): T {
  cost[what] += 1;
  return call();
}

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
afterEach(() => Object.assign(cost, { opened: 0, searched: 0, judged: 0 }));
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

  it('opens and judges a file once, however many units and periods it may be of', async () => {
    // Forms are looked for on each of its three sheets: to tell what it is, and to judge it.
    const file = pathOf('blank cells, openpyxl.xlsx');
    await run(file, '--unit', 'CCBVMT', '--period', 'Q1-2024');
    const told = { ...cost };
    Object.assign(cost, { opened: 0, searched: 0, judged: 0 });
    await run(file);
    expect(told).toEqual({ opened: 1, searched: 3, judged: 1 });
    expect(cost).toEqual({ opened: 1, searched: 6, judged: 1 });
  });

  it('opens a file once that cannot be opened', async () => {
    const nothing = join(folder, 'empty.docx');
    await writeFile(nothing, '');
    await run(nothing);
    expect(cost).toEqual({ opened: 1, searched: 0, judged: 0 });
  });

  it('tells of a folder each file in one line, in columns that stand below each other', async () => {
    const mixed = join(folder, 'Báo cáo quý I');
    await mkdir(join(mixed, 'bổ sung'), { recursive: true });
    await copyFile(pathOf('blank cells, openpyxl.xlsx'), join(mixed, 'Chi cục BVMT.xlsx'.normalize('NFD')));
    await copyFile(pathOf('plan, python-docx.docx'), join(mixed, 'bổ sung', 'kế hoạch.docx'));
    await writeFile(join(mixed, '报告\u001b[2J.csv'), 'a;b\nc;d\n');
    await writeFile(join(mixed, 'rỗng.pdf'), '');
    await writeFile(join(mixed, '.DS_Store'), 'x');
    const { code, text } = await run(mixed);
    expect(code).toBe(1);
    expect(text.split('\n')).toEqual([
      `${mixed}/`,
      'file                   kind  unit    period    verdict     figures  findings',
      'bổ sung/kế hoạch.docx  docx  CCBVMT  KH2024    accepted    0/35     1 note NARRATIVE_OUTSIDE',
      'Chi cục BVMT.xlsx      xlsx  CCBVMT  Q1-2024   warnings    29/35    6 warnings BLANK',
      'rỗng.pdf               —     —       —         UNREADABLE  —        1 error FILE_EMPTY',
      '报告\uFFFD[2J.csv           csv   VPS?    Q1-2024?  REJECTED    0/35     1 error NO_FORM, 2 warnings',
      '',
      '4 files: accepted 1, warnings 1, REJECTED 1, UNREADABLE 1',
      '"?": not stated in the file, the best guess',
      '',
    ]);
  });

  it('tells of files that were named the lines first, then each in detail', async () => {
    const { text } = await run(pathOf('blank cells, openpyxl.xlsx'), pathOf('plan, python-docx.docx'));
    const [line, detail] = [text.indexOf('2 files: accepted 1, warnings 1'), text.indexOf('SHA-256')];
    expect(line).toBeGreaterThan(0);
    expect(detail).toBeGreaterThan(line);
    expect(text.match(/SHA-256/g)).toHaveLength(2);
  });

  it('prints JSON, a line for each file of a folder', async () => {
    const two = join(folder, 'two');
    await mkdir(two);
    for (const name of ['1.csv', '2.csv']) await writeFile(join(two, name), 'a;b\nc;d\n');
    const { text } = await run(two, '--json');
    expect(text.split('\n').map((line) => JSON.parse(line).file)).toEqual([
      join(two, '1.csv'),
      join(two, '2.csv'),
    ]);
  });

  it('exits with 2 where a folder has no file', async () => {
    const none = join(folder, 'none');
    await mkdir(none);
    expect(await run(none)).toEqual({ code: 2, text: `no file in ${none}` });
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
