/** The words of the mails about what a unit declared and what the office decided. */
import type { DecisionKind } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';

/** A decision about one unit; guidance concerns them all and is told by reminders. */
export type UnitDecisionKind = Exclude<DecisionKind, 'guidance'>;

interface Words {
  readonly subject: string;
  readonly title: Text;
  readonly banner: Text;
  readonly text: Text;
}

/** To the unit. `{until}` is the day asked for or granted, `{file}` and `{receipt}` the version meant. */
export const toUnit = {
  nil: {
    subject: '[{regime}] Đã ghi nhận không phát sinh: {period} – {unit}',
    title: { vi: 'Đã ghi nhận khai báo', en: 'Your declaration is recorded' },
    banner: { vi: 'Đã ghi nhận: không phát sinh', en: 'Recorded: nothing to report' },
    text: {
      vi: 'Đơn vị được tính là đã báo cáo kỳ này, không cần gửi tệp. Nếu sau này có nội dung phải báo cáo, cứ gửi tệp: tệp được tiếp nhận sẽ thay cho khai báo này.',
      en: 'Your unit has met "{period}"; no file is needed. A report that is accepted later takes the place of the declaration.',
    },
  },
  'extension-request': {
    subject: '[{regime}] Đã ghi nhận đề nghị gia hạn đến {until}: {period} – {unit}',
    title: { vi: 'Đã ghi nhận đề nghị gia hạn', en: 'Your wish for more time is recorded' },
    banner: {
      vi: 'Đề nghị gia hạn đến {until}: chờ {office} quyết định',
      en: 'Asked for more time until {until}; the office has yet to decide',
    },
    text: {
      vi: 'Hạn nộp chưa thay đổi. Khi được đồng ý, đơn vị sẽ nhận thư báo hạn mới.',
      en: 'The report is due as before; once the office agrees you will be told the new date by mail.',
    },
  },
  extension: {
    subject: '[{regime}] Được gia hạn đến {until}: {period} – {unit}',
    title: { vi: 'Được gia hạn', en: 'More time was granted' },
    banner: { vi: 'Được gia hạn đến hết ngày {until}', en: 'More time until the end of {until}' },
    text: {
      vi: 'Báo cáo gửi đến hết ngày này vẫn được tính là đúng hạn.',
      en: 'The report "{period}" is on time until the end of that day.',
    },
  },
  return: {
    subject: '[{regime}] Yêu cầu chỉnh lý: {period} – {unit} (biên nhận {receipt})',
    title: { vi: 'Yêu cầu chỉnh lý báo cáo', en: 'Please correct the report' },
    banner: { vi: 'Báo cáo được trả lại để chỉnh lý', en: 'The report was returned for correction' },
    text: {
      vi: 'Tệp “{file}” không còn được tính. Xin sửa theo lý do dưới đây rồi gửi lại.',
      en: 'The file “{file}” no longer counts for "{period}". The reason stands above; please mend the report and send it again.',
    },
  },
  'exclude-version': {
    subject: '[{regime}] Tệp không đưa vào tổng hợp: {period} – {unit} (biên nhận {receipt})',
    title: { vi: 'Tệp không đưa vào tổng hợp', en: 'A file is left out of the report' },
    banner: {
      vi: 'Một tệp đã gửi không được tổng hợp',
      en: 'One file is left out of the consolidated report',
    },
    text: {
      vi: 'Tệp “{file}” vẫn được lưu nhưng không được tính, theo lý do dưới đây.',
      en: 'The file “{file}” for "{period}" is kept but does not count. The reason stands above.',
    },
  },
  'exclude-unit': {
    subject: '[{regime}] Không phải nộp: {period} – {unit}',
    title: { vi: 'Không phải nộp báo cáo kỳ này', en: 'No report is owed' },
    banner: { vi: 'Đơn vị được loại trừ khỏi kỳ báo cáo này', en: 'Your unit owes no report this time' },
    text: {
      vi: 'Đơn vị không phải nộp báo cáo kỳ này và sẽ không bị nhắc, theo lý do dưới đây.',
      en: 'Your unit owes no "{period}" and will not be reminded of it. The reason stands above.',
    },
  },
} as const satisfies Record<UnitDecisionKind, Words>;

/** To somebody of the office, about what a unit declared. */
export const toOffice = {
  nil: {
    subject: '[{regime}] {unit} khai không phát sinh: {period}',
    title: { vi: 'Đơn vị khai không phát sinh', en: 'A unit has nothing to report' },
    banner: { vi: '{unit}: không phát sinh', en: '{unit}: nothing to report' },
    text: {
      vi: 'Đơn vị được tính là đã báo cáo. Nếu thấy phải có báo cáo, xin liên hệ đơn vị: tệp được tiếp nhận sau sẽ thay cho khai báo này.',
      en: 'The unit has met "{period}". A report of the unit that is accepted later takes the place of the declaration.',
    },
  },
  'extension-request': {
    subject: '[{regime}] {unit} đề nghị gia hạn đến {until}: {period}',
    title: { vi: 'Đơn vị đề nghị gia hạn', en: 'A unit asks for more time' },
    banner: { vi: '{unit} đề nghị gia hạn đến {until}', en: '{unit} asks for more time until {until}' },
    text: {
      vi: 'Chưa có gì thay đổi: đơn vị vẫn phải nộp theo hạn hiện tại cho đến khi quyết định gia hạn được ghi vào hệ thống. Đồng ý hay không, xin báo người quản trị hệ thống ghi lại và trả lời đơn vị.',
      en: 'Nothing has changed: the deadline of the unit stays until the grant is entered by the system’s administrator.',
    },
  },
} as const satisfies Partial<Record<UnitDecisionKind, Words>>;

export const decisionFacts = {
  reason: { vi: 'Lý do', en: 'Reason' },
  until: { vi: 'Đến hết ngày', en: 'Until the end of' },
  at: { vi: 'Thời điểm', en: 'At' },
  by: { vi: 'Người quyết định', en: 'Decided by' },
  file: { vi: 'Tệp', en: 'File' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  countsNow: {
    vi: 'Bản được tính hiện nay: {file} (biên nhận {receipt}).',
    en: 'The version that counts now is {file} (receipt {receipt}).',
  },
  nothingCounts: {
    vi: 'Hiện chưa có bản nào của đơn vị được tính cho kỳ này.',
    en: 'No version of the unit counts for this period now.',
  },
  open: { vi: 'Mở trang của đơn vị', en: 'Open your unit’s page' },
  sendAgain: { vi: 'Gửi lại báo cáo', en: 'Send the report again' },
  overlook: { vi: 'Mở trang theo dõi', en: 'Open the overview' },
} as const satisfies Record<string, Text>;
