import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../../shared/regime/regime.ts';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import type { NarrativeEntry, Summary } from '../../../../shared/summary/summary.ts';
import { regime, sampleSummary } from '../sample.ts';

const sample = sampleSummary();

/** What units ask of those above, by unit. */
function asking(requests: Readonly<Record<string, readonly string[]>>, struck = ''): Summary {
  const entries = regime.units.flatMap(({ code, name }): NarrativeEntry[] => {
    const paragraphs = (requests[code] ?? []).map((text, n) => ({ text, source: { paragraph: n + 1 } }));
    return paragraphs.length > 0 ? [{ unit: { code, name }, upload: `upload-${code}`, paragraphs }] : [];
  });
  const narrative = [{ section: 'VIII', entries, groups: [] }];
  const paper = { ...sample.paper, choices: { in: [], out: struck === '' ? [] : [struck] } };
  return { ...sample, totals: [], narrative, earlierNarrative: [], paper };
}

function lines(summary: Summary): readonly string[] {
  const all = outlineOf(summary, 'issued').lines;
  const from = all.findIndex(({ text }) => text.endsWith('Kiến nghị, đề xuất'));
  return all.slice(from + 1, -1).map(({ text }) => text);
}

const forVillage = (what: string, village: string) =>
  `Đề nghị UBND tỉnh quan tâm bố trí kinh phí ${what} cho thôn ${village}, xã Bảo Lâm.`;

