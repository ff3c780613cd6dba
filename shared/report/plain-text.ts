/** The one spelling of text behind the readers: NFC, lines ended by `\n`, no white space around it. */
export function plainText(text: string): string {
  if (text === '') return '';
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
