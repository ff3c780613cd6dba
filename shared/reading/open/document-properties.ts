/** The mark in the properties of an office file: the only thing that is read there. */
import { type ConsolidatedMark, markIn } from '../model/consolidated-mark.ts';
import type { OdfPackage } from './odf/odf-package.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { XmlHandler } from './xml/read-xml.ts';
import type { OfficePackage } from './zip/office-package.ts';

/** What our own .docx and .xlsx say of themselves; null in all others. */
export async function markOfOffice(file: OfficePackage): Promise<ConsolidatedMark | null> {
  const links = await file.relationships('');
  const parts = links.flatMap(({ type, target }) =>
    /^(core|custom)-properties$/.test(type) && target !== null && file.has(target) ? [target] : [],
  );
  return firstMark(file, parts);
}

/** The same of a file that LibreOffice saved. */
export function markOfOdf(file: OdfPackage): Promise<ConsolidatedMark | null> {
  return firstMark(file, file.has('meta.xml') ? ['meta.xml'] : []);
}

interface Readable {
  read(part: string, handler: XmlHandler): Promise<void>;
}

async function firstMark(file: Readable, parts: readonly string[]): Promise<ConsolidatedMark | null> {
  for (const part of parts) {
    const texts = new PropertyTexts();
    try {
      await file.read(part, texts);
    } catch (error) {
      // No report is refused for properties that are damaged: nobody reads them. What came before the damage counts.
      if (!(error instanceof UnreadableFile)) throw error;
    }
    if (texts.mark) return texts.mark;
  }
  return null;
}

// Our mark is far shorter; somebody's remarks may be long.
const longestText = 4_000;

class PropertyTexts implements XmlHandler {
  mark: ConsolidatedMark | null = null;
  #text = '';

  open(): void {
    this.#text = '';
  }

  text(text: string): void {
    if (this.#text.length < longestText) this.#text += text.slice(0, longestText);
  }

  close(): void {
    this.mark ??= markIn(this.#text);
    this.#text = '';
  }
}
