import { describe, expect, it } from 'vitest';
import { summaryMail } from '../../../shared/mail/summary.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { changesBetween } from '../../../shared/summary/changes.ts';
import { mattersOf } from '../../../shared/summary/matters.ts';
import { writeBrief } from '../../../shared/summary/report/write-brief.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { upwardUntil } from '../../../shared/wording/upward.ts';
import { paragraphsOf } from '../documents/reopened.ts';
import {
  everyUnit,
  finding,
  mixedStory,
  personalLink,
  quarter,
  regime,
  type Story,
  summaryOf,
  version,
} from './sample.ts';

const recipient = {
  id: 'VANPHONG',
  name: 'Chuyên viên tổng hợp',
  email: 'tong-hop@stnmt.example',
  role: 'reads',
} as const;
const mailOf = (summary: Summary) =>
  summaryMail({ summary, recipient, portalLink: personalLink.link, attachments: [] });
const subjectOf = (story: Story) => mailOf(summaryOf(story)).subject;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

const complete: Story = {
  versions: everyUnit.map((unit, n) => version(n, unit)),
  decisions: [],
  expected: everyUnit,
};

describe('the English part of a summary', () => {
  it('says in one paragraph by when the report goes upward, and that it does not by itself', () => {
    const { text } = mailOf(summaryOf(complete));
    expect(oneLine(text)).toMatch(/: (?:\d+ working days are|1 working day is) left\. Nothing goes to /);
    expect(text).not.toMatch(/left\.\n\nNothing/);
    const goes = oneLine(
      summaryMail({
        ...{ summary: summaryOf(complete), recipient, portalLink: null },
        attachments: [],
        goesUpward: true,
      }).text,
    );
    expect(goes).not.toMatch(/Nothing goes to|left\. |hệ thống không tự gửi|chậm nhất hết ngày/);
    expect(upwardUntil('Tỉnh ủy', '20/03/2024', { when: 'before', workingDays: 1 }).en).toContain(
      '1 working day is left',
    );
    expect(upwardUntil('Tỉnh ủy', '20/03/2024', { when: 'after', workingDays: 1 }).en).toContain(
      '1 working day over',
    );
  });
});

describe('the subject of a summary', () => {
  it('says how many reported, how many of them late, and what is open', () => {
    expect(subjectOf(mixedStory)).toBe(
      '[Dân vận 2024] Quý I: 11/13 đơn vị đã gửi (84,6%), 1 muộn, 1 không phát sinh, 1 bị từ chối, 1 chưa gửi',
    );
  });

  it('says so when everybody reported in time', () => {
    expect(subjectOf(complete)).toBe('[Dân vận 2024] Quý I: 14/14 đơn vị đã gửi (100%), đủ, đúng hạn');
  });

  it('counts a file that is not read yet as neither filed nor missing', () => {
    const versions = complete.versions.slice(1);
    const pending = [{ upload: version(0, 'VPS').upload, unit: 'VPS', fileName: 'a.xlsx' }];
    expect(subjectOf({ ...complete, versions, pending })).toBe(
      '[Dân vận 2024] Quý I: 13/14 đơn vị đã gửi (92,9%), 1 đang xử lý',
    );
  });

  it('has no rate where nobody is expected', () => {
    expect(subjectOf({ versions: [], decisions: [], expected: [] })).toBe(
      '[Dân vận 2024] Quý I: — (không có đơn vị nào phải gửi)',
    );
  });

  it('is 0 %, not "—", where everybody is missing', () => {
    expect(subjectOf({ ...complete, versions: [] })).toBe(
      '[Dân vận 2024] Quý I: 0/14 đơn vị đã gửi (0%), 14 chưa gửi',
    );
  });

  it('names the second edition', () => {
    expect(subjectOf({ ...complete, edition: 2 })).toContain('Quý I (dự thảo lần 2): 14/14');
  });

  it('takes its name from whatever regime it is about', () => {
    const other: Regime = {
      ...regime,
      title: { vi: 'Báo cáo cải cách hành chính', en: 'Reform' },
      year: 2025,
    };
    expect(mailOf(summaryOf(complete, other)).subject).toMatch(/^\[Cải cách hành chính 2025\] /);
  });
});

