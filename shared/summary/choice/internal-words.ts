/** What is the office's own business and stands in nothing that goes upward: files, receipts, cells, codes, who was chased. */

import type { Regime } from '../../regime/regime.ts';
import { literally } from '../../vocabulary/literal-pattern.ts';

const patterns: readonly RegExp[] = [
  /[\p{L}\p{N}_)]\.(?:xlsx?|xlsm|docx?|pdf|ods|odt|rtf|csv|zip)\b/iu,
  // A receipt, an upload, a fingerprint.
  /\b[\dA-Z]{1,12}-\d{4}-[A-Z-]{2,12}-[0-9A-Z]{8,12}\b/u,
  /\b[0-9A-HJKMNP-TV-Z]{26}\b|\b[0-9a-f]{16,64}\b/u,
  // A cell, a row, a column, a formula.
  /(?:^|[\s(“"])ô\s{1,9}\$?[A-Z]{1,2}\$?\d{1,4}(?![\p{L}\d])/iu,
  /(?:[Cc]ột|[Bb]iểu|[Bb]ảng)\s{1,9}[A-Z]{1,2}\d{0,4}(?![\p{L}\d])|[Dd]òng\s{1,9}(?:số\s)?\d{1,4}(?!\d)/u,
  /![A-Z]{1,3}\d{1,5}\b|\b100 ?[×*] ?[A-Z]\d{2}\b/u,
  /trang tính|(?<!\p{L})sheet(?!\p{L})|biên nhận|số biên nhận|tệp (?:gần nhất|gửi|đính kèm|excel|word)|mã chỉ tiêu|sha-?256/iu,
  /(?:chưa|không) nộp(?=\s{0,3}(?:[.,;:)]|$|(?:\S{1,9} ){0,2}(?:báo cáo|tệp|biểu|số liệu)))|nộp (?:muộn|chậm|trễ)|quá hạn nộp|(?:gửi|nộp) báo cáo (?:còn )?(?:chậm|muộn|trễ)|chậm (?:gửi|nộp) báo cáo/iu,
  /từ chối tiếp nhận|yêu cầu chỉnh lý|không trích xuất|chưa đọc được số liệu|khai không phát sinh|đang xử lý tệp|đôn đốc đơn vị/iu,
  /số liệu (?:chưa|không) (?:thống nhất|khớp) giữa|giữa biểu và (?:phần )?lời văn|phần lời văn|số liệu khác thường/iu,
];

const codes = new WeakMap<Regime, RegExp | null>();

/** The first such word of the text; null where there is none. Codes are those of the regime's indicators and checks. */
export function internalWordIn(written: string, regime: Regime): string | null {
  const text = written.normalize('NFC');
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0].trim();
  }
  return (codesOf(regime)?.exec(text) ?? sentToOffice(regime).exec(text))?.[0] ?? null;
}

const offices = new WeakMap<Regime, RegExp>();

/** "Đã gửi số liệu về Văn phòng Sở": how the units' reports came together; "… Văn phòng Sở Tư pháp" is another's. */
function sentToOffice(regime: Regime): RegExp {
  const known = offices.get(regime);
  if (known) return known;
  const office = literally(regime.office.name.normalize('NFC'));
  const pattern = new RegExp(
    `(?<!\\p{L})(?:[Gg]ửi|[Nn]ộp|[Cc]huyển|[Cc]ung cấp|[Bb]áo cáo)\\s(?:[^\\s.;]{1,20}\\s){0,8}(?:về|cho|đến|tới|qua|lên)\\s${office}(?!\\p{L}|\\s\\p{Lu})`,
    'u',
  );
  offices.set(regime, pattern);
  return pattern;
}

function codesOf(regime: Regime): RegExp | null {
  const known = codes.get(regime);
  if (known !== undefined) return known;
  // A code without a digit may be a word.
  const all = [...regime.indicators.map(({ code }) => code), ...regime.checks.map(({ id }) => id)].filter(
    (code) => /\d/.test(code),
  );
  const pattern =
    all.length === 0 ? null : new RegExp(`(?<![\\p{L}\\d/-])(?:${all.join('|')})(?![\\p{L}\\d/-])`, 'iu');
  codes.set(regime, pattern);
  return pattern;
}
