/** A cross-check of the regime that did not hold: which figures, where they stand, what they should be. */
import type { Severity } from '../vocabulary/finding.ts';
import { fillEach, inEach, joinEach, type Text } from '../vocabulary/text.ts';
import { type FindingWords, findingWords } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

/**
 * `id` and `message` are the regime's own; the message states what must hold.
 * `about` names the indicator where one check is asked of many; `places` are the cells to look at.
 */
export function checkFailed(p: {
  id: string;
  severity: Severity;
  message: Text;
  about?: string | undefined;
  places: Text;
}): FindingWords {
  const about = p.about === undefined ? t('', '') : t(` ở chỉ tiêu ${p.about}`, ` for ${p.about}`);
  const must = inEach((language) => lowerFirst(p.message[language]));
  const fix =
    p.severity === 'error'
      ? t(
          'Đề nghị xem lại {places}, sửa số chưa đúng rồi gửi lại.',
          'Please look at {places}, correct what is wrong and send the report again.',
        )
      : t(
          'Đề nghị xem lại {places}; nếu số liệu đúng thì không cần gửi lại, có thể giải thích ở cột Ghi chú.',
          'Please look at {places}; if the figures are right nothing need be sent again, and a word in the column Ghi chú may explain them.',
        );
  return findingWords(
    p.id,
    p.severity,
    fillEach(t('Số liệu chưa khớp{about}: {must}.', 'Figures do not agree{about}: {must}.'), { about, must }),
    fillEach(fix, { places: p.places }),
  );
}

/** How two figures compare, in the words of a clerk. */
const compared = {
  '=': 'bằng',
  '<=': 'không lớn hơn',
  '>=': 'không nhỏ hơn',
  '<': 'nhỏ hơn',
  '>': 'lớn hơn',
} as const;

export type Comparison = keyof typeof compared;

/**
 * What the sides of a comparison should be to each other, the first and the second that was found; a value where one
 * can be named. One string for readers of both languages: it is Vietnamese, as the names of what is compared are.
 */
export const relations = {
  sides: (operator: Comparison) => `số (1) ${compared[operator]} số (2)`,
  toNumber: (operator: Comparison, value: string) => `${compared[operator]} ${value}`,
  bothZeroOrNot: 'số (1) và số (2) cùng bằng 0 hoặc cùng khác 0',
  bothOrNeither: 'cả hai điều cùng đúng hoặc cùng không đúng',
  numbered: (side: string, number: number) => `(${number}) ${side}`,
  notAfter: (day: string) => `không muộn hơn ngày ${day}`,
  recomputed: (value: string, most: string) => `${value} (chênh lệch không quá ${most})`,
  apartAtMost: (most: string) => `hai số chênh nhau không quá ${most}`,
  asInTheForm: (value: string, name: string) => `${value} — ${name}`,
} as const;

export const equationWords = {
  inPeriod: 'trong kỳ',
  cumulative: 'lũy kế',
  previous: 'kỳ trước',
  previousCumulative: 'lũy kế kỳ trước',
  planDue: 'hạn nộp kế hoạch',
  recomputed: 'tính lại',
} as const;

const and = t('và', 'and');

/** Where figures stand, in the words of the fix: `ô E15, E16 và E17`; `bảng 2, dòng 18, cột 5 và dòng 19, cột 5`. */
export const placeWords = {
  cell: (cell: string) => t(`ô ${cell}`, `cell ${cell}`),
  cells: (cells: readonly string[]) => t(`các ô ${listed(cells, 'và')}`, `cells ${listed(cells, 'and')}`),
  onSheet: (cells: Text, sheet: string) =>
    fillEach(t('{cells} của trang tính “{sheet}”', '{cells} of the sheet “{sheet}”'), { cells, sheet }),
  rowAndColumn: (row: number, column: number) =>
    t(`dòng ${row}, cột ${column}`, `row ${row}, column ${column}`),
  inTable: (table: number, rows: readonly Text[]) =>
    fillEach(t('bảng {table}, {rows}', 'table {table}, {rows}'), { table, rows: joinEach(rows, '; ') }),
  paragraph: (paragraph: number) => t(`đoạn ${paragraph}`, `paragraph ${paragraph}`),
  theFigures: t('các số liệu này', 'these figures'),
  and: (places: readonly Text[]) =>
    inEach((language) =>
      listed(
        places.map((place) => place[language]),
        and[language],
      ),
    ),
} as const;

function listed(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/** `Số đơn` → `số đơn`, but `TTHC` stays: for a sentence or a name in the middle of another. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
