/**
 * Requests, or plans, of one mould: what several ask, or do so many of, in the same words is said once, and what each asks it
 * for word for word behind it.
 */
import type { Judged } from '../choice/choose.ts';

export interface SharedHead {
  /** The words that all of them begin with, as each unit wrote them. */
  readonly head: string;
  readonly told: readonly { readonly of: Judged; readonly tail: string }[];
  /** All that begin with these words, told or not. */
  readonly asked: readonly Judged[];
  /** How many units ask in these words. */
  readonly asking: number;
}

/** Whatever mould many filled shows among so many. */
const mostCompared = 1000;
const opens = /^(?:Đề nghị|Kiến nghị|Đề xuất)$/u;
/** In fewer words nobody asks for anything. */
const fewestWords = 6;
const fewestBeforeCount = 2;
/** Before these a request can be cut without tearing a word of several syllables. What money is for is asked apart. */
const joints: ReadonlySet<string> = new Set(['cho', 'tại', 'để', 'nhằm']);
/** With "tại" behind it each is one word. */
const beforeTai: ReadonlySet<string> = new Set(['tồn', 'hiện', 'nội', 'ngoại', 'thực']);

/**
 * The requests that are told, in their order: those that share a head with another stand at the place of their first.
 * @param asked all that are asked, those for which there is no room too
 */
export function bySharedHeads(
  told: readonly Judged[],
  asked: readonly Judged[],
): readonly (Judged | SharedHead)[] {
  const left = new Set(told);
  const simple = asked.filter(isOneClause);
  return told.flatMap((first): (Judged | SharedHead)[] => {
    if (!left.has(first)) return [];
    const shared = sharedWith(first, left, simple);
    for (const of of shared?.told.map((each) => each.of) ?? [first]) left.delete(of);
    return [shared ?? first];
  });
}

/** The head that most ask in, of equal ones the longest; null where nobody else does. */
function sharedWith(first: Judged, told: ReadonlySet<Judged>, asked: readonly Judged[]): SharedHead | null {
  if (!isOneClause(first)) return null;
  const heads = new Set(asked.slice(0, mostCompared).flatMap((other) => headOf(first, other) ?? []));
  const [best] = [...heads]
    .map((head) => {
      const own = asked.filter((each) => hasHead(each, head));
      return { head, asked: own, asking: unitsOf(own).size };
    })
    .filter(({ asking }) => asking > 1)
    .sort((a, b) => b.asking - a.asking || b.head.length - a.head.length);
  if (!best) return null;
  const { head } = best;
  const together = [...told].filter((each) => hasHead(each, head) && isOneClause(each));
  return {
    ...best,
    // What most ask for comes first.
    told: together
      .map((of) => ({ of, tail: of.shown.slice(head.length + 1) }))
      .toSorted((a, b) => b.of.alike.length - a.of.alike.length),
  };
}

/** Who wrote them, by code. */
export function unitsOf(all: readonly Judged[]): ReadonlySet<string> {
  return new Set(all.flatMap((each) => [each, ...each.alike]).map(({ unit }) => unit.code));
}

function hasHead({ shown }: Judged, head: string): boolean {
  return shown.startsWith(`${head} `);
}

/** Null where they share too little, or no place at which both may be cut. */
function headOf({ shown }: Judged, { shown: other }: Judged): string | null {
  const [words, theirs] = [shown.split(' '), other.split(' ')];
  if (!opens.test(words.slice(0, 2).join(' '))) return countingHead(words, theirs);
  const differ = words.findIndex((word, n) => word !== theirs[n]);
  for (let at = differ; at >= fewestWords; at -= 1) {
    const head = words.slice(0, at).join(' ');
    if ([words, theirs].every((each) => mayBeCut(each, at)) && isWhole(head)) return head;
  }
  return null;
}

/** "Xây dựng thêm 03 mô hình …", "Xây dựng thêm 04 mô hình …" → "Xây dựng thêm". */
function countingHead(words: readonly string[], theirs: readonly string[]): string | null {
  const at = words.findIndex((word) => /^\d{1,5}$/.test(word));
  const head = words.slice(0, at).join(' ');
  const isSame = head === theirs.slice(0, at).join(' ') && /^\d{1,5}$/.test(theirs[at] ?? '');
  if (at < fewestBeforeCount || !isSame || words[at + 1] !== theirs[at + 1]) return null;
  return isWhole(head) && !numbered.test(head) && !narrowed.test(head) ? head : null;
}

/** What follows these is a day or a number, and counts nothing. */
const numbered = /(?<!\p{L})(?:ngày|tháng|năm|quý|thứ|số|điều|khoản|lần|đợt|từ|đến|giai đoạn)$/iu;

/** "Mỗi xã 02 mô hình" says nothing without the number, and neither does what is denied of it. */
const narrowed = /(?<!\p{L})(?:mỗi|từng|trừ|ngoài|riêng|chỉ|còn|không|chưa)(?!\p{L})/iu;

/** No quote that ends behind it. */
function isWhole(head: string): boolean {
  return !/[“”"()]/u.test(head);
}

function mayBeCut(words: readonly string[], at: number): boolean {
  const [last = '', next = ''] = words.slice(at - 1, at + 1);
  if (!/[\p{L}\d]$/u.test(last) || (next === 'tại' && beforeTai.has(last))) return false;
  return joints.has(next);
}

/** What stands in quotes is a name. */
function isOneClause({ shown }: Judged): boolean {
  return !/[;:.“”"()]\s/u.test(shown.replace(/[“"][^“”"]{1,120}[”"]/gu, 'N'));
}
