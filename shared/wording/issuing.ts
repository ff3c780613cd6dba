/** What whoever issues a report is told before it goes out: what stands in the way, and what is doubtful about it. */
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import type { UploadState } from '../vocabulary/states.ts';
import { fillEach, joinEach, type Text } from '../vocabulary/text.ts';
import { uploadStateWords } from './statuses.ts';
import { number } from './vietnamese.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

/** Why a report cannot be meant to go out yet. */
export const hindranceWords = {
  'not-open': t('kỳ báo cáo chưa bắt đầu', 'the period has not opened yet'),
  'nobody-filed': t(
    'chưa đơn vị nào có báo cáo được tính hoặc khai không phát sinh',
    'nobody has filed anything that counts',
  ),
} as const satisfies Record<string, Text>;

/** Why nothing was issued. */
export const notIssuedWords = {
  nothingNew: (edition: number, period: string) =>
    fillEach(
      t(
        'Dự thảo lần {edition} của {period} vẫn đúng với những gì đã nộp.',
        'edition {edition} of {period} still says what is filed',
      ),
      { edition, period },
    ),
  thisMinute: (period: string, run: string) =>
    fillEach(
      t(
        'Dự thảo {period} vừa được lập trong chính phút này ({run}); đề nghị đợi một phút.',
        'the draft of {period} was drawn up this very minute as {run}; wait for the next',
      ),
      { period, run },
    ),
  hindered: (period: string, why: readonly Text[]) =>
    fillEach(t('Chưa lập dự thảo {period}: {why}.', 'no draft of {period} is drawn up: {why}'), {
      period,
      why: joinEach(why, '; '),
    }),
  cutOff: (period: string, edition: number) =>
    fillEach(
      t(
        'Dự thảo lần {edition} của {period} đang lập dở; hãy lập xong dự thảo đó trước, rồi mới đổi câu, số hoặc ngày.',
        'edition {edition} of {period} was cut off; finish it first, without choices, number or day',
      ),
      { edition, period },
    ),
  changed: (period: string) =>
    fillEach(
      t(
        'Chưa lập dự thảo {period}: đã có thay đổi sau khi danh sách được hiển thị; đề nghị xem lại.',
        'no draft of {period} is drawn up: something has changed since the list was shown; look again',
      ),
      { period },
    ),
} as const;

const notFiled: Partial<Record<DutyStatus, Text>> = {
  'awaiting-guidance': t('chưa nộp; chưa ấn định hạn nộp', 'has not filed; no deadline is set yet'),
  'not-due': t('chưa nộp; kỳ báo cáo chưa bắt đầu', 'has not filed; the period is not open'),
  missing: t('chưa nộp', 'has not filed'),
  overdue: t('chưa nộp, đã quá hạn', 'has not filed, and the deadline has passed'),
  extended: t('chưa nộp, đã được gia hạn', 'has not filed, and was given more time'),
  returned: t(
    'báo cáo đã bị trả lại để chỉnh lý và chưa nộp lại',
    'its report was returned and not filed anew',
  ),
};

/** A unit or an indicator of one, and what is said of it. */
const about = (whom: string, what: Text) => fillEach(t('{whom}: {what}', '{whom}: {what}'), { whom, what });

const figure = (value: number): Text => t(number(value), String(value));

interface Stated {
  readonly indicator: string;
  readonly value: number;
}

