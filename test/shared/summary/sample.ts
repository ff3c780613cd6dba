/** Fourteen units, their figures and their words: a period as it really comes in. */
import { readFileSync } from 'node:fs';
import type { Decision } from '../../../shared/filing/decision.ts';
import { type Manifest, nothingEarlier } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Period, Regime } from '../../../shared/regime/regime.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import type { Finding } from '../../../shared/vocabulary/finding.ts';
import type { NarrativeSection } from '../../../shared/vocabulary/reading.ts';

const fileName = 'infra/regimes/dan-van-2024.yaml';

export const regime: Regime = readRegime(readFileSync(fileName, 'utf8'), fileName);

export function periodOf(id: string, of: Regime = regime): Period {
  const period = of.periods.find((each) => each.id === id);
  if (!period) throw new Error(`no period ${id}`);
  return period;
}

/** ULIDs that sort by their number. */
export function ulid(n: number): string {
  return `01HS${n.toString().padStart(22, '0')}`;
}

export function versionOf(given: Partial<Version> & Pick<Version, 'upload' | 'unit'>): Version {
  return {
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period: 'Q1-2024',
    fileName: `BC dan van Q1 ${given.unit}.xlsx`,
    size: 24_000,
    sha256: Number(given.upload.slice(4)).toString(16).padStart(64, '3'),
    sender: null,
    state: 'accepted',
    receivedAt: '2024-03-15T03:00:00.000Z',
    recordedAt: '2024-03-15T03:00:05.000Z',
    receipt: `Q1-2024-${given.unit}-${given.upload.slice(-10)}`,
    counts: { read: 100, skipped: 0, total: 100 },
    severities: { error: 0, warning: 0, note: 0 },
    firstFindings: [],
    values: [],
    ...given,
  };
}

type Choice<Kind> = Kind extends Decision['kind']
  ? { kind: Kind } & Omit<
      Extract<Decision, { kind: Kind }>,
      'kind' | 'decision' | 'period' | 'actor' | 'decidedAt' | 'reason'
    > & { reason?: string; actor?: string }
  : never;

/** By the office, but for what a unit declares itself. */
export function decisionOf(n: number, chosen: Choice<Decision['kind']>): Decision {
  return {
    reason: 'theo đề nghị của đơn vị',
    actor: chosen.kind === 'nil' ? `unit:${chosen.unit}` : 'van-phong',
    ...chosen,
    decision: ulid(n),
    period: 'Q1-2024',
    decidedAt: '2024-03-15T04:00:00.000Z',
  };
}

export const warning: Finding = {
  code: 'CHECK_FAILED',
  severity: 'warning',
  where: { sheet: 'Số liệu', cell: 'E12' },
  found: '=12',
  expected: '>= 14',
  message: { vi: 'Lượt người ít hơn số hội nghị', en: 'Fewer attendances than conferences' },
  fix: {
    vi: 'Kiểm tra lại ô E12 và ô E11, sửa rồi gửi lại',
    en: 'Check E12 and E11, mend and send again',
  },
};

const wrongPeriod: Finding = {
  code: 'OTHER_PERIOD',
  severity: 'error',
  where: { sheet: 'Số liệu', cell: 'A5' },
  found: 'Báo cáo năm 2023',
  expected: 'Báo cáo quý I',
  message: { vi: 'Tệp là báo cáo của kỳ khác', en: 'The file is another period’s report' },
  fix: { vi: 'Gửi báo cáo quý I năm 2024', en: 'Send the report of the first quarter of 2024' },
};

// Small whole numbers from unit and indicator alone, so that the sample is the same in every run.
function roll(unit: number, indicator: number): number {
  return (unit * 7919 + indicator * 104_729 + unit * indicator * 31) % 23;
}

export function valuesOf(unitIndex: number): readonly Value[] {
  const n = (code: string) => {
    const index = regime.indicators.findIndex((indicator) => indicator.code === code);
    return roll(unitIndex, index);
  };
  const staff = 12 + n('E01') * 3;
  const files = 900 + n('B12') * 131;
  const inTime = files - n('B13');
  const figures: Record<string, number | string | null> = {
    A05: n('A06') + n('A07'),
    A08: Math.min(n('A08'), n('A06') + n('A07')),
    B01: '2024-02-05',
    B03: staff - 2,
    B11: n('B08') + 3,
    B12: files,
    B13: inTime,
    B14: Math.round((10_000 * inTime) / files) / 100,
    C05: Math.round((10_000 * Math.min(n('C03'), staff)) / staff) / 100,
    C03: Math.min(n('C03'), staff),
    D01: 'Chưa có hướng dẫn',
    D02: null,
    D03: null,
    D04: 'Đã xong; số 12/BC, ngày 10/3/2024',
    E01: staff,
    E02: '2024-02-27',
    E03: '- Kinh phí còn hạn chế; đề nghị Sở quan tâm tập huấn nghiệp vụ',
  };
  return regime.indicators.map(({ code, type }, index) => {
    const row = 9 + index;
    const value = figures[code] !== undefined ? figures[code] : type === 'count' ? n(code) : null;
    const blank = value === null || (unitIndex === 3 && code === 'A04');
    return {
      indicator: code,
      value: blank ? null : value,
      source: blank ? null : { sheet: 'Số liệu', cell: `E${row}` },
      cumulative: blank || type !== 'count' ? null : value,
      cumulativeSource: blank || type !== 'count' ? null : { sheet: 'Số liệu', cell: `F${row}` },
    };
  });
}

