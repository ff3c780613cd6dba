/**
 * The form's own arithmetic: shares, and the regime's checks as one types. Only with functions that reading works out
 * too (reading/open/formulas), so that a stored result can be held against its formula.
 */
import { type Operand, parseRule, type Rule } from '../regime/rule.ts';
import { shareFormula } from '../vocabulary/form-formulas.ts';

/** Where a figure stands, or what is known of another period's; null where neither is known. */
export interface Places {
  readonly cellOf: (operand: Operand) => string | null;
  readonly knownOf: (operand: Operand) => number | null;
  /** The last day for the unit's plan as spreadsheets count days; null for a unit that owes none. */
  readonly planDue: number | null;
}

/** A share from its parts; null where one of its figures stands nowhere. */
export function shareIn(formula: string, places: Places): string | null {
  const parts = worked(parseRule(formula), places);
  return parts && shareFormula(parts.cells, parts.text);
}

/** The text while the rule does not hold; nothing while a figure is missing. Null where the form cannot tell. */
export function checkFormula(rule: Rule, text: string, places: Places): string | null {
  const parts = worked(rule, places);
  if (!parts) return null;
  const said = `"${text.replaceAll('"', '""')}"`;
  return `IF(COUNT(${parts.cells.join(',')})<${parts.cells.length},"",IFERROR(IF(${parts.text},"",${said}),""))`;
}

function worked(
  rule: Rule,
  places: Places,
): { readonly text: string; readonly cells: readonly string[] } | null {
  const cells = [...new Set(rule.operands.flatMap((operand) => places.cellOf(operand) ?? []))];
  const text = write(rule.root, places);
  return text === null || cells.length === 0 ? null : { text, cells };
}

function write(node: Rule['root'], places: Places): string | null {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'plan-due':
      return places.planDue === null ? null : String(places.planDue);
    case 'figure':
      return places.cellOf(node.operand) ?? places.knownOf(node.operand)?.toString() ?? null;
    case 'abs': {
      const of = write(node.of, places);
      return of && `ABS(${of})`;
    }
    case 'operation': {
      const [left, right] = [write(node.left, places), write(node.right, places)];
      const operator = node.operator === '<=>' ? '=' : node.operator;
      return left && right && `(${left}${operator}${right})`;
    }
  }
}