/** One line each. Units come as they are to be named; hours in the language they are told in. */
export const issueDoubts = {
  deadlineAhead: (until: Text) =>
    fillEach(
      t(
        'chưa hết hạn nộp: đơn vị còn có thể gửi đến {until}',
        'the deadline has not passed: files may come until {until}',
      ),
      { until },
    ),
  stale: (edition: number) =>
    fillEach(
      t(
        'dự thảo lần {edition} không còn khớp: sau khi lập đã có bản nộp hoặc quyết định mới; các điểm dưới đây là của lúc lập',
        'edition {edition} says otherwise than what counts now: something was filed or decided since; what follows is of when it was drawn up',
      ),
      { edition },
    ),
  unnumbered: (base: string) =>
    fillEach(
      t('căn cứ “{base}” chưa có số, ngày trong dự thảo', 'the draft names “{base}” without number and day'),
      { base },
    ),
  lacksParts: (parts: readonly string[]) =>
    fillEach(
      t(
        'dự thảo không có nội dung {parts}; đề nghị kiểm tra bản ký đã bổ sung chưa',
        'the draft has nothing under {parts}; look whether the signed report has',
      ),
      { parts: parts.map((part) => `“${part}”`).join(', ') },
    ),
  outdated: (edition: number, at: Text) =>
    fillEach(
      t(
        'dự thảo lần {edition} được chốt lúc {at}; từ đó đã có thay đổi',
        'edition {edition} was frozen at {at}; since then something has changed',
      ),
      { edition, at },
    ),
  /** All that keeps one unit from being counted as it should be, in one line: three lines would pass for three units. */
  ofUnit: (unit: string, facts: readonly Text[]) =>
    about(unit, joinEach(facts.flatMap((fact, n) => (n === 0 ? [fact] : [t('; ', '; '), fact])))),
  /** Null where the unit has filed, or need not. `until`: its own deadline. */
  notFiled: (status: DutyStatus, until: Text | null) => {
    const words = notFiled[status];
    if (words === undefined) return null;
    const own = until && fillEach(t(' (đến {until})', ' (until {until})'), { until });
    return own === null ? words : joinEach([words, own]);
  },
  pending: t('có tệp đã nhận, đang được đọc', 'a file has come and is still being read'),
  attempt: (attempt: { file: string; state: UploadState; first: Text | null; instead: string | null }) => {
    const { file, state, first, instead } = attempt;
    const became = /^accepted/.test(state)
      ? fillEach(t('“{file}” đã bị trả lại hoặc không tính', '"{file}" was returned or left out'), { file })
      : fillEach(t('“{file}”: {state}', '"{file}": {state}'), { file, state: uploadStateWords[state] });
    return joinEach([
      became,
      ...(first === null ? [] : [t(': ', ': '), first]),
      ...(instead === null
        ? []
        : [fillEach(t('; “{instead}” được tính thay', '; "{instead}" counts instead'), { instead })]),
    ]);
  },
  undecided: (until: Text, reason: string) =>
    fillEach(
      t(
        'xin gia hạn đến {until}, chưa được trả lời: {reason}',
        'asked for time until {until}, not decided: {reason}',
      ),
      { until, reason },
    ),
  likeTotals: (unit: string, file: string) =>
    about(
      unit,
      fillEach(
        t(
          'số liệu của “{file}” trùng với số tổng hợp của cả Sở ở bản trước; nếu là chép lại thì số của các đơn vị bị cộng hai lần',
          'the figures of "{file}" are the totals of an earlier edition; if they were copied, what other units gave is added twice',
        ),
        { file },
      ),
    ),
  open: (unit: string, first: Text, more: number) =>
    about(unit, more === 0 ? first : joinEach([first, t(` (và ${more} lưu ý khác)`, ` (and ${more} more)`)])),
  outlier: (where: string, value: number, why: Text) =>
    about(
      where,
      fillEach(t('{value} là khác thường: {why}', '{value} is unusual: {why}'), {
        value: figure(value),
        why,
      }),
    ),
  discrepancy: (where: string, added: number, stated: number) =>
    about(
      where,
      fillEach(
        t(
          'cộng các kỳ được {added}, báo cáo mới nhất ghi {stated}',
          'its periods add up to {added}, its newest report states {stated}',
        ),
        { added: figure(added), stated: figure(stated) },
      ),
    ),
  /** What units that lack a period state of the year. */
  stated: (
    figures: readonly { readonly indicator: string; readonly added: number; readonly stated: number }[],
  ) => {
    const list = figures.map(({ indicator, added, stated }) => {
      const difference = number(Math.abs(stated - added));
      return t(
        `${indicator} ${number(added)}, lũy kế ${number(stated)} (chênh ${difference})`,
        `${indicator} ${added}, stated ${stated} (${Math.abs(stated - added)} apart)`,
      );
    });
    return joinEach([
      t(
        'số cộng các kỳ khác lũy kế các đơn vị khai, do thiếu kỳ: ',
        'the periods add up to other figures than units state of the year, for periods are missing: ',
      ),
      joinEach(list, '; '),
    ]);
  },
  notReceiving: (bodies: readonly string[]) =>
    fillEach(
      t(
        'dự thảo có kiến nghị với {bodies}, chưa có tên ở phần Nơi nhận',
        'the draft asks something of {bodies}, to whom it does not go',
      ),
      { bodies: bodies.join(', ') },
    ),
  untold: (indicators: readonly string[]) =>
    about(
      indicators.join(', '),
      t(
        'lũy kế các đơn vị khai chưa đủ hoặc chưa khớp, báo cáo chỉ nêu số của riêng kỳ này nếu có',
        "what units state of the year so far is incomplete or does not agree; the report tells this period's own figure, if any",
      ),
    ),
  unbalanced: (
    indicators: readonly string[],
    figures: readonly Stated[],
    wayOut: { readonly figures: readonly Stated[]; readonly units: readonly string[] } | null,
  ) => {
    const listed = (all: readonly Stated[]) =>
      all.map(({ indicator, value }) => `${indicator} = ${figure(value).vi}`).join(', ');
    const list = listed(figures);
    const closed = wayOut && `${listed(wayOut.figures)} (${wayOut.units.join(', ')})`;
    return about(
      indicators.join(', '),
      t(
        `báo cáo không nêu, vì các số liên quan cộng lại chưa khớp: ${list}${closed ? `; khớp nếu lấy lũy kế đơn vị khai: ${closed}` : ''}`,
        `the report does not tell it, for what belongs together does not agree: ${list}${closed ? `; by what units state of the year it would: ${closed}` : ''}`,
      ),
    );
  },
  nilDated: (where: string, period: string, day: Text) =>
    about(
      where,
      fillEach(
        t(
          'ghi ngày {day}, trong kỳ {period} mà đơn vị khai không phát sinh; báo cáo không đếm ngày này',
          'gives {day}, in {period} of which the unit declared nothing to report; the report does not count it',
        ),
        { day, period },
      ),
    ),
  gap: (unit: string, periods: readonly string[]) =>
    about(
      unit,
      fillEach(t('số liệu cả năm thiếu {periods}', "the year's figures lack its {periods}"), {
        periods: periods.join(', '),
      }),
    ),
} as const;

/** What came or was decided after a draft was drawn up, as it stands behind the unit's name. */
export const sinceDraft = {
  about: (unit: Text, what: Text) => joinEach([unit, t(': ', ': '), what]),
  filed: (file: string, state: UploadState) =>
    fillEach(t('gửi “{file}”: {state}', 'sent "{file}": {state}'), { file, state: uploadStateWords[state] }),
  readAgain: (file: string, state: UploadState) =>
    fillEach(t('“{file}” được đọc lại: {state}', '"{file}" was read again: {state}'), {
      file,
      state: uploadStateWords[state],
    }),
  takenBack: (what: Text) => fillEach(t('thu hồi “{what}”', 'taken back: {what}'), { what }),
  everyUnit: t('tất cả các đơn vị', 'every unit'),
  /** What no single unit did in the period. */
  comparisons: t(
    'số liệu các kỳ dùng để so sánh hoặc cộng dồn cũng đã thay đổi',
    'figures of the periods that it is compared with, or adds up, have changed too',
  ),
} as const;
