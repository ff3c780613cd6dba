/** How much a sentence tells a reader above: a named result, a figure of its own, a place, a model; not what any report says. */

import { fold } from '../../reading/understand/folding.ts';

/** Why a sentence ranks where it does. */
export const signs = [
  'named',
  'model',
  'figure',
  'place',
  'outcome',
  'explained',
  'people',
  'large',
  'registered',
  'denial',
  'repeats-form',
  'filler',
  'vague',
  'scrap',
  'earlier',
  'nothing',
  'refers-back',
  'long',
] as const;
export type Sign = (typeof signs)[number];

export interface Substance {
  /** The higher, the more it tells; of a sentence that any report could have, 0 or less. */
  readonly score: number;
  readonly signs: readonly Sign[];
}

const weights: Readonly<Record<Sign, number>> = {
  named: 3,
  model: 2,
  figure: 2,
  place: 2,
  outcome: 2,
  explained: 1,
  people: 2,
  large: 3,
  registered: -3,
  denial: -4,
  'repeats-form': -3,
  filler: -2,
  vague: -2,
  scrap: -1,
  earlier: -1,
  nothing: -4,
  'refers-back': -2,
  long: -1,
};

const quoted = /[“"«][^”"»]{4,80}[”"»]/u;
const place =
  /(?:^|[\s(“",])(?:xã|phường|thị trấn|huyện|thành phố|thị xã|thôn|bản|khối|khu|tổ|sông|hồ|suối|cửa khẩu|chợ|đường|quốc lộ|cao tốc|mỏ|bãi rác|khu công nghiệp|dự án)\s{1,9}(?:\p{Ll}{1,9}\s){0,2}\p{Lu}/u;
const model = /\b(?:mo hinh|dien hinh|sang kien|cach lam|phong trao|chuyen muc|cong trinh|chuong trinh)\b/;
const outcome =
  /\b(?:da (?:hoan thanh(?! (?:tot |xuat sac |day du )?(?:cac |moi |toan bo )?(?:nhiem vu|chi tieu|ke hoach|cong viec))|thao go|khac phuc|ban giao|ho tro(?! tai dinh cu)|giup|trao|hien|van dong)|rut ngan|giam (?:thoi gian|chi phi|duoc)|nho do|nho doi thoai|tu nguyen|dong thuan|ban giao mat bang|duoc (?:cong nhan|khen)|bieu duong|hien dat|cam ket|giup|(?<!boi thuong )ho tro(?! tai dinh cu)|ra quan|don ly|thanh lap|dua vao su dung|truoc (?:thoi han|tet)|tang so voi|hai long)\b/;
/** What was registered is no result yet: how many there are say the figures. */
const registered =
  /(?:^|\b)(?:da )?dang ky (?:\S{1,12} ){0,3}?(?:mo hinh|dien hinh)\b(?!.*\b(?:moi thang|nhan rong)\b)/;
const persons = /\b(?:nhan dan|nguoi dan|dong bao|so ho|cac ho|ho dan|doanh nghiep)\b/;
/** By what the people, or whoever is near to them, are touched too. */
const theirs = /\b(?:chinh quyen|ho so)\b/;
const filler =
  /\b(?:tiep tuc|tang cuong|day manh|nang cao|quan triet|trien khai|nghiem tuc|day du|kip thoi|thuong xuyen|dung quy dinh|chu trong|quan tam|phat huy|doi moi|tich cuc|hieu qua|chat luong|hoan thanh (?:tot|xuat sac|day du)|duoc (?:\S{1,12} ){0,8}?(?:ghi nhan|dong tinh|danh gia cao|nang len)|(?:nhan dan|nguoi dan) (?:ghi nhan|dong tinh|danh gia cao))\b/;
/** What any unit could say is lacking. */
const vague =
  /\b(?:co (?:luc|noi|mat)|doi khi|con han che|chua (?:that su )?(?:thuong xuyen|phong phu|sau|manh|cao|deu|dong deu|kip thoi|day du))\b/;
/** In words: in fewer nobody outside the unit learns what is meant. */
const shortest = 10;
const nothing =
  /\b(?:chua phat sinh|khong phat sinh|cho (?:van ban )?huong dan|chua nhan duoc (?:van ban )?huong dan|khi co (?:van ban )?huong dan|khong co noi dung|chua trien khai|chua co)\b/;
const back =
  /^(?:so lieu nay|viec nay|dieu nay|noi dung nay|ket qua nay|qua do|tu do|do do|vi vay|tuy nhien|ngoai ra|ben canh do|trong do|dong thoi|cac (?:noi dung|don|viec) (?:khac|con lai|tren)|nhung viec|cac don duoc)\b/;
/** Why it is so, within the sentence itself: "… kéo dài do hồ sơ …", "… đi làm ăn xa nên việc ký … chậm". */
const because = /(?<!\p{L})(?:do|vì|bởi|nên|dẫn đến|khiến)\s(?!đó(?!\p{L})|vậy(?!\p{L}))\p{L}/u;

/** Whether the sentence tells the cause of what it speaks of. */
export function tellsCause(text: string): boolean {
  return because.test(text.normalize('NFC'));
}

/** In words; the eye loses the beginning of a longer one. */
const longest = 65;

/** Numbers that count nothing: days, years, articles of law, numbers of documents. */
const dated: readonly RegExp[] = [
  /(?<![\p{L}\d])\d{1,3}\s{1,9}năm(?!\p{L})/giu,
  /\b(?:ngày\s{1,9})?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/giu,
  // No \b: to it "đ" is no letter.
  /(?<![\p{L}\d])(?:ngày|tháng|quý|năm|khóa|khoá|điều|khoản|nhiệm kỳ|giai đoạn)\s{1,9}\d{1,4}(?:\s{0,9}[-–]\s{0,9}\d{2,4})?\b/giu,
  /\b\d{1,4}(?:\/\d{4})?[-/]\p{Lu}{2}[\p{Lu}\d/-]{0,40}/giu,
  /\b(?:19|20)\d{2}\b/giu,
];
const numeral = /(?<![\p{L}\d])\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,9})?|(?<![\p{L}\d])\d{1,15}(?:,\d{1,9})?/gu;

/** The figures that a sentence tells, days and numbers of documents aside. */
export function figuresIn(text: string): readonly number[] {
  // What is taken out leaves a mark, so that what stood on its two sides does not meet.
  const counted = dated.reduce((left, pattern) => left.replace(pattern, ' | '), text);
  return (counted.match(numeral) ?? []).map((each) => Number(each.replaceAll('.', '').replace(',', '.')));
}

/**
 * The figures that a unit's form already tells; `large`: those of them that are a large part of what all units did;
 * `overtaken`: those of a period of the year that the year's own are not.
 */
export interface FormFigures {
  readonly told: ReadonlySet<number>;
  readonly large: ReadonlySet<number>;
  readonly overtaken: ReadonlySet<number>;
}

export const nothingTold: FormFigures = { told: new Set(), large: new Set(), overtaken: new Set() };

export function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}

/** @param ownNames text that names the unit itself, which is no place and no news */
export function substanceOf(
  text: string,
  ownNames: RegExp | undefined,
  { told, large }: FormFigures,
): Substance {
  const without = ownNames ? text.replace(ownNames, ' ') : text;
  const folded = fold(without);
  const figures = figuresIn(without);
  const fresh = figures.filter((figure) => !told.has(rounded(figure)));
  const found = new Set<Sign>();
  if (quoted.test(without.replace(/[“"]Dân vận khéo[”"]/giu, ''))) found.add('named');
  if (model.test(folded)) found.add('model');
  if (fresh.length > 0) found.add('figure');
  if (place.test(without)) found.add('place');
  if (outcome.test(folded)) found.add('outcome');
  if (nothing.test(folded)) found.add('nothing');
  if (back.test(folded)) found.add('refers-back');
  // Most of what all did together, and for whom it was.
  if (figures.some((figure) => large.has(rounded(figure))) && persons.test(folded)) found.add('large');
  const positive = (['named', 'place', 'outcome', 'large'] as const).some((sign) => found.has(sign));
  if (registered.test(folded) && !found.has('outcome')) found.add('registered');
  if (figures.length > 0 && fresh.length === 0 && (!positive || tellsCountsAlone(without, figures, found))) {
    found.add('repeats-form');
  }
  if (isDenial(without)) found.add('denial');
  if (filler.test(folded) && !positive && !found.has('figure')) found.add('filler');
  if (folded.split(' ').length > longest) found.add('long');
  const all = signs.filter((sign) => found.has(sign));
  return { score: scoreOf(all), signs: all };
}

/** That a meeting was held at a place is no news beside how many were held: something has to have come of it. */
function tellsCountsAlone(text: string, figures: readonly number[], found: ReadonlySet<Sign>): boolean {
  if (found.has('named') || found.has('outcome') || found.has('large')) return false;
  // A small figure of another thing may stand in the form by chance.
  const counted = text.match(countedInForm)?.length ?? 0;
  return counted === figures.length && text.split('; ').every((each) => /\d/.test(each));
}

/** That something did not happen, was not so, or is none: "Không để xảy ra …", "Xã … không có đơn thư vượt cấp". */
export function isDenial(text: string): boolean {
  return denied.test(text.normalize('NFC').trimStart());
}

/** Before it stands nothing but who, where or when: "giúp 38 hộ không có nhà" denies nothing. */
const denied =
  /^(?:(?:[Tt]rong (?:kỳ|năm|quý [IVX]{1,3})|[Nn]hìn chung|[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Cc]hi cục|[Cc]hi nhánh|[Tt]rung tâm|[Vv]ăn phòng|[Tt]hanh tra|[Tt]oàn \p{Ll}{2,6}|[Tt]rên địa bàn|[Đđ]ịa bàn|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Hh]uyện)(?:\s\p{Lu}\p{L}{0,9}){0,6},?\s(?:đã\s)?)?(?:[Kk]hông (?:để )?(?:có|xảy ra|phát sinh|còn)|[Cc]hưa để xảy ra)(?!\p{L})/u;

