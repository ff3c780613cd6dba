/** Of two sentences of one unit: whether the one says no more than the other. */

import { wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/similarity.ts';
import { figuresIn } from './substance.ts';

/** The share of the shorter one's words that the other has too. */
const mostWords = 0.8;
/** What stands behind these is more than the shorter one speaks of. */
const further = /[,;:]|(?<!\p{L})(?:do|vì|bởi|nên)(?!\p{L})/u;
const negations: ReadonlySet<string> = new Set(['khong', 'chua', 'chang']);

/** Of what is asked not one word may be another: a bridge is no road, and another village's is another one. */
export function isRunOf(shorter: string, fuller: string): boolean {
  return shorter.length < fuller.length && ` ${bare(fuller)} `.includes(` ${bare(shorter)} `);
}

function bare(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/\d+(?:[.,/]\d+)*|[\p{L}\d]+/gu) ?? []
  ).join(' ');
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
