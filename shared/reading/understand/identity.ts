/** Whether a file is the right unit's, of the right period: what its title block says against the duty. */

import { findings as words } from '../../wording/findings.ts';
import { judgeIssuer } from '../judge/issuer.ts';
import type { ConsolidatedMark } from '../model/consolidated-mark.ts';
import { finding } from '../model/finding.ts';
import type { Finding, ReadingUnit, Task } from '../model/reading.ts';
import { readDate, writeDate } from './dates.ts';
import { fold, wordsOf } from './folding.ts';
import { judgePeriod } from './judge-period.ts';
import type { Line, Statement } from './lines.ts';
import { UnitNames } from './stated-unit.ts';

// Longer lines tell a story ("… phối hợp với Thanh tra Sở …"); they do not head a document.
const longestStatement = 30;

/** Whether the title block names the duty's unit and period. @param mark what our own documents carry */
export function judgeIdentity(
  title: readonly Line[],
  mark: ConsolidatedMark | null,
  task: Task,
): readonly Finding[] {
  const statements = statementsIn(title);
  const names = new UnitNames(task.regime);
  const whole = [...statements, ...splitNames(statements, names, task.regime.authority.code)];
  const issuer = judgeIssuer(title, whole, mark, task);
  const unit = issuer.length > 0 ? issuer : judgeUnit(whole, names, task);
  return [...unit, ...judgePeriod(statements, task), ...judgeWindow(title, task)];
}

/** The lines that state something, each label joined with the cell beside it; letters' addressees left out. */
function statementsIn(title: readonly Line[]): readonly Statement[] {
  const statements: Statement[] = [];
  let addressees = false;
  title.forEach((line, n) => {
    const folded = fold(line.text);
    addressees = /^kinh (gui|trinh)\b/.test(folded) || (addressees && /^[-–+•]/.test(line.text));
    if (addressees || folded === '' || wordsOf(line.text).length > longestStatement) return;
    if (/^(can cu|thuc hien (ke hoach|cong van|chi thi|van ban)|noi nhan|han (gui|nop)|luu)\b/.test(folded))
      return;
    const label = labelOf(folded);
    const beside = title[n + 1];
    const onlyLabel = label !== null && !/[:.]\s*\S/.test(line.text) && folded.split(' ').length <= 4;
    const value = onlyLabel && beside && beside.row === line.row ? ` ${beside.text}` : '';
    statements.push({ line, text: line.text.replace(/^[^:]*:/, label ? '' : '$&') + value, label });
  });
  return statements;
}

function labelOf(folded: string): Statement['label'] {
  if (
    /^((ten )?(don vi|co quan)( bao cao)?|don vi lap|ma don vi)\b/.test(folded) &&
    !/^don vi tinh/.test(folded)
  )
    return 'unit';
  return /^(ky bao cao|ky|ma ky)\b/.test(folded) ? 'period' : null;
}

function judgeUnit(statements: readonly Statement[], names: UnitNames, { unit, regime }: Task): Finding[] {
  const allowed = new Set([unit.parent, regime.authority.code]);
  const p = { unit: `${unit.name} (${unit.code})` };
  const expected = p.unit;
  const others: { statement: Statement; strong: boolean; code: string | null }[] = [];
  let stated = false;
  for (const statement of statements) {
    if (statement.label === 'period') continue;
    const named = names.in(statement.text);
    const own = named.some(({ code }) => code === unit.code);
    stated ||= own;
    const other = named.find(({ code }) => code !== unit.code && (code === null || !allowed.has(code)));
    if (other && !own) others.push({ statement, strong: statement.label === 'unit', code: other.code });
    // "Đơn vị báo cáo: Sở …" is the authority's own paper, not that of a unit whose parent it is.
    const parents = named.length > 0 && named.every(({ code }) => code !== null && allowed.has(code));
    if (statement.label === 'unit' && parents && !isParentBeside(unit, statement.text)) {
      others.push({ statement, strong: true, code: named[0]?.code ?? null });
    }
  }
  const [other] = others.toSorted((a, b) => Number(b.strong) - Number(a.strong));
  if (other && (other.strong || !stated)) {
    const { piece } = other.statement.line;
    const text = asWritten(other.statement);
    const whose = otherUnit(other.code, regime) ?? `“${text}”`;
    return [
      finding(words.OTHER_UNIT({ ...p, other: whose }), { where: piece.source, found: text, expected }),
    ];
  }
  const alone = others.find(({ statement }) => names.in(statement.text).some((each) => each.alone));
  if (alone) {
    const { line } = alone.statement;
    return [finding(words.UNIT_ALSO_NAMED(p), { where: line.piece.source, found: line.text, expected })];
  }
  return stated ? [] : [finding(words.UNIT_NOT_STATED({ unit: p.unit }), { expected })];
}