describe('the first screen', () => {
  const mail = mailOf(summaryOf(mixedStory));

  it('shows the rate and one field for each unit, coloured by where it stands', () => {
    expect(mail.html).toMatch(/>Tỷ lệ đơn vị đã thực hiện báo cáo<\/div>\s*<div[^>]*>84,6%<\/div>/);
    expect(mail.html.match(/height="16"/g)).toHaveLength(14);
    for (const chip of [
      '10 đúng hạn (1 không phát sinh)',
      '1 nộp muộn',
      '1 từ chối tiếp nhận',
      '1 chưa nộp',
      '1 loại trừ',
    ]) {
      expect(mail.html).toContain(`>${chip}</span>`);
      expect(mail.text).toContain(`# ${chip}`);
    }
  });

  it('tells apart who declared late to have nothing to report, as the rate does', () => {
    const { rate, ...rest } = summaryOf(mixedStory);
    const { text } = mailOf({ ...rest, rate: { ...rate, onTime: rate.onTime - 1 } });
    expect(text).toContain('# 9 nộp đúng hạn');
    expect(text).toContain('# 1 khai không phát sinh muộn');
  });

  it('names each unit that needs a decision, with its file, its first error and what to do', () => {
    const text = oneLine(mail.text);
    expect(text).toContain('1. Chi nhánh VPĐKĐĐ huyện Hữu Lũng – chưa nộp');
    expect(text).toContain('2. Trung tâm Phát triển quỹ đất tỉnh – từ chối tiếp nhận');
    expect(text).toContain('Lỗi đầu tiên: Trang tính “Biểu số liệu”, ô E25: Số đơn tồn cuối kỳ');
  });

  it('says of more than two but what is wrong or to be done, for it has two screens', () => {
    const decisions = (story: Story) => {
      const { text } = mailOf(summaryOf(story));
      return oneLine(text.slice(text.indexOf('Cần quyết định'), text.indexOf('Mở trang để quyết định')));
    };
    const rejected = (n: number) =>
      version(n, everyUnit[n] ?? '', { state: 'rejected', firstFindings: [finding({})], values: [] });
    const of = (count: number) => {
      const bad = Array.from({ length: count }, (_, n) => rejected(n));
      return decisions({ ...complete, versions: [...bad, ...complete.versions.slice(count)] });
    };
    expect(of(2).match(/Tệp gần nhất: /g)).toHaveLength(2);
    expect(of(5)).not.toContain('Tệp gần nhất: ');
    expect(of(5).match(/từ chối tiếp nhận Lỗi đầu tiên: /g)).toHaveLength(3);
    expect(of(5)).toContain('… và 2 đơn vị khác');
    // Where it is to be decided besides whether to sign at all, all of them are named by how they stand.
    const files = Array.from({ length: 5 }, (_, n) => rejected(n));
    const few = decisions({ ...complete, versions: [...files, ...complete.versions.slice(5, 8)] });
    expect(few).toContain('Ký hay chờ: mới có 3/14');
    expect(few).toMatch(/5 đơn vị khác cần xử lý Từ chối tiếp nhận: (?:[^;]+; ){4}[^;]+ Việc cần làm: mở/);
    expect(few).not.toMatch(/Lỗi đầu tiên|… và/);
  });

  it('names a unit that counts but sent a newer file that does not', () => {
    expect(oneLine(mail.text)).toContain(
      'Phòng Quản lý đất đai – nộp đúng hạn, nhưng tệp gửi sau không dùng được',
    );
  });

  it('names a unit whose newer file is not read yet', () => {
    const pending = [{ upload: version(99, 'TTRA').upload, unit: 'TTRA', fileName: 'moi.xlsx' }];
    const { text } = mailOf(summaryOf({ ...mixedStory, pending }));
    expect(oneLine(text)).toContain('Thanh tra Sở – nộp đúng hạn, có tệp mới hơn đang xử lý');
  });

  it('does not say that a unit sent nothing when its file was left out of the report', () => {
    const only = version(3, 'TTRA');
    const text = oneLine(
      mailOf(
        summaryOf({
          versions: [only],
          expected: ['TTRA'],
          decisions: [
            {
              kind: 'exclude-version',
              upload: only.upload,
              decision: '01HS5W9KJ4T2QX7M8VN3RD0001',
              period: only.period,
              unit: 'TTRA',
              actor: 'VANPHONG',
              reason: 'Gửi nhầm kỳ',
              decidedAt: '2024-03-18T02:00:00Z',
            },
          ],
        }),
      ).text,
    );
    expect(text).toContain('Thanh tra Sở – chưa nộp');
    expect(text).toContain('Lý do: Gửi nhầm kỳ');
    expect(text).toContain('bản đã gửi bị loại khỏi báo cáo');
  });

  it('leaves excluded and timely units out of what needs a decision', () => {
    const decisions = mail.text.slice(
      mail.text.indexOf('Cần quyết định'),
      mail.text.indexOf('Từng đơn vị, toàn văn'),
    );
    expect(decisions).not.toContain('Lộc Bình');
    expect(decisions).not.toContain('Thanh tra');
    expect(mailOf(summaryOf(complete)).text).toContain('Không có việc gì cần quyết định.');
  });

  it('tells the inbox who is missing', () => {
    expect(mail.html).toMatch(
      /max-height:0[^>]*>Chưa có trong số liệu: Chi nhánh VPĐKĐĐ huyện Hữu Lũng \(chưa nộp\)/,
    );
  });
});

