import { describe, expect, it } from 'vitest';
import { hindranceWords, issueDoubts, notIssuedWords } from '../../../shared/wording/issuing.ts';

describe('what is told before a report goes out', () => {
  it('stands in both languages, with what it is told of as people write it there', () => {
    const extended = issueDoubts.notFiled('extended', { vi: 'hết ngày 25/03/2024', en: '2024-03-25' });
    expect(issueDoubts.ofUnit('VPDK', extended ? [extended] : [])).toEqual({
      vi: 'VPDK: chưa nộp, đã được gia hạn (đến hết ngày 25/03/2024)',
      en: 'VPDK: has not filed, and was given more time (until 2024-03-25)',
    });
    expect(issueDoubts.outlier('TNKS A02', 1900.5, { vi: 'gấp 9 lần', en: '9 times' })).toEqual({
      vi: 'TNKS A02: 1.900,5 là khác thường: gấp 9 lần',
      en: 'TNKS A02: 1900.5 is unusual: 9 times',
    });
    const about = { file: 'sai.xlsx', state: 'rejected', first: null, instead: 'tot.xlsx' } as const;
    expect(issueDoubts.ofUnit('QLDD', [issueDoubts.attempt(about), issueDoubts.pending])).toEqual({
      vi: 'QLDD: “sai.xlsx”: từ chối tiếp nhận; “tot.xlsx” được tính thay; có tệp đã nhận, đang được đọc',
      en: 'QLDD: "sai.xlsx": rejected; "tot.xlsx" counts instead; a file has come and is still being read',
    });
    expect(notIssuedWords.hindered('Q1-2024', Object.values(hindranceWords)).vi).toBe(
      'Chưa lập dự thảo Q1-2024: kỳ báo cáo chưa bắt đầu; chưa đơn vị nào có báo cáo được tính hoặc khai không phát sinh.',
    );
  });

  it('takes braces in a name of somebody’s for what they are', () => {
    const reason = 'mất điện {until}';
    const undecided = issueDoubts.undecided({ vi: '22/03/2024', en: '2024-03-22' }, reason);
    expect(issueDoubts.ofUnit('CN-LBI', [undecided]).vi).toBe(
      'CN-LBI: xin gia hạn đến 22/03/2024, chưa được trả lời: mất điện {until}',
    );
  });

  it('says nothing of a unit that has filed', () => {
    expect(issueDoubts.notFiled('on-time', null)).toBeNull();
  });
});
