/** A unit's sentence as the report shows it: its own words, without the label of its part and what the totals tell already. */
import { withoutEnd } from '../../vocabulary/visible-text.ts';
import type { Part, Statement } from './statements.ts';
import { type FormFigures, isDenial, substanceOf } from './substance.ts';

/** A heading and nothing else: what it speaks of, or who is asked, is the unit's own word. */
const label =
  /^(?:(?:về|các|một số) )?(?:tồn tại|hạn chế|khó khăn|vướng mắc|ưu điểm|thuận lợi|kết quả|nguyên nhân|kiến nghị|đề xuất|đề nghị|phương hướng|nhiệm vụ)(?:,? (?:và |của )?(?:tồn tại|hạn chế|khó khăn|vướng mắc|ưu điểm|thuận lợi|nguyên nhân|kiến nghị|đề xuất|đề nghị|nhiệm vụ)){0,4}(?: chủ yếu)?(?: (?:(?:quý [IV]{1,3} ?)?(?:năm \d{4})|(?:kỳ|thời gian|năm|quý) tới|6 tháng cuối năm(?: \d{4})?))? ?:\s{0,9}(?=\S)/iu;
/** Below the heading "Nguyên nhân". */
const cause = /^nguyên nhân (?:chủ yếu |chính )?là\s{1,9}(?=\S)/iu;
/** Results have no such headings, and what is asked of those above goes to them as it was asked. */
const labelled: ReadonlySet<Part> = new Set(['strengths', 'weaknesses', 'causes', 'directions', 'internal']);
const fewestWords = 6;

/**
 * Clauses at either end that any report could have, or in which a unit only repeats the figures of its form, are left
 * out: the report has one number for each figure. What is left is a run of the sentence's own words, its first letter a capital.
 */
export function shownOf(
  { text, part }: Pick<Statement, 'text' | 'part'>,
  ownNames: RegExp | undefined,
  told: FormFigures,
  isEarlier: boolean,
): string {
  const bare = labelled.has(part) ? text.replace(label, '') : text;
  const whole = withoutEnd(withoutOpening(bare, part), /[\s.;,…]/u);
  const clauses = part === 'results' || part === 'strengths' ? clausesIn(whole) : [whole];
  const news = clauses.map((clause) =>
    part === 'results' ? !tellsNothing(clause, ownNames, told) : !isDenial(clause),
  );
  const [first, last] = [news.indexOf(true), news.lastIndexOf(true)];
  const kept = first < 0 ? whole : clauses.slice(first, last + 1).join('; ');
  const tail =
    part === 'results' ? withoutCount(withoutFormBefore(kept, ownNames, told), told, isEarlier) : kept;
  const shown = [tail, kept].find((run) => run.split(/\s+/).length >= fewestWords) ?? whole;
  return shown.charAt(0).toLocaleUpperCase('vi') + shown.slice(1);
}

/** Whose name stands in brackets behind it. */
const asker =
  /^(?:phòng|chi cục|chi nhánh|trung tâm|văn phòng|thanh tra|đơn vị)\s(?:xin\s)?(?=(?:đề nghị|kiến nghị|đề xuất)\s)/iu;
const asked: ReadonlySet<Part> = new Set(['upward', 'local', 'internal']);

/** Without what its heading, or the name behind it, says already. */
function withoutOpening(text: string, part: Part): string {
  if (part === 'causes') return text.replace(cause, '');
  return asked.has(part) ? text.replace(asker, '') : text;
}

const act =
  '(?:đã\\s)?(?:tổ chức|ban hành|đăng ký|đăng|phát hành|biên tập|thực hiện|xây dựng|phối hợp|vận động|hỗ trợ|duy trì|mở|tham mưu|giải quyết|tiếp nhận|hướng dẫn)(?!\\p{L})';
/** Of other acts nobody can tell whether they are the unit's or what its meeting or paper was about. */
const model = /(?:,| và) (?=(?:đã )?(?:đăng ký|xây dựng|ra mắt) (?:mô hình|công trình)(?!\p{L}))/u;
/** Behind these stands what a meeting or a paper was about: what follows is no act. */
const subject =
  /(?<!\p{L})(?:về|việc|với|cho|để|nhằm|triển khai|chỉ đạo|tuyên truyền|hướng dẫn|vận động|đôn đốc|bồi thường)(?!\p{L})/iu;
/** What was published, about what, and where: with the place it ends, and another act follows. */
const published =
  /(?:tin|bài|tin, bài|tài liệu)\s.{0,120}\s(?:trên|tại)\s(?:trang|cổng)\s(?:thông tin(?: điện tử)?|web)(?:\scủa(?:\s\p{L}{1,9}){1,3})?$/iu;
/** Whose act it is must be the unit itself: it stands in brackets behind what is left. */
const ownAct = new RegExp(
  `^(?:trong (?:kỳ|quý [IV]{1,3}),? )?(?:(?:phòng|chi cục|chi nhánh|trung tâm|văn phòng|đơn vị) )?${act}`,
  'iu',
);

/** "Phòng đã tổ chức 01 hội nghị với 09 lượt người dự và đăng ký mô hình …" → from "đăng ký" on. */
function withoutFormBefore(clause: string, ownNames: RegExp | undefined, told: FormFigures): string {
  const unnamed = (ownNames ? clause.replace(ownNames, '') : clause).trimStart();
  if (!ownAct.test(unnamed)) return clause;
  const found = model.exec(clause);
  if (!found) return clause;
  const before = clause.slice(0, found.index);
  if (/[“”"()]/u.test(before)) return clause;
  const last = [...before.matchAll(/\d/g)].at(-1)?.index ?? 0;
  if (subject.test(before.slice(last).replace(published, ''))) return clause;
  if (!substanceOf(before, ownNames, told).signs.includes('repeats-form')) return clause;
  return clause.slice(found.index + found[0].length);
}

function clausesIn(sentence: string): readonly string[] {
  const clauses = sentence.split('; ');
  // Within quotes or brackets a semicolon parts no clauses.
  return clauses.some((clause) => /^[^“(]*[”)]/u.test(clause)) ? [sentence] : clauses;
}

/**
 * "Có 01 mô hình “Dân vận khéo” được công nhận là …": how many there are say the totals, of all units; of an earlier
 * period they do not, and how many these were is left out where the year's figures are others by now.
 */
function withoutCount(clause: string, told: FormFigures, isEarlier: boolean): string {
  const counted = /^có\s0?(\d{1,3})\s(?=(?:mô hình|điển hình)\s)/iu.exec(clause);
  const count = Number(counted?.[1]);
  const isSaid = isEarlier
    ? told.overtaken.has(count) || (count === 1 && told.overtaken.size > 0)
    : count === 1 || told.told.has(count);
  return counted && isSaid ? clause.slice(counted[0].length) : clause;
}

function tellsNothing(clause: string, ownNames: RegExp | undefined, told: FormFigures): boolean {
  const { signs } = substanceOf(clause, ownNames, told);
  // Where a meeting was held says of what came of it who was concerned.
  const isBare = signs.includes('repeats-form') && !signs.includes('place');
  return isBare || signs.includes('filler') || isDenial(clause);
}