describe('a file of another unit', () => {
  const other = finding({
    code: 'OTHER_UNIT',
    where: { sheet: 'Số liệu', cell: 'A5' },
    found: 'Đơn vị báo cáo: Chi nhánh VPĐKĐĐ huyện Lộc Bình',
    expected: 'Trung tâm Phát triển quỹ đất tỉnh (TTPTQD)',
  });
  const first = (firstFinding: typeof other) => {
    const wrong = version(1, 'TTPTQD', { state: 'rejected', firstFindings: [firstFinding], values: [] });
    const versions = complete.versions.map((each) => (each.unit === wrong.unit ? wrong : each));
    return oneLine(mailOf(summaryOf({ ...complete, versions })).text);
  };

  it('is shown with what it says and what it should say', () => {
    expect(first(other)).toContain('Trong tệp: Đơn vị báo cáo: Chi nhánh VPĐKĐĐ huyện Lộc Bình');
    expect(first(other)).toContain('Cần là: Trung tâm Phát triển quỹ đất tỉnh (TTPTQD)');
    // What its finding says already is not said again.
    const vi = 'Tệp này là báo cáo của Chi nhánh Lộc Bình, không phải của Phòng A.';
    const said = first({
      ...other,
      message: { vi, en: '' },
      found: 'CHI NHÁNH LỘC BÌNH',
      expected: 'Phòng A',
    });
    expect(said).toContain(vi);
    expect(said).not.toMatch(/Trong tệp: CHI|Cần là: Phòng A/);
  });

  it('which is missing itself, is most likely that unit’s report', () => {
    const wrong = version(1, 'TTPTQD', { state: 'rejected', firstFindings: [other], values: [] });
    const versions = complete.versions.flatMap((each) =>
      each.unit === 'CN-LBI' ? [] : [each.unit === wrong.unit ? wrong : each],
    );
    expect(oneLine(mailOf(summaryOf({ ...complete, versions })).text)).toContain(
      'tệp này là báo cáo của Chi nhánh VPĐKĐĐ huyện Lộc Bình, đơn vị đang thiếu',
    );
    // Where that unit has filed, it is a mistake of one unit alone.
    expect(first(other)).not.toContain('đơn vị đang thiếu');
  });

  it('leaves that unit out of those from which nothing came, as the leadership’s page does', () => {
    const wrong = version(1, 'TTPTQD', { state: 'rejected', firstFindings: [other], values: [] });
    const silent = ['CN-LBI', 'CN-HLU', 'TTRA'];
    const versions = complete.versions.flatMap((each) =>
      silent.includes(each.unit) ? [] : [each.unit === wrong.unit ? wrong : each],
    );
    const summary = summaryOf({ ...complete, versions });
    expect(mattersOf(summary).slice(0, 2)).toMatchObject([{ kind: 'misplaced' }, { kind: 'silent' }]);
    const text = oneLine(mailOf(summary).text);
    expect(text).toContain('2 đơn vị chưa nộp, chưa có tệp nào');
    expect(text).not.toContain('Ký hay chờ');
    expect(text.match(/\d+ đơn vị chưa nộp, chưa có tệp nào|Huyện Lộc Bình – chưa nộp/gi)).toHaveLength(1);
  });

  it('asks whether to sign or to wait where fewer than half have reported', () => {
    const few = mailOf(summaryOf({ ...complete, versions: complete.versions.slice(0, 3) }));
    expect(oneLine(few.text)).toMatch(
      /Ký hay chờ: mới có 3\/14 đơn vị báo cáo Ký ngay: báo cáo ghi rõ đây mới là số liệu bước đầu Chờ: .* của 11 đơn vị còn thiếu; hệ thống nhận đến hết ngày 14\/6\/2024/,
    );
  });

  it('alone: other errors are told in full to the unit', () => {
    expect(first(finding())).not.toContain('Cần là:');
  });
});

