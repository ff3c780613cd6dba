/** A letter, written twice: as HTML and as text. */

import type { Attachment, Mail } from '../mail.ts';
import { htmlLetter } from './html-letter.ts';
import type { Letter } from './letter.ts';
import { textLetter } from './text-letter.ts';
import { oneLine } from './visible-text.ts';

/** The letter as a mail: HTML, and the same as plain text for those who read it so. */
export function post(letter: Letter, attachments: readonly Attachment[] = []): Mail {
  return {
    to: oneLine(letter.to),
    subject: oneLine(letter.subject),
    html: htmlLetter(letter),
    text: textLetter(letter),
    attachments,
  };
}
