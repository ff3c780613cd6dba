/** The words of the mails about what a unit declared and what the office decided. */
import type { DecisionKind } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';

interface Words {
  readonly subject: string;
  readonly title: Text;
  readonly banner: Text;
  readonly text: Text;
}

/** To the unit. `{until}` is the day asked for, granted or set, `{file}` and `{receipt}` the version meant, `{undone}` what was taken back. */
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
  prolong: {
    subject: '[{regime}] Lùi hạn nộp thêm {hours} giờ: {period} – {unit}',
    title: { vi: 'Lùi hạn nộp do hệ thống gián đoạn', en: 'More hours were given' },
    banner: { vi: 'Được lùi hạn nộp thêm {hours} giờ', en: '{hours} more hours' },
    text: {
      vi: 'Hạn nộp mới nêu ở dòng “Hạn nộp” dưới đây. Báo cáo gửi đến giờ ấy được tính là đúng hạn; giờ nhận của tệp đã gửi không đổi.',
      en: 'The new deadline stands above. A report that comes by then is on time; the time at which a file came stays as it is.',
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
  'extension-refusal': {
    subject: '[{regime}] Không đồng ý gia hạn: {period} – {unit}',
    title: { vi: 'Đề nghị gia hạn không được đồng ý', en: 'No more time was granted' },
    banner: { vi: 'Hạn nộp giữ nguyên', en: 'The deadline stays as it is' },
    text: {
      vi: 'Văn phòng không đồng ý đề nghị gia hạn, theo lý do dưới đây. Báo cáo gửi sau hạn vẫn được nhận và ghi là nộp muộn.',
      en: 'The office does not grant more time for "{period}". The reason stands above. A report that comes later is still taken, and noted as late.',
    },
  },
  'accept-late': {
    subject: '[{regime}] Chấp nhận báo cáo nộp muộn: {period} – {unit}',
    title: { vi: 'Báo cáo nộp muộn được chấp nhận', en: 'The late report is accepted' },
    banner: { vi: 'Văn phòng chấp nhận báo cáo nộp muộn', en: 'The office accepts the late report' },
    text: {
      vi: 'Tệp “{file}” được đưa vào tổng hợp. Thời điểm nhận không thay đổi, báo cáo vẫn ghi là nộp muộn, theo lý do dưới đây.',
      en: 'The file “{file}” for "{period}" goes into the consolidated report. It stays noted as late; the reason stands above.',
    },
  },
  waive: {
    subject:
      '[{regime}] Tiếp nhận dù còn lỗi kiểm tra, báo cáo được tính: {period} – {unit} (biên nhận {receipt})',
    title: { vi: 'Báo cáo được tính dù còn lỗi kiểm tra', en: 'The report counts, its checks are waived' },
    banner: {
      vi: 'Báo cáo được tính, không cần gửi lại',
      en: 'The report counts; nothing has to be sent again',
    },
    text: {
      vi: 'Tệp “{file}” bị từ chối vì phép kiểm không khớp. Văn phòng miễn các phép kiểm ấy cho tệp này, theo lý do dưới đây; tệp nay được tính.',
      en: 'The file “{file}” for "{period}" was rejected because figures did not agree. The office waives these checks for it, and it counts now. The reason stands above.',
    },
  },
  guidance: {
    subject: '[{regime}] Đã có hướng dẫn, hạn nộp {until}: {period} – {unit}',
    title: { vi: 'Đã có văn bản hướng dẫn', en: 'The guidance has come' },
    banner: { vi: 'Nộp báo cáo đến hết ngày {until}', en: 'The report is due by the end of {until}' },
    text: {
      vi: 'Kỳ báo cáo này chờ văn bản hướng dẫn; nay đã có, nêu ở dòng lý do dưới đây. Xin gửi báo cáo theo hướng dẫn ấy.',
      en: '"{period}" was waiting for its guidance, which has come and is named above. Please send the report of your unit by that day.',
    },
  },
  'hold-reminders': {
    subject: '[{regime}] Tạm dừng thư nhắc đến hết ngày {until}: {period} – {unit}',
    title: { vi: 'Tạm dừng thư nhắc', en: 'Reminders are held back' },
    banner: {
      vi: 'Không gửi thư nhắc đến hết ngày {until}',
      en: 'No reminders until the end of {until}',
    },
    text: {
      vi: 'Văn phòng tạm dừng thư nhắc về báo cáo nêu dưới đây, theo lý do kèm theo. Hạn nộp không thay đổi; báo cáo vẫn phải nộp, và đơn vị gửi tệp qua thư này được.',
      en: 'The office sends no reminders of the reports named above until then; the reason stands there too. The deadline stays, the report is still owed, and can be sent by this mail.',
    },
  },
  undo: {
    subject: '[{regime}] Thu hồi quyết định: {period} – {unit}',
    title: { vi: 'Một quyết định được thu hồi', en: 'A decision was taken back' },
    banner: { vi: 'Thu hồi: {undone}', en: 'Taken back: {undone}' },
    text: {
      vi: 'Thư báo quyết định trước đây không còn giá trị. Tình trạng hiện nay của đơn vị nêu dưới đây và trên trang của đơn vị.',
      en: 'The mail about the earlier decision no longer holds. What your unit owes now stands above and on the page of your unit.',
    },
  },
} as const satisfies Record<Exclude<DecisionKind, 'received-on'>, Words>;

/** Of a noted day that is taken back: a receipt, where there is one, holds without it. */
export const noDay = {
  vi: 'Ngày nhận do Văn phòng ghi không còn được tính; báo cáo tính theo giờ hệ thống nhận. Tình trạng hiện nay của đơn vị nêu trên trang của đơn vị.',
  en: 'The day that the office noted for the report to be dated by no longer counts; the report is dated by the time at which it came. What your unit owes now stands above and on the page of your unit.',
} as const satisfies Text;

/** What was taken back, within a sentence. */
export const undoneWords = {
  nil: { vi: 'khai không phát sinh', en: 'nothing to report' },
  'extension-request': { vi: 'đề nghị gia hạn', en: 'the request for more time' },
  extension: { vi: 'gia hạn', en: 'more time' },
  prolong: { vi: 'lùi hạn nộp theo giờ', en: 'the hours that were given' },
  'extension-refusal': { vi: 'không đồng ý gia hạn', en: 'the refusal of more time' },
  return: { vi: 'yêu cầu chỉnh lý', en: 'the return for correction' },
  'exclude-version': { vi: 'loại một tệp khỏi tổng hợp', en: 'leaving a file out of the report' },
  'exclude-unit': { vi: 'loại trừ đơn vị khỏi kỳ báo cáo', en: 'that no report is owed' },
  'accept-late': { vi: 'chấp nhận nộp muộn', en: 'the acceptance of the late report' },
  waive: { vi: 'miễn phép kiểm', en: 'the waiving of checks' },
  'received-on': { vi: 'ngày nhận do Văn phòng ghi', en: 'the day of receipt that the office noted' },
  'hold-reminders': { vi: 'tạm dừng thư nhắc', en: 'the stop of reminders' },
  guidance: { vi: 'hạn nộp theo hướng dẫn', en: 'the date set by guidance' },
  undo: { vi: 'việc thu hồi trước đó', en: 'an earlier taking back' },
} as const satisfies Record<DecisionKind, Text>;

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
      vi: 'Chưa có gì thay đổi: đơn vị vẫn phải nộp theo hạn hiện tại cho đến khi được đồng ý gia hạn. Đồng ý hay không, xin quyết định trên trang theo dõi; đơn vị được báo ngay bằng thư.',
      en: 'Nothing has changed: the deadline of the unit stays until more time is granted. Grant or refuse it on the overview; the unit is told by mail.',
    },
  },
} as const satisfies Partial<Record<DecisionKind, Words>>;

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

/** To the office: more came within an hour than is told one by one. */
export const bundle = {
  subject: '[{regime}] {count} việc từ các đơn vị, từ {from} đến {until}',
  title: { vi: 'Việc mới từ các đơn vị', en: 'News from the units' },
  text: {
    vi: 'Trong giờ này có nhiều việc, nên {count} việc dưới đây được báo chung trong một thư. Từ {until} các việc mới lại được báo riêng.',
    en: 'Much came within this hour, so {count} things are told together in one mail. From {until} on, news is told one by one again.',
  },
  nil: { vi: 'Khai không phát sinh: {reason}', en: 'Nothing to report: {reason}' },
  'extension-request': {
    vi: 'Đề nghị gia hạn đến {until}: {reason}',
    en: 'Asks for more time until {until}: {reason}',
  },
  reading: {
    vi: 'Tệp được đọc lại, kết quả nay là “{state}”: {reason} (biên nhận {receipt})',
    en: 'A file was read again and is now “{state}”: {reason} (receipt {receipt})',
  },
  more: { vi: 'Và {count} việc nữa, xem trên trang theo dõi.', en: 'And {count} more: see the overview.' },
} as const satisfies Record<string, Text | string>;
