/** The places in a regime's sentences about its totals. */

/**
 * `{A02}`: the total of that indicator; `{A02 change}`: how it stands against earlier ones. The first group is the code,
 * the second is there for a change.
 */
export const totalPlaces = /\{([^{}]*?)( change)?\}/g;

/**
 * Without its last clauses, behind "; ", where these tell one of `codes`; null where another does: what follows it may speak
 * of it ("trong đó …").
 */
export function withoutLastClauses(template: string, codes: ReadonlySet<string>): string | null {
  const clauses = template.split('; ');
  const tells = (clause: string) =>
    [...clause.matchAll(totalPlaces)].some(([, code = '']) => codes.has(code));
  const kept = clauses.slice(0, clauses.findLastIndex((clause) => !tells(clause)) + 1);
  return kept.length === 0 || kept.some(tells) ? null : kept.join('; ');
}

/**
 * In a sentence about two periods: `{= B12 - B13}`, what the rule comes to, of the one before with `previous(…)`; and the
 * names of both.
 */
export const ruleInPlace = /^= ?(.+)$/;
export const namesOfPeriods: ReadonlySet<string> = new Set(['period', 'before']);
