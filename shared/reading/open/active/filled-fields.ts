/**
 * Fields whose result no file holds: programs number and draw them whenever they show the document. What stands beside
 * one is not all that people see.
 */
const FILLED = /^\s*(?:LISTNUM|AUTONUM(?:LGL|OUT)?|EQ|SYMBOL)(?![A-Z])/i;

export function isFilledByProgram(instruction: string): boolean {
  return FILLED.test(instruction);
}
