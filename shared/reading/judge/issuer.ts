/** Whether a file is the authority's own: a consolidated report, or a document that the authority itself issued. */
import { findings as words } from '../../wording/findings.ts';
import type { ConsolidatedMark } from '../model/consolidated-mark.ts';
import { finding } from '../model/finding.ts';
import type { Finding, Task } from '../model/reading.ts';
import { fold } from '../understand/folding.ts';
import type { Line, Statement } from '../understand/lines.ts';
import { UnitNames } from '../understand/stated-unit.ts';

/**
 * @param title the lines of the title block
 * @param statements those of them that state something, and the names of units that several of them make
 */
export function judgeIssuer(
  title: readonly Line[],
  statements: readonly Statement[],
  mark: ConsolidatedMark | null,
  task: Task,
): readonly Finding[] {
  const { unit, regime } = task;
  const p = { unit: `${unit.name} (${unit.code})`, authority: regime.authority.name };
  if (mark) {
    const where = title[0]?.piece.source ?? null;
    return [finding(words.CONSOLIDATED_REPORT(p), { where, found: mark.run, expected: p.unit })];
  }
  const issued = issuedByAuthority(title, statements, task);
  if (!issued) return [];
  const evidence = { where: issued.piece.source, found: issued.text, expected: p.unit };
  return [finding(words.ISSUED_BY_AUTHORITY(p), evidence)];
}

/** The line that shows it; null where a unit issues, or nobody is said to. */
function issuedByAuthority(
  title: readonly Line[],
  statements: readonly Statement[],
  { unit, regime }: Task,
): Line | null {
  const names = new UnitNames(regime);
  const authority = regime.authority.code;
  const codesIn = (text: string) => names.in(text).map(({ code }) => code);
  const own = statements.filter(({ text }) => codesIn(text).includes(unit.code));
  if (own.some(({ label }) => label === 'unit')) return null;
  const naming = new Set(
    statements.filter(({ text }) => codesIn(text).some((code) => code !== authority)).map(({ line }) => line),
  );
  const heading: Line[] = [];
  for (const line of title) {
    if (isNumberOf(authority, line.text)) return line;
    // A unit stands below the authority and above its number.
    if (naming.has(line)) return null;
    const below = heading.some(({ text }) => codesIn(text).includes(authority));
    if (isTitleOfSheet(line.text, below)) return line;
    if (/^(bao cao|ke hoach)\b/.test(fold(line.text))) break;
    heading.push(line);
  }
  if (own.length > 0) return null;
  const named = heading.findIndex(({ text }) => codesIn(text).includes(authority));
  return heading.slice(0, named + 1).some(({ text }) => isSuperior(text)) ? (heading[named] ?? null) : null;
}

const longestNumber = 120;

/** "Số: 145/BC-STNMT": what stands behind the kind of document tells who issued it. "BC-STNMT-VP" is another's. */
function isNumberOf(authority: string, text: string): boolean {
  if (text.length > longestNumber || !/^so\b/.test(fold(text))) return false;
  const [, issuer] = /\/\s*\p{L}+\s*[-–]\s*([^\s,;/]+)/u.exec(text) ?? [];
  return issuer !== undefined && fold(issuer) === fold(authority);
}

/** The body above an authority of a province, by which no unit heads its papers without its own name below. */
function isSuperior(text: string): boolean {
  return /^(ubnd|uy ban nhan dan)\b/.test(fold(text));
}

/** "Số liệu từng đơn vị: …", and "Tổng hợp: …" below the authority's name, head sheets of a consolidated report. */
function isTitleOfSheet(text: string, belowAuthority: boolean): boolean {
  const [head, rest] = text.split(':', 2);
  if (head === undefined || rest === undefined || head.length > longestNumber) return false;
  return fold(head) === 'so lieu tung don vi' || (belowAuthority && fold(head) === 'tong hop');
}
