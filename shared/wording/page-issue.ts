/** The words of issuing a signed report on the office's page. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';
import { issueLinks } from './page-first-view.ts';

type Words = Record<string, Text>;

export const issuing = {
  ...issueLinks,
  title: { vi: 'Phát hành: {title}', en: 'Issue: {title}' },
  titleIssued: { vi: 'Đã phát hành: {title}', en: 'Issued: {title}' },
  none: {
    vi: 'Kỳ này không có dự thảo báo cáo nào để phát hành. Hệ thống tự lập dự thảo sau hạn nộp và gửi Văn phòng qua thư.',
    en: 'There is no draft of this report to be issued. One is drawn up after the deadline by itself, and mailed to the office.',
  },
  drawUp: { vi: 'Lập dự thảo mới', en: 'Draw up another draft' },
  drawUpReplacing: { vi: 'Lập dự thảo bản thay thế', en: 'Draw up a draft to replace it' },
  drawUpQuestion: { vi: 'Lập dự thảo mới: {title}?', en: 'Draw up another draft: {title}?' },
  drawUpReaches: {
    vi: 'Dự thảo lập theo những gì đã nộp đến lúc này, thay cho bản chưa ký trước đó (nếu có), và gửi Văn phòng qua thư; không gửi lên cấp trên. Thư đã gửi không thu lại được.',
    en: 'It says what is filed by now, takes the place of an earlier one that was not signed, and is mailed to the office alone. Mails cannot be called back.',
  },
  drawUpDone: {
    vi: 'Đã ghi. Dự thảo mới có trên trang này trong khoảng một phút.',
    en: 'Recorded. The draft stands on this page within about a minute.',
  },
  takeBack: { vi: 'Thu hồi dự thảo', en: 'Take the draft back' },
  takeBackQuestion: { vi: 'Thu hồi dự thảo lần {edition}?', en: 'Take draft {edition} back?' },
  takeBackReaches: {
    vi: 'Dự thảo này không phát hành được nữa; dự thảo trước đó (nếu có) lại là dự thảo mới nhất. Văn phòng được báo qua thư; thư đã gửi không thu lại được, nhưng có thể lập dự thảo mới.',
    en: 'It cannot be issued any more; an earlier one, if any, is the newest again. The office is told by mail, which cannot be called back; another draft can be drawn up.',
  },
  takeBackDone: {
    vi: 'Đã ghi. Dự thảo được thu hồi trong vài giây, và Văn phòng được báo qua thư.',
    en: 'Recorded. It is taken back within seconds, and the office is told by mail.',
  },
  takenBack: {
    vi: 'Dự thảo lần {edition} đã được thu hồi trước khi ký: {who}, {time}. Lý do: {reason}',
    en: 'Draft {edition} was taken back before it was signed: {who}, {time}. Reason: {reason}',
  },
  content: { vi: '1. Nội dung dự thảo', en: '1. What is in the draft' },
  contentIssued: { vi: 'Dự thảo của bản đã phát hành', en: 'The draft of what was issued' },
  asOf: {
    vi: 'Dự thảo lần {edition}, số liệu tổng hợp lúc {time}: {filed}/{expected} đơn vị đã nộp hoặc khai không phát sinh.',
    en: 'Draft {edition}, figures as of {time}: {filed} of {expected} units have filed or declared nil.',
  },
  stale: {
    vi: 'Sau khi lập dự thảo đã có bản nộp hoặc quyết định mới, nên dự thảo này không còn khớp với những gì đang được tính. Nên lập dự thảo mới rồi mới ký; nếu vẫn phát hành, điều này được ghi vào hồ sơ.',
    en: 'Something has changed since the draft was drawn up, so it is not what counts now. Better have a new draft signed; if it is issued all the same, that stands on record.',
  },
  staleIssued: {
    vi: 'Báo cáo đã phát hành không còn khớp với những gì đang được tính. Nếu cần, lập dự thảo bản thay thế, ký rồi phát hành: thư gửi đi nói rõ thay thế bản này.',
    en: 'What was issued is not what counts now. If need be, have a draft drawn up that takes its place, signed and issued: the mail says what it replaces.',
  },
  replaces: {
    vi: 'Bản này sẽ thay thế Báo cáo số {number} ngày {day}; thư gửi đi nói rõ điều đó.',
    en: 'It will take the place of report No. {number} of {day}; the mail says so.',
  },
  doubts: {
    vi: '2. Những điểm cần xem ({count}), theo dự thảo lúc {time}',
    en: '2. What to look at first ({count}), as of {time}',
  },
  since: {
    vi: 'Đã thay đổi từ lúc lập dự thảo ({count})',
    en: 'Changed since the draft was drawn up ({count})',
  },
  settled: {
    vi: 'Nay không còn: sau khi lập dự thảo đã nộp, đã trả lời hoặc đã có bản khác.',
    en: 'No longer so: filed, answered or replaced since the draft.',
  },
  settledPart: { vi: 'Nay không còn: {what}.', en: 'No longer so: {what}.' },
  ofThatHour: {
    vi: 'Các điểm bên dưới vẫn theo giờ lập dự thảo.',
    en: 'What stands below is of the hour at which it was drawn up.',
  },
  noDoubts: { vi: 'Không có điểm nào cần lưu ý.', en: 'Nothing is doubtful.' },
  moreDoubts: { vi: 'Xem {count} điểm còn lại', en: 'Show the other {count}' },
  doubtsSeen: { vi: 'Tôi đã xem cả {count} điểm trên', en: 'I have looked at all {count}' },
  asked: {
    vi: 'Phải trả lời trước khi phát hành ({count}), lưu cùng báo cáo',
    en: 'To be answered before it is issued ({count}), kept with the report',
  },
  askedHint: {
    vi: 'Ghi đã hỏi ai, đã sửa hay vì sao vẫn đúng.',
    en: 'Whom you asked, what was mended, or why it is right.',
  },
  askedRest: { vi: '{count} điểm còn lại', en: 'The other {count}' },
  missingAnswer: { vi: 'Hãy ghi lời giải đáp.', en: 'Write a word on it.' },
  answered: { vi: 'Trả lời: {answer}', en: 'Answer: {answer}' },
  signed: { vi: '3. Bản đã ký', en: '3. The signed report' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  numberHint: {
    vi: 'Đúng như trên văn bản, ví dụ 125/BC-STNMT',
    en: 'As it stands on the document, such as 125/BC-STNMT',
  },
  day: { vi: 'Ngày ký', en: 'Day' },
  dayHint: {
    vi: 'Ngày ký phải từ {from} đến {to}.',
    en: 'It was signed on a day from {from} to {to}.',
  },
  dayOnly: { vi: 'Chỉ nhận ngày {to}', en: 'Only {to}' },
  signerForm: { vi: 'Hình thức ký', en: 'How it is signed' },
  signerHead: { vi: '{head} ký', en: '{head} signs' },
  signerRole: { vi: 'Chức vụ người ký', en: 'Title of who signed' },
  signerRoleHint: { vi: 'Ví dụ: PHÓ GIÁM ĐỐC', en: 'Such as PHÓ GIÁM ĐỐC' },
  signerName: { vi: 'Họ và tên người ký', en: 'Name of who signed' },
  signerNameHint: { vi: 'Đúng như trên bản đã ký', en: 'As it stands on the signed report' },
  choosePdf: { vi: 'Chọn tệp PDF đã ký', en: 'Choose the signed PDF' },
  pdfHint: {
    vi: 'Bản quét hoặc ký số, tối đa 7 MB. Tệp này được gửi đi nguyên vẹn.',
    en: 'Scanned or signed electronically, 7 MB at most. It is what is sent, as it is.',
  },
  sending: { vi: 'Đang tải lên “{file}”: {percent}%', en: 'Sending “{file}”: {percent}%' },
  stored: { vi: '“{file}” ({size}) đã tải lên.', en: '“{file}” ({size}) is there.' },
  look: { vi: 'Mở lại tệp vừa tải lên', en: 'Open what was sent' },
  pdfSeen: {
    vi: 'Tôi đã mở tệp này: đúng là báo cáo đã ký, đóng dấu, đủ trang',
    en: 'I have opened this file: it is the signed report, whole',
  },
  comparing: { vi: 'Máy đang đối chiếu với văn bản trình ký…', en: 'Comparing with what was to be signed…' },
  signedScan: {
    vi: 'Máy không đối chiếu được tệp này (có trang quét, có mật khẩu hoặc quá dài): hãy tự đối chiếu với dự thảo.',
    en: 'This file cannot be compared (scanned pages, a password, or too long): compare it with the draft by eye.',
  },
  signedSame: {
    vi: 'Máy đã đối chiếu: không thấy thiếu đoạn hay số liệu nào của văn bản trình ký. Phần được ghi thêm chưa được so.',
    en: 'Compared: no paragraph and no figure that was to be signed is missing. What was put in besides is not looked at.',
  },
  signedLacks: {
    vi: 'Không thấy trong tệp đã ký {count} đoạn của văn bản trình ký',
    en: 'The signed file lacks {count} passages of what was to be signed',
  },
  signedLacksOf: {
    vi: 'Tệp đã ký thiếu {count} trong {all} đoạn của văn bản trình ký',
    en: 'The signed file lacks {count} of the {all} passages that were to be signed',
  },
  signedOther: {
    vi: 'Có phải đúng tệp? Phần lớn văn bản trình ký không có trong tệp này: hãy mở tệp ra xem, hoặc chọn tệp khác.',
    en: 'Is it the right file? It lacks most of what was to be signed: open it, or choose another.',
  },
  signedLacking: { vi: 'Các đoạn không thấy', en: 'What is not found in it' },
  chooseDocx: { vi: 'Kèm bản Word đã sửa (nếu có)', en: 'Add the corrected Word file (if any)' },
  docxHint: {
    vi: 'Bản dự thảo sau khi lãnh đạo sửa. Hệ thống so với dự thảo và lưu lại; tệp này không gửi đi.',
    en: 'The draft as it was corrected. It is compared with the draft and kept; it is not sent.',
  },
  corrections: { vi: 'Khác dự thảo ở {count} chỗ', en: 'It differs from the draft in {count} places' },
  noCorrections: { vi: 'Không khác gì dự thảo.', en: 'It says what the draft says.' },
  before: { vi: 'Dự thảo', en: 'Draft' },
  after: { vi: 'Bản sửa', en: 'Corrected' },
  contradicted: {
    vi: 'Ở chỗ khác trong văn bản số cũ vẫn còn.',
    en: 'Elsewhere in the document the old figure still stands.',
  },
  correctionsSeen: { vi: 'Tôi đã xem cả {count} chỗ khác', en: 'I have looked at all {count} of them' },
  figuresReason: { vi: 'Lý do sửa số liệu', en: 'Why figures were changed' },
  figuresReasonHint: {
    vi: 'Số liệu của đơn vị không đổi trong hệ thống; lý do được lưu cùng báo cáo. Ví dụ: đơn vị điện thoại đính chính.',
    en: 'The units’ own figures stay as they are; the reason is kept with the report. Such as: corrected by telephone.',
  },
  lackingReason: { vi: 'Lý do vẫn phát hành tệp này', en: 'Why this file is issued all the same' },
  lackingReasonHint: {
    vi: 'Tệp thiếu nhiều đoạn của văn bản trình ký. Nếu chọn nhầm, hãy chọn tệp khác; nếu đúng, lý do được lưu cùng báo cáo. Ví dụ: lãnh đạo viết lại toàn văn.',
    en: 'It lacks much of what was to be signed. Choose another file if it is the wrong one; else the reason is kept with the report. Such as: rewritten by the director.',
  },
  missingLackingReason: {
    vi: 'Hãy chọn đúng tệp, hoặc ghi lý do vẫn phát hành tệp này.',
    en: 'Choose the right file, or say why this one is issued.',
  },
  issuedLacking: {
    vi: 'Tệp đã ký thiếu nhiều đoạn của văn bản trình ký. Lý do vẫn phát hành: {reason}',
    en: 'The signed file lacks much of what was to be signed. Why it was issued: {reason}',
  },
  missingComparison: {
    vi: 'Bản Word đã sửa chưa so được với dự thảo. Hãy chờ, hoặc chọn lại tệp.',
    en: 'The corrected file was not compared with the draft yet. Wait, or choose it again.',
  },
  missingCorrections: {
    vi: 'Hãy xem những chỗ khác dự thảo rồi đánh dấu.',
    en: 'Look at what differs from the draft, then tick the box.',
  },
  missingFiguresReason: { vi: 'Hãy ghi lý do sửa số liệu.', en: 'Say why figures were changed.' },
  recipients: { vi: '4. Gửi tới', en: '4. Who gets it' },
  had: { vi: 'đã gửi trước đó', en: 'was sent it before' },
  nobody: { vi: 'Chưa khai nơi nhận cấp trên nào.', en: 'No recipient above the office is named.' },
  noRecall: {
    vi: 'Thư đã gửi không thu hồi được. Nếu sai, chỉ có thể phát hành bản tiếp theo thay thế.',
    en: 'A mail cannot be called back. If it is wrong, the next edition can only take its place.',
  },
  recipientsSeen: { vi: 'Đúng nơi nhận, đúng địa chỉ', en: 'These recipients and addresses are right' },
  reason: { vi: 'Ghi chú vào hồ sơ (bắt buộc)', en: 'Note for the record (needed)' },
  reasonHint: {
    vi: 'Ví dụ: Giám đốc Sở đã ký ngày 20/03; các đơn vị chưa nộp được nêu trong báo cáo.',
    en: 'For example: signed by the director on 20 March.',
  },
  submit: { vi: 'Phát hành, gửi tới {count} nơi nhận', en: 'Issue, to {count} recipients' },
  running: { vi: 'Đang phát hành…', en: 'Issuing…' },
  missing: {
    vi: 'Chưa phát hành: còn {count} chỗ phải bổ sung, đã ghi ở từng ô phía trên.',
    en: 'Not issued: {count} things are missing, each said at its field above.',
  },
  missingDoubts: {
    vi: 'Hãy xem các điểm cần lưu ý rồi đánh dấu.',
    en: 'Look at what is doubtful, then tick the box.',
  },
  missingNumber: { vi: 'Hãy ghi số, ký hiệu của báo cáo.', en: 'Give the number of the document.' },
  missingSignerRole: { vi: 'Hãy ghi chức vụ người ký.', en: 'Give the title of who signed.' },
  missingSignerName: { vi: 'Hãy ghi họ tên người ký.', en: 'Give the name of who signed.' },
  missingDay: { vi: 'Hãy chọn ngày ký.', en: 'Choose the day.' },
  missingPdf: { vi: 'Hãy chọn tệp PDF đã ký.', en: 'Choose the signed PDF.' },
  missingPdfSeen: {
    vi: 'Hãy mở tệp đã tải lên để kiểm tra rồi đánh dấu.',
    en: 'Open the file, then tick the box.',
  },
  missingRecipients: {
    vi: 'Hãy xem nơi nhận rồi đánh dấu.',
    en: 'Look at the recipients, then tick the box.',
  },
  missingReason: { vi: 'Hãy ghi chú vào hồ sơ.', en: 'Write the note for the record.' },
  notTaken: { vi: 'Chưa tải lên được “{file}”. {why}', en: '“{file}” could not be sent. {why}' },
  notCompared: {
    vi: 'Chưa so được với dự thảo. {why}',
    en: 'It could not be compared with the draft. {why}',
  },
  lookAgain: { vi: 'Xem lại từ đầu', en: 'Look again' },
  done: { vi: 'Đã phát hành', en: 'Issued' },
  doneFacts: {
    vi: 'Báo cáo số {number} ngày {day} (từ dự thảo lần {edition}), gửi {whom}.',
    en: 'Report No. {number} of {day} (from draft {edition}), sent to {whom}.',
  },
  issuedBy: { vi: '{who}, {time}. Ghi chú: {reason}', en: '{who}, {time}. Note: {reason}' },
  signedBy: { vi: 'Người ký: {who}', en: 'Signed by: {who}' },
  issued: { vi: 'Các bản đã phát hành', en: 'What was issued' },
  issuedStale: {
    vi: 'Đã phát hành khi dự thảo không còn khớp: từ lúc lập đến lúc phát hành đã có bản nộp hoặc quyết định mới.',
    en: 'Issued although the draft no longer matched: a report or a decision had come since it was drawn up.',
  },
  issuedUncompared: {
    vi: 'Máy không đối chiếu được bản đã ký với văn bản trình ký.',
    en: 'The signed file could not be compared with what was to be signed.',
  },
  issuedSeen: {
    vi: '{count} điểm đã xem trước khi phát hành',
    en: '{count} points were looked at before it was issued',
  },
} as const satisfies Words;

/** By which form somebody signs in the place of the head. */
export const signFormWords = {
  'KT.': { vi: 'KT. {head} (ký thay)', en: 'KT. {head} (for the head)' },
  'TL.': { vi: 'TL. {head} (thừa lệnh)', en: 'TL. {head} (by order)' },
  'TUQ.': { vi: 'TUQ. {head} (thừa ủy quyền)', en: 'TUQ. {head} (by mandate)' },
  'TM.': { vi: 'TM. {head} (thay mặt)', en: 'TM. {head} (for the body)' },
} as const satisfies Words;

/** What was changed in a draft, by its kind; `{what}` is the indicators or the unit. */
export const correctionWords = {
  figure: { vi: 'Số liệu', en: 'Figure' },
  'unit-text': { vi: 'Lời của đơn vị', en: 'Words of a unit' },
  wording: { vi: 'Câu chữ', en: 'Wording' },
  struck: { vi: 'Bỏ đi', en: 'Struck out' },
  added: { vi: 'Thêm vào', en: 'Added' },
  frame: { vi: 'Số, ngày, chữ ký', en: 'Number, day, signature' },
} as const satisfies Words;
