/** A first quarter of the sample regime, with every fate a unit's report can meet. */
import { readFileSync } from 'node:fs';
import type { Decision } from '../../../shared/filing/decision.ts';
import { type Manifest, nothingEarlier } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Period, Regime, Unit } from '../../../shared/regime/regime.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import type { Finding } from '../../../shared/vocabulary/finding.ts';
import type { NarrativeSection } from '../../../shared/vocabulary/reading.ts';

const path = new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url);
export const regime: Regime = readRegime(readFileSync(path, 'utf8'), 'dan-van-2024.yaml');

export function unitNamed(code: string): Unit {
  const unit = regime.units.find((each) => each.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

function periodNamed(id: string): Period {
  const period = regime.periods.find((each) => each.id === id);
  if (!period) throw new Error(`no period ${id}`);
  return period;
}

export const quarter = periodNamed('Q1-2024');

export const personalLink = {
  link: 'https://bao-cao.stnmt.example/u#7K3MQ8ZT2VWXP4RD9HNB6CYFGA',
  code: '7K3MQ8ZT2VWXP4RD9HNB6CYFGA',
};

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    code: 'X09',
    severity: 'error',
    where: { sheet: 'Biểu số liệu', cell: 'E25' },
    found: '17',
    expected: '15 = B08 + B09 - B10 (12 + 48 - 45)',
    message: {
      vi: 'Số đơn tồn cuối kỳ không bằng tồn đầu kỳ + tiếp nhận − giải quyết',
      en: 'Petitions open at the end do not equal carried over + received − settled',
    },
    fix: {
      vi: 'Sửa ô E25 thành 15, hoặc sửa lại B08, B09, B10 cho khớp.',
      en: 'Set E25 to 15, or correct B08, B09 and B10.',
    },
    ...change,
  };
}

export const warning = finding({
  code: 'X07',
  severity: 'warning',
  where: { table: 2, row: 19, column: 5 },
  found: '1.073',
  expected: 'không nhỏ hơn số lượt tiếp (1.093)',
  message: { vi: 'Số công dân được tiếp ít hơn số lượt tiếp', en: 'Fewer citizens than visits' },
  fix: {
    vi: 'Kiểm tra xem hai số có bị đổi chỗ không: lượt khác với người.',
    en: 'Check whether the two figures were swapped: visits are not people.',
  },
});

