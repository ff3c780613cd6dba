/** What a person should know of a file. */
import * as z from 'zod';
import { Text } from './bilingual.ts';
import type { Frozen } from './frozen.ts';
import { Source } from './source.ts';

/** The most severe first. One error rejects the file; a warning asks to look again; a note asks for nothing. */
export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.output<typeof Severity>;

/**
 * Something a person should know, and how to mend it. `code` stands in shared/wording/findings.ts, in
 * unreadable-findings.ts there, or is the id of one of the regime's checks.
 */
export const Finding = z.object({
  code: z.string().describe('For programs; for a failed check, the check’s id.'),
  severity: Severity,
  where: Source.nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  message: Text,
  fix: Text,
});
export type Finding = Frozen<z.output<typeof Finding>>;

/** Why a file could not be opened: the code of the one finding that its verdict then has. */
export type UnreadableCode =
  /** Neither a zip nor anything else this system reads. */
  | 'FILE_UNKNOWN'
  | 'FILE_EMPTY'
  /** A zip, but cut short, with a wrong checksum, or with headers that contradict each other. */
  | 'ZIP_DAMAGED'
  /** More entries, bytes or nesting than any honest report has. */
  | 'ZIP_TOO_LARGE'
  | 'FILE_ENCRYPTED'
  /** A zip that is neither a workbook nor a Word document. */
  | 'ZIP_NOT_A_REPORT'
  /** XML with a DOCTYPE, too deep, not well-formed, or not UTF-8. */
  | 'XML_REFUSED'
  /** A document of Word 97 to 2003 (.doc). */
  | 'OLD_WORD_FORMAT'
  /** A page of the web, which programs hand out under the name of a workbook. */
  | 'WEB_PAGE'
  /** An archive that is no zip: .rar, .7z, .tar.gz. */
  | 'OTHER_ARCHIVE'
  /** The address of a file that lies elsewhere: a stub of Google Drive, a shortcut. */
  | 'LINK'
  /** A mail that was saved, with its attachments or without. */
  | 'MAIL'
  /** What Office keeps beside a file that is open (`~$…`). */
  | 'LOCK_FILE'
  /** A document of Pages, Numbers or Keynote. */
  | 'APPLE_FILE'
  /** A workbook in Excel's binary form (.xlsb). */
  | 'BINARY_WORKBOOK'
  | 'PRESENTATION'
  /** Sound or video. */
  | 'RECORDING'
  /** What another program keeps: a database, a map, a drawing, a print, a signature around a file; a program. */
  | 'PROGRAM_FILE'
  /** What the system of a computer keeps in a folder. */
  | 'SYSTEM_FILE'
  /** XML that is none of the formats read: a workbook of Excel 2003, an invoice. */
  | 'XML_DATA'
  /** Text without a table. */
  | 'PLAIN_TEXT'
  /** A photograph or a picture of a scanner. */
  | 'PICTURE'
  /** A pdf whose pages are pictures: a signed paper that was scanned. */
  | 'SCANNED_PDF'
  /** A pdf that only Adobe's own program can show: a form it draws when it is opened (XFA). */
  | 'DYNAMIC_FORM'
  /** Small, and yet more work or time than any report: what repeats, calls or points to itself. */
  | 'TOO_MUCH_TO_READ'
  /** The reader was stopped on this file more than once; recorded by ingest, never thrown by a reader. */
  | 'ENGINE_FAILED'
  /** The bytes are not those announced when the upload was minted; recorded by ingest, never thrown by a reader. */
  | 'FILE_CHANGED'
  /** The very bytes that the office gave back or left out, sent by a mint of before; recorded by ingest. */
  | 'FILE_TAKEN_AWAY'
  /** It came when the link by which it was announced had been revoked; recorded by ingest. */
  | 'LINK_WAS_REVOKED';

/**
 * Why a cell that was put together from places on a page may say or belong to something else than the page shows.
 * `figures`: several figures in it; `column`, `row`: which one it stands in; `turned`: it is written upright or upside
 * down; `raised`: a raised mark beside a figure; `struck`: a line through it; `covered`: something is drawn over it;
 * `field`: it is of a field to be filled in that holds another figure. `shifted`: of a csv row that is cut otherwise than the
 * headings. `filled`: of a text whose program puts something else into it, or beside it, when it shows the file.
 * `pictures`: its font shows pictures for digits; `sizes`: a digit is much smaller than the one beside it; `minus`: a
 * stroke like a minus is drawn before it.
 */
export type DoubtReason =
  | 'figures'
  | 'column'
  | 'row'
  | 'turned'
  | 'raised'
  | 'struck'
  | 'covered'
  | 'field'
  | 'shape'
  | 'shifted'
  | 'filled'
  | 'pictures'
  | 'sizes'
  | 'minus';

/**
 * `misread`: UTF-8 that was read in an old code ("bÃ¡o cÃ¡o"). `question-marks`: letters that a code did not have
 * ("b?o c?o"). `lost`: characters that no letter came of. `keystrokes`: marks as they are typed ("baos caos"). `foreign`: letters, but no Vietnamese words ("b¸o c¸o").
 */
export type Damage = 'misread' | 'question-marks' | 'lost' | 'keystrokes' | 'foreign';
