/** Whether a file is the authority's own: a consolidated report, or a document that the authority itself issued. */
import { findings as words } from '../wording/findings.ts';
import type { ConsolidatedMark } from './consolidated-mark.ts';
import { finding } from './finding.ts';
import { fold } from './folding.ts';
import type { Statement } from './identity.ts';
import type { Line } from './lines.ts';
import type { Finding, Task } from './reading.ts';
import { UnitNames } from './stated-unit.ts';

/**
 * @param title the lines of the title block
 * @param statements those of them that state something
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
  if (statements.some(({ label, text }) => label === 'unit' && codesIn(text).includes(unit.code)))
    return null;
  const collected = title.slice(0, 3).find(({ text }) => isCollection(text));
  if (collected) return collected;
  const heading: Line[] = [];
  for (const line of title) {
    if (isNumberOf(authority, line.text)) return line;
    // A unit stands below the authority and above its number.
    if (codesIn(line.text).some((code) => code !== authority)) return null;
    if (/^(bao cao|ke hoach)\b/.test(fold(line.text))) break;
    heading.push(line);
  }
  if (statements.some(({ text }) => codesIn(text).includes(unit.code))) return null;
  const named = heading.findIndex(({ text }) => codesIn(text).includes(authority));
  return heading.slice(0, named + 1).some(({ text }) => isSuperior(text)) ? (heading[named] ?? null) : null;
}

const longestNumber = 60;

/** "Số: 145/BC-STNMT": what stands behind the kind of document tells who issued it. "BC-STNMT-VP" is another's. */
function isNumberOf(authority: string, text: string): boolean {
  if (text.length > longestNumber || !/^so\b/.test(fold(text))) return false;
  const [, issuer = ''] = /\/\s*\p{L}+\s*[-–]\s*([^/]+)$/u.exec(text) ?? [];
  return issuer !== '' && fold(issuer) === fold(authority);
}

/** The body above an authority of a province, by which no unit heads its papers without its own name below. */
function isSuperior(text: string): boolean {
  return /^(ubnd|uy ban nhan dan)\b/.test(fold(text));
}

/** "Tổng hợp: …", "Số liệu từng đơn vị: …": these head the sheets of a consolidated report. */
function isCollection(text: string): boolean {
  return (
    /^(tong hop|so lieu tung don vi)$/.test(fold(text.slice(0, longestNumber).split(':')[0] ?? '')) &&
    text.includes(':')
  );
}
