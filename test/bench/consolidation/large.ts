/** A period of as many units as asked for, filled as the sample regime's units fill it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Earlier } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { ConsolidationInput } from '../../../shared/summary/consolidate.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import type { Finding } from '../../../shared/vocabulary/finding.ts';
import type { NarrativeSection } from '../../../shared/vocabulary/reading.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'infra', 'regimes', 'dan-van-2024.yaml');

/** Every twentieth unit is silent, every thirtieth sent a file that was rejected; one in five wrote what others wrote. */
export function largePeriod(units: number): ConsolidationInput {
  const regime = largeRegime(units);
  const versions = regime.units.flatMap(({ code }, n) =>
    n % 20 === 7 ? [] : [versionOf(regime, code, n, '6T-2024', n % 30 === 11 ? 'rejected' : 'accepted')],
  );
  const previous: Earlier = {
    period: 'Q1-2024',
    title: { vi: 'Báo cáo quý I năm 2024', en: 'First quarter of 2024' },
    versions: regime.units.map(({ code }, n) => versionOf(regime, code, n + 3, 'Q1-2024', 'accepted')),
    decisions: [],
  };
  return {
    regime,
    manifest: {
      ...{ run: 'bench', regime: regime.id, regimeHash: 'a'.repeat(64), period: '6T-2024', kind: 'final' },
      ...{
        scheduledAt: '2024-06-19T09:00:00+07:00',
        edition: 1,
        issued: null,
        paper: null,
        decisions: [],
        pending: [],
      },
      expected: regime.units.map(({ code }) => code),
      versions,
      earlier: { previous, lastYear: null, year: [] },
    },
    narratives: new Map(versions.map(({ upload, unit }, n) => [upload, narrativeOf(regime, unit, n)])),
    findings: new Map(versions.map(({ upload, firstFindings }) => [upload, firstFindings])),
  };
}

/** One in ten is a branch of the unit before it, whose figures already hold the branch's in every second case. */
function largeRegime(count: number): Regime {
  const regime = readRegime(readFileSync(file, 'utf8'), file);
  const code = (n: number) => `U${String(n).padStart(5, '0')}`;
  return {
    ...regime,
    parentsIncludingBranches: Array.from({ length: count }, (_, n) => n)
      .filter((n) => n % 20 === 3)
      .map(code),
    units: Array.from({ length: count }, (_, n) => ({
      code: code(n),
      name: `Trung tâm dịch vụ số ${n}`,
      kind: n % 10 === 4 ? ('chi nhánh' as const) : ('đơn vị trực thuộc' as const),
      parent: n % 10 === 4 ? code(n - 1) : 'STNMT',
      email: `u${n}@units.example`,
      reminded: true,
      aliases: [],
    })),
  };
}

function versionOf(
  regime: Regime,
  unit: string,
  n: number,
  period: string,
  state: 'accepted' | 'rejected',
): Version {
  const upload = `01HS${period.slice(0, 1)}${String(n).padStart(21, '0')}`;
  return {
    ...{ upload, regime: regime.id, regimeHash: 'a'.repeat(64), period, unit },
    ...{ fileName: `BC dan van ${period} ${unit}.xlsx`, size: 14_000, sender: 'Nguyễn Văn An' },
    ...{ sha256: n.toString(16).padStart(64, '3'), state, receipt: `${period}-${unit}-${upload.slice(-10)}` },
    receivedAt: `2024-06-1${n % 9}T0${n % 10}:12:00.000Z`,
    recordedAt: `2024-06-1${n % 9}T0${n % 10}:12:05.000Z`,
    counts: { read: 233, skipped: 2, total: 235 },
    severities: { error: 0, warning: n % 3 === 0 ? 1 : 0, note: 0 },
    firstFindings: n % 3 === 0 ? [warning] : [],
    values: valuesOf(regime, n),
  };
}

const warning: Finding = {
  ...{ code: 'X04', severity: 'warning', where: { sheet: 'Số liệu', cell: 'E12' } },
  ...{ found: '12', expected: '>= 14' },
  message: {
    vi: 'Số lượt người dự hội nghị không ít hơn số hội nghị',
    en: 'Fewer attendances than conferences',
  },
  fix: { vi: 'Kiểm tra lại ô E12 và ô E11, sửa rồi gửi lại', en: 'Check E12 and E11, mend and send again' },
};

function valuesOf(regime: Regime, n: number): Value[] {
  return regime.indicators.map(({ code, type }, at) => {
    const number = (n * 7919 + at * 104_729 + n * at * 31) % 97;
    const value = type === 'date' ? '2024-02-05' : type === 'text' ? 'Chưa có văn bản hướng dẫn' : number;
    const cumulative = type === 'count' ? number * 2 : null;
    return {
      ...{ indicator: code, value, source: { sheet: 'Số liệu', cell: `E${9 + at}` } },
      ...{
        cumulative,
        cumulativeSource: cumulative === null ? null : { sheet: 'Số liệu', cell: `F${9 + at}` },
      },
    };
  });
}

function narrativeOf(regime: Regime, unit: string, n: number): NarrativeSection[] {
  return regime.sections.map(({ id }, at) => ({
    section: id,
    paragraphs: [0, 1].map((paragraph) => ({
      text: n % 5 === 0 ? common : `${unit}: ${own(n * 31 + at * 7 + paragraph)}`,
      source: { sheet: 'Lời văn', cell: `A${2 + at * 3 + paragraph}` },
    })),
  }));
}

const common =
  'Cấp ủy, lãnh đạo đơn vị đã tổ chức quán triệt, triển khai đầy đủ các chỉ thị, nghị quyết, kết luận của Trung ương, ' +
  'của tỉnh về công tác dân vận đến toàn thể công chức, viên chức và người lao động.';

const words =
  'đơn vị nhân dân tuyên truyền vận động hồ sơ giải quyết thủ tục công khai quy chế dân chủ cơ sở phối hợp xã phường thôn hội nghị đối thoại kiến nghị đề xuất hướng dẫn kiểm tra giám sát kết quả thực hiện nhiệm vụ chính trị'.split(
    ' ',
  );

/** Fifty words, other ones for each number. */
function own(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 50 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return words[(state >>> 8) % words.length];
  }).join(' ');
}