/** Bytes: Gmail shows the first 102 KB of a mail's HTML and hides the rest behind a link. */
const htmlLimit = 60_000;

describe('the size', () => {
  const many = (count: number): Regime => ({
    ...regime,
    units: Array.from({ length: count }, (_, n) => ({
      code: `U${n}`,
      name: `Ủy ban nhân dân xã, phường, thị trấn số ${n}`,
      kind: 'phòng',
      parent: 'STNMT',
      email: `u${n}@units.example`,
      reminded: true,
      aliases: [],
    })),
  });

  it('of fourteen units’ reports is at most 60 KB', () => {
    const { html } = mailOf(summaryOf({ ...complete, paragraphs: 6 }));
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(htmlLimit);
  });

  it.each([40, 300])('stays below what Gmail clips with %i units', (count) => {
    const large = many(count);
    const versions = large.units
      .slice(0, count / 2)
      .map(({ code }, n) => version(n, code, { fileName: `${'rất dài '.repeat(30)}${n}.docx` }));
    const story = {
      versions,
      decisions: [],
      expected: large.units.map(({ code }) => code),
      paragraphs: 6,
      alike: count > 100,
    };
    const mail = mailOf(summaryOf(story, large));
    expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(htmlLimit);
    expect(mail.subject).toContain('(50%)');
    expect(oneLine(mail.text)).toContain('trên trang theo dõi');
  });
});

describe('the size of a further edition', () => {
  it('stays below what Gmail clips where every figure is compared and changed', () => {
    const units = Array.from({ length: 100 }, (_, n) => ({
      ...{ code: `U${n}`, name: `Ủy ban nhân dân xã, phường, thị trấn số ${n}`, kind: 'phòng' as const },
      ...{ parent: 'STNMT', email: `u${n}@units.example`, reminded: true, aliases: [] },
    }));
    const large = { ...regime, units };
    const expected = units.map(({ code }) => code);
    const versions = units.slice(0, 90).map(({ code }, n) => version(n, code));
    const earlier = {
      ...{ period: 'Q4-2023', title: { vi: 'Báo cáo quý IV năm 2023', en: 'Q4 2023' }, decisions: [] },
      versions: versions.map((each) => ({ ...each, period: 'Q4-2023' })),
    };
    const story = { decisions: [], expected, alike: true, edition: 2 };
    const before = summaryOf({ ...story, versions: versions.slice(1), edition: 1 }, large);
    const against = { previous: earlier, lastYear: { ...earlier, period: 'Q1-2023' }, year: [] };
    const summary = summaryOf({ ...story, versions, earlier: against }, large);
    const changes = changesBetween(before, summary);
    expect(changes.figures.length).toBeGreaterThan(20);
    const { html } = summaryMail({
      summary,
      changes,
      recipient,
      portalLink: personalLink.link,
      attachments: [],
    });
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(htmlLimit);
    expect(html).toContain('Dự thảo lần 2 thay dự thảo lần 1');
  });
});