const mostLinesOfAName = 3;

/** "PHÒNG" over "KẾ HOẠCH - TÀI CHÍNH": lines of which none names a unit, but all together do. */
function splitNames(
  statements: readonly Statement[],
  names: UnitNames,
  authority: string,
): readonly Statement[] {
  const namesNone = ({ text, label }: Statement) =>
    label !== 'period' && names.in(text).every(({ code }) => code === authority);
  return statements.flatMap((first, at) => {
    const joined = [first];
    for (const next of statements.slice(at + 1)) {
      const last = joined.at(-1) ?? first;
      if (!isBelow(next.line, last.line)) {
        // Beside it stands the motto of the state, in a column of its own.
        if (next.line.row !== null && last.line.row !== null) continue;
        break;
      }
      joined.push(next);
      if (!joined.every(namesNone) || next.label !== null || joined.length > mostLinesOfAName) break;
      const text = joined.map((each) => each.text).join(' ');
      const isName = names
        .in(text)
        .some(({ code, alone }) => code !== authority && (alone || first.label === 'unit'));
      if (isName) return [{ line: first.line, text, label: first.label }];
    }
    return [];
  });
}

/** The next line of a cell, the cell below it, or the paragraph behind it. */
function isBelow(line: Line, above: Line): boolean {
  if (line.piece === above.piece) return true;
  if ('column' in line.piece && 'column' in above.piece) {
    return line.piece.column === above.piece.column && line.piece.row > above.piece.row;
  }
  return line.row === null && above.row === null;
}

/** The line, with the cell beside it where that holds the name. */
function asWritten({ line, text }: Statement): string {
  if (text.startsWith(line.text)) return text;
  return line.text.endsWith(text.trim()) ? line.text : `${line.text}${text}`;
}

/** `Thanh tra Sở (TTRA)`; null for a branch that the regime does not know. */
function otherUnit(code: string | null, { units, authority }: Task['regime']): string | null {
  const known = [...units, authority].find((unit) => unit.code === code);
  return known ? `${known.name} (${known.code})` : null;
}

/** The parent named after the unit's own kind ("Phòng … thuộc Sở …") or as a bare "Sở" is no statement. */
function isParentBeside(unit: ReadingUnit, text: string): boolean {
  const first = wordsOf(text)[0];
  return first === wordsOf(unit.name)[0] && first !== 'so';
}

/** "Số liệu từ ngày 15/12/2023 đến hết ngày 14/3/2024" against the period's own dates. */
function judgeWindow(title: readonly Line[], { period }: Task): Finding[] {
  const { window, cumulativeFrom } = period;
  if (!window) return [];
  const date = String.raw`(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})`;
  const pattern = new RegExp(
    String.raw`từ\s+(?:ngày\s+)?${date}\s*(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?${date}`,
    'giu',
  );
  for (const line of title) {
    for (const [found, first = '', last = ''] of line.text.normalize('NFC').matchAll(pattern)) {
      const [from, to] = [readDate(first)?.date, readDate(last)?.date];
      if (!from || !to || (to === window.to && (from === window.from || from === cumulativeFrom))) continue;
      const expected = `${writeDate(window.from)} – ${writeDate(window.to)}`;
      return [finding(words.OTHER_WINDOW(), { where: line.piece.source, found, expected })];
    }
  }
  return [];
}
