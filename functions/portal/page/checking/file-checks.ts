/** What the page can say of a file before sending it. The server decides; this only spares a useless transfer. */

import { archive, extensionOf, isFormat, largestFile } from '../../../../shared/vocabulary/formats.ts';
import type { Language, Text } from '../../../../shared/vocabulary/text.ts';
import { send } from '../../../../shared/wording/page-upload.ts';
import { fileSize, say } from '../words.ts';

export interface FileCheck {
  /** Why the file cannot be sent at all; null where it can. */
  readonly obstacle: string | null;
  /** What to think of before sending it all the same. */
  readonly warning: string | null;
}

/** What name and size tell before the file is read: an obstacle keeps it from being sent, a warning does not. */
export function checkFile(
  file: { readonly name: string; readonly size: number },
  language: Language,
): FileCheck {
  const told = (text: Text, blanks: Record<string, string> = {}) => say(text, language, blanks);
  if (file.size === 0) return { obstacle: told(send.empty), warning: null };
  if (file.size > largestFile) {
    return { obstacle: told(send.tooLarge, { size: fileSize(file.size, language) }), warning: null };
  }
  const extension = extensionOf(file.name);
  if (extension === null) return { obstacle: null, warning: told(send.noExtension) };
  if (isFormat(extension) || extension === archive.extension) return { obstacle: null, warning: null };
  return { obstacle: null, warning: told(send.unusualKind, { extension }) };
}