/** Version number `n` of the period, ordered by it; the receipt's number and the hash follow from it. */
export function version(n: number, unit: string, change: Partial<Version> = {}): Version {
  const serial = String(n).padStart(4, '0');
  return {
    upload: `01HS5W9KJ4T2QX7M8VN3RB${serial}`,
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period: quarter.id,
    unit,
    fileName: `BC dân vận quý I 2024 - ${unit}.xlsx`,
    size: 48_213 + n * 977,
    sha256: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0${serial}`,
    sender: null,
    state: 'accepted',
    receivedAt: `2024-03-${String(11 + (n % 7)).padStart(2, '0')}T0${n % 8}:1${n % 6}:09.000Z`,
    recordedAt: '2024-03-18T03:00:00Z',
    receipt: `Q1-2024-${unit}-T2QX7M${serial}`,
    counts: { read: 402 + n, skipped: 9, total: 411 + n },
    severities: { error: 0, warning: 0, note: 0 },
    firstFindings: [],
    values: figures(n),
    ...change,
  };
}

function figures(n: number): Value[] {
  return regime.indicators.map((indicator, index): Value => {
    const source = { sheet: 'Biểu số liệu', cell: `E${index + 6}` };
    const cumulativeSource = { sheet: 'Biểu số liệu', cell: `F${index + 6}` };
    // As many petitions come as go, so that the balance closes.
    const at = /^B(?:09|10|11)$/.test(indicator.code) ? index - Number(indicator.code.slice(1)) + 8 : index;
    const count = ((n * 7 + at * 13) % 37) + (indicator.code === 'B06' ? 1_000 : 0);
    const blank = (n + at) % 11 === 0;
    const value = blank
      ? null
      : indicator.type === 'text'
        ? (['chưa thực hiện', 'đang thực hiện', 'đã tổng kết'][(n + index) % 3] ?? null)
        : indicator.type === 'date'
          ? `2024-02-${String((n % 20) + 5).padStart(2, '0')}`
          : count;
    return { indicator: indicator.code, value, source, cumulative: value, cumulativeSource };
  });
}

const sentences = [
  'Đơn vị đã tổ chức quán triệt, tuyên truyền các chỉ thị, nghị quyết của Đảng, chính sách, pháp luật của Nhà nước về công tác dân vận đến toàn thể công chức, viên chức và người lao động.',
  'Trong quý đã tiếp công dân đúng lịch, giải quyết dứt điểm các đơn thư thuộc thẩm quyền, không để tồn đọng kéo dài; kết quả được công khai tại bộ phận một cửa.',
  'Phối hợp với UBND các xã, phường vận động Nhân dân giải phóng mặt bằng, phân loại rác tại nguồn và tham gia “Ngày Chủ nhật xanh”.',
  'Còn tồn tại: một số hồ sơ giải quyết chậm do thiếu nhân lực; đề nghị lãnh đạo Sở bổ sung viên chức cho bộ phận tiếp nhận và trả kết quả.',
];

/** With a figure of its own in each unit's text, unless they are `alike`. */
function narrativeOf(n: number, repeat = 2, alike = false): NarrativeSection[] {
  return regime.sections.map(({ id }, index) => ({
    section: id,
    paragraphs: Array.from({ length: repeat }, (_, k) => ({
      text: alike
        ? (sentences[(index + k) % sentences.length] ?? '')
        : `${n + 11} việc: ${sentences[(n + index + k) % sentences.length]}`,
      source: { paragraph: 10 * index + k + 1 },
    })),
  }));
}

function decision(n: number, unit: string): Omit<Extract<Decision, { kind: 'nil' }>, 'kind'> {
  return {
    decision: `01HS5W9KJ4T2QX7M8VN3RC${String(n).padStart(4, '0')}`,
    period: quarter.id,
    unit,
    actor: 'VANPHONG',
    reason: 'Kỳ này không phát sinh nội dung phải báo cáo',
    decidedAt: '2024-03-15T02:00:00Z',
  };
}

export interface Story {
  readonly versions: readonly Version[];
  readonly decisions: readonly Decision[];
  readonly expected: readonly string[];
  readonly pending?: Manifest['pending'];
  readonly edition?: number;
  /** Paragraphs that each unit wrote in each section. */
  readonly paragraphs?: number;
  /** Every unit wrote the same. */
  readonly alike?: boolean;
  readonly kind?: Manifest['kind'];
  readonly earlier?: Manifest['earlier'];
}

export const everyUnit = regime.units.map(({ code }) => code);

/** Of fourteen: nine on time, one of them with warnings, one late, one nil, one rejected, one missing, one excluded. */
export const mixedStory: Story = {
  versions: [
    ...['VPS', 'TTRA', 'KHTC', 'QLDD', 'DDBD', 'TNKS', 'VPDK', 'CN-TPLS'].map((unit, n) =>
      version(n + 1, unit),
    ),
    version(9, 'CCBVMT', {
      state: 'accepted-with-warnings',
      fileName: 'BC dan van 6T 2024 (sua) final.docx',
      firstFindings: [warning, warning],
      severities: { error: 0, warning: 2, note: 0 },
    }),
    version(10, 'TTTNMT', { receivedAt: '2024-03-18T18:30:00Z' }),
    version(11, 'TTPTQD', { state: 'rejected', firstFindings: [finding()], values: [] }),
    version(12, 'QLDD', { state: 'unreadable', fileName: 'BC_signed_20240315.pdf', values: [] }),
  ],
  decisions: [
    { ...decision(1, 'CN-CLO'), kind: 'nil' },
    { ...decision(2, 'CN-LBI'), kind: 'exclude-unit', reason: 'Chi nhánh tạm ngừng hoạt động để sáp nhập' },
  ],
  expected: everyUnit,
};

export function summaryOf(story: Story, of: Regime = regime): Summary {
  const manifest: Manifest = {
    run: '2024-03-19T09:00:00+07:00',
    regime: of.id,
    regimeHash: 'a'.repeat(64),
    period: quarter.id,
    scheduledAt: '2024-03-19T09:00:00+07:00',
    ...{ kind: story.kind ?? 'final', edition: story.edition ?? 1, paper: null, issued: null },
    earlier: story.earlier ?? nothingEarlier,
    expected: [...story.expected],
    versions: [...story.versions],
    decisions: [...story.decisions],
    pending: story.pending ?? [],
  };
  const narratives = new Map(
    story.versions.map(({ upload }, n) => [upload, narrativeOf(n, story.paragraphs, story.alike)]),
  );
  return consolidate({ regime: of, manifest, narratives, findings: new Map() });
}