describe('requests of one mould', () => {
  it('are told in one line, what they share once and the rest of each word for word with its unit', () => {
    const requests = {
      VPS: [forVillage('sửa chữa nhà văn hóa', 'Nà Mu')],
      KHTC: [forVillage('sửa chữa nhà văn hóa', 'Bản Lầy')],
      DDBD: [forVillage('làm cầu dân sinh', 'Còn Phạc')],
      QLDD: ['Kiến nghị Tỉnh ủy sớm ban hành hướng dẫn tổng kết.'],
    };
    expect(lines(asking(requests))).toEqual([
      '- Hai đơn vị cùng đề nghị UBND tỉnh quan tâm bố trí kinh phí sửa chữa nhà văn hóa: ' +
        'cho thôn Nà Mu, xã Bảo Lâm (Văn phòng Sở); ' +
        'cho thôn Bản Lầy, xã Bảo Lâm (Phòng Kế hoạch - Tài chính).',
      '- Đề nghị UBND tỉnh quan tâm bố trí kinh phí làm cầu dân sinh cho thôn Còn Phạc, xã Bảo Lâm (Phòng Đo đạc, Bản đồ và Viễn thám).',
      '- Kiến nghị Tỉnh ủy sớm ban hành hướng dẫn tổng kết (Phòng Quản lý đất đai).',
    ]);
  });

  it('count whoever asks in these words, though there is room for some alone, and nobody who was struck', () => {
    const villages = 'Nà Mu, Bản Lầy, Còn Phạc, Khòn Quắc, Bản Chành, Nà Pheo, Lũng Vài, Tồng Riền'.split(
      ', ',
    );
    const requests = Object.fromEntries(
      regime.units
        .slice(0, villages.length)
        .map(({ code }, n) => [code, [forVillage('làm cầu dân sinh', villages[n] ?? '')]]),
    );
    const of = asking(requests);
    const [line = '', ...others] = lines(of);
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^- Tám đơn vị cùng đề nghị UBND tỉnh quan tâm bố trí kinh phí làm cầu dân sinh, như: cho thôn /,
    );
    expect(line.match(/cho thôn/g)?.length).toBeLessThan(villages.length);
    const id = outlineOf(of, 'issued').choice.all.find(({ verdict }) => verdict === 'no-room')?.id ?? '';
    expect(lines(asking(requests, id))[0]).toMatch(/^- Bảy đơn vị cùng đề nghị /);
  });

  it('are counted for each thing they are for, not for money alone', () => {
    const units = regime.units.slice(0, 13).map(({ code }) => code);
    const requests = Object.fromEntries(
      units.map((code, n) => [
        code,
        [n < 6 ? forVillage('sửa chữa nhà văn hóa', 'Bản Lầy') : forVillage('làm cầu dân sinh', 'Nà Mu')],
      ]),
    );
    expect(lines(asking(requests))).toEqual([
      '- Sáu đơn vị cùng đề nghị UBND tỉnh quan tâm bố trí kinh phí sửa chữa nhà văn hóa cho thôn Bản Lầy, xã Bảo Lâm.',
      '- Bảy đơn vị cùng đề nghị UBND tỉnh quan tâm bố trí kinh phí làm cầu dân sinh cho thôn Nà Mu, xã Bảo Lâm.',
    ]);
  });

  it('counts nobody below a request that the office struck', () => {
    const [bridge, car] = [forVillage('làm cầu', 'Nà Mu'), forVillage('mua xe công vụ', 'Bản Lầy')];
    const requests = { VPS: [bridge], TTRA: [bridge], KHTC: [car], QLDD: [car], DDBD: [car] };
    const struck = outlineOf(asking(requests), 'issued').choice.all.find(({ unit }) => unit.code === 'KHTC');
    expect(lines(asking(requests))[0]).toMatch(/^- Ba đơn vị cùng đề nghị .* mua xe công vụ /);
    expect(lines(asking(requests, struck?.id))).toEqual([
      `- Hai đơn vị cùng đề nghị ${bridge.slice(8, -1)} (Văn phòng Sở; Thanh tra Sở).`,
    ]);
  });

  it.each([
    [
      'that part within a word of two syllables',
      'Đề nghị UBND tỉnh sớm có chủ trương mở đường.',
      'Đề nghị UBND tỉnh sớm có chủ tịch mới.',
    ],
    ...[
      ['xem xét, cân đối ngân sách huyện cho xã.', 'xem xét, cân đối kinh phí sự nghiệp cho xã.'],
      ['sớm giải quyết các tồn tại về đất rừng.', 'sớm giải quyết các tồn tại trong quản lý mỏ.'],
      [
        'có ý kiến với các cơ quan cấp trên về giá đất.',
        'có ý kiến với các cơ quan cấp trên trong việc lập quy hoạch mỏ đá tại huyện.',
      ],
      [
        'xem xét, bố trí đủ kinh phí, cho phép đấu giá.',
        'xem xét, bố trí đủ kinh phí, cho các hộ nghèo vay vốn làm nhà.',
      ],
    ].map(([one, other]) => [
      `whose words would be torn: ${other}`,
      `Đề nghị UBND tỉnh ${one}`,
      `Đề nghị UBND tỉnh ${other}`,
    ]),
    [
      'that differ in a name alone',
      'Đề nghị UBND tỉnh sớm đầu tư xây dựng chợ Kỳ Lừa.',
      'Đề nghị UBND tỉnh sớm đầu tư xây dựng chợ Đông Kinh.',
    ],
    [
      'of which one says more in a second clause',
      `${forVillage('làm cầu', 'Nà Mu').slice(0, -1)}; giao Sở chủ trì.`,
      forVillage('làm kè', 'Bản Lầy'),
    ],
    [
      'that ask two bodies',
      'Đề nghị UBND tỉnh bố trí kinh phí cho thôn Nà Mu.',
      'Đề nghị Tỉnh ủy bố trí kinh phí cho thôn Bản Lầy.',
    ],
  ])('stay apart where they are requests %s', (_, one, other) => {
    const told = lines(asking({ VPS: [one], KHTC: [other] }));
    expect(told).toEqual([
      // What the office asks of those above the authority asks.
      `- ${one.slice(0, -1)}.`,
      `- ${other.slice(0, -1)} (Phòng Kế hoạch - Tài chính).`,
    ]);
  });

  it('of one unit alone are nobody else’s too', () => {
    const told = lines(asking({ VPS: [forVillage('làm cầu', 'Nà Mu'), forVillage('làm kè', 'Bản Lầy')] }));
    expect(told.join('\n')).not.toContain('cùng đề nghị');
  });
});

