/** What many wrote in one mould, letter for letter the same but for the places that each names: told once, of no place. */
import { withoutEnd } from '../../vocabulary/visible-text.ts';
import type { Statement } from './statements.ts';

/** A sentence, and others who wrote the same. */
export interface Candidate {
  readonly first: Statement;
  readonly alike: readonly Statement[];
  /** What all of them share, where that is less than the sentence; else null. */
  readonly mould: Mould | null;
}

export interface Mould {
  /** Words of each of them, in their order. */
  readonly text: string;
  /** The unit's own name stood before them. */
  readonly hasLostSubject: boolean;
}

/** Behind a sentence of so many no names stand, so no place may stand for all of them. */
const fewest = 6;

const kind =
  '(?:xã|phường|thị trấn|huyện|quận|thành phố|thị xã|thôn|bản|làng|xóm|ấp|khối phố|khu phố|tổ dân phố)';
/** Capitals that open another word ("Nông thôn mới", "Văn hóa") or a body ("Đoàn", "Ủy ban") end or begin no place's name. */
const noName =
  '(?!(?:Anh|An|Ban|Công|Cam|Chi|Dân|Đảng|Đoàn|Đội|Hội|Luật|Mặt|Nghị|Nhà|Nhân|Nông|Quốc|Quyết|Sở|Ủy|Văn)(?:\\s\\p{Ll}|\\s*$))';
const syllable = String.raw`${noName}\p{Lu}\p{Ll}{0,6}`;
/** Of one syllable nobody can tell whether the name goes on in small letters. */
const place = String.raw`${kind}\s(?!(?:Đoàn|Đội|Hội|Ủy|Công an)\s)${syllable}(?:\s${syllable}){1,3}`;
/**
 * With the word before it that says no more than that it is a place. "Cho" goes where nothing follows: "giúp cho xã … phát triển"
 * says who develops.
 */
const places = new RegExp(
  String.raw`(?<=\p{L}\s)(?:ở|(?<!(?:tồn|hiện|nội|ngoại|thực)\s)tại|của|(?<!phụ\s)thuộc|trên địa bàn|cho)\s${place}(?:(?:,\s|\svà\s)${place}){0,5}(?![\p{L}\d])`,
  'gu',
);

/** Where a place stands behind one of these its sentence says something else without it: that nobody did, or that all did. */
const narrowed =
  /(?<!\p{L})(?:không|chưa|chẳng|trừ|ngoài|riêng|chỉ|kể cả|nhất là|đặc biệt|điển hình|duy nhất|như|gồm|trong đó|mỗi|các|từng|những|mọi|cả|toàn|tất cả|giữa|so với|khác|hơn)(?!\p{L})/iu;
/** Of one place it may be true, of all it need not. */
const ofAll =
  /(?<!\p{L})(?:trừ|ngoài|riêng|chỉ|duy nhất|đều|tất cả|toàn bộ|toàn thể|mọi|hầu hết|hết)(?!\p{L})/iu;
/** A number of one place is none of all, in letters either. */
const counts =
  /\d|(?<!\p{L})(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|chục|trăm|nghìn|ngàn|triệu|tỷ|tỉ|một(?!\s(?:số|cửa|phần|cách|vài)))(?!\p{L})/iu;
/** Without what stood behind it nobody knows what is meant, or it would deny what follows. */
const dangling =
  /(?<!\p{L})(?:không|chưa|chẳng|phải|từ|đến|tới|với|và|hoặc|hay|giữa|qua|về|vào|ra|lên|xuống|sang|là|bằng|do|vì|bởi|nhờ|để|như|gồm|theo|ở|tại|của|cho|trong|nằm|đóng|sống|cư trú|thường trú|gần|quanh|giáp|thành|cùng|đã|đang|sẽ|được|bị|nơi|nhưng|mà|thì|nếu|khi|số|đối với|,|;|:)$/iu;
