import { describe, expect, it } from 'vitest';
import {
  compareWithOthers,
  type RecordedReport,
  textsToCompare,
} from '../../../../shared/reading/compare/compare-with-others.ts';
import { sketchOf } from '../../../../shared/reading/compare/text-sketch.ts';
import type { NarrativeSection, Value } from '../../../../shared/reading/model/reading.ts';
import { taskOf } from '../by-hand.ts';

const task = taskOf('QLDD', '6T-2024');
const said =
  'Trong quý I năm 2024, phòng đã tổ chức 12 hội nghị tuyên truyền với 1.250 lượt người tham dự, phối hợp giải quyết dứt điểm các kiến nghị của nhân dân tại cơ sở, công khai kết quả trên trang thông tin và bảng tin.';
const own =
  'Ngoài ra còn duy trì tổ tự quản tại ba khu phố, vận động hiến đất mở đường, trồng cây xanh quanh trụ sở mới.';

let minted = 0;
/** A report with this text; one after the other they are later. */
function report(text: string, about: Partial<RecordedReport> = {}): RecordedReport & { text: string } {
  minted += 1;
  const sketch = sketchOf([text]);
  return {
    upload: `01HS${String(minted).padStart(22, '0')}`,
    ...{ unit: 'QLDD', period: '6T-2024', fileName: 'bc.xlsx', receipt: `R-${minted}` },
    ...{ sha256: String(minted), state: 'accepted' },
    ...(sketch !== null && { sketch }),
    ...about,
    text,
  };
}
const narrative = (text: string): NarrativeSection[] => [
  { section: 'II.1', paragraphs: [{ text, source: { paragraph: 7 } }] },
];

function compared(
  mine: ReturnType<typeof report>,
  reports: readonly ReturnType<typeof report>[],
  last: (ReturnType<typeof report> & { values: Value[] }) | null = null,
  values: Value[] = [],
) {
  const others = { reports: [mine, ...reports], last };
  const wanted = textsToCompare(mine, others);
  const all = [...reports, ...(last ? [last] : [])];
  const findings = compareWithOthers(
    mine,
    { values, narrative: narrative(mine.text) },
    task,
    others,
    (upload) => {
      // Only what was asked for has been read.
      const other = wanted.includes(upload)
        ? all.find((candidate) => candidate.upload === upload)
        : undefined;
      return other ? narrative(other.text) : null;
    },
  );
  return findings.map(({ code, message }) => [code, message.vi] as const);
}
const codes = (list: readonly (readonly [string, string])[]) => list.map(([code]) => code);

describe('the very same file', () => {
  it('sent before for this period is noted with its receipt', () => {
    const first = report('', { sha256: 'same', receipt: 'Q1-QLDD-1' });
    const [note] = compared(report('', { sha256: 'same' }), [first]);
    expect(note).toEqual(['SAME_FILE_AGAIN', expect.stringContaining('biên nhận Q1-QLDD-1')]);
  });

  it('of another period or another unit is a warning that names it', () => {
    const before = report('', { sha256: 'same', period: 'Q1-2024' });
    const foreign = report('', { sha256: 'same', unit: 'VPDK' });
    expect(compared(report('', { sha256: 'same' }), [before, foreign])).toEqual([
      ['SAME_FILE_OTHER_UNIT', expect.stringContaining('Văn phòng Đăng ký đất đai')],
      ['SAME_FILE_OTHER_PERIOD', expect.stringMatching(/quý I/i)],
    ]);
  });

  it('is said of the later one alone, and of a file nobody could read too', () => {
    const mine = report('', { sha256: 'same', state: 'unreadable' });
    expect(compared(mine, [report('', { sha256: 'same', unit: 'VPDK' })])).toEqual([]);
    const later = report('', { sha256: 'same', unit: 'QLDD', state: 'unreadable' });
    expect(codes(compared(later, [mine]))).toEqual(['SAME_FILE_AGAIN']);
  });
});

describe('the unit’s text of the period before', () => {
  const last = { ...report(said, { period: 'Q1-2024' }), values: [] };

  it('sent once more with other dates is told to be so', () => {
    const redated = said.replace('quý I năm 2024', '6 tháng đầu năm 2024');
    expect(codes(compared(report(redated), [last], last))).toEqual(['TEXT_AS_BEFORE']);
  });

  it('with a few words changed is told with the share', () => {
    const [much] = compared(report(said.replace('1.250', '1.300')), [last], last);
    expect(much).toEqual(['TEXT_MUCH_AS_BEFORE', expect.stringMatching(/^9\d% lời văn/)]);
  });

  it('continued by as much again is no matter', () => {
    expect(compared(report(`${said} ${own}`), [last], last)).toEqual([]);
  });

  it('is not told once more of the very same file', () => {
    const same = { ...last, sha256: 'same' };
    expect(codes(compared(report(said, { sha256: 'same' }), [same], same))).toEqual([
      'SAME_FILE_OTHER_PERIOD',
    ]);
  });
});

describe('another unit’s text of the same period', () => {
  it('is told with unit and share, at the first paragraph', () => {
    const theirs = report(said, { unit: 'VPDK' });
    const [text] = compared(report(said), [theirs]);
    expect(text).toEqual(['TEXT_OF_OTHER_UNIT', expect.stringMatching(/^100% .*Văn phòng Đăng ký đất đai/)]);
  });

  it('is looked for in the newest report of each unit that came before, and only among likely ones', () => {
    const old = report(said, { unit: 'VPDK' });
    const newer = report(`${own} ${own.split(' ').reverse().join(' ')}`, { unit: 'VPDK' });
    const other = report(said, { unit: 'TNN' });
    const mine = report(said);
    const later = report(said, { unit: 'DDBD' });
    const others = { reports: [old, newer, other, later], last: null };
    expect(textsToCompare(mine, others)).toEqual([other.upload]);
    expect(codes(compared(mine, [old, newer, other, later]))).toEqual(['TEXT_OF_OTHER_UNIT']);
  });

  it('of a few words means nothing', () => {
    expect(compared(report('Không phát sinh.'), [report('Không phát sinh.', { unit: 'VPDK' })])).toEqual([]);
  });
});

describe('the figures of the period before', () => {
  const value = (indicator: string, inPeriod: number, cumulative: number): Value => ({
    ...{ indicator, value: inPeriod, cumulative },
    source: { sheet: 'Số liệu', cell: 'E9' },
    cumulativeSource: { sheet: 'Số liệu', cell: 'F9' },
  });

  it('must open the period, be added to, and not go down', () => {
    const last = {
      ...report('', { period: 'Q1-2024' }),
      values: [value('B11', 3, 3), value('A02', 4, 4), value('A05', 6, 6)],
    };
    const wrong = [value('B08', 5, 5), value('A02', 2, 5), value('A05', 5, 5)];
    expect(codes(compared(report(''), [], last, wrong))).toEqual(['X10', 'X19', 'X20']);
    const right = [value('B08', 3, 3), value('A02', 2, 6), value('A05', 6, 6)];
    expect(compared(report(''), [], last, right)).toEqual([]);
  });
});
