/**
 * What units wrote, sentence by sentence, each in the part of the report where it belongs: by the heading under which it
 * stands, or, where units wrote everything under one, by what it says of itself.
 */

import { fold, wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/names/similarity.ts';
import { languageOf } from '../../regime/language.ts';
import type { Regime, Section } from '../../regime/regime.ts';
import { literally } from '../../vocabulary/literal-pattern.ts';
import type { Source } from '../../vocabulary/source.ts';
import { say } from '../../vocabulary/text.ts';
import type { NarrativeEntry, Summary } from '../summary.ts';
import { sentencesOf } from './split.ts';

/**
 * `upward`: asked of a body above the authority; `local`: of districts and communes, to whom the office may have it put in;
 * `internal`: of the authority itself, its units, or nobody named.
 */
export const parts = [
  'results',
  'strengths',
  'weaknesses',
  'causes',
  'directions',
  'upward',
  'local',
  'internal',
] as const;
export type Part = (typeof parts)[number];

export interface Statement {
  readonly unit: { readonly code: string; readonly name: string };
  readonly upload: string;
  readonly period: string;
  readonly section: string;
  /** Word for word as it stands at `source`. */
  readonly text: string;
  readonly source: Source;
  readonly part: Part;
  /** Placed by what it says, of which nothing is certain. */
  readonly doubtful: boolean;
  /** Speaks of an achievement where its paragraph speaks of what is lacking: the office decides where it stands. */
  readonly contradicts?: true;
  /** A request that names nobody: whether it goes upward the office decides. */
  readonly unaddressed?: true;
}

const longestOpening = 160;

const proposal =
  /^(?:\S+ ){0,9}?(?<!y kien )(?<!co )(?<!cac )(?<!nhung )(?:de nghi|kien nghi|de xuat)(?! (?:cua|da|duoc|nay)\b)/;
const direction =
  /^(?:trong )?(?:phuong huong|nhiem vu (?:trong tam|thoi gian toi|ky toi|quy|nam|6 thang cuoi nam)|thoi gian toi|(?:trong )?(?:quy|ky|nam|6 thang) (?:toi|sau|tiep theo)|6 thang cuoi nam|tiep tuc (?:thuc hien|trien khai))\b/;
const opens: readonly (readonly [Part, RegExp])[] = [
  ['causes', /^(?:ve |cac )?nguyen nhan\b/],
  [
    'weaknesses',
    /^(?:ve |mot so |cac )?(?:ton tai|han che|kho khan|vuong mac|khuyet diem|yeu kem|bat cap)\b/,
  ],
  ['strengths', /^(?:ve |mot so |cac )?(?:uu diem|ket qua|thuan loi|mat manh|mat duoc|danh gia chung)\b/],
];
/** Where nothing opens it, what is lacking is told by words like these. */
const lacking =
  /\b(?:con han che|han hep|kho khan|vuong mac|bat cap|con thieu|chua (?:cao|dong bo|kip thoi|thuong xuyen|day du|dong deu|chu dong|nhieu|tot|hieu qua|thong nhat|sau|manh|hoan thien)|con (?:cham|yeu|it|it duoc|lung tung|hinh thuc)|qua tai|keo dai)\b/;

const achieved =
  /^(?:\S{1,12} ){0,6}da (?:van dong|hoan thanh|to chuc|giai quyet|ho tro|trao|giup|phoi hop|lap|ban giao)\b/;

/** The sentences of every section, and what units wrote into the cells of the form that ask for an assessment. */
export function statementsOf(summary: Summary): readonly Statement[] {
  const { regime, period } = summary;
  const addressee = addresseesIn(regime);
  const year = new Set(summary.earlier.year.map((each) => each.period));
  const told = regime.sections.flatMap((section) => {
    const own = summary.narrative.find((each) => each.section === section.id)?.entries ?? [];
    const earlier = summary.earlierNarrative.filter(
      (each) => each.section === section.id && year.has(each.period),
    );
    return [
      ...own.map((entry) => ({ entry, of: period.id })),
      ...earlier.flatMap((each) => each.entries.map((entry) => ({ entry, of: each.period }))),
    ].flatMap(({ entry, of }) => statementsIn(entry, section, of, addressee));
  });
  return withCells(summary, told, addressee);
}

/** In a cell units write once more, shorter, what their text says: then the text speaks. */
function withCells(summary: Summary, told: readonly Statement[], addressee: Addressee): readonly Statement[] {
  const words = Map.groupBy(told, ({ unit, period }) => `${unit.code} ${period}`);
  const said = (cell: Statement) =>
    (words.get(`${cell.unit.code} ${cell.period}`) ?? []).some(
      ({ text }) => containment(wordsOf(cell.text), wordsOf(text)) >= mostlySaid,
    );
  const cells = summary.regime.sections
    .filter(({ part }) => part !== 'results')
    .flatMap((section) =>
      inCells(summary, section).flatMap(({ entry, of, lacks }) =>
        statementsIn(entry, section, of, addressee).map((statement): Statement => {
          const unsaid = lacks && statement.part === 'strengths' && statement.doubtful;
          return unsaid ? { ...statement, part: 'weaknesses' } : statement;
        }),
      ),
    );
  return [...told, ...cells.filter((cell) => !said(cell))];
}

const mostlySaid = 0.8;

/** `of`: the period whose report has the cell; `lacks`: it asks for what is lacking. */
function inCells({ totals, regime, contributors, period }: Summary, section: Section) {
  const names = new Map(contributors.map((unit) => [unit.code, unit]));
  const asked = regime.indicators.filter((each) => each.section === section.id && each.type === 'text');
  return asked.flatMap(({ code, name }) => {
    const lacks = /^(?:ton tai|han che|kho khan|vuong mac)/.test(fold(say(name, languageOf(regime))));
    const contributions = totals.find(({ indicator }) => indicator === code)?.contributions ?? [];
    return contributions.flatMap(
      ({
        unit,
        upload: newest,
        value,
        source,
        parts,
      }): { entry: NarrativeEntry; of: string; lacks: boolean }[] => {
        if (typeof value !== 'string' || source === null) return [];
        const paragraphs = value.split('\n').map((text) => ({ text, source }));
        // Of a unit that has not filed the year's own report it is the last one that it gave.
        const { period: of, upload } = parts.at(-1) ?? { period: period.id, upload: newest };
        return [
          { entry: { unit: names.get(unit) ?? { code: unit, name: unit }, upload, paragraphs }, of, lacks },
        ];
      },
    );
  });
}

type Addressed = 'upward' | 'local' | 'internal';
type Addressee = (sentence: string) => Addressed | null;

function statementsIn(
  { unit, upload, paragraphs }: NarrativeEntry,
  section: Section,
  period: string,
  addressee: Addressee,
): readonly Statement[] {
  let heading: Part | null = null;
  let listOf: Part | null = null;
  return paragraphs.flatMap(({ text, source }) => {
    const asHeading = headingPart(text);
    if (asHeading !== null) {
      heading = asHeading;
      return [];
    }
    const inList = listOf !== null && /^\s*[-–+•*]/.test(text);
    let open: Part | null = inList ? listOf : null;
    const statements = clausesOf(text).map((sentence): Statement => {
      const placed = placeOf(sentence, section, open ?? heading, addressee);
      open = placed.opened ?? open;
      return { unit, upload, period, section: section.id, text: sentence, source, ...placed.at };
    });
    listOf = text.trimEnd().endsWith(':') ? open : inList ? listOf : null;
    return statements;
  });
}

/** In cells people set sentences apart by a semicolon: "Kinh phí còn hạn chế; đề nghị Sở quan tâm". */
function clausesOf(text: string): readonly string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const at = sentence.search(/;\s+(?:đề nghị|kiến nghị|đề xuất|nguyên nhân)/iu);
    return at < 0 ? [sentence] : [sentence.slice(0, at), sentence.slice(at + 1).trim()];
  });
}

