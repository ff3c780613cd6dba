import { describe, expect, it } from 'vitest';
import type { Version } from '../../../../shared/filing/version.ts';
import { waitingAmong } from '../../../../shared/office/desk/waiting.ts';
import { sketchOf } from '../../../../shared/reading/compare/text-sketch.ts';
import { progressOf } from '../../../../shared/summary/progress.ts';
import { periodOf, regime, ulid, versionOf, warning } from '../../summary/sample.ts';

const sentences = Array.from(
  { length: 20 },
  (_, n) =>
    `Đơn vị đã tổ chức hội nghị số ${n} về nội dung thứ ${n * 7} tại xã ${n * 13}, với ${n + 40} người dự.`,
);
const others = sentences.map((sentence) => sentence.replaceAll('xã', 'huyện').replaceAll('dự', 'tham gia'));

const copiesOf = (versions: readonly Version[]) =>
  waitingFor(
    versions,
    versions.map(({ unit }) => unit),
  ).filter(({ kind }) => kind === 'copied');

function waitingFor(versions: readonly Version[], expected: readonly string[]) {
  const period = periodOf('Q1-2024');
  const asked = { regime, period, expected, at: '2024-03-19T02:00:00Z', versions, decisions: [] };
  const { units, duties } = progressOf({ ...asked, pending: new Set(), findings: new Map() });
  const filingsOf = (unit: string) => ({
    versions: versions.filter((version) => version.unit === unit),
    decisions: [],
  });
  return waitingAmong({ regime, units, duties, filingsOf });
}

const sent = (n: number, unit: string, text: readonly string[], sha256 = String(n).repeat(64)) =>
  versionOf({ upload: ulid(n), unit, sha256, sketch: sketchOf(text) ?? undefined });

describe('a file that is another unit’s', () => {
  const message = {
    vi: 'Tệp này là báo cáo của Chi nhánh VPĐKĐĐ huyện Lộc Bình (CN-LBI), không phải của Chi nhánh VPĐKĐĐ huyện Hữu Lũng (CN-HLU).',
    en: 'x',
  };
  const other = { ...warning, code: 'OTHER_UNIT', severity: 'error', message } as const;
  const wrong = versionOf({ upload: ulid(1), unit: 'CN-HLU', state: 'rejected', firstFindings: [other] });
  const scan = versionOf({ upload: ulid(2), unit: 'CN-LBI', state: 'unreadable' });
  const told = (versions: readonly Version[]) =>
    waitingFor(versions, ['CN-HLU', 'CN-LBI', 'VPDK']).map(({ kind, unit, other: of }) => [kind, unit, of]);

  it('is told of that unit while nothing of it has come, and of no other whose name is said in passing', () => {
    expect(told([wrong])).toEqual([['swapped', 'CN-HLU', 'CN-LBI']]);
    expect(told([wrong, scan])).toEqual([
      ['rejected', 'CN-HLU', null],
      ['unreadable', 'CN-LBI', null],
    ]);
  });
});

describe('reports that look copied', () => {
  it('are told of the unit whose text came later, where it is as good as the same', () => {
    const changed = [...sentences.slice(0, -1), 'Trong kỳ không phát sinh vướng mắc.'];
    expect(copiesOf([sent(1, 'QLDD', sentences), sent(2, 'TTRA', changed)])).toMatchObject([
      { unit: 'TTRA', other: 'QLDD' },
    ]);
  });

  it('are told where the file is the same, whatever its text', () => {
    expect(
      copiesOf([sent(1, 'QLDD', ['Ngắn.'], 'a'.repeat(64)), sent(2, 'TTRA', ['Ngắn.'], 'a'.repeat(64))]),
    ).toHaveLength(1);
  });

  it('are no accusation where texts are only worth reading side by side', () => {
    const half = [...sentences.slice(0, 10), ...others.slice(10)];
    expect(copiesOf([sent(1, 'QLDD', sentences), sent(2, 'TTRA', half)])).toEqual([]);
  });
});
