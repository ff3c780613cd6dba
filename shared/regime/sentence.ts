/** The places in a regime's sentences about its totals. */

/**
 * `{A02}`: the total of that indicator; `{A02 change}`: how it stands against earlier ones. The first group is the code,
 * the second is there for a change.
 */
export const totalPlaces = /\{([^{}]*?)( change)?\}/g;

/**
 * In a sentence about two periods: `{= B12 - B13}`, what the rule comes to, of the one before with `previous(…)`; and the
 * names of both.
 */
export const ruleInPlace = /^= ?(.+)$/;
export const namesOfPeriods: ReadonlySet<string> = new Set(['period', 'before']);
