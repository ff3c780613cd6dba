/** The words of the mails that open a period, and of those by which the office chases who owes. */
import type { Text } from '../vocabulary/text.ts';
import { numberInText } from './vietnamese.ts';

type Words = Record<string, Text | string>;

export const announcementWords = {
  subject: '[{regime}] Mở kỳ {period}: hạn nộp {due}',
  title: { vi: 'Mở kỳ báo cáo', en: 'A report is open' },
  preheader: {
    vi: '{unit}: liên kết để gửi và biểu mẫu của kỳ này.',
    en: 'The link to send it by, and the form.',
  },
  lead: {
    vi: '{unit} có {period} phải nộp. Hạn nộp: {due}. Kính mời mở liên kết dưới đây để tải biểu mẫu, kiểm tra và gửi báo cáo.',
    en: 'Your unit owes “{period}”. Due: {due}. The link below opens the page with the form, the check and the sending.',
  },
  form: {
    vi: 'Biểu mẫu đã điền tên đơn vị, kỳ và số liệu kỳ trước được gửi kèm: {file}.',
    en: 'The form, with your unit, the period and last period’s figures filled in, is attached: {file}.',
  },
  button: { vi: 'Mở trang gửi báo cáo', en: 'Open the page' },
} as const satisfies Words;

export const chaseWords = {
  subject: '[{regime}] Cần đôn đốc: {count} báo cáo chưa nộp ({period})',
  title: { vi: 'Đơn vị chưa nộp báo cáo', en: 'Units that still owe a report' },
  preheader: { vi: 'Danh sách đơn vị chưa nộp đến {at}.', en: 'Who still owes, as of {at}.' },
  lead: {
    vi: 'Đến {at} còn {count} đơn vị chưa nộp {period}. Hệ thống vẫn nhắc từng đơn vị theo lịch; thư này để Văn phòng đôn đốc thêm.',
    en: 'As of {at}, {count} units still owe “{period}”. Each is reminded by itself; this mail is for the office to chase them.',
  },
  draft: {
    vi: 'Dự thảo công văn đôn đốc được gửi kèm ({file}) để Văn phòng xem, trình ký; hệ thống không tự gửi công văn.',
    en: 'A drafted letter is attached ({file}), to be looked over and signed; it is not sent by itself.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  due: { vi: 'Hạn', en: 'Due' },
  status: { vi: 'Tình trạng', en: 'Status' },
  phone: { vi: 'Điện thoại: {phone}', en: 'Phone: {phone}' },
  more: { vi: 'và {count} đơn vị khác; xem trên trang.', en: 'and {count} more; see the page.' },
  button: { vi: 'Mở bảng theo dõi', en: 'Open the board' },
} as const satisfies Words;

/** The drafted letter (công văn đôn đốc); official documents are in Vietnamese. */
export const urgingWords = {
  fileName: (period: string) => `${period}_cong-van-don-doc.docx`,
  title: (about: string) => `Đôn đốc ${about}`,
  number: (code: string) => `Số:        /${code}-VP`,
  about: (what: string) => `V/v đôn đốc nộp ${what}`,
  to: 'Kính gửi:',
  report: 'báo cáo',
  plan: 'kế hoạch',
  lead: (authority: string, what: string, due: string | null) =>
    `${authority} đã yêu cầu các phòng, đơn vị nộp ${what}${due === null ? '' : `, thời hạn ${due}`}.`,
  owing: (at: string, count: number, kind: string) =>
    `Đến ${at}, còn ${numberInText(count)} phòng, đơn vị chưa có ${kind} được tiếp nhận, gồm:`,
  columns: ['TT', 'Đơn vị', 'Hạn nộp', 'Tình trạng'] as const,
  ask: (authority: string, kind: string) =>
    `${authority} đề nghị Thủ trưởng các phòng, đơn vị có tên nêu trên chỉ đạo gửi ${kind} ngay qua liên kết đã được cấp; trường hợp không có nội dung phát sinh thì khai “không phát sinh”, trường hợp cần thêm thời gian thì xin gia hạn kèm lý do trên trang nhận báo cáo.`,
  contact: (office: string, phone: string | null, mail: string) =>
    `Vướng mắc xin liên hệ ${office}${phone === null ? '' : `, điện thoại ${phone}`}, thư điện tử ${mail}.`,
  listed: 'Như danh sách nêu trong công văn;',
  several: 'các phòng, đơn vị có tên dưới đây',
} as const;

export const bounceWords = {
  subject: '[{regime}] Thư gửi {whose} bị trả lại',
  title: { vi: 'Địa chỉ thư không nhận được', en: 'Mail does not arrive' },
  preheader: { vi: 'Hệ thống tạm ngừng gửi tới địa chỉ này.', en: 'Nothing more is sent there for now.' },
  hard: {
    vi: 'Thư gửi {whose} ({address}) bị trả lại lúc {since}: địa chỉ không tồn tại hoặc không nhận thư.',
    en: 'Mail to {whose} ({address}) came back at {since}: there is no such address, or it takes no mail.',
  },
  soft: {
    vi: 'Ba thư liền gửi {whose} ({address}) không tới được, lần cuối lúc {since}: hộp thư đầy hoặc máy chủ không trả lời.',
    en: 'Three mails in a row to {whose} ({address}) did not arrive, the last at {since}: the mailbox is full, or its server does not answer.',
  },
  complaint: {
    vi: 'Người nhận của {whose} ({address}) đã báo thư của hệ thống là thư rác lúc {since}.',
    en: 'The reader of {whose} ({address}) marked a mail of this system as spam at {since}.',
  },
  said: { vi: 'Máy chủ thư trả lời: {said}', en: 'The other server said: {said}' },
  todo: {
    vi: 'Hệ thống không gửi gì tới {address} cho đến khi địa chỉ được sửa; thư chưa gửi được giữ lại và sẽ gửi sau đó. Xin gọi đơn vị, rồi sửa địa chỉ hoặc báo đã thông trên trang.',
    en: 'Nothing goes to {address} until it is mended; mails are kept and go then. Please call the unit, then change the address or mark it as working on the page.',
  },
  button: { vi: 'Mở bảng theo dõi', en: 'Open the board' },
} as const satisfies Words;

/** What is noted about a unit where the office pressed for a mail; the office reads it beside its own notes. */
/** In a mail that is looked at before it is sent: its link is made as it goes. */
export const linkToCome = {
  link: '[liên kết riêng của đơn vị, tạo khi gửi]',
  code: '••••••••••••••••',
} as const;

export const byHandNotes = {
  reminded: (reason: string) => `Đã gửi thư nhắc: ${reason}`,
  linked: (reason: string) => `Đã gửi liên kết mới: ${reason}`,
  mended: (address: string, reason: string) => `Đã báo ${address} nhận được thư: ${reason}`,
} as const;