/** A line that is nothing but a heading of one part: "Ưu điểm", "2. Tồn tại, hạn chế:". */
function headingPart(text: string): Part | null {
  const folded = fold(text.slice(0, longestOpening));
  const words = folded.replace(/^(?:(?:\d{1,2}|[a-z]|[ivx]{1,5}) ){1,4}/, '');
  if (words.split(' ').length > 9 || /[.;!?]\s*$/.test(text)) return null;
  if (/^(?:phuong huong|nhiem vu)\b/.test(words)) return 'directions';
  if (/^(?:de xuat|kien nghi|de nghi)(?: (?:va )?(?:de xuat|kien nghi|de nghi))?$/.test(words))
    return 'internal';
  const bare =
    /^(?:ve |cac |mot so )?(?:uu diem|ket qua dat duoc|ton tai|han che|kho khan|vuong mac|nguyen nhan)(?: (?:va |va nguyen nhan|ton tai|han che|kho khan|vuong mac|thuan loi)){0,6}$/;
  return bare.test(words) ? (opens.find(([, pattern]) => pattern.test(words))?.[0] ?? null) : null;
}

interface Placed {
  readonly at: Pick<Statement, 'part' | 'doubtful' | 'contradicts' | 'unaddressed'>;
  /** What the sentences after it go on with. */
  readonly opened: Part | null;
}

