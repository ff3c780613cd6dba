/** Of two sentences of one unit: whether the one says no more than the other. */

import { wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/names/similarity.ts';
import { figuresIn } from './substance.ts';

/** The share of the shorter one's words that the other has too. */
const mostWords = 0.8;
/** What stands behind these is more than the shorter one speaks of. */
const further = /[,;:]|(?<!\p{L})(?:do|vì|bởi|nên)(?!\p{L})/u;
const negations: ReadonlySet<string> = new Set(['khong', 'chua', 'chang']);

/**
 * Of what is asked not one word may be another: a bridge is no road. Nor may the fuller one simply go on: the village of Nà
 * Lay is not Nà, and 5 households are not 5 villages.
 */
export function isRunOf(shorter: string, fuller: string): boolean {
  const [words, more] = [shorter, fuller].map((text) => piecesOf(text.toLocaleLowerCase('vi')));
  if (!words || !more || words.length >= more.length) return false;
  return more.some((_, start) => {
    if (!words.every((word, n) => word === more[start + n])) return false;
    // As it is written: "Do" may begin a name.
    const next = piecesOf(fuller)[start + words.length];
    return next === undefined || further.test(next);
  });
}

/** Words, figures, and the marks behind which something further is said. */
function piecesOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/\d+(?:[.,/]\d+)*|[\p{L}\d]+|[,;:]/gu) ?? [];
}

/** "Nhiều xã vùng cao sóng yếu" beside "Nhiều xã vùng cao sóng yếu, người dân khó nộp hồ sơ trực tuyến". */
export function isSaidMoreFully(shorter: string, fuller: string): boolean {
  const [words, more] = [wordsOf(shorter), wordsOf(fuller)];
  if (words.length >= more.length || containment(words, more) < mostWords) return false;
  // "Đã hoàn thành …" is not said by "Chưa hoàn thành …".
  if (deniedIn(shorter) !== deniedIn(fuller)) return false;
  const told = figuresIn(fuller);
  return figuresIn(shorter).every((figure) => told.includes(figure));
}

function deniedIn(text: string): number {
  const [said = ''] = text.normalize('NFC').split(further);
  return wordsOf(said).filter((word) => negations.has(word)).length;
}