/** The place went on, or stood for one of two. */
const goesOn =
  /^(?:(?:và|hoặc|hay|với|cùng|đến|tới|đi|sang|qua|nói riêng|khác|cũ|mới)(?!\p{L})|,?\s*\p{Lu}|[-–/:("“«])/u;
const spaces = /\s{1,20}/g;

/** Null where no place stands in it that can go, or where nobody can be sure that it says the same without. */
export function withoutPlaces(text: string): string | null {
  const whole = text.normalize('NFC').replace(spaces, ' ').trim();
  if (counts.test(whole) || ofAll.test(whole) || /[“”"«»()]/u.test(whole)) return null;
  const found = [...whole.matchAll(places)];
  if (found.length === 0) return null;
  let [left, at] = ['', 0];
  for (const { 0: named, index } of found) {
    const before = whole.slice(at, index).trim();
    const behind = whole.slice(index + named.length).trimStart();
    if (dangling.test(before) || narrowed.test(whole.slice(0, index)) || goesOn.test(behind)) return null;
    if (named.startsWith('cho ') && !/^[.;…]?$/u.test(behind)) return null;
    left = joined(left, before);
    at = index + named.length;
  }
  return joined(left, whole.slice(at).trim());
}

function joined(left: string, right: string): string {
  return left === '' || /^[,;.…]/u.test(right) ? `${left}${right}` : `${left} ${right}`.trimEnd();
}

const acts =
  /^\s(?=(?:không|chưa|đã|đang|còn|có|thực hiện|tổ chức|phối hợp|tiếp tục|thường xuyên|duy trì)\s(?!lại\s))/u;

/** What it says of itself, where it opens with its own name and goes on with what it did; else null. */
function ofItself(text: string, ownNames: RegExp | undefined): string | null {
  if (!ownNames || counts.test(text) || ofAll.test(text)) return null;
  const [own, another] = [...text.matchAll(ownNames)];
  if (own?.index !== 0 || another) return null;
  const rest = text.slice(own[0].length);
  return acts.test(rest) ? rest.trimStart() : null;
}

/** Sentences of so many units that are the same without their places are one. `isApart`: speaks for no other. */
export function byMoulds(
  candidates: readonly Candidate[],
  names: ReadonlyMap<string, RegExp>,
  isApart: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const moulds = new Map(
    candidates.flatMap((each): [Candidate, Mould][] => {
      const mould = isApart(each) ? null : mouldOf(each, names.get(each.first.unit.code));
      return mould ? [[each, mould]] : [];
    }),
  );
  const groups = Map.groupBy(moulds.keys(), (each) => {
    const { text = '', hasLostSubject = false } = moulds.get(each) ?? {};
    return `${hasLostSubject} ${text.toLocaleLowerCase('vi')} | ${each.first.period}`;
  });
  const together = new Map<Candidate, readonly Candidate[]>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const all = group.flatMap((each) => [each.first, ...each.alike]);
    if (!first || others.length === 0) continue;
    if (new Set(all.map(({ unit }) => unit.code)).size < fewest) continue;
    together.set(first, [{ first: first.first, alike: all.slice(1), mould: moulds.get(first) ?? null }]);
    for (const each of others) together.set(each, []);
  }
  return candidates.flatMap((each) => together.get(each) ?? [each]);
}

/** Null where it names its unit, which is not true of another. */
function mouldOf({ first, alike }: Candidate, ownNames: RegExp | undefined): Mould | null {
  const text = first.text.normalize('NFC').replace(spaces, ' ').trim();
  const isOfOne = alike.every(({ unit }) => unit.code === first.unit.code);
  const own = isOfOne ? ofItself(text, ownNames) : null;
  const said = own ?? text;
  const bare = withoutEnd(withoutPlaces(said) ?? said, /[\s.;,…]/u);
  if (ownNames && bare.search(ownNames) >= 0) return null;
  return { text: bare, hasLostSubject: own !== null };
}
