/** What the maps of a cell's style (`style:map`, conditional formats) may take away from it. */
import type { Formula } from '../formulas/parse.ts';
import type { StyleMap, TextStyle } from '../odf/styles.ts';
import { comparison, type LookRule, takenAwayBy } from '../sheets/look-rules.ts';
import { type Position, parseAddress } from '../xlsx/cell-address.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '=': 'equal',
  '!=': 'notEqual',
};
/** A condition is as long as a formula. */
const LONGEST = 8_192;

/** A rule, and the cell that its formulas are written for; null for one that says none. */
export interface MapRule extends LookRule {
  readonly base: Position | null;
}

/** The first map that holds is the only one. @param styleOf what a map puts in place of the cell's own style */
export function rulesOf(maps: readonly StyleMap[], styleOf: (name: string) => TextStyle): readonly MapRule[] {
  const conditions = maps.map((map) => formulaOf(map));
  return maps.flatMap(({ style, base }, n): MapRule[] => {
    const { look, nothing, another, colour, behind } = styleOf(style);
    const changed = { struck: look?.struck, hidden: look?.hidden ?? nothing, another };
    const taken = takenAwayBy({ ...changed, letters: colour ?? undefined, ground: behind ?? undefined });
    if (!taken) return [];
    return [{ ...taken, holds: conditions[n] ?? null, unless: conditions.slice(0, n), base: baseOf(base) }];
  });
}

/** The rule for a cell that stands elsewhere than the one it was written for. */
export function ruleAt({ base, holds, unless, why, certain }: MapRule, { row, column }: Position): LookRule {
  const moved = (formula: Formula | null) =>
    formula && base && { ...formula, rows: row - base.row, columns: column - base.column };
  return { why, certain, holds: moved(holds), unless: unless.map(moved) };
}

/** `'Số liệu'.E10`; null for what is none. */
function baseOf(written: string): Position | null {
  const [, address] = /\.\$?([A-Z]{1,3}\$?\d{1,7})$/.exec(written) ?? [];
  return address === undefined ? null : parseAddress(address.replace('$', ''));
}

function formulaOf({ condition, base }: StyleMap): Formula | null {
  const written = condition.trim();
  if (written.length > LONGEST) return null;
  const place = baseOf(base);
  const [, address] = /\.(\$?[A-Z]{1,3}\$?\d{1,7})$/.exec(base) ?? [];
  if (!place || address === undefined) return null;
  const cell = `[.${address}]`;
  const [, formula] = /^is-true-formula\((.*)\)$/s.exec(written) ?? [];
  const [, sign = '', value = ''] = /^cell-content\(\)\s*(>=|<=|!=|=|>|<)\s*(.*)$/s.exec(written) ?? [];
  const [, not, from = '', to = ''] =
    /^cell-content-is-(not-)?between\(([^,;()]*)[,;]([^,;()]*)\)$/.exec(written) ?? [];
  const text =
    formula ??
    (sign !== '' ? comparison(OPERATORS[sign] ?? '', cell, [value]) : null) ??
    (from !== '' ? comparison(not ? 'notBetween' : 'between', cell, [from, to]) : null);
  return text === null ? null : { text: `=${text}`, language: 'opendocument' };
}
