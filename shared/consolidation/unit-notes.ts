/** What stands beside a unit's name in the documents: its status in words, why, and where its figures stood. */
import type { Source } from '../report/document.ts';
import { lineWords, notFiledWords, placeWords } from '../wording/documents.ts';
import { dutyStatusWords, uploadStateWords } from '../wording/statuses.ts';
import { moment } from '../wording/vietnamese.ts';
import { whyNotFiled } from './consolidate.ts';
import type { UnitLine } from './summary.ts';

/** "Nộp đúng hạn", "Từ chối tiếp nhận"… */
export function standing(line: UnitLine): string {
  const why = whyNotFiled(line);
  if (why !== null) return notFiledWords[why];
  const { vi } = dutyStatusWords[line.status];
  return vi.charAt(0).toLocaleUpperCase('vi') + vi.slice(1);
}

/** The unit's own deadline, the reason given, the newest attempt that does not count, what is still being read; "" where there is nothing. */
export function remarks(line: UnitLine, timeZone: string): string {
  const parts: string[] = [];
  if (line.ownDue !== undefined) parts.push(lineWords.extended(moment(line.ownDue, timeZone)));
  if (line.reason !== null) parts.push(lineWords.reason(line.reason));
  if (line.attempt) {
    const { fileName, state, receivedAt, firstFinding } = line.attempt;
    const said = lineWords.attempt(fileName, uploadStateWords[state].vi, moment(receivedAt, timeZone));
    parts.push(firstFinding ? `${said}: ${firstFinding.message.vi}` : said);
  }
  if (line.pending) parts.push(lineWords.pending);
  return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}

/** The characters that end the receipt's number too: enough to tell the versions of a period apart. */
export function shortUpload(upload: string): string {
  return upload.slice(-10);
}

/** `Số liệu!E9`, `bảng 1, dòng 5, cột 4`, `đoạn 12`; "" where nothing is known. */
export function place(source: Source | null): string {
  if (source === null) return '';
  if ('cell' in source) return `${source.sheet}!${source.cell}`;
  if ('paragraph' in source) return placeWords.paragraph(source.paragraph);
  return placeWords.table(source.table, source.row, source.column);
}

/** Several places of one file; a sheet is named once: `Lời văn!A2, A3`. */
export function places(sources: readonly (Source | null)[]): string {
  let sheet: string | null = null;
  const written = sources.flatMap((source) => {
    if (source === null) return [];
    if ('cell' in source && source.sheet === sheet) return [source.cell];
    sheet = 'cell' in source ? source.sheet : null;
    return [place(source)];
  });
  return [...new Set(written)].join(', ');
}
