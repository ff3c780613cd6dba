/** Letters above and below the line, as Unicode's own characters: so they stay apart from the figure beside them. */

const ordinary = '0123456789+-=()';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';
const smallLetters = 'abcdefghijklmnoprstuvwxyz';
const smallAbove = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';

const raisedCharacters = charactersOf([ordinary, above], [smallLetters, smallAbove]);
const loweredCharacters = charactersOf([ordinary, below]);

/** All characters that `raise` writes, for a class of a regular expression. */
export const RAISED = above + below + smallAbove;
/** What people put behind a figure that a note explains. */
export const NOTE_SIGNS = '*†‡';

function charactersOf(...pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap(([from, to]) => {
      const shown = Array.from(to);
      return Array.from(from, (character, n): [string, string] => [character, shown[n] ?? character]);
    }),
  );
}

/**
 * The text as it looks above or below the line. Letters stay as they are where they stand beside no figure, so that no
 * word is taken apart.
 * @param before what stands right before it
 */
export function raise(text: string, place: 'above' | 'below', before: string): string {
  const known = place === 'above' ? raisedCharacters : loweredCharacters;
  let last = before.slice(-1);
  return Array.from(text, (character) => {
    const besideFigure = /\d/.test(last) || raisedOnly.test(last);
    const raised = /[a-z]/.test(character) && !besideFigure ? character : (known.get(character) ?? character);
    last = raised;
    return raised;
  }).join('');
}

const raisedOnly = new RegExp(`^[${RAISED}]$`, 'u');
const raisedAnywhere = new RegExp(`[${RAISED}]`, 'u');
const powers = /(?<=(?:^|[^\p{L}])[kcdm]?m)[²³]/giu;
const raisedRuns = new RegExp(`[${RAISED}]+`, 'gu');

/** Without marks of notes; the powers of "m²" and "km³" are written as plain figures. */
export function withoutRaised(text: string): string {
  if (!raisedAnywhere.test(text)) return text;
  return text.replace(powers, (power) => (power === '²' ? '2' : '3')).replace(raisedRuns, '');
}
