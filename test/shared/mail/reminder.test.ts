import { describe, expect, it } from 'vitest';
import { type RemindedDuty, reminderMail } from '../../../shared/mail/reminder.ts';
import { timeLeft } from '../../../shared/regime/calendar.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import { personalLink, quarter, regime, unitNamed } from './sample.ts';

const about = { regime, unit: unitNamed('CN-HLU') };
const reminder = {
  period: quarter,
  due: '2024-03-18T23:59:59+07:00',
  rule: deadlineWords.before('19/03/2024', '18/03/2024'),
  ...personalLink,
};
const remind = (today: string, change: Partial<RemindedDuty> = {}) => {
  const left = timeLeft(today, '2024-03-18', regime.holidays);
  return reminderMail({ ...about, duties: [{ ...reminder, left, ...change }] });
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a reminder', () => {
  it.each([
    ['2024-03-11', '[Dân vận 2024] Nhắc nộp báo cáo quý I: còn 5 ngày làm việc, hạn 18/03/2024'],
    ['2024-03-18', '[Dân vận 2024] Nhắc nộp báo cáo quý I: HÔM NAY là hạn cuối (18/03/2024)'],
    ['2024-03-21', '[Dân vận 2024] Đôn đốc báo cáo quý I: đã quá hạn 3 ngày làm việc'],
  ])('sent on %s has the subject "%s"', (today, subject) => {
    expect(remind(today).subject).toBe(subject);
  });

  it('prints the deadline, its rule, the link and the code', () => {
    const mail = remind('2024-03-14');
    expect(oneLine(mail.text)).toContain('Hạn nộp: 18/03/2024 23:59.');
    expect(oneLine(mail.text)).toContain(reminder.rule.vi);
    expect(mail.text).toContain(personalLink.link);
    expect(mail.text).toContain('7K3M Q8ZT 2VWX P4RD 9HNB 6CYF GA');
  });

  it('prints no rule that says the date once more', () => {
    const rule = deadlineWords.by('18/03/2024');
    expect(remind('2024-03-14', { rule }).text).not.toContain('tính đến hết ngày');
  });

  it('offers the other two ways out: nothing to report, and more time', () => {
    expect(oneLine(remind('2024-03-14').text)).toContain('khai “không phát sinh”');
    expect(oneLine(remind('2024-03-14').text)).toContain('xin gia hạn');
  });

  it('says after the deadline that a late report is still taken', () => {
    expect(oneLine(remind('2024-03-19').text)).toContain('vẫn được nhận và ghi là nộp muộn');
  });

  it('tells a unit that believes it has reported what became of its file', () => {
    const attempt = {
      fileName: 'BC quý I.xlsx',
      state: 'rejected',
      receivedAt: '2024-03-15T02:00:00Z',
    } as const;
    const text = oneLine(remind('2024-03-19', { attempt }).text);
    expect(text).toContain('“BC quý I.xlsx” lúc 15/03/2024 09:00, kết quả: từ chối tiếp nhận');
  });
});
