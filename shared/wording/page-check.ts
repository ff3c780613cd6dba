/** The words of the page around reading a file before it travels. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const check = {
  checking: { vi: 'Đang kiểm tra ngay trên máy này…', en: 'Being checked on this device…' },
  checkingHint: {
    vi: 'Tệp chưa rời khỏi máy.',
    en: 'The file has not left your device.',
  },
  fine: { vi: 'Kiểm tra trước: không thấy lỗi', en: 'Checked beforehand: no mistakes found' },
  fineLead: {
    vi: 'Hãy lướt qua số liệu dưới đây rồi bấm gửi.',
    en: 'Look over the figures below, then send it.',
  },
  warnings: {
    vi: 'Kiểm tra trước: gửi được, có {count} điểm cần xem lại',
    en: 'Checked beforehand: it can be sent; points to look at: {count}',
  },
  warningsLead: {
    vi: 'Nếu số liệu đúng như vậy thì cứ gửi; máy chủ sẽ tiếp nhận và ghi lại các điểm này.',
    en: 'If the figures are right, send it; the server will accept it and note these points.',
  },
  partly: {
    vi: 'Kiểm tra trước: mới có số liệu {filled}/{all} chỉ tiêu',
    en: 'Checked beforehand: figures of {filled} of {all} indicators are there',
  },
  partlyLead: {
    vi: 'Hãy nhập tiếp các dòng còn trống; không phát sinh thì ghi 0, vì ô trống không được tính là 0. Nếu gửi ngay, máy chủ vẫn tiếp nhận và ghi là còn để trống.',
    en: 'Go on with the lines that are blank, with 0 where there is nothing: a blank is not counted as 0. If it is sent now, it is accepted, and noted as blank there.',
  },
  errors: {
    vi: 'Kiểm tra trước: có {count} lỗi phải sửa',
    en: 'Checked beforehand: errors to mend: {count}',
  },
  errorsLead: {
    vi: 'Nếu gửi ngay, máy chủ cũng sẽ từ chối tiếp nhận vì các lỗi này. Hãy sửa trong tệp, lưu lại rồi chọn tệp đã sửa.',
    en: 'If it is sent now, the server will reject it for these errors too. Mend them in the file, save it, and choose the mended file.',
  },
  errorsLeadTyped: {
    vi: 'Nếu gửi ngay, máy chủ cũng sẽ từ chối tiếp nhận vì các lỗi này. Hãy sửa ngay ở các dòng được nêu dưới đây.',
    en: 'If it is sent now, the server will reject it for these errors too. Mend the lines that are named below.',
  },
  wrongFile: { vi: 'Có vẻ đây không phải tệp cần gửi', en: 'This does not seem to be the right file' },
  wrongFileLead: {
    vi: 'Tệp chưa được gửi đi. Hãy chọn đúng tệp; nếu gửi, máy chủ sẽ từ chối tiếp nhận.',
    en: 'Nothing has been sent. Choose the right file; the server would reject this one.',
  },
  unreadable: {
    vi: 'Kiểm tra trước: chưa đọc được số liệu',
    en: 'Checked beforehand: no figures can be read',
  },
  unreadableLead: {
    vi: 'Tệp chưa rời khỏi máy. Nếu gửi, tệp được lưu nhưng chưa được tính là đã nộp, và máy chủ sẽ trả lời như dưới đây.',
    en: 'The file has not left your device. If it is sent, it is kept but does not count as submitted, and the server will answer as below.',
  },
  blocked: { vi: 'Tệp này không gửi được', en: 'This file cannot be sent' },
  unchecked: { vi: 'Chưa kiểm tra trước được', en: 'Not checked beforehand' },
  'not-loaded': {
    vi: 'Không tải được bộ kiểm tra (đường truyền chậm hoặc bị ngắt). Vẫn gửi được: máy chủ sẽ kiểm tra và trả kết quả.',
    en: 'The checker could not be loaded (the line is slow or broke). The file can be sent all the same: the server checks it and answers.',
  },
  'server-only': {
    vi: 'PDF và tệp Excel đời cũ không kiểm tra trước được trên máy này. Cứ gửi: máy chủ sẽ đọc, kết quả sẽ hiện tại đây.',
    en: 'PDF and the old Excel files cannot be checked on this device. Send it: the server reads it, and the result will show here.',
  },
  'old-word': {
    vi: 'Tệp Word đời cũ (.doc) không đọc được số liệu. Mở tệp bằng Word, chọn Tệp > Lưu thành (File > Save As), chọn kiểu “Word Document (*.docx)”, rồi chọn tệp .docx vừa lưu.',
    en: 'No figures can be read from an old Word file (.doc). Open it in Word, choose File > Save As, the type “Word Document (*.docx)”, then choose the .docx just saved.',
  },
  notAnnotated: {
    vi: 'Không ghi chú được vào tệp này (tệp có macro, nội dung tự chạy, hoặc có cấu trúc lạ). Các lỗi vẫn được liệt kê dưới đây.',
    en: 'This file cannot be written upon (it holds macros or other content that acts by itself, or is built strangely). The errors are listed below all the same.',
  },
  'too-slow': {
    vi: 'Tệp lớn, máy này đọc quá lâu. Cứ gửi: máy chủ sẽ kiểm tra và trả kết quả.',
    en: 'The file is large and takes this device too long. Send it: the server checks it and answers.',
  },
  'no-bytes': {
    vi: 'Không đọc được tệp trên máy: có thể tệp vừa được sửa, di chuyển hoặc đang mở. Hãy đóng lại và chọn tệp lần nữa.',
    en: 'The file cannot be read on this device: it may have changed, moved or be open. Close it and choose it again.',
  },
  fault: {
    vi: 'Bộ kiểm tra gặp sự cố với tệp này. Vẫn gửi được: máy chủ sẽ kiểm tra và trả kết quả.',
    en: 'The checker failed on this file. It can be sent all the same: the server checks it and answers.',
  },
  sentBefore: {
    vi: 'Tệp giống hệt đã được gửi lúc {time} ({state}). Gửi lại cũng cho kết quả như vậy.',
    en: 'The very same file was sent on {time} ({state}). Sending it again gives the same result.',
  },
  remove: { vi: 'Bỏ tệp này', en: 'Remove this file' },
} as const satisfies Words;

/** What was read, beside last period's figures. */
export const preview = {
  title: { vi: 'Những gì đọc được trong tệp', en: 'What was read in the file' },
  figures: { vi: 'Số liệu ({filled}/{all} chỉ tiêu)', en: 'Figures ({filled} of {all} indicators)' },
  noPrevious: {
    vi: 'Chưa có số liệu kỳ trước để so sánh.',
    en: 'There are no figures of the last period to compare with.',
  },
  leaps: {
    vi: '{count} chỉ tiêu tăng hoặc giảm từ 5 lần trở lên so với kỳ trước (đánh dấu trong bảng): hãy xem có nhầm cột, nhầm dòng không.',
    en: 'Indicators that are five times as much or as little as last period: {count} (marked in the table). Check whether a column or a row slipped.',
  },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  thisPeriod: { vi: 'Trong kỳ', en: 'In the period' },
  previous: { vi: 'Kỳ trước', en: 'Last period' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  cumulative: { vi: 'Lũy kế', en: 'Cumulative' },
  grown: { vi: 'gấp {times} lần', en: '{times} times as much' },
  shrunk: { vi: 'còn 1/{times}', en: '1/{times} of it' },
  foundAt: { vi: 'Vị trí', en: 'Where' },
  narrative: { vi: 'Lời văn ({count} đoạn)', en: 'Narrative (paragraphs: {count})' },
  noText: { vi: 'Không có lời văn ở mục này.', en: 'No text under this heading.' },
  paragraphs: { vi: '{count} đoạn', en: 'paragraphs: {count}' },
  skipped: { vi: 'Phần không đưa vào và lý do ({count})', en: 'What was left out, and why ({count})' },
} as const satisfies Words;
