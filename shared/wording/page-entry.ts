/** The words of what the office sends in a unit's place. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const entry = {
  title: { vi: 'Nộp thay đơn vị', en: 'Send in the unit’s place' },
  lead: {
    vi: 'Dùng khi đơn vị gửi bản giấy, bản quét, qua Zalo, hoặc đang mất mạng. Tệp được kiểm tra như tệp của đơn vị và ghi rõ là Văn phòng nhập.',
    en: 'For a paper, a scan, a file from elsewhere, an outage. It is checked as the unit’s own, and marked as the office’s entry.',
  },
  open: { vi: 'Nộp thay hoặc nhập số liệu', en: 'Send or type it' },
  choose: { vi: 'Chọn tệp có sẵn', en: 'Choose a file' },
  openScan: { vi: 'Mở tệp này để nhập theo', en: 'Open that file, to type from it' },
  mayNotOpen: { vi: ', có thể không mở được', en: ', which may not open' },
  standsFor: { vi: 'Nhập từ tệp nào của đơn vị', en: 'Of which file of the unit' },
  standsForNone: { vi: 'Không có tệp nào (bản giấy, Zalo…)', en: 'Of none (paper, another way)' },
  receivedOn: { vi: 'Ngày nhận (theo dấu đến)', en: 'Received on (by the stamp)' },
  receivedOnHint: {
    vi: 'Chỉ ghi khi đã nhận bản giấy hoặc tin Zalo từ trước. Đúng hạn hay muộn tính theo hết ngày này; thời điểm nhận tệp không đổi.',
    en: 'Only where a paper or a message came earlier. On time or late goes by the end of that day; the time of the file stays.',
  },
  datedByDay: {
    vi: 'Đúng hạn hay muộn tính theo ngày nhận đã ghi: hết ngày {day}. Biên nhận ghi rõ “Văn phòng ghi: nhận ngày {day}”.',
    en: 'On time or late goes by the day written above: the end of {day}. The receipt says so.',
  },
  reason: { vi: 'Lý do nộp thay', en: 'Why' },
  reasonHint: {
    vi: 'Ghi vào hồ sơ và báo cho đơn vị. Ví dụ: nhập từ bản giấy có dấu nhận ngày 18/03.',
    en: 'On record, and told to the unit.',
  },
  reaches: {
    vi: 'Biên nhận được gửi tới {to}.',
    en: 'The receipt goes to {to}.',
  },
  datedByFile: {
    vi: 'Thời điểm nộp tính theo tệp của đơn vị đã chọn ở trên: {time}. Nếu không nhập từ tệp ấy, hãy chọn “Không có tệp nào”.',
    en: 'The time of the unit’s file that is chosen above counts: {time}. If you type from another, choose “Of none”.',
  },
  asOnTime: { vi: 'Sẽ ghi là nộp đúng hạn.', en: 'It will be on record as in time.' },
  asLate: { vi: 'Sẽ ghi là nộp muộn.', en: 'It will be on record as late.' },
  datedNow: {
    vi: 'Thời điểm nộp tính từ lúc gửi bây giờ, không theo tệp nào của đơn vị.',
    en: 'It counts as sent now, by no file of the unit.',
  },
  fileMissing: { vi: 'Hãy chọn tệp hoặc nhập số liệu.', en: 'Choose a file or type the figures.' },
  reasonMissing: { vi: 'Hãy ghi lý do.', en: 'Write the reason.' },
  notSent: { vi: 'Chưa gửi được “{file}”. {why}', en: '“{file}” was not sent. {why}' },
  submit: { vi: 'Gửi thay đơn vị', en: 'Send it' },
  submitDespiteErrors: {
    vi: 'Vẫn gửi thay đơn vị, dù sẽ bị từ chối tiếp nhận',
    en: 'Send it all the same, to be rejected',
  },
  submitOnTime: { vi: 'Gửi thay đơn vị (ghi đúng hạn)', en: 'Send it (in time)' },
  submitLate: { vi: 'Gửi thay đơn vị (ghi nộp muộn)', en: 'Send it (late)' },
  running: { vi: 'Đang gửi và chờ kết quả…', en: 'Sending, waiting for the verdict…' },
  mark: { vi: 'Văn phòng nhập thay: {reason}', en: 'Entered by the office: {reason}' },
} as const satisfies Words;
