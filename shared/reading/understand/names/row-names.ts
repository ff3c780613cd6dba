/** The name of a row as it is compared with another: its words, and those that make another figure of it. */
import { fold, foldKeepingMarks, hasPhrase, withOrWithoutMarks, wordsOf } from '../folding.ts';
import { otherTimes, statedPeriods } from '../stated-period.ts';

/** The words of a name, and what is asked of them again and again. */
export interface Name {
  readonly words: readonly string[];
  readonly text: string;
  readonly numbers: readonly string[];
  /** Which of the telling words are among them. */
  readonly telling: string;
  /** What makes another figure of it: "không", "lũy kế", another year. */
  readonly turning: readonly string[];
}

// "lượt" is not "người": names that differ in one of these words never mean the same figure.
const telling = ['luot', 'ty', 'ngay', 'ton', 'dang'];

/** Remarks in brackets explain ("không tính trùng", "kể cả đơn kỳ trước"), but for what was not done, or of another time. */
const turnedRemark = withOrWithoutMarks(
  '(?:(?:không|chưa) (?:được|đạt|thực hiện|tổ chức|triển khai|giải quyết|xử lý|trả lời|hoàn thành|ban hành)|(?:số )?(?:của )?(?:kỳ|quý|tháng) trước\\))',
);
const explanation = new RegExp(`\\((?!\\s{0,9}${turnedRemark})[^()]{0,400}\\)`, 'giu');
/** Sought outside of explanations alone. */
const denying = ['không', 'chưa'].map((word) => ({
  word,
  found: new RegExp(withOrWithoutMarks(`(?<=^| )${word}(?= |$)`), 'u'),
}));
/** Words of which "không" is a part: of air defence, of flying, what is in the air. */
const notDenying = new RegExp(
  withOrWithoutMarks(
    '(?<=^| )(?:phòng không(?= (?:nhân dân|không quân))|(?:bộ đội|lực lượng|trận địa|diễn tập) phòng không|(?:ngành|hãng|cảng|đường|an ninh) hàng không|hàng không(?= (?:dân dụng|việt nam))|không (?:gian|khí|quân|trung))(?= |$)',
  ),
  'gu',
);
const ACT =
  '(?:nghi quyet|chi thi|ket luan|ke hoach|quyet dinh|cong van|chuong trinh|nghi dinh|thong tu|quy che|quy dinh|huong dan|thong bao|de an|phap lenh|luat)';
const SHORT_ACT = '(?:kl|nq|ct|kh|qd|cv|tb|hd)';
const DAY = '(?: ngay \\d{1,2}(?: thang)? \\d{1,2})?';
/**
 * Years of acts: "theo Nghị quyết năm 2023", "Nghị quyết số 25-NQ/TW ngày 03/6/2013", "KL 43-KL/TW năm 2019". "KH 25"
 * may be how much is planned, so a shortened act has its symbol, or "số".
 */
const yearOfAct = new RegExp(
  `\\b(?:theo ${ACT}|${ACT} (?:so )?\\d{1,4}(?! (?:trong|cua|den|cho) )(?: [a-z]{1,5}\\d?){0,3}?${DAY}|${SHORT_ACT} (?:so \\d{1,4}|(?:so )?\\d{1,4} ${SHORT_ACT} [a-z]{1,6}\\d?(?: (?!trong|cua|den|cho)[a-z]{1,6})?)${DAY})(?: nam)? 20\\d\\d\\b(?!-)`,
  'g',
);
/**
 * "Nghị quyết Đại hội nhiệm kỳ 2020-2025": the term of what was resolved; any other, and that of "số nghị quyết", may be
 * the term of which this is the count.
 */
const resolvedYears =
  /(?<=[a-z\d] )(?<!\bso (?:luong )?)((?:nghi quyet|dai hoi|chuong trinh|ke hoach)(?: (?:dai hoi|dai bieu|dang|dang bo|toan quoc|lan thu|cac cap|tinh|thanh pho|huyen|xa|phuong|cong tac|hanh dong|so|\d{1,3}|[ivx]{1,5})){0,10}) (?:nhiem ky|nam hoc|nien khoa) (20\d\d) (20\d\d)\b/g;
/** The title of a paper, where a meeting was about it. */
const yearlyPaper = /(?<=\b(?:ve|hop|tong ket) )bao cao(?: tong ket)? nam\b/g;
/** A plan that has a number is a document. */
const numberedPlan = /\bke hoach (?=so \d|\d)/g;
const turning = [
  ...[...otherTimes.cumulative, ...otherTimes.planned, ...otherTimes.years],
  ...['chi tieu giao', 'uoc thuc hien', 'uoc dat'],
];
const namesSpan = /\b(?:quy|thang|nam)\b/;

/** A name as `Name` has it. */
export const namedBy = remembering(madeOf);

/** As `turning` of its `Name`, in remarks too. */
export const turningIn = remembering((name) => turningWords(name));

const mostRemembered = 1000;

/** The names of a form come again with each report, and to take them apart is half of what finding its rows takes. */
function remembering<Made>(make: (name: string) => Made): (name: string) => Made {
  const known = new Map<string, Made>();
  return (name) => {
    const found = known.get(name) ?? make(name);
    if (known.size >= mostRemembered) known.clear();
    known.set(name, found);
    return found;
  };
}

/** A name as it is compared with a row's. */
export function nameKey(text: string): string {
  return nameWords(text).join(' ');
}

/** "Trong đó…": a part of what stands above it. */
export function isPart(name: string): boolean {
  return /^trong do\b/.test(fold(name));
}

function madeOf(name: string): Name {
  const words = nameWords(name);
  const text = words.join(' ');
  return {
    words,
    text,
    turning: turningWords(name, name.normalize('NFC').replace(explanation, ' ')),
    numbers: words.filter((word) => /^\d+$/.test(word)),
    telling: telling.filter((word) => words.includes(word)).join(' '),
  };
}

/** @param unexplained the name without its explanations */
function turningWords(name: string, unexplained = name): readonly string[] {
  const marked = foldKeepingMarks(unexplained).replace(notDenying, ' ');
  const folded = fold(name)
    .replace(resolvedYears, '$1 $2-$3')
    .replace(yearOfAct, ' ')
    .replace(numberedPlan, ' ');
  return [
    ...denying.flatMap(({ word, found }) => (found.test(marked) ? [word] : [])),
    ...turning.filter((phrase) => hasPhrase(folded, phrase)),
    ...otherTimes.spans.filter((phrase) => hasPhrase(fold(unexplained), phrase)),
    ...folded.split(' ').filter((word) => /^20\d\d(?:-20\d\d)?$/.test(word)),
    ...(namesSpan.test(folded) ? statedPeriods(folded.replace(yearlyPaper, ' ')) : []).flatMap(
      ({ sure, span }) => (sure ? [span] : []),
    ),
  ];
}

/** The words that name: without numbering, dashes, "trong đó" and quotation marks. */
function nameWords(text: string): readonly string[] {
  const bare = text.replace(/^\s*(\(?(\d{1,2}(\.\d{1,2})*|[a-zđ])[.)]|[-–+•*])\s*/iu, '');
  return wordsOf(bare.replace(/^\s*trong\s+đó\s*[:,-]?/iu, ''));
}