describe('what units ask', () => {
  const asking = (requests: Readonly<Record<string, string>>): Summary => {
    const summary = summaryOf(complete);
    const entries = Object.entries(requests).map(([code, text]) => ({
      unit: { code, name: regime.units.find((unit) => unit.code === code)?.name ?? code },
      upload: `upload-${code}`,
      paragraphs: [{ text, source: { paragraph: 1 } }],
    }));
    return { ...summary, totals: [], narrative: [{ section: 'IX', entries, groups: [] }] };
  };
  const told = (summary: Summary) => oneLine(mailOf(summary).text);

  it('of the office itself comes by how many ask it word for word', () => {
    const train = 'Đề nghị Sở tập huấn nghiệp vụ đo đạc cho cán bộ quản lý.';
    const text = told(
      asking({
        VPS: 'Đề nghị các phòng cung cấp hồ sơ đúng hạn.',
        TTRA: 'Đề nghị Sở cấp máy quét mới.',
        KHTC: train,
        QLDD: train,
        DDBD: train,
        TNKS: 'Đề nghị Sở sửa chữa trụ sở tiếp dân.',
        // The same once who asks is left out.
        CCBVMT: 'Chi cục đề nghị Sở sửa chữa trụ sở tiếp dân.',
      }),
    );
    const from = text.indexOf('Kiến nghị của các đơn vị');
    expect(text.slice(from)).toMatch(
      /- Nội bộ, 3 đơn vị: Đề nghị Sở tập huấn nghiệp vụ đo đạc cho cán bộ quản lý - Nội bộ, Văn phòng Sở: .* Khác \(không gửi lên, xem tệp Excel\): 1 nội bộ\./,
    );
    expect(text).not.toContain('Với UBND huyện');
  });

  it('of one mould is counted together, with one of what it is for', () => {
    const text = told(
      asking({
        VPS: 'Đề nghị Sở tập huấn nghiệp vụ hòa giải đất đai cho cán bộ xã Bảo Lâm.',
        TTRA: 'Đề nghị Sở tập huấn nghiệp vụ hòa giải đất đai cho cán bộ xã Cai Kinh.',
        KHTC: 'Đề nghị Sở tập huấn nghiệp vụ hòa giải đất đai cho cán bộ xã Mẫu Sơn.',
      }),
    );
    expect(text).toMatch(
      /- Nội bộ, 3 đơn vị: Đề nghị Sở tập huấn nghiệp vụ hòa giải đất đai, như: cho cán bộ xã \S+ \S+ Kiến nghị nội bộ không có/,
    );
  });

  it('waits where the report may: of those that stay inside one is shown', () => {
    const all = asking({
      VPS: 'Đề nghị Sở cấp máy quét mới.',
      TTRA: 'Đề nghị Sở sửa chữa trụ sở tiếp dân.',
      KHTC: 'Đề nghị các phòng cung cấp hồ sơ đúng hạn.',
    });
    const shown = (summary: Summary) => told(summary).match(/- Nội bộ, /g) ?? [];
    expect(shown(all)).toHaveLength(3);
    const first = { ...all, rate: { ...all.rate, filed: 3 } };
    expect(shown(first)).toHaveLength(1);
    expect(told(first)).toContain('Khác (không gửi lên, xem tệp Excel): 2 nội bộ.');
  });

  it('of those above is shown in short, as the draft has it, here and on the leadership’s page', async () => {
    const summary = asking({ VPS: 'Kiến nghị Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm.' });
    const upward = summary.narrative.map((each) => ({ ...each, section: 'VIII' }));
    const all = { ...summary, narrative: upward };
    expect(told(all)).toContain(
      '- Lên cấp trên (có trong dự thảo): Kiến nghị Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm',
    );
    const brief = paragraphsOf(await writeBrief(all));
    expect(brief.slice(brief.indexOf('4. Kiến nghị lên cấp trên (có trong dự thảo)') + 1)[0]).toBe(
      '- Kiến nghị Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm.',
    );
    const requests = {
      VPS: 'Kiến nghị Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm.',
      KHTC: 'Đề nghị UBND tỉnh làm cầu dân sinh tại thôn Nà Mu, xã Bảo Lâm.',
      TTRA: 'Đề nghị Tỉnh ủy sớm ban hành hướng dẫn tổng kết mười năm.',
    };
    const ofThose = (asked: Readonly<Record<string, string>>) => {
      const made = asking(asked);
      return { ...made, narrative: made.narrative.map((each) => ({ ...each, section: 'VIII' })) };
    };
    expect(told(ofThose(requests))).toContain('; và 1 kiến nghị khác');
    // On the page one more takes no more room than to say so.
    const three = paragraphsOf(await writeBrief(ofThose(requests)));
    expect(three.join()).not.toContain('kiến nghị khác');
    expect(three.join()).toContain('hướng dẫn tổng kết mười năm');
    const four = { ...requests, QLDD: 'Đề nghị UBND tỉnh phê duyệt bảng giá đất trong quý II.' };
    expect(paragraphsOf(await writeBrief(ofThose(four)))).toContain('- Và 02 kiến nghị khác.');
  });

  it('of those above is cut nowhere where one unit asks it, be it for some alone', () => {
    const request = 'Kiến nghị Tỉnh ủy hỗ trợ các xã biên giới, như: xã Bắc Xa, xã Bính Xá';
    const summary = asking({ KHTC: `${request}.` });
    const narrative = summary.narrative.map((each) => ({ ...each, section: 'VIII' }));
    expect(told({ ...summary, narrative })).toContain(`${request} (Phòng Kế hoạch - Tài chính)`);
  });

  it('of nobody named comes first, marked, for nobody else decides it', () => {
    const section = regime.sections.find(({ part }) => part === 'assessment')?.id ?? '';
    const summary = asking({ VPS: 'Đề nghị Sở cấp máy quét mới.', KHTC: 'Đề nghị bổ sung nhân lực đo đạc.' });
    const narrative = summary.narrative.map((each) => ({ ...each, section }));
    expect(told({ ...summary, narrative })).toContain(
      '- Chưa rõ gửi ai, Phòng Kế hoạch - Tài chính: Đề nghị bổ sung nhân lực đo đạc - Nội bộ, Văn phòng Sở: Đề nghị Sở cấp máy quét mới',
    );
    // What is not shown is counted by whom it asks.
    const various = asking({
      VPS: 'Đề nghị Sở cấp máy quét mới.',
      KHTC: 'Đề nghị bổ sung nhân lực đo đạc.',
      DDBD: 'Đề nghị tăng lịch tiếp nhận hồ sơ lưu động.',
      QLDD: 'Đề nghị UBND huyện Cao Lộc bố trí mặt bằng chợ phiên.',
    });
    const few = { ...various, rate: { ...various.rate, filed: 3 } };
    expect(told({ ...few, narrative: few.narrative.map((each) => ({ ...each, section })) })).toContain(
      'Khác (không gửi lên, xem tệp Excel): 1 nội bộ, 1 chưa rõ gửi ai, 1 với UBND huyện, xã.',
    );
  });

  it('of one mould for different things stands apart, each with what it is for', () => {
    const text = told(
      asking({
        VPS: 'Đề nghị Sở bố trí kinh phí riêng cho công tác dân vận.',
        TTRA: 'Đề nghị Sở bố trí kinh phí số hóa hồ sơ.',
      }),
    );
    expect(text).toMatch(/Văn phòng Sở: Đề nghị Sở bố trí kinh phí riêng cho công tác dân vận - /);
    expect(text).toContain('Thanh tra Sở: Đề nghị Sở bố trí kinh phí số hóa hồ sơ ');
  });

  it('in a year says how many of those who ask did so in an earlier period alone', () => {
    const train = 'Đề nghị Sở tập huấn nghiệp vụ đo đạc.';
    const of = asking({ VPS: train, TTRA: train });
    const { title } = of.period;
    const entries = ['TTRA', 'KHTC'].map((code) => ({
      unit: { code, name: code },
      upload: `before-${code}`,
      paragraphs: [{ text: train, source: { paragraph: 1 } }],
    }));
    const before = { period: 'Q4-2023', section: 'IX', entries };
    const year = [{ period: 'Q4-2023', title, reported: 2 }];
    const all = { ...of, earlier: { ...of.earlier, year }, earlierNarrative: [before] };
    expect(told(all)).toContain('3 đơn vị (1 đơn vị nêu ở kỳ trước): Đề nghị Sở tập huấn');
    expect(told({ ...all, narrative: [] })).toContain('2 đơn vị (nêu ở kỳ trước): Đề nghị Sở tập huấn');
  });

  it('of districts and communes stands by itself, and is offered for the report', () => {
    const text = told(asking({ TTPTQD: 'Đề nghị các huyện sớm hoàn thành khu tái định cư.' }));
    expect(text).toMatch(
      /- Với UBND huyện, xã, Trung tâm Phát triển quỹ đất tỉnh: Đề nghị các huyện .*muốn đưa vào báo cáo gửi lên trên/,
    );
    expect(text).not.toContain('Nội bộ');
  });
});

