/** Sentences of the units as lines of the report, each with whose it is. */
import { languageOf } from '../../regime/language.ts';
import { withoutEnd } from '../../vocabulary/visible-text.ts';
import { inTheYear, lowerFirst, periodAlone } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import { authorsOf, onlyBefore } from '../choice/authors.ts';
import type { Choice, Judged, Verdict } from '../choice/choose.ts';
import { namesDayAfter } from '../choice/named-days.ts';
import type { Part } from '../choice/statements.ts';
import type { Summary } from '../summary.ts';
import type { Line } from './line.ts';
import { bySharedHeads, type SharedHead } from './shared-heads.ts';

/** A sentence of one unit, or of several who wrote the same. */
export function saidLine(summary: Summary, of: Judged): Line {
  const { before, own, behind } = toldBy(summary, of);
  const from = words.point.length + before.length;
  const text = `${words.point}${before}${own}${behind}.`;
  return { kind: 'said', text, own: [from, from + own.length], of };
}

/** Results, and behind them in one line what was only registered. */
export function resultLines(summary: Summary, told: readonly Judged[]): readonly Line[] {
  const registered = told.flatMap((of) => {
    const tail = registeredIn(of);
    return tail === null ? [] : [{ of, tail }];
  });
  const [first, ...others] = registered;
  if (!first || others.length === 0) return told.map((of) => saidLine(summary, of));
  const together = new Set(registered.map(({ of }) => of));
  const text = words.registered(
    registered.map(
      ({ of, tail }) =>
        `${withCurlyQuotes(tail)}${words.inBrackets([of.unit.name, ...periodOf(summary, of)])}`,
    ),
  );
  const line = {
    kind: 'said',
    text,
    own: [0, text.length],
    of: first.of,
    with: others.map(({ of }) => of),
  } as const;
  return [...told.filter((of) => !together.has(of)).map((of) => saidLine(summary, of)), line];
}

/** Behind who registers it; null where others wrote the same, or whoever registers may be another than the unit. */
function registeredIn({ signs, shown, alike, unit }: Judged): string | null {
  if (!signs.includes('registered') || alike.length > 0) return null;
  const itself = shown.startsWith(`${unit.name} `) ? unit.name.length + 1 : 0;
  const [opening] = registers.exec(shown.slice(itself)) ?? [];
  return opening ? shown.slice(itself + opening.length) : null;
}

/** Itself, or its own staff: not "Hướng dẫn các xã đăng ký …", "Vận động 03 hộ đăng ký …", "Chưa đăng ký …". */
const registers =
  /^(?:(?:phòng|chi cục|chi nhánh|trung tâm|văn phòng|thanh tra|đơn vị|cơ quan)\s)?(?:(?:(?:một|hai|ba|bốn|năm)\s)?(?:bộ phận một cửa|tập thể|chi bộ|chuyên viên|công chức|viên chức|cán bộ)\s)?(?:đã\s)?đăng ký\s/iu;

/** What is asked, requests of one mould in one line. */
export function requestLines(
  summary: Summary,
  { all }: Choice,
  part: Part,
  told: readonly Judged[],
): readonly Line[] {
  const asked = all.filter((each) => each.part === part && counts.has(each.verdict));
  return bySharedHeads(told, asked).flatMap((each): Line[] => {
    if (!('head' in each)) return [saidLine(summary, each)];
    const [of, ...others] = each.told.map((request) => request.of);
    const text = sharedTextOf(summary, each, part);
    return of ? [{ kind: 'said', text, own: [0, text.length], of, with: others }] : [];
  });
}

/** What is asked of those above, each in short, for whoever signs: without what each unit asks it for. */
export function requestsTold(summary: Summary, choice: Choice, told: readonly Judged[]): readonly string[] {
  return requestLines(summary, choice, 'upward', told).map((line) => {
    const text = line.text.slice(words.point.length);
    // In what one unit asks the same words say of whom alone it asks it.
    const [short = text] = 'with' in line ? text.split(', như: ', 1) : [text];
    return withoutEnd(short, /[.\s]/u);
  });
}

/** Not what the office struck, or what is of last year; those who wrote the same stand with the first of them. */
const counts: ReadonlySet<Verdict> = new Set(['pinned', 'chosen', 'similar', 'less-full', 'no-room']);

const asks = /^(?:Đề nghị|Kiến nghị|Đề xuất)\s/u;

interface Told {
  readonly before: string;
  /** A run of the unit's words. */
  readonly own: string;
  readonly behind: string;
}

