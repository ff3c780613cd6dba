import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, type Judged } from '../../../../shared/summary/choice/choose.ts';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { choiceSheet } from '../../../../shared/summary/workbook/choice-sheet.ts';
import { choiceWords } from '../../../../shared/wording/report.ts';
import { runs } from '../../../properties/runs.ts';
import { regime, sampleSummary } from '../sample.ts';

const sample = sampleSummary();
const units = regime.units.slice(0, 12);

interface Wrote {
  readonly unit: number;
  readonly section: string;
  readonly text: string;
}

function summaryOf(all: readonly Wrote[]): Summary {
  const entriesOf = (section: string) =>
    units.flatMap(({ code, name }, n) => {
      const own = all.filter((each) => each.unit === n && each.section === section);
      const paragraphs = own.map(({ text }, at) => ({ text, source: { paragraph: at + 1 } }));
      return own.length > 0 ? [{ unit: { code, name }, upload: `upload-${code}`, paragraphs }] : [];
    });
  return {
    ...sample,
    totals: [],
    earlierNarrative: [],
    files: units.map(({ code }) => ({ ...sample.files[0], unit: code })) as unknown as Summary['files'],
    narrative: regime.sections.map(({ id }) => ({ section: id, entries: entriesOf(id), groups: [] })),
  };
}

// Few of each, so that equal sentences meet, and those that differ in one word that matters.
const village = fc.constantFrom('thôn Nà Mu', 'thôn Bản Chang, xã Na Sầm', 'thôn Pò Nhùng, xã Bảo Lâm');
const commune = fc.constantFrom('xã Bảo Lâm', 'xã Thiện Thuật', 'huyện Bắc Sơn');
const denied = fc.constantFrom('Không', 'Vẫn', 'Đã');
const body = fc.constantFrom('Huyện Đoàn', 'Huyện Ủy', 'bản Quy hoạch', 'khối Đảng', 'Ban Công tác Mặt trận');
const count = fc.constantFrom('3', '31', '62');
const model = fc.constantFrom('“Nụ cười công sở”', '“Cà phê doanh nhân”', '“Camera an ninh”');
const own = fc.nat({ max: units.length - 1 }).map((n) => units[n]?.name ?? '');

/** What is asked of those above, and nothing that stays inside or is no sentence. */
const requests = fc.oneof(
  village.map((at) => `Đề nghị UBND tỉnh hỗ trợ kinh phí làm cầu cho ${at}.`),
  fc.tuple(count, village).map(([n, at]) => `Đề nghị UBND tỉnh hỗ trợ ${n} tỷ đồng làm cầu ở ${at}.`),
  fc.tuple(commune, commune).map(([a, b]) => `Đề nghị UBND tỉnh sáp nhập ${a} vào ${b} cho tiện.`),
  commune.map((of) => `Đề nghị UBND tỉnh chỉ đạo UBND ${of} bố trí quỹ đất tái định cư cho dân.`),
  fc.constant('Đề nghị Tỉnh ủy sớm ban hành hướng dẫn tổng kết mười năm.'),
);
const others = fc.oneof(
  fc
    .tuple(commune, denied)
    .map(([at, no]) => `Ở ${at} ${no} còn hộ dân khiếu kiện kéo dài về bồi thường đất.`),
  fc.tuple(count, village).map(([n, at]) => `Còn ${n} hộ dân ở ${at} chưa nhận tiền bồi thường.`),
  body.map((of) => `Phối hợp với ${of} trong vận động Nhân dân, nhờ đó đường làm xong sớm.`),
  commune.map((at) => `Nhân dân hiến đất nhanh hơn ${at}, nhờ đó dự án được bàn giao ở ${at}.`),
  model.map((of) => `Ra mắt mô hình ${of}.`),
  own.map((name) => `${name} chưa có cán bộ chuyên trách tiếp xúc với người dân do thiếu biên chế.`),
  village.map((at) => `Vận động các hộ dân hiến đất làm đường liên xóm ở ${at}.`),
);
const unit = fc.nat({ max: units.length - 1 });
const wrote: fc.Arbitrary<Wrote> = fc.oneof(
  fc.record({ unit, section: fc.constant('VIII'), text: requests }),
  fc.record({ unit, section: fc.constantFrom('II.1', 'IV', 'V', 'VII'), text: others }),
);

const plain = (text: string) => text.toLocaleLowerCase('vi').replace(/[\s.;,…]+$/u, '');

const noRoom = choiceWords.verdicts['no-room'];

const numerals = ['Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];
const counting = new RegExp(String.raw`(${numerals.join('|')}|\d+) đơn vị( khác)?`, 'gu');

/** Wherever a line counts units: how many, the one that is named among them, and where. */
function countsIn(text: string): readonly (readonly [count: number, at: number])[] {
  return [...text.matchAll(counting)].map(({ 1: said = '', 2: others, index }) => {
    const at = numerals.indexOf(said);
    return [(at < 0 ? Number(said) : at + 2) + (others ? 1 : 0), index] as const;
  });
}

describe('the lines that tell what units wrote', () => {
  it('count nobody who did not write these very words, and lose nothing that is asked', () => {
    fc.assert(
      fc.property(fc.array(wrote, { minLength: 2, maxLength: 40 }), (all) => {
        const summary = summaryOf(all);
        const lines = outlineOf(summary, 'issued').lines.flatMap((line) =>
          line.kind === 'said' ? [line] : [],
        );
        const writing = (is: (text: string) => boolean) =>
          new Set(all.filter(({ text }) => is(plain(text))).map((each) => each.unit)).size;

        for (const { text, of, with: also } of lines) {
          // Of a line with a common head so many wrote its words, and what stands before a bracket; else the whole sentence.
          const [, head = ''] = /^- \S+ đơn vị (?:cùng|dự kiến) (.+?)(?:, như)?: /u.exec(text) ?? [];
          for (const [said, at] of countsIn(text)) {
            const before = text.slice(0, at).replace(/ \($/u, '');
            const counted =
              also && [of, ...also].find((each) => before.endsWith(each.shown.slice(head.length)));
            const most =
              also && at === 2
                ? writing((each) => each.startsWith(`${plain(head)} `))
                : writing((each) => each === plain((counted ?? of).text));
            expect([text, said]).toEqual([text, Math.min(said, most)]);
          }
        }

        const { all: judged } = choose(summary);
        const rows = [...choiceSheet(summary).rows].map(({ cells }) => cells.map((cell) => cell?.value));
        /** Of those who wrote the same the one with whom they stand. */
        const spokenFor = (asked: Judged) =>
          asked.verdict === 'folded'
            ? judged.find(({ text, alike }) => plain(text) === plain(asked.text) && alike.length > 0)
            : asked;
        const isTold = ({ id, shown }: Judged) =>
          lines.some(({ text, of, with: also = [] }) => {
            const isOne = [of, ...also].some((each) => each.id === id);
            return isOne && text.includes(shown.split(' ').slice(-2).join(' '));
          });
        const whyOf = ({ id }: Judged) => String(rows.find((row) => row.includes(id))?.[5]);
        for (const { unit: n, text } of all.filter(({ section }) => section === 'VIII')) {
          const asked = judged.find((each) => each.unit.code === units[n]?.code && each.text === text);
          const spoken = asked && spokenFor(asked);
          const what = spoken && isTold(spoken) ? 'told' : spoken && whyOf(spoken);
          expect([text, what]).toEqual([text, expect.stringMatching(`^(?:told|${noRoom})`)]);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
