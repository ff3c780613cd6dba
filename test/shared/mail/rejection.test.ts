import { describe, expect, it } from 'vitest';
import { rejectionMail } from '../../../shared/mail/rejection.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import { finding, personalLink, quarter, regime, unitNamed, version, warning } from './sample.ts';

const unit = unitNamed('TTPTQD');
const errors = Array.from({ length: 12 }, (_, n) => finding({ where: { sheet: 'Biểu', cell: `E${n + 1}` } }));
const rejected = {
  regime,
  period: quarter,
  unit,
  version: version(5, 'TTPTQD', { state: 'rejected' }),
  findings: [...errors, warning],
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a rejection', () => {
  const mail = rejectionMail({ ...rejected, link: personalLink.link });

  it('counts the errors in its subject', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] CHƯA tiếp nhận: Quý I – Trung tâm Phát triển quỹ đất tỉnh, 12 lỗi cần sửa',
    );
  });

  it('shows the first five errors in the file’s order and counts the others', () => {
    const vietnamese = mail.text.slice(0, mail.text.indexOf('Please mend'));
    const cells = [...vietnamese.matchAll(/trang tính “Biểu”, ô (E\d+)/g)].map(([, cell]) => cell);
    expect(cells).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
    expect(vietnamese).toContain('… và 7 lỗi khác;');
  });

  it('says how each error is mended; in English, what and where it is', () => {
    expect(oneLine(mail.text)).toContain('Cách sửa: Sửa ô E25 thành 15');
    expect(oneLine(mail.text)).toContain(
      '2. Petitions open at the end do not equal carried over + received − settled (sheet “Biểu”, cell E2).',
    );
  });

  it('never calls a warning an error', () => {
    const [error] = errors;
    const { text } = rejectionMail({ ...rejected, findings: [...(error ? [error] : []), warning] });
    const [, afterErrors = ''] = text.split('Lỗi phải sửa');
    const [listed = '', look = ''] = afterErrors.split('Điểm cần xem lại');
    expect(oneLine(listed)).toContain('Số đơn tồn cuối kỳ');
    expect(oneLine(listed)).not.toContain('Số công dân được tiếp ít hơn');
    expect(oneLine(look)).toContain('1. Số công dân được tiếp ít hơn');
  });

  it('says until when a corrected report is in time, and not that this one was', () => {
    const ends = '2024-03-18T23:59:59+07:00';
    const at = (late: boolean, due = ends) => {
      const timeliness = { late, due, rule: deadlineWords.by('18/03/2024') };
      return oneLine(rejectionMail({ ...rejected, timeliness }).text);
    };
    expect(at(false)).toContain('Còn nhận đúng hạn đến hết ngày 18/03/2024.');
    expect(at(false)).not.toContain('nộp đúng hạn');
    expect(at(true)).toContain(
      'Đã quá hạn (hết ngày 18/03/2024): bản gửi lại vẫn được nhận và ghi là nộp muộn.',
    );
    // More time may be given by the hour.
    expect(at(false, '2024-03-19T03:59:59+07:00')).toContain(
      'Còn nhận đúng hạn đến 03 giờ 59 phút, ngày 19/03/2024.',
    );
  });

  it('shows whose file it is where it names another unit', () => {
    const other = finding({ code: 'OTHER_UNIT', found: 'Đơn vị báo cáo: VPS', expected: 'TTPTQD' });
    const text = oneLine(rejectionMail({ ...rejected, findings: [other] }).text);
    expect(text).toContain('Trong tệp: Đơn vị báo cáo: VPS Cần là: TTPTQD');
  });

  it('has a button to send it again', () => {
    expect(mail.html).toContain('>Gửi lại báo cáo</a>');
  });

  it('brings the marked copy along, and says where it is when it is too large', () => {
    const copy = { fileName: 'báo cáo (lưu ý).xlsx', contentType: 'application/x', bytes: new Uint8Array(3) };
    const attached = rejectionMail({ ...rejected, annotated: copy });
    expect(attached.attachments).toEqual([copy]);
    expect(oneLine(attached.text)).toContain('Kèm thư này là bản sao tệp của đơn vị (báo cáo (lưu ý).xlsx)');
    expect(oneLine(attached.text)).toContain('Attached is a copy of your file (báo cáo (lưu ý).xlsx)');
    const named = rejectionMail({ ...rejected, annotated: { fileName: copy.fileName } });
    expect(named.attachments).toEqual([]);
    expect(oneLine(named.text)).toContain('Trên trang của đơn vị có bản sao tệp (báo cáo (lưu ý).xlsx)');
    expect(mail.text).not.toContain('bản sao tệp');
  });

  it('says that nothing counts yet', () => {
    expect(oneLine(mail.text)).toContain(
      'Hiện chưa có bản nào của Trung tâm Phát triển quỹ đất tỉnh được tính',
    );
  });

  it('names the earlier version that still counts', () => {
    const stillCounts = { fileName: 'BC quý I (bản 1).docx', receipt: 'Q1-2024-TTPTQD-AAAAAAAAAA' };
    const text = oneLine(rejectionMail({ ...rejected, stillCounts }).text);
    expect(text).toContain('(BC quý I (bản 1).docx, biên nhận Q1-2024-TTPTQD-AAAAAAAAAA) vẫn được tính');
    expect(text).toContain('Gửi lại qua liên kết trong thư mời của đơn vị.');
  });
});

describe('an unreadable file', () => {
  const mail = rejectionMail({
    ...rejected,
    version: version(5, 'TTPTQD', { state: 'unreadable', fileName: 'BC_signed_20240314.pdf', values: [] }),
    findings: [finding({ where: null, found: null, expected: null })],
    link: personalLink.link,
  });

  it('is never called rejected or not sent', () => {
    expect(mail.subject).toBe(
      '[Dân vận 2024] Đã lưu tệp nhưng chưa đọc được số liệu: Quý I – Trung tâm Phát triển quỹ đất tỉnh',
    );
    expect(mail.text).not.toMatch(/từ chối/i);
    expect(oneLine(mail.text)).toContain('không bị coi là chưa nộp');
  });

  it('tells how to save a file that can be read', () => {
    expect(mail.html).toContain('“Word Document (*.docx)”');
    expect(oneLine(mail.text)).toContain('Bản scan hoặc PDF đã ký: gửi thêm tệp Word/Excel gốc');
  });

  it('does not claim that anything was read', () => {
    expect(mail.text).not.toContain('Đã đọc');
  });
});