function placeOf(sentence: string, section: Section, open: Part | null, addressee: Addressee): Placed {
  const folded = fold(sentence.slice(0, longestOpening));
  const asks = proposal.test(folded);
  const whom =
    asks || section.part === 'upward' || section.part === 'internal'
      ? addressee(sentence.normalize('NFC'))
      : null;
  const request = (doubtful: boolean): Placed => ({
    at: {
      part: whom ?? 'internal',
      doubtful: doubtful || whom === null,
      // What goes on from a request before it asks nobody else.
      ...(asks && whom === null && { unaddressed: true }),
    },
    opened: 'internal',
  });
  switch (section.part) {
    case 'upward':
      // What is asked of the authority itself does not go above it, whatever heading it stands under.
      if (whom === 'internal' || whom === 'local')
        return { at: { part: whom, doubtful: true }, opened: null };
      return { at: { part: 'upward', doubtful: whom === null }, opened: null };
    case 'internal':
      if (whom === 'local') return { at: { part: 'local', doubtful: true }, opened: null };
      return { at: { part: 'internal', doubtful: whom === 'upward' }, opened: null };
    case 'proposals':
      return request(false);
    case 'results':
      return asks && opensAsRequest(folded)
        ? request(true)
        : { at: { part: 'results', doubtful: false }, opened: null };
    case 'strengths':
    case 'weaknesses':
    case 'causes':
    case 'directions':
      return asks && opensAsRequest(folded)
        ? request(true)
        : { at: { part: section.part, doubtful: false }, opened: null };
    case 'assessment':
      return assessed(folded, asks, open, request);
  }
}

/** "Phòng đề nghị Sở…", not "Đã giải quyết 12 đề nghị của người dân". */
function opensAsRequest(folded: string): boolean {
  return (
    /^(?:\S+ ){0,9}?(?:de nghi|kien nghi) (?:so|tinh|trung uong|van phong|phong|cac|ban|ubnd|uy ban|lanh dao|giam doc)\b/.test(
      folded,
    ) && !/\d (?:y kien|de nghi|kien nghi)/.test(folded)
  );
}

