const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])([A-Za-z][A-Za-z0-9._-]*)\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\4)?[ \t\n]*\?>$/;

/**
 * What is wrong with an XML declaration (`<?xml … ?>`).
 * @returns null for one of a text in UTF-8, or in UTF-16, which its bytes tell before
 */
export function troubleWithDeclaration(declaration: string): string | null {
  const parts = DECLARATION.exec(declaration);
  if (!parts) return 'not well-formed: XML declaration';
  const encoding = parts[3];
  if (encoding === undefined || /^(utf-?8|utf-16(le|be)?|us-ascii)$/i.test(encoding)) return null;
  return `encoding ${encoding}`;
}
