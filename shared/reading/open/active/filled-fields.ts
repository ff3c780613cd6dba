/**
 * Fields whose result no file holds, or that programs work out anew whenever they show the document: numbers of lists
 * and pages, drawings, today. What stands beside one is not all that people see.
 */
const FILLED =
  /^\s*(?:LISTNUM|AUTONUM(?:LGL|OUT)?|EQ|SYMBOL|PAGE|NUMPAGES|SECTION(?:PAGES)?|DATE|TIME)(?![A-Z])/i;

export function isFilledByProgram(instruction: string): boolean {
  return FILLED.test(instruction);
}