/** Of one period of a year alone: how it stood against another, or a count that the year's is not. */
export function isOfItsPeriod(text: string, { overtaken }: FormFigures): boolean {
  if (/(?<!\p{L})so với(?!\p{L})/iu.test(text)) return true;
  const counts = [...text.matchAll(countedInForm)].map(([, figure = '']) =>
    Number(figure.replaceAll('.', '')),
  );
  return counts.some((count) => overtaken.has(count));
}

const countedInForm =
  /(?<![\d.,])(\d{1,3}(?:\.\d{3}){1,4}|\d{1,9})\s(?:cuộc|lượt|hội nghị|buổi|văn bản|đơn|hồ sơ|tin|bài|ý kiến|kiến nghị|người|công dân|mô hình)(?!\p{L})/giu;

/** Of a shortcoming or a cause: "… có lúc chưa thường xuyên" without a place, a figure or a cause; a line without its matter. */
export function signsOfLack(text: string, found: readonly Sign[]): readonly Sign[] {
  const folded = fold(text);
  const isTold = tellsCause(text) || found.some((sign) => ['named', 'figure', 'place'].includes(sign));
  return [
    ...(vague.test(folded) && !isTold ? (['vague'] as const) : []),
    ...(folded.split(' ').length < shortest ? (['scrap'] as const) : []),
    ...(tellsCause(text) ? (['explained'] as const) : []),
    ...(persons.test(folded) || theirs.test(folded) ? (['people'] as const) : []),
  ];
}

/** How much a sentence tells, by what was found in it. */
export function scoreOf(found: readonly Sign[]): number {
  return found.reduce((sum, sign) => sum + weights[sign], 0);
}
