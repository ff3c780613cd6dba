import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, NeutralDocument, Paragraph } from '../../../shared/reading/model/document.ts';
import { runs } from '../../properties/runs.ts';
import {
  type Changes,
  formRows,
  header,
  narrative,
  read,
  regime,
  report,
  sheet,
  taskOf,
  title,
  type Written,
  word,
  workbook,
} from './by-hand.ts';

const pieces = (document: NeutralDocument): number =>
  document.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.cells.length : 1), 0);

function expectAccount(document: NeutralDocument, task = taskOf()): void {
  const { counts, skipped } = read(document, task);
  const listed = skipped.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
  const already = document.skipped.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
  expect(counts.total).toBe(pieces(document) + already);
  expect(counts.skipped).toBe(listed);
  expect(counts.read + counts.skipped).toBe(counts.total);
}

const words = fc.constantFrom(
  ...[
    'STT',
    'Mã',
    'Chỉ tiêu',
    'Trong kỳ',
    'Lũy kế',
    'Ghi chú',
    'A01',
    'A05',
    'B14',
    'Tập thể',
    'không',
    '12 cuộc',
  ],
  ...[
    'II.1',
    'II.2. Xây dựng và thực hiện dân chủ ở cơ sở',
    'III. TỔ CHỨC THỰC HIỆN',
    'IV. KHÁC',
    'Nơi nhận:',
    '-',
  ],
  ...[
    'Đơn vị báo cáo:',
    'Văn phòng Sở',
    'BÁO CÁO quý I năm 2024',
    'Một đoạn.\nHai đoạn.',
    '1.234,5',
    '…',
    '20/02/2024',
  ],
  ...regime.indicators.map(({ name }) => name.vi),
);
const written: fc.Arbitrary<Written> = fc.oneof(
  words,
  fc.integer({ min: -5, max: 5000 }),
  fc.constant(null),
  fc.string(),
);
const grid = fc.array(fc.array(written, { maxLength: 8 }), { maxLength: 25 });

describe('read + skipped = total', () => {
  it('for a report as it should be, with nothing skipped but what is said', () => {
    const reading = read(report());
    expect(reading.skipped).toEqual([]);
    expect(reading.counts.read).toBe(pieces(report()));
  });

  it('counts what the reader skipped already', () => {
    const document = {
      ...report(),
      skipped: [{ what: 'image', why: 'image', where: null, count: 3 } as const],
    };
    expectAccount(document);
    expect(read(document).counts.skipped).toBe(3);
  });

  it('for workbooks of anything', () => {
    fc.assert(
      fc.property(grid, grid, fc.boolean(), (first, second, hidden) => {
        expectAccount(workbook(sheet('1', first), sheet('2', second, { hidden })));
        expectAccount(
          workbook(sheet('1', [...title, header, ...formRows(), ...first]), sheet('2', second), narrative),
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('for Word documents of anything, whatever was asked for', () => {
    const text = fc.oneof(words, fc.string()).map((each) => (each.trim() === '' ? 'x' : each));
    const part = fc.oneof(text, fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 8 }));
    const task = fc.constantFrom(
      taskOf(),
      taskOf('VPDK', 'KH2024'),
      taskOf('TTRA', 'CD-27CT'),
      taskOf('CN-CLO', 'N-2024'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), task, (parts, asked) =>
        expectAccount(word(...parts), asked),
      ),
      { numRuns: runs(60) },
    );
  });

  it('gives every value and paragraph a place that exists in the file', () => {
    const all = report().blocks.flatMap((block): readonly (Cell | Paragraph)[] =>
      block.kind === 'table' ? block.cells : [block],
    );
    const places = new Set(all.map(({ source }) => JSON.stringify(source)));
    const reading = read(report());
    for (const { source } of reading.values) expect(places).toContain(JSON.stringify(source));
    for (const { paragraphs } of reading.narrative) {
      for (const { source } of paragraphs) expect(places).toContain(JSON.stringify(source));
    }
  });
});

describe('a reading', () => {
  it('is the same for the same document, whatever was read before', () => {
    const figures: Changes = { A01: 'khoảng 30', A05: 9, B01: 'x' };
    const first = JSON.stringify(read(report(figures)));
    read(report());
    expect(JSON.stringify(read(report(figures)))).toBe(first);
  });

  it('lists errors, then warnings, then notes, each in the order of the file', () => {
    const { findings } = read(report({ A01: 'khoảng 30', A02: '1.250', A03: 'x', B02: 'y', B04: 'không' }));
    const gravity = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(gravity).toEqual(gravity.toSorted());
    const unreadable = findings.filter(({ code }) => code === 'NOT_A_NUMBER').map(({ where }) => where);
    expect(unreadable).toEqual([
      { sheet: 'Số liệu', cell: 'E10' },
      { sheet: 'Số liệu', cell: 'E19' },
    ]);
  });

  it('does not repeat itself without end where a register follows the form', () => {
    const register = Array.from({ length: 5000 }, (_, n) => [
      n,
      '',
      `Cuộc họp giao ban số ${n} của đơn vị`,
      'cuộc',
      n,
      n,
    ]);
    const reading = read(
      workbook(sheet('Số liệu', [...title, header, ...formRows(), ...register]), narrative),
    );
    expect(reading.findings.filter(({ code }) => code === 'UNKNOWN_INDICATOR')).toHaveLength(20);
    expect(reading.findings.at(-1)?.code).toBe('MORE_OF_A_KIND');
    expect(reading.values).toHaveLength(35);
    expect(reading.counts.read + reading.counts.skipped).toBe(reading.counts.total);
  });

  it('takes bounded time over a large sheet of other things', () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`dòng ${n}`, n, n, n, n, n]);
    const reading = read(
      workbook(sheet('Dữ liệu', rows), sheet('Số liệu', [...title, header, ...formRows()]), narrative),
    );
    expect(reading.state).toBe('accepted');
    expect(reading.counts.skipped).toBe(120_000);
  });
});
