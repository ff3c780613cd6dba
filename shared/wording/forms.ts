/** The words of the forms handed out. Section headings and the table's header are what the readers look for. */
import type { Text } from '../vocabulary/text.ts';

export const formSheets = { figures: 'Số liệu', narrative: 'Lời văn', guide: 'Hướng dẫn' } as const;

export const formColumns = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'] as const;

export const formWords = {
  report: 'BÁO CÁO',
  plan: 'KẾ HOẠCH',
  planSubject: (subject: string, year: number) => `Triển khai thực hiện ${subject} năm ${year}`,
  unit: (name: string, code: string) => `Đơn vị báo cáo: ${name} (${code})`,
  period: (title: string, id: string) => `Kỳ báo cáo: ${title} (${id})`,
  window: (from: string, to: string, cumulativeFrom: string) =>
    `Số liệu trong kỳ: từ ngày ${from} đến hết ngày ${to}; lũy kế: từ ngày ${cumulativeFrom} đến hết ngày ${to}`,
  dueWithGuidance: {
    vi: 'Hạn nộp: theo văn bản hướng dẫn.',
    en: 'Due as the guidance says.',
  },
  figuresTitle: 'Biểu số liệu',
  previous: (value: string, cumulative: string) =>
    [value && `Kỳ trước: ${value}`, cumulative && `lũy kế: ${cumulative}`].filter(Boolean).join('; '),
  /** The form cannot work the cell out: the figure before is not known. */
  openCumulative: 'Lũy kế: tự ghi số từ đầu năm',
  carriedOver: 'Số kỳ trước chuyển sang, đã điền sẵn',
  computed: (formula: string) => `Tính: ${formula.replaceAll(' * ', ' × ')}`,
  dateNote: 'ngày/tháng/năm',
  checks: 'Kiểm tra khi nhập (không in)',
  checkSays: { error: 'Cần sửa:', warning: 'Cần xem lại:' },
  computedCell: {
    title: 'Ô tự tính',
    message: 'Ô này tự tính từ các ô khác và đã khóa: sửa số ở cột “Trong kỳ”, ô này tự đổi theo.',
  },
  choice: {
    title: 'Chọn hoặc ghi',
    message: 'Chọn trong danh sách rồi ghi thêm số, ngày nếu có; hoặc ghi câu trả lời khác.',
  },
  wholeNumber: {
    title: 'Cần số nguyên',
    message: 'Ô này nhận số nguyên từ 0 trở lên. Không phát sinh thì ghi 0; chưa có số liệu thì để trống.',
  },
  decimalNumber: {
    title: 'Cần số',
    message: 'Ô này nhận tỷ lệ phần trăm từ 0 trở lên, ví dụ 98,5 (không ghi dấu %).',
  },
  date: { title: 'Cần ngày', message: 'Ô này nhận ngày dạng ngày/tháng/năm, ví dụ 05/02/2024.' },
  number: 'Số: …/BC',
  planNumber: 'Số: …/KH',
  placeAndDate: (place: string, year: number) => `${place}, ngày … tháng … năm ${year}`,
  noPlace: '………',
  signer: 'THỦ TRƯỞNG ĐƠN VỊ',
  signerName: '(Ký, ghi rõ họ tên)',
  addressees: (office: string) => [`${office} (để tổng hợp);`, 'Lưu: VT.'],
} as const;

/** How to fill in the form, step by step. `figures` where the form has a table. */
export function guideLines(asked: {
  readonly figures: boolean;
  readonly rule: Text;
  readonly office: string;
  readonly replyTo: string;
}): readonly Text[] {
  const figures: readonly Text[] = [
    {
      vi: `Trang tính “${formSheets.figures}”: chỉ điền vào các ô tô màu ở cột “Trong kỳ”, “Lũy kế”, “Ghi chú”. Không sửa cột “Mã”, không xóa dòng.`,
      en: 'Figures: fill in the tinted cells only. Leave the codes and the rows as they are.',
    },
    {
      vi: 'Không phát sinh thì ghi 0. Chưa có số liệu thì để trống: ô trống không được tính là 0.',
      en: 'Write 0 where nothing happened. Leave a cell blank where the figure is not known: blank is not 0.',
    },
    {
      vi: 'Chỉ ghi số, không ghi kèm chữ (12, không phải “12 cuộc”). Lượt người và người là hai số khác nhau.',
      en: 'Numbers alone (12, not “12 times”). Attendances and people are two different figures.',
    },
    {
      vi: 'Ô màu xanh nhạt tự tính (lũy kế, tỷ lệ) và đã khóa. Chỗ chưa khớp hiện màu đỏ, lời giải thích ở bên phải biểu.',
      en: 'Pale green cells are worked out and locked. What does not agree turns red, with the reason to the right of the table.',
    },
    {
      vi: 'Cột “Ghi chú” cho biết số của kỳ trước, để đối chiếu; số đơn kỳ trước chuyển sang đã được điền sẵn.',
      en: 'The notes show last period’s figures; what was carried over is filled in already.',
    },
  ];
  return [
    ...(asked.figures ? figures : []),
    {
      vi: `Trang tính “${formSheets.narrative}”: viết vào các ô tô màu dưới mỗi đề mục, mỗi đoạn một ô; có thể chèn thêm dòng. Giữ nguyên các đề mục.`,
      en: 'Narrative: write below each heading, one paragraph a cell; rows may be inserted. Keep the headings.',
    },
    {
      vi: 'Gửi tệp qua trang gửi báo cáo của đơn vị; kết quả kiểm tra có ngay sau khi gửi. Gửi lại bao nhiêu lần cũng được: bản được tiếp nhận mới nhất là bản được tính.',
      en: 'Send the file through your unit’s page; the verdict comes at once. Send again as often as needed: the newest accepted version counts.',
    },
    asked.rule,
    {
      vi: 'Không gửi tài liệu mật qua hệ thống này.',
      en: 'Never send classified documents through this system.',
    },
    {
      vi: `Cần hỗ trợ: ${asked.office} (${asked.replyTo}).`,
      en: `Help: ${asked.office} (${asked.replyTo}).`,
    },
  ];
}