describe('the names of those of whom nothing has come', () => {
  it('stand whole, and who has no room is counted', () => {
    const summary = summaryOf({ ...mixedStory, versions: [], decisions: [] });
    const [line] = summary.units;
    const units = Array.from({ length: 60 }, (_, n) => ({
      ...(line ?? summary.units[0]),
      unit: { code: `X${n}`, name: `Chi nhánh Văn phòng Đăng ký đất đai số ${n + 1}` },
    })) as Summary['units'];
    const text = oneLine(mailOf({ ...summary, units }).text);
    const [, names = '', count = ''] = /Đơn vị: (.*?); và (\d+) đơn vị khác/.exec(text) ?? [];
    expect(names.split('; ').length + Number(count)).toBe(60);
    for (const name of names.split('; '))
      expect(name).toMatch(/^Chi nhánh Văn phòng Đăng ký đất đai số \d+$/);
    // They stand above.
    expect(text).toMatch(/Missing: .{1,120}số \d+; and 5\d more\./);
  });
});

describe('figures in doubt', () => {
  it('come before missing periods, the farthest off first', () => {
    const why = { vi: 'khác hẳn', en: 'unlike' };
    const outlier = (unit: string, value: number) =>
      ({ unit, indicator: 'A03', value, usual: 20, against: 'history', why }) as const;
    const doubtful = (story: Story): Summary => ({
      ...summaryOf(story),
      gaps: [{ unit: 'KHTC', periods: ['Q1-2024'] }],
      discrepancies: [{ unit: 'TNKS', indicator: 'C01', added: 86, stated: 101, source: null }],
      outliers: [outlier('VPS', 90), outlier('QLDD', 2690)],
    });
    const { text } = mailOf(doubtful(complete));
    const doubts = text.slice(text.indexOf('Số liệu cần xem lại'));
    const [first, second, third] = ['Phòng Quản lý đất đai:', 'Văn phòng Sở:', 'Khoáng sản:'].map((name) =>
      doubts.indexOf(name),
    );
    expect([first, second, third]).not.toContain(-1);
    expect([first, second, third]).toEqual([first, second, third].toSorted((a = 0, b = 0) => a - b));
    expect(doubts).toContain('và 1 điểm khác');
    // In words that a reader who knows no codes, sheets or statistics understands.
    expect(oneLine(doubts)).toContain('Số lượt người dự hội nghị quán triệt: 2.690, các kỳ trước khoảng 20');
    expect(doubts.slice(0, doubts.indexOf('Consolidated'))).not.toMatch(
      /\([A-E]\d\d\)|trung vị|Câu chọn|trang tính/,
    );
    // Where much else is to be decided there is less room, and whoever decides has seen them.
    const busy = mailOf(doubtful(mixedStory)).text;
    expect(busy.indexOf('Mở trang để quyết định')).toBeGreaterThan(busy.indexOf('và 2 điểm khác'));
    expect(busy).toContain('và 2 điểm khác');
    expect(oneLine(busy)).toContain('VPĐKĐĐ: Văn phòng Đăng ký đất đai.');
  });
});

