import { describe, expect, it } from 'vitest';
import { receiptMail } from '../../../shared/mail/receipt.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import { finding, quarter, regime, unitNamed, version, warning } from './sample.ts';

const unit = unitNamed('TTRA');
const rule = deadlineWords.by('18/03/2024');
const due = '2024-03-18T23:59:59+07:00';
const accepted = {
  regime,
  period: quarter,
  unit,
  version: version(4, 'TTRA', { receivedAt: '2024-03-18T17:30:00Z', size: 1_258_291 }),
  findings: [],
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a receipt', () => {
  const mail = receiptMail({ ...accepted, timeliness: { late: true, due, rule } });

  it('carries its number in the subject', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] Đã tiếp nhận, nộp muộn: Quý I – Thanh tra Sở (biên nhận Q1-2024-TTRA-T2QX7M0004)',
    );
  });

  it('proves what was sent and when: number, SHA-256, S3’s time in the regime’s zone, name and size', () => {
    expect(mail.text).toContain('Q1-2024-TTRA-T2QX7M0004');
    expect(mail.text).toContain(accepted.version.sha256);
    expect(mail.html).toContain(accepted.version.sha256);
    expect(mail.text).toContain('19/03/2024 00:30');
    expect(oneLine(mail.text)).toContain('BC dân vận quý I 2024 - TTRA.xlsx (1,2 MB)');
  });

  it('says what was read, and in small print how much of the file that is', () => {
    expect(oneLine(mail.text)).toContain('Đã đọc: 33 chỉ tiêu có số liệu');
    expect(oneLine(mail.text)).toContain('Trong tệp có 415 ô và đoạn văn có chữ: dùng 406, không dùng 9');
    const small = mail.html.slice(mail.html.indexOf('Mã kiểm tra tệp (SHA-256)') - 200);
    expect(small).toContain('font-size:12px');
    expect(mail.html.indexOf('Mã kiểm tra tệp')).toBeGreaterThan(mail.html.indexOf('Xin giữ thư này'));
  });

  it('counts the paragraphs too where it is told of them', () => {
    const paragraphs = Array.from({ length: 3 }, (_, n) => ({ text: 'Đã làm.', source: { paragraph: n } }));
    const narrative = ['II.1', 'II.2', 'III'].map((section) => ({ section, paragraphs }));
    const text = oneLine(receiptMail({ ...accepted, narrative }).text);
    expect(text).toContain('Đã đọc: 33 chỉ tiêu có số liệu và 9 đoạn lời văn');
  });

  it('says in its headline that the report was late', () => {
    expect(mail.text).toContain('** Đã tiếp nhận báo cáo, nộp muộn **');
    expect(oneLine(mail.text)).toContain('Hạn nộp: 18/03/2024 23:59 (nộp muộn)');
    const inTime = receiptMail({ ...accepted, timeliness: { late: false, due, rule } });
    expect(inTime.text).toContain('** Đã tiếp nhận báo cáo **');
    expect(inTime.subject).toContain('] Đã tiếp nhận: ');
  });

  it('says of a file behind the deadline by what the report is in time', () => {
    const at = '2024-03-18T02:30:00.000Z';
    const said = (datedBy: { at: string; notedDay?: string }) =>
      oneLine(receiptMail({ ...accepted, timeliness: { late: false, due, rule, datedBy } }).text);
    expect(said({ at })).toContain(
      'Hạn nộp: 18/03/2024 23:59 (nộp đúng hạn: báo cáo đến lần đầu 18/03/2024 09:30, tệp này là bản chỉnh lý)',
    );
    expect(said({ at, notedDay: '2024-03-18' })).toContain(
      '(nộp đúng hạn: Văn phòng ghi bản giấy nhận ngày 18/03/2024, tệp này gửi sau)',
    );
  });

  it('names the day that the office notes of a paper, beside the time of the file', () => {
    const timeliness = { late: false, due, rule, notedDay: '2024-03-18' };
    const text = oneLine(receiptMail({ ...accepted, timeliness }).text);
    expect(text).toContain('Thời điểm nhận: 19/03/2024 00:30 Văn phòng ghi: nhận ngày 18/03/2024');
    expect(text).toContain(
      '18/03/2024 23:59). The office notes that the report was received on 18/03/2024. Nothing',
    );
    expect(mail.text).not.toContain('Văn phòng ghi');
  });

  it('prints the rule of the deadline only where it says more than the date', () => {
    expect(mail.text).not.toContain('tính đến hết ngày');
    const before = deadlineWords.before('19/03/2024', '18/03/2024');
    const { text } = receiptMail({ ...accepted, timeliness: { late: true, due, rule: before } });
    expect(oneLine(text)).toContain('trước ngày 19/03/2024, tức hết ngày 18/03/2024');
  });

  it('is told in English in a few lines', () => {
    const english = mail.text.slice(mail.text.indexOf('\nReceipt\n'));
    expect(oneLine(english)).toContain(
      'has been accepted: receipt Q1-2024-TTRA-T2QX7M0004, received 19/03/2024 00:30, late (due 18/03/2024 23:59). Nothing more is needed.',
    );
    expect(english).not.toContain(accepted.version.sha256);
  });

  it('has no button without a link', () => {
    expect(mail.html).not.toContain('href=');
  });
});

describe('a receipt with warnings', () => {
  const accepted5 = Array.from({ length: 6 }, () => warning);
  const findings = [...accepted5, finding({ severity: 'note' })];
  const mail = receiptMail({
    ...accepted,
    version: version(4, 'TTRA', { state: 'accepted-with-warnings' }),
    findings,
  });

  it('counts the warnings in its subject, so that they do not go unseen', () => {
    expect(mail.subject).toContain('Đã tiếp nhận, có 6 điểm cần xem lại: Quý I – Thanh tra Sở');
  });

  it('shows the first five with place, found, expected and fix, and counts the rest', () => {
    const vietnamese = mail.text.slice(0, mail.text.indexOf('\nReceipt\n'));
    expect(vietnamese.match(/Vị trí: bảng 2, dòng 19, cột 5/g)).toHaveLength(5);
    expect(vietnamese).toContain('Trong tệp: 1.073');
    expect(vietnamese).toContain('Cần là: không nhỏ hơn số lượt tiếp (1.093)');
    expect(oneLine(vietnamese)).toContain('Cách sửa: Kiểm tra xem hai số có bị đổi chỗ không');
    expect(vietnamese).toContain('… và 1 điểm cần xem lại khác; xem đủ trên trang của đơn vị.');
  });

  it('says that the report counts all the same', () => {
    expect(oneLine(mail.text)).toContain('Báo cáo được tính.');
  });
});

describe('a receipt with notes alone', () => {
  const note = finding({ severity: 'note', message: { vi: 'Có dấu ngăn hàng nghìn', en: 'Separator' } });
  const mail = receiptMail({ ...accepted, findings: [note, note, note, note] });

  it('counts them in one line, and asks for nothing', () => {
    expect(oneLine(mail.text)).toContain('Đơn vị không cần làm gì thêm.');
    expect(oneLine(mail.text)).toContain('4 ghi chú về cách đọc số liệu, xem trên trang của đơn vị.');
    expect(mail.text).not.toContain('Điểm cần xem lại');
    expect(mail.html).not.toContain('Có dấu ngăn');
  });
});
