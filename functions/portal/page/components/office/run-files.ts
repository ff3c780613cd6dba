import type { Text } from '../../../../../shared/vocabulary/text.ts';
import { office as words } from '../../../../../shared/wording/page-office.ts';

/** What a document of a consolidated report is called on its button. */
export function runFileWords(file: string): Text {
  if (file.endsWith('.xlsx')) return words.downloadXlsx;
  if (file.startsWith('phu-luc')) return words.downloadTexts;
  return file.startsWith('tom-tat') ? words.downloadBrief : words.downloadDocx;
}