describe('what moved', () => {
  const previous = (by: number) => ({
    ...{ period: 'Q4-2023', title: { vi: 'Báo cáo quý IV năm 2023', en: 'Q4 2023' }, decisions: [] },
    versions: mixedStory.versions.map((each) => ({
      ...each,
      period: 'Q4-2023',
      values: (each.values ?? []).map((value) =>
        value.indicator === 'A01' && typeof value.value === 'number'
          ? { ...value, value: value.value * by }
          : value,
      ),
    })),
  });
  const textAgainst = (by: number) =>
    oneLine(
      mailOf(summaryOf({ ...mixedStory, earlier: { previous: previous(by), lastYear: null, year: [] } }))
        .text,
    );

  it('is told with the figure and how it stands against the period before', () => {
    expect(textAgainst(2)).toMatch(
      /Một số số liệu chính tăng, giảm.*Số văn bản lãnh đạo.*giảm 50,0% so với kỳ trước/,
    );
    expect(textAgainst(0.5)).toMatch(/Số văn bản lãnh đạo[^:]*: [\d.]+ văn bản, tăng 100,0% so với kỳ trước/);
  });

  it('is told without the parts of what moved, and says of how many units it is where some are missing', () => {
    const before = previous(2);
    const doubled = before.versions.map((each) => ({
      ...each,
      values: (each.values ?? []).map((value) =>
        value.indicator === 'B13' && typeof value.value === 'number'
          ? { ...value, value: value.value * 9 }
          : value,
      ),
    }));
    const fewer = { ...before, versions: doubled.slice(1) };
    const told = oneLine(
      mailOf(summaryOf({ ...mixedStory, earlier: { previous: fewer, lastYear: null, year: [] } })).text,
    );
    expect(told).toMatch(/chính tăng, giảm \(so sánh trên \d+ đơn vị có số liệu cả hai kỳ\)/i);
    expect(told).not.toContain('Trong đó: giải quyết');
  });

  it('says of how many units a single figure is, where the others are of all that gave them', () => {
    const before = previous(2);
    const [first, ...others] = before.versions;
    const without = first && {
      ...first,
      values: first.values?.filter(({ indicator }) => indicator !== 'A01'),
    };
    const versions = [...(without ? [without] : []), ...others];
    const earlier = { previous: { ...before, versions }, lastYear: null, year: [] };
    const told = oneLine(mailOf(summaryOf({ ...mixedStory, earlier })).text);
    expect(told).not.toContain('so sánh trên');
    expect(told).toMatch(
      /Số văn bản lãnh đạo[^:]*: [\d.]+ văn bản, tính trên \d+ đơn vị có số liệu cả hai kỳ, giảm/,
    );
  });

  it('names what a year is compared with as the report does', () => {
    const told = { ...mixedStory, earlier: { previous: null, lastYear: previous(2), year: [] } };
    const summary = summaryOf(told);
    const [line] = [summary.earlier.lastYear ?? []].flat();
    const year = {
      ...summary,
      period: { ...summary.period, window: { from: '2023-12-15', to: '2024-12-14' } },
      earlier: { ...summary.earlier, year: line ? [line] : [] },
    };
    expect(oneLine(mailOf(summary).text)).toMatch(/giảm 50,0% so với cùng kỳ năm trước/);
    expect(oneLine(mailOf(year).text)).toMatch(/giảm 50,0% so với năm trước/);
  });

  it('is nothing where nothing differs, or nothing is compared', () => {
    expect(textAgainst(1)).not.toContain('biến động');
    expect(mailOf(summaryOf(mixedStory)).text).not.toContain('biến động');
  });

  it('gives way to the main figures where nothing is compared', () => {
    const { text } = mailOf(summaryOf(mixedStory));
    expect(oneLine(text)).toMatch(
      /Số liệu chính \(của 10 đơn vị có số liệu\) -+ - Số cuộc đối thoại[^:]*: [\d.]+ cuộc/,
    );
  });
});