const words: Record<string, readonly string[]> = {
  'II.1': [
    'Cấp ủy, lãnh đạo đơn vị đã tổ chức quán triệt, triển khai đầy đủ các chỉ thị, nghị quyết, kết luận của Trung ương, của tỉnh về công tác dân vận đến toàn thể công chức, viên chức và người lao động; gắn công tác dân vận với thực hiện nhiệm vụ chính trị được giao.',
    'Đã đăng ký mô hình “Dân vận khéo” trong giải quyết thủ tục hành chính về đất đai; nắm chắc tình hình Nhân dân tại các địa bàn có dự án đang giải phóng mặt bằng.',
  ],
  'II.2': [
    'Thực hiện nghiêm Luật Thực hiện dân chủ ở cơ sở; công khai quy trình, thời hạn giải quyết hồ sơ tại bộ phận một cửa; duy trì lịch tiếp công dân hằng tuần của lãnh đạo đơn vị.',
  ],
  'II.3': [
    'Tuyên truyền, vận động công chức, viên chức tham gia Cuộc thi trắc nghiệm trên Internet về “Dân vận khéo” tỉnh Lạng Sơn năm 2024.',
  ],
  III: [
    'Tồn tại: việc tuyên truyền có lúc chưa thường xuyên. Kiến nghị: Sở tổ chức tập huấn nghiệp vụ công tác dân vận cho cán bộ đầu mối.',
  ],
};

export function narrativeOf(unit: string): readonly NarrativeSection[] {
  return Object.entries(words).map(([section, texts]) => ({
    section,
    paragraphs: texts.map((text, n) => ({
      text: `${text} (${unit})`,
      source: { sheet: 'Lời văn', cell: `A${n + 2}` },
    })),
  }));
}

/** Ten filed (one late), one nil, one rejected, one returned, one silent: 11 of 14. */
export function sampleManifest(): Manifest {
  const filing = regime.units.slice(0, 12).filter(({ code }) => code !== 'TTRA');
  const versions = filing.map((unit, n) => {
    const index = regime.units.indexOf(unit);
    return versionOf({
      upload: ulid(100 + n),
      unit: unit.code,
      values: [...valuesOf(index)],
      state: n === 2 ? 'accepted-with-warnings' : 'accepted',
      firstFindings: n === 2 ? [warning] : [],
      receivedAt: n === 5 ? '2024-03-18T18:30:00.000Z' : `2024-03-15T0${n % 9}:12:00.000Z`,
    });
  });
  const rejected = versionOf({
    upload: ulid(300),
    unit: 'CN-HLU',
    state: 'rejected',
    fileName: 'BC dan van 2023 (sua) final2.xlsx',
    firstFindings: [wrongPeriod],
    severities: { error: 1, warning: 0, note: 0 },
  });
  const returned = filing.at(-1)?.code ?? '';
  return {
    run: 'dan-van-2024:Q1-2024:2024-03-19T09:00',
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period: 'Q1-2024',
    scheduledAt: '2024-03-19T09:00:00+07:00',
    ...{ kind: 'final', edition: 1, earlier: nothingEarlier, issued: null, paper: null },
    expected: regime.units.map(({ code }) => code),
    versions: [...versions, rejected],
    decisions: [
      decisionOf(400, { kind: 'nil', unit: 'TTRA', reason: 'Trong kỳ không phát sinh nhiệm vụ' }),
      decisionOf(401, {
        kind: 'return',
        unit: returned,
        upload: ulid(110),
        reason: 'Phần lời văn chưa có mục II.2',
      }),
    ],
    pending: [{ upload: ulid(500), unit: 'CN-LBI', fileName: 'bao cao.docx' }],
  };
}

export function sampleSummary(manifest: Manifest = sampleManifest()): Summary {
  return consolidate({
    regime,
    manifest,
    narratives: new Map(manifest.versions.map(({ upload, unit }) => [upload, narrativeOf(unit)])),
    findings: new Map(),
  });
}
