/** The words of the page around sending a file: choosing it, its stages, its verdict. `{name}` marks what is filled in. */
import { joinEach, type Text } from '../vocabulary/text.ts';
import { readFormats } from './formats.ts';

type Words = Record<string, Text>;

const only: Text = { vi: '.', en: ' only.' };

export const send = {
  title: { vi: 'Gửi tệp', en: 'Send the file' },
  replaces: {
    vi: 'Đã có một lần nộp đang được tính. Gửi lại thì bản mới được tiếp nhận sẽ thay bản cũ; bản bị từ chối không thay.',
    en: 'A submission counts already. A newer one replaces it once accepted; a rejected one does not.',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  chooseAnother: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  chooseMended: { vi: 'Chọn tệp đã sửa', en: 'Choose the mended file' },
  chooseRight: { vi: 'Chọn đúng tệp', en: 'Choose the right file' },
  addMore: { vi: 'Thêm tệp', en: 'Add a file' },
  orDrop: {
    vi: 'hoặc kéo thả tệp vào đây, hoặc dán bằng Ctrl+V',
    en: 'or drop it here, or paste it with Ctrl+V',
  },
  kinds: {
    vi: 'Tốt nhất là Excel (.xlsx) hoặc Word (.docx) theo biểu mẫu; mỗi tệp tối đa 50 MB',
    en: 'Best is the Excel (.xlsx) or Word (.docx) form; at most 50 MB each',
  },
  dropHere: { vi: 'Thả tệp vào đây', en: 'Drop the file here' },
  sender: { vi: 'Người gửi (không bắt buộc)', en: 'Sender (optional)' },
  senderHint: {
    vi: 'Họ tên, số điện thoại để tiện liên hệ',
    en: 'Name and phone number, should the office need you',
  },
  submit: { vi: 'Gửi báo cáo', en: 'Send the report' },
  submitPlan: { vi: 'Gửi kế hoạch', en: 'Send the plan' },
  submitDespiteErrors: { vi: 'Gửi dù còn lỗi', en: 'Send it in spite of the errors' },
  submitUnread: { vi: 'Vẫn gửi tệp này', en: 'Send it all the same' },
  submitUnchecked: { vi: 'Gửi ngay, không chờ kiểm tra', en: 'Send now, without waiting for the check' },
  submitSeveral: { vi: 'Gửi {count} tệp', en: 'Send files: {count}' },
  submitSeveralDespite: {
    vi: 'Gửi {count} tệp, trong đó {bad} tệp còn lỗi',
    en: 'Send files: {count}, of them with errors: {bad}',
  },
  severalFiles: {
    vi: 'Nhiều tệp cho cùng một báo cáo: mỗi tệp là một lần nộp riêng, gửi từ trên xuống, và chỉ tệp được tiếp nhận gửi sau cùng được tính. Nếu số liệu và lời văn nằm ở hai tệp, hãy gộp vào một tệp trước khi gửi.',
    en: 'Several files for one report: each is a submission of its own, sent from top to bottom, and only the last one that is accepted counts. If figures and narrative are in two files, put them into one before sending.',
  },
  tooMany: {
    vi: 'Mỗi lần gửi tối đa {most} tệp; đã bỏ ra: {files}.',
    en: 'At most {most} files at a time; left aside: {files}.',
  },
  twice: { vi: 'Tệp đã có trong danh sách: {files}.', en: 'Already in the list: {files}.' },
  chosen: { vi: 'Tệp đã chọn', en: 'Chosen files' },
  filedFacts: { vi: '“{file}”, nhận lúc {time}.', en: '“{file}”, received {time}.' },
  nothingMore: { vi: 'Không cần làm gì thêm.', en: 'Nothing more is needed.' },
  again: { vi: 'Gửi lại bản khác', en: 'Send another version' },
  afterNil: { vi: 'Vẫn gửi tệp báo cáo', en: 'Send a report all the same' },
  tooLarge: {
    vi: 'Tệp {size} vượt quá mức tối đa 50 MB. Hãy giảm dung lượng ảnh trong tệp rồi chọn lại.',
    en: 'The file has {size}; at most 50 MB can be sent. Shrink the pictures in it and choose again.',
  },
  empty: {
    vi: 'Tệp rỗng (0 byte). Hãy lưu lại tệp rồi chọn lại.',
    en: 'The file is empty (0 bytes). Save it again, then choose it.',
  },
  unusualKind: joinEach([
    {
      vi: 'Tệp .{extension} vẫn gửi được và được lưu, nhưng số liệu chỉ đọc được từ ',
      en: 'A .{extension} file can be sent and is kept, but figures are read from ',
    },
    readFormats,
    only,
  ]),
  noExtension: joinEach([
    {
      vi: 'Tên tệp không có phần mở rộng; số liệu chỉ đọc được từ ',
      en: 'The file name has no extension; figures are read from ',
    },
    readFormats,
    only,
  ]),
} as const satisfies Words;

export const stages = {
  label: { vi: 'Tiến trình', en: 'Progress' },
  checking: { vi: 'Kiểm tra', en: 'Check' },
  sending: { vi: 'Gửi', en: 'Send' },
  received: { vi: 'Đã nhận', en: 'Received' },
  reading: { vi: 'Đang đọc', en: 'Reading' },
  result: { vi: 'Kết quả', en: 'Result' },
  waitingNow: { vi: 'Đang chờ tệp trước gửi xong.', en: 'Waits for the file before it.' },
  checkingNow: { vi: 'Đang tính mã kiểm tra của tệp…', en: "Computing the file's checksum…" },
  mintingNow: { vi: 'Đang xin chỗ gửi…', en: 'Asking where to send it…' },
  sendingNow: { vi: 'Đã gửi {sent} / {total} ({percent}%)', en: 'Sent {sent} of {total} ({percent}%)' },
  receivedNow: {
    vi: 'Máy chủ đã nhận đủ tệp, đang chờ đến lượt đọc.',
    en: 'The server has the whole file; it waits to be read.',
  },
  readingNow: { vi: 'Đang đọc và kiểm tra số liệu…', en: 'Reading and checking the figures…' },
  slow: {
    vi: 'Việc đọc lâu hơn thường lệ. Tệp đã được lưu an toàn; có thể đóng trang, kết quả sẽ gửi qua thư.',
    en: 'Reading takes longer than usual. The file is safe; you may close the page, the result comes by mail.',
  },
  doNotClose: {
    vi: 'Xin đừng đóng trang khi tệp chưa gửi xong.',
    en: 'Please keep this page open until the file is sent.',
  },
  retrying: {
    vi: 'Mất kết nối; tự thử lại sau {seconds} giây (lần {attempt}).',
    en: 'Connection lost; trying again in {seconds} s (attempt {attempt}).',
  },
  stop: { vi: 'Dừng gửi', en: 'Stop sending' },
  severalNow: { vi: 'Đang gửi {count} tệp', en: 'Sending {count} files' },
  several: { vi: 'Kết quả của {count} tệp', en: 'What became of {count} files' },
  stopped: { vi: 'Đã dừng. Tệp chưa được gửi.', en: 'Stopped. The file has not been sent.' },
  failed: { vi: 'Chưa gửi được', en: 'Not sent' },
  failedNetwork: {
    vi: 'Đã thử nhiều lần mà không kết nối được. Tệp chưa được gửi; hãy kiểm tra mạng rồi thử lại.',
    en: 'Several attempts failed to connect. The file has not been sent; check the network and try again.',
  },
  failedStorage: {
    vi: 'Nơi lưu tệp từ chối nhận (mã {status}). Hãy thử lại; nếu vẫn vậy, báo Văn phòng Sở.',
    en: 'The file store refused it (status {status}). Try again; if it stays so, tell the office.',
  },
  failedFile: {
    vi: 'Không đọc được tệp trên máy. Có thể tệp vừa được sửa, di chuyển hoặc đang mở; hãy đóng lại và chọn tệp lần nữa.',
    en: 'The file cannot be read on this device. It may have changed, moved or be open; close it and choose it again.',
  },
  failedBrowser: {
    vi: 'Trình duyệt này không tính được mã kiểm tra SHA-256. Hãy dùng trình duyệt mới hơn, qua địa chỉ https.',
    en: 'This browser cannot compute SHA-256. Use a newer one, over https.',
  },
  sendingElsewhere: {
    vi: 'Đang gửi “{file}”. Hãy đợi xong rồi gửi tệp này.',
    en: '“{file}” is being sent. Wait for it to finish, then send this one.',
  },
  interrupted: {
    vi: 'Lần gửi trước bị ngắt khi tệp “{file}” chưa đến nơi. Hãy chọn lại tệp và gửi lần nữa.',
    en: 'The last attempt was cut off before “{file}” arrived. Choose the file and send it again.',
  },
} as const satisfies Words;

export const verdict = {
  title: { vi: 'Kết quả', en: 'Result' },
  accepted: {
    vi: 'Báo cáo đã được tiếp nhận. Không cần làm gì thêm.',
    en: 'The report has been accepted. Nothing more is needed.',
  },
  'accepted-with-warnings': {
    vi: 'Báo cáo đã được tiếp nhận. Có điểm cần xem lại; nếu số liệu đúng thì không cần gửi lại.',
    en: 'The report has been accepted. Some points need a look; if the figures are right, nothing more is needed.',
  },
  rejected: {
    vi: 'Báo cáo chưa được tiếp nhận vì các lỗi dưới đây. Hãy sửa trong tệp rồi gửi lại.',
    en: 'The report was not accepted because of the errors below. Mend them in the file and send it again.',
  },
  unreadable: {
    vi: 'Tệp đã được lưu nhưng chưa đọc được số liệu. Hãy gửi thêm tệp Excel hoặc Word theo biểu mẫu.',
    en: 'The file is kept, but no figures could be read from it. Please also send the Excel or Word form.',
  },
  overtaken: {
    vi: 'Tệp này không được tiếp nhận; sau đó đơn vị đã gửi bản khác được tiếp nhận. Không cần sửa tệp này nữa.',
    en: 'This file was not accepted; your unit has sent another since, which was. It needs no mending any more.',
  },
  countsNoMore: {
    vi: 'Báo cáo đã được tiếp nhận, nhưng nay không còn được tính.',
    en: 'The report was accepted, but does not count any more.',
  },
  errors: { vi: 'Lỗi phải sửa', en: 'Errors to mend' },
  warnings: { vi: 'Điểm cần xem lại', en: 'Points to look at' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  more: { vi: 'Xem thêm {count} mục', en: 'Show {count} more' },
  where: { vi: 'Vị trí', en: 'Where' },
  found: { vi: 'Trong tệp', en: 'In the file' },
  expected: { vi: 'Cần là', en: 'Expected' },
  fix: { vi: 'Cách sửa', en: 'How to mend it' },
  skippedIsNormal: {
    vi: 'Tiêu đề, tên cột, ghi chú, nơi nhận và hướng dẫn không phải là số liệu hay lời văn nên không được lấy; đây là điều bình thường.',
    en: 'Titles, column heads, notes, addressees and guidance are neither figures nor narrative, so they are left out; this is normal.',
  },
  blank: { vi: 'để trống', en: 'blank' },
  sheetCell: { vi: 'trang tính “{sheet}”, ô {cell}', en: 'sheet “{sheet}”, cell {cell}' },
  tableCell: {
    vi: 'bảng {table}, dòng {row}, cột {column}',
    en: 'table {table}, row {row}, column {column}',
  },
  paragraph: { vi: 'đoạn {paragraph}', en: 'paragraph {paragraph}' },
  print: { vi: 'In kết quả', en: 'Print the result' },
  sendAnother: { vi: 'Gửi lại bản khác', en: 'Send another version' },
  sendMended: { vi: 'Gửi tệp đã sửa', en: 'Send the mended file' },
  annotated: { vi: 'Tải tệp đã ghi chú lỗi', en: 'Download the file with the errors noted in it' },
  annotatedLead: {
    vi: 'Chính tệp của đơn vị, mỗi lỗi được ghi ngay tại ô hoặc đoạn cần sửa.',
    en: 'Your own file, with every error noted in the cell or paragraph to be mended.',
  },
  sentFile: { vi: 'Tải tệp đã gửi', en: 'Download the file that was sent' },
} as const satisfies Words;
