/** The places in a regime's sentences about its totals. */

/**
 * `{A02}`: the total of that indicator; `{A02 change}`: how it stands against earlier ones. The first group is the code,
 * the second is there for a change.
 */
export const totalPlaces = /\{([^{}]*?)( change)?\}/g;