function assessed(
  folded: string,
  asks: boolean,
  open: Part | null,
  request: (doubtful: boolean) => Placed,
): Placed {
  const said = opens.find(([, pattern]) => pattern.test(folded))?.[0];
  if (said) return { at: { part: said, doubtful: false }, opened: said };
  if (asks) return request(false);
  if (direction.test(folded)) return { at: { part: 'directions', doubtful: false }, opened: 'directions' };
  if (open === 'internal') return request(true);
  // What was achieved may be no shortcoming: it is not for a program to move it across.
  if ((open === 'weaknesses' || open === 'causes') && achieved.test(folded) && !lacking.test(folded)) {
    return { at: { part: open, doubtful: true, contradicts: true }, opened: open };
  }
  if (open !== null) return { at: { part: open, doubtful: false }, opened: open };
  const part = lacking.test(folded) ? 'weaknesses' : 'strengths';
  return { at: { part, doubtful: true }, opened: null };
}

/** Whom a request names first, within a few words of asking. Marks and capitals tell "Bộ" from "bố trí", "Sở" from "hồ sơ". */
function addresseesIn(regime: Regime): Addressee {
  const units = regime.units.flatMap(({ name, aliases }) => [name, ...aliases]);
  const within = [regime.authority.name, regime.office.name, ...units, ...ownKinds];
  const above = [...regime.report.above, regime.authority.parent];
  const searched = [
    ['upward', anyOf(above)],
    ['internal', anyOf(within)],
    ['local', localities],
  ] as const;
  const at = (part: Addressed, words: string, names: RegExp) => {
    const place = words.search(names);
    // "… máy quét cho các xã" asks nothing of them.
    return part === 'local' && !areOffices(words.slice(0, Math.max(0, place))) ? -1 : place;
  };
  return (sentence) => {
    const asked =
      /(?:đề nghị|kiến nghị|đề xuất)(?:\s{1,9}với)?\s{1,9}(?=\S)(.{1,200})/isu.exec(sentence)?.[1] ??
      sentence;
    const words = ` ${asked.split(/\s+/).slice(0, 8).join(' ')} `;
    // Named at the same place a body above or a unit is meant, of which a locality is only part of the name.
    const [first] = searched
      .map(([part, names]) => ({ part, place: at(part, words, names) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place);
    return first?.part ?? null;
  };
}

/** What may stand between asking and a locality: "đề nghị lãnh đạo, chính quyền các xã". */
const offices: ReadonlySet<string> = new Set(
  'lãnh đạo chủ tịch cấp ủy chính quyền thường trực đồng chí các ban ngành với và'.split(' '),
);

function areOffices(words: string): boolean {
  const each = words.toLocaleLowerCase('vi').match(/\p{L}+/gu) ?? [];
  return each.every((word) => offices.has(word));
}

/** "các huyện", "UBND xã Bảo Lâm", "Ủy ban nhân dân các xã", "chính quyền địa phương", "huyện Cao Lộc". */
const localities =
  /(?<![\p{L}\d])(?:(?:[Uu][ỷ]|[Ủủ]y) ban nhân dân|UBND|[Cc]hính quyền|[Cc]ấp ủy)\s(?:các\s)?(?:huyện|thành phố|thị xã|xã|phường|thị trấn|cấp (?:huyện|xã)|địa phương)(?!\p{L})|(?<!\p{L})(?:[Cc]ác\s(?:huyện|xã|phường|thị trấn|địa phương)(?!\p{L})|(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hị xã)\s\p{Lu})/u;

const ownKinds = ['Sở', 'Lãnh đạo Sở', 'các phòng', 'các đơn vị', 'các chi nhánh', 'Văn phòng'];

/** A name of one word is one only in its capitals, and "Bộ" only before its own name. */
function anyOf(names: readonly string[]): RegExp {
  const literal = (name: string) => literally(name.normalize('NFC'));
  const loose = names.map((name) => {
    if (name === 'Bộ') return 'Bộ(?=\\s\\p{Lu})';
    const [head = '', ...tail] = [...literal(name)];
    const small = head.toLocaleLowerCase('vi');
    return name.includes(' ') ? `[${head.toLocaleUpperCase('vi')}${small}]${tail.join('')}` : literal(name);
  });
  return new RegExp(`(?<![\\p{L}\\d])(?:${loose.join('|')})(?![\\p{L}\\d])`, 'u');
}