describe('a quiet week', () => {
  const half: Story = { ...complete, versions: complete.versions.slice(0, 5) };
  const interim = (story: Story): Summary => ({ ...summaryOf(story), kind: 'interim' });

  it('is three lines: how many filed, how many not and until when, and that nobody need do anything', () => {
    const { text, html } = mailOf(interim(half));
    expect(oneLine(text)).toContain('5/14 đơn vị đã gửi');
    expect(oneLine(text)).toContain('Còn 9 đơn vị chưa gửi; hạn nộp');
    expect(text).not.toContain('Cần quyết định');
    expect(html).toContain(personalLink.link);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });

  it('is none where a file was refused', () => {
    const wrong = version(9, 'TTPTQD', { state: 'rejected', firstFindings: [finding()], values: [] });
    expect(mailOf(interim({ ...half, versions: [...half.versions, wrong] })).text).toContain(
      'Cần quyết định',
    );
  });
});

describe('the files', () => {
  const summary = summaryOf(complete);

  it('stand behind what needs a decision, and before where the rest is', () => {
    const attachments = [{ fileName: 'a.xlsx', contentType: 'x/y', bytes: new Uint8Array(8) }];
    const { text } = summaryMail({ summary, recipient, portalLink: null, attachments });
    const places = ['Cần quyết định', 'a.xlsx', 'Từng đơn vị, toàn văn'];
    const found = places.map((words) => text.indexOf(words));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it('are attached and named with their size', () => {
    const attachments = [{ fileName: 'Báo cáo quý I.docx', contentType: 'x/y', bytes: new Uint8Array(2048) }];
    const mail = summaryMail({ summary, recipient, portalLink: null, attachments });
    expect(mail.attachments).toBe(attachments);
    expect(mail.text).toContain('- Báo cáo quý I.docx (2 KB)\n  Dự thảo báo cáo tổng hợp');
    expect(mail.html).not.toContain('href=');
  });

  it('become links where they are too large', () => {
    const links = [{ fileName: 'Báo cáo quý I.docx', size: 9_437_184, href: 'https://x.example/u#T' }];
    const mail = summaryMail({ summary, recipient, portalLink: null, links });
    expect(mail.attachments).toEqual([]);
    expect(mail.html).toContain('<a href="https://x.example/u#T"');
    expect(mail.text).toMatch(
      /- Báo cáo quý I\.docx \(9 MB\)\n {2}Dự thảo.*\n(.*\n)? {2}https:\/\/x\.example\/u#T/,
    );
  });
});

describe('the English digest', () => {
  it('tells the rate, the counts and who has not filed', () => {
    const text = oneLine(mailOf(summaryOf(mixedStory)).text);
    expect(text).toContain(`11 of 13 units have reported (84.6%) for "${quarter.title.en}"`);
    expect(text).toContain(
      '10 on time (1 with nothing to report), 1 submitted late, 1 rejected, 1 missing, 1 excluded',
    );
    expect(text).toContain('Missing: Chi nhánh VPĐKĐĐ huyện Hữu Lũng.');
  });
});