describe('plans of one mould', () => {
  const planned = (plans: Readonly<Record<string, string>>) => {
    const of = asking(Object.fromEntries(Object.entries(plans).map(([code, plan]) => [code, [plan]])));
    const narrative = of.narrative.map((each) => ({ ...each, section: 'VII' }));
    return outlineOf({ ...of, narrative }, 'issued').lines.map(({ text }) => text);
  };

  it('are told in one line, of how many each plans and where', () => {
    expect(
      planned({
        VPS: 'Xây dựng thêm 03 mô hình “Đường hoa, vườn đẹp” tại thôn Nà Mu, xã Bảo Lâm.',
        KHTC: 'Xây dựng thêm 04 mô hình “Nghe dân nói” tại thôn Bản Lầy, xã Tú Mịch.',
      }),
    ).toContain(
      '- Hai đơn vị dự kiến xây dựng thêm: 03 mô hình “Đường hoa, vườn đẹp” tại thôn Nà Mu, xã Bảo Lâm (Văn phòng Sở); ' +
        '04 mô hình “Nghe dân nói” tại thôn Bản Lầy, xã Tú Mịch (Phòng Kế hoạch - Tài chính).',
    );
  });

  it('move no day away from what it is said of', () => {
    const [lent, mapped] = [
      'xử lý đất giao trái thẩm quyền trước năm 2014',
      'chỉnh lý hồ sơ địa chính lập trước năm 2014',
    ];
    const ask = 'Đề nghị UBND tỉnh bố trí kinh phí';
    expect(lines(asking({ VPS: [`${ask} cho ${lent}.`], KHTC: [`${ask} cho ${mapped}.`] }))).toEqual([
      `- Hai đơn vị cùng đề nghị UBND tỉnh bố trí kinh phí: cho ${lent} (Văn phòng Sở); cho ${mapped} (Phòng Kế hoạch - Tài chính).`,
    ]);
    const [one, other] = [`${ask} trước ngày 30/6/2024`, `${ask} cho đo đạc trước ngày 30/6/2024`];
    expect(lines(asking({ VPS: [`${one}.`], KHTC: [`${other}.`] })).join(' ')).not.toMatch(/: {1,2}\(/);
    const plan = (n: number) =>
      `Giải quyết 0${n} hồ sơ nộp trước ngày 15/${n}/2024 của Nhân dân trước ngày 30/9/2024`;
    const told = planned({ VPS: `${plan(3)}.`, KHTC: `${plan(4)}.` }).join(' ');
    expect(told).toContain(`giải quyết, như: ${plan(3).slice('Giải quyết '.length)} (Văn phòng Sở).`);
  });

  it('say of each place by itself how many', () => {
    const each = (n: number) => `Phấn đấu mỗi xã 0${n} mô hình “Dân vận khéo” về bảo vệ môi trường`;
    expect(planned({ VPS: `${each(2)}.`, KHTC: `${each(3)}.` }).join(' ')).not.toContain('mỗi xã mô hình');
  });

  it('stay apart where the number is of a day', () => {
    const one = 'Hoàn thành trước ngày 30 tháng 6 việc đo đạc 12 thửa đất ở thôn Nà Mu.';
    const lines = planned({
      VPS: one,
      KHTC: 'Hoàn thành trước ngày 15 tháng 7 việc cấp 40 giấy cho bản Lầy.',
    });
    expect(lines).toContain(`- ${one.slice(0, -1)} (Văn phòng Sở).`);
  });
});

describe('whose a sentence is', () => {
  const said = (code: string, text: string) => {
    const of = asking({ [code]: [text] });
    const narrative = of.narrative.map((each) => ({ ...each, section: 'V' }));
    return outlineOf({ ...of, narrative }, 'issued').lines.find(({ kind }) => kind === 'said')?.text;
  };

  it.each([
    [
      'Phòng chủ trì 02 cuộc đối thoại còn chậm.',
      '- Phòng Quản lý đất đai chủ trì 02 cuộc đối thoại còn chậm.',
    ],
    ['Phòng họp của phòng đã cũ, dột nát.', '- Phòng họp của phòng đã cũ, dột nát (Phòng Quản lý đất đai).'],
    [
      'Chi cục đã đo còn chậm ở xã Bảo Lâm.',
      '- Chi cục đã đo còn chậm ở xã Bảo Lâm (Phòng Quản lý đất đai).',
    ],
    [
      'Phòng tổ chức cán bộ đã thiếu người làm.',
      '- Phòng tổ chức cán bộ đã thiếu người làm (Phòng Quản lý đất đai).',
    ],
    ['Ở Phòng Quản lý đất đai còn thiếu máy quét.', '- Ở Phòng Quản lý đất đai còn thiếu máy quét.'],
  ])('stands in the place of the word it calls itself by, or behind it, and once: %s', (text, line) => {
    expect(said('QLDD', text)).toBe(line);
  });

  it('is the whole name, whatever of it the sentence says', () => {
    const unit = { ...regime.units[0], code: 'X1', name: 'UBND xã Bảo Lâm, huyện Cao Lộc' } as Unit;
    const entry = {
      ...{ unit: { code: 'X1', name: unit.name }, upload: 'upload-X1' },
      paragraphs: [{ text: 'UBND xã Bảo Lâm còn thiếu máy quét hồ sơ.', source: { paragraph: 1 } }],
    };
    const narrative = [{ section: 'V', entries: [entry], groups: [] }];
    const of = { ...asking({}), narrative, regime: { ...regime, units: [unit] } };
    const { lines } = outlineOf(of, 'issued');
    expect(lines.find(({ kind }) => kind === 'said')?.text).toBe(
      '- UBND xã Bảo Lâm còn thiếu máy quét hồ sơ (UBND xã Bảo Lâm, huyện Cao Lộc).',
    );
  });
});
