/** The words of the page for what the office changes in the regime by itself. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';
import { amendLinks } from './page-first-view.ts';

export const amending = {
  ...amendLinks,
  done: {
    vi: 'Đã ghi. Có hiệu lực trong vài giây; thư xác nhận gửi tới bạn.',
    en: 'Recorded. It holds within seconds; a mail confirms it to you.',
  },
  contactTitle: { vi: 'Đổi email, điện thoại của {unit}', en: 'Change where {unit} is reached' },
  contactReaches: {
    vi: 'Thư báo gửi ngay tới địa chỉ cũ {email}. Đổi địa chỉ thì các liên kết cũ hết hiệu lực, liên kết mới gửi tới địa chỉ mới. Thư đã gửi không thu lại được.',
    en: 'A mail goes to the former address {email} at once. With another address the links sent before end, and a new one goes to the new address. Mails cannot be called back.',
  },
  contactReachesBounced: {
    vi: 'Địa chỉ cũ {email} đang trả lại thư nên thư báo không tới đó. Các liên kết cũ hết hiệu lực; liên kết mới và các thư đang giữ lại gửi tới địa chỉ mới. Thư đã gửi không thu lại được.',
    en: 'The former address {email} returns mail, so nothing reaches it. The links sent before end; a new one and the mails that were kept go to the new address. Mails cannot be called back.',
  },
  phoneReaches: {
    vi: 'Ghi số điện thoại; địa chỉ email và các liên kết không đổi. Thư báo gửi ngay tới {email}; thư đã gửi không thu lại được.',
    en: 'The telephone number alone: the address and the links stay. A mail goes to {email} at once, and cannot be called back.',
  },
  phoneReachesBounced: {
    vi: 'Ghi số điện thoại; địa chỉ email và các liên kết không đổi. Địa chỉ {email} đang trả lại thư nên thư báo chờ đến khi sửa xong.',
    en: 'The telephone number alone: the address and the links stay. {email} returns mail, so the mail about it waits until that is mended.',
  },
  phoneRemoves: {
    vi: 'Số điện thoại {phone} được bỏ; đơn vị không còn số nào.',
    en: 'The number {phone} is removed; the unit has none then.',
  },
  phoneRemoveConfirm: { vi: 'Bỏ số điện thoại', en: 'Remove the number' },
  nothingChanged: {
    vi: 'Chưa có gì thay đổi: hãy ghi địa chỉ khác hoặc số điện thoại.',
    en: 'Nothing differs: give another address, or a telephone number.',
  },
  phoneWrong: {
    vi: 'Số điện thoại chưa đúng. Ví dụ: 0205 3812 345.',
    en: 'This is no telephone number, such as 0205 3812 345.',
  },
  contactConfirm: { vi: 'Đổi email', en: 'Change the address' },
  email: { vi: 'Địa chỉ email', en: 'Mail address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  phoneConfirm: { vi: 'Ghi số điện thoại', en: 'Record the number' },
  emailWrong: {
    vi: 'Địa chỉ email chưa đúng. Ví dụ: phong.qldd@stnmt.langson.gov.vn.',
    en: 'This is no mail address, such as unit@example.gov.vn.',
  },
  dutyTitle: { vi: 'Giao báo cáo đột xuất', en: 'Ask for a report that was not foreseen' },
  dutyReaches: {
    vi: 'Thư kèm liên kết và biểu mẫu gửi ngay tới {reached}; thư đã gửi không thu lại được. Báo cáo đã giao thì thu hồi được: sau khi giao, mục “Thay đổi do Văn phòng tự ghi” hiện ở cuối trang.',
    en: 'A mail with a link and the form goes to {reached} at once, and cannot be called back. The report itself can be taken back: once it is asked for it stands at the foot of the page, under what the office changed itself.',
  },
  dutyConfirm: { vi: 'Giao báo cáo', en: 'Ask for it' },
  title: { vi: 'Tên báo cáo', en: 'Title' },
  titleMissing: { vi: 'Hãy ghi tên báo cáo.', en: 'Give the report a title.' },
  due: { vi: 'Hạn nộp: hết ngày', en: 'Due by the end of' },
  dayMissing: { vi: 'Hãy chọn ngày.', en: 'Choose the day.' },
  asks: { vi: 'Nội dung', en: 'What is asked for' },
  text: { vi: 'Báo cáo bằng lời văn', en: 'A report in words' },
  figures: { vi: 'Số liệu các chỉ tiêu và lời văn', en: 'The indicators’ figures, and words' },
  who: { vi: 'Giao cho: {reached}.', en: 'Asked of: {reached}.' },
  everyUnit: { vi: 'tất cả {count} đơn vị', en: 'all {count} units' },
  chosenUnits: { vi: '{count} đơn vị đang chọn trên bảng', en: 'the {count} units chosen on the board' },
  restoreTitle: { vi: 'Khôi phục: {what}?', en: 'Restore: {what}?' },
  undoTitle: { vi: 'Thu hồi: {what}?', en: 'Take back: {what}?' },
  undoReaches: {
    vi: 'Các đơn vị liên quan được báo bằng thư ngay. Dữ liệu đã gửi vẫn được lưu.',
    en: 'The units that it concerns are told by mail at once. What was sent is kept.',
  },
} as const satisfies Record<string, Text>;