/** The sentence, and whose it is: in brackets behind it, or in the place of the bare word with which the unit means itself. */
function toldBy(summary: Summary, judged: Judged): Told {
  const own = withCurlyQuotes(judged.shown);
  const { count, named } = authorsOf(judged);
  if (count > 1) {
    const behind = words.inBrackets(count > named.length ? [] : [named.join('; ')]);
    const many = words.many(count, onlyBefore([judged], summary.period.id));
    const before = asks.test(own) ? words.manyAsk(many) : words.manyReport(many);
    return { before, own: lowerFirst(own), behind };
  }
  const { name } = judged.unit;
  const of = periodOf(summary, judged);
  const itself = itselfIn(own, name);
  const { echoed = 0 } = judged;
  const others = echoed > 0 ? [words.alsoSaidBy(echoed, /\p{N}/u.test(own))] : [];
  if (itself > 0) {
    return { before: `${name} `, own: own.slice(itself), behind: words.inBrackets(of, others) };
  }
  // The authority asks, which signs: of which report it took that is nobody's matter above.
  const whose = isAsTheAuthority(summary, judged) ? [] : [...leftOfName(judged, own), ...of];
  return { before: '', own, behind: words.inBrackets(whose, others) };
}

const acts =
  '(?:đã|đang|chủ trì|phối hợp|ban hành|tham mưu|duy trì|mở|trả|tổ chức(?=\\s(?:\\d|một|hai|ba|hội nghị|đối thoại))|đăng ký(?=\\s(?:\\d|một|mô hình|điển hình))|vận động(?=\\s(?:\\d|các|hộ|đoàn viên|hội viên|nhân dân|người)))';
const kinds = '(Phòng|Chi cục|Chi nhánh|Trung tâm|Văn phòng|Thanh tra)';
/** Without an act behind it the word may be part of another name: "Phòng họp", "Trung tâm hành chính". */
const bareSubject = new RegExp(`^${kinds}\\s(?=${acts}\\s)`, 'u');

/** "Phòng chủ trì 02 cuộc …" → behind "Phòng "; 0 where the sentence does not open with the unit's own kind. */
function itselfIn(own: string, name: string): number {
  const [whole = '', kind = ''] = bareSubject.exec(own) ?? [];
  return whole !== '' && name.startsWith(`${kind} `) ? whole.length : 0;
}

/** What the office asks of those above the authority itself asks, which signs. */
function isAsTheAuthority({ regime }: Summary, { unit, part }: Pick<Judged, 'unit' | 'part'>): boolean {
  return part === 'upward' && unit.name === regime.office.name;
}

/** The whole name, where the sentence does not say it: "huyện Cao Lộc" alone would be taken for who reports. */
function leftOfName({ unit }: Pick<Judged, 'unit'>, own: string): readonly string[] {
  return own.includes(unit.name) ? [] : [unit.name];
}

/** "97 đơn vị cùng đề nghị …, như: … (…); … (…)". */
function sharedTextOf(summary: Summary, { head, told, asked, asking }: SharedHead, part: Part): string {
  const each = told.map(({ of, tail }) => {
    const { count, named } = authorsOf(of);
    const names = count > named.length ? [words.someUnits(count)] : [named.join('; ')];
    const whose =
      count === 1
        ? [...(of.shown.includes(of.unit.name) ? [] : [of.unit.name]), ...periodOf(summary, of)]
        : names;
    return `${withCurlyQuotes(tail)}${words.inBrackets(whose)}`;
  });
  const authors = new Set(told.flatMap(({ of }) => [of, ...of.alike]).map(({ unit }) => unit.code));
  const all = part === 'directions' ? words.plannedByMany : words.askedByMany;
  const many = words.many(asking, onlyBefore(asked, summary.period.id));
  return all(many, lowerFirst(withCurlyQuotes(head)), authors.size < asking, each);
}

/** Of a year's earlier period which: its figures are of those months alone, and so are its details where it is said still. */
function periodOf(
  { period: own, earlier, regime }: Summary,
  { period: told, since, shown, part }: Judged,
): readonly string[] {
  const period = since ?? told;
  const line = period === own.id ? undefined : earlier.year.find((each) => each.period === period);
  if (!line) return [];
  // Words that tell of a later day tell of when themselves; a plan is of later days anyhow.
  const { window } = regime.periods.find(({ id }) => id === period) ?? {};
  if (window && part !== 'directions' && namesDayAfter(shown, window.to)) return [];
  const name = words.inReport(inTheYear(lowerFirst(periodAlone(line, languageOf(regime))), regime.year));
  return [since === undefined ? name : words.since(name)];
}
