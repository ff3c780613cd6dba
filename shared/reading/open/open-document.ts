import type { NeutralDocument } from '../model/document.ts';
import { Budget } from './budget.ts';
import { endsBeforeDirectory, fileKindOf } from './file-kind.ts';
import { openArchive } from './open-archive.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Turns the bytes of one report file into the neutral document. The kind of file is told from its first bytes;
 * its name plays no part. Memory is bounded whatever the file claims; nothing is fetched, nothing is run. The readers
 * of pdf files, old workbooks and texts are loaded with the first such file.
 * @param budget the time there is
 * @throws UnreadableFile with the code that tells the unit why
 */
export function openDocument(bytes: Uint8Array, budget = Budget.unlimited()): Promise<NeutralDocument> {
  return open(bytes, budget, (contained) => open(contained, budget, null));
}

/** @param openContained how a file in an archive is opened; null within one */
async function open(
  bytes: Uint8Array,
  budget: Budget,
  openContained: ((bytes: Uint8Array) => Promise<NeutralDocument>) | null,
): Promise<NeutralDocument> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY', 'no bytes', { seen: '0 byte' });
  switch (fileKindOf(bytes)) {
    case 'zip':
      return openArchive(bytes, budget, openContained);
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, budget);
    }
    case 'xls': {
      const { readOldWorkbook } = await import('./xls/read-old-workbook.ts');
      return readOldWorkbook(bytes, budget);
    }
    case 'doc':
      throw new UnreadableFile('OLD_WORD_FORMAT', 'a container with a WordDocument', { seen: '.doc' });
    case 'mail':
      throw new UnreadableFile('MAIL', 'a container of a message', { seen: '.msg' });
    case 'presentation':
      throw new UnreadableFile('PRESENTATION', 'a container of slides', { seen: '.ppt' });
    case 'encrypted':
      throw new UnreadableFile('FILE_ENCRYPTED', 'a container with an EncryptedPackage');
    case 'container':
      if (endsBeforeDirectory(bytes)) throw new UnreadableFile('ZIP_DAMAGED', 'a container cut short');
      throw new UnreadableFile('PROGRAM_FILE', 'a container of neither a workbook nor a document', {
        seen: '.vsd, .mpp, .pub, .msi',
      });
    case 'other': {
      const { openText } = await import('./open-text.ts');
      return openText(bytes, budget);
    }
  }
}
