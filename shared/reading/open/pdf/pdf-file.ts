/** The one place that knows the library which parses pdf files; it is loaded when the first such file arrives. */
import type { getDocumentProxy } from 'unpdf';
import { UnreadableFile } from '../unreadable-file.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What one operator of a page's content does, by its number. */
export type Operators = Readonly<Record<string, number>>;

export interface PdfFile {
  readonly pages: number;
  readonly operators: Operators;
  page(number: number): Promise<PdfPage>;
  /** Of the file's properties; '' where it has none. */
  keywords(): Promise<string>;
  close(): Promise<void>;
}

/** Pictures of more pixels are not decoded: nothing is read from them. */
const NO_PICTURES = 1;
/** Tells of nothing on the console. */
const SILENT = 0;

/**
 * Opens a pdf file. Nothing in it is run or fetched, no picture is decoded.
 * @throws UnreadableFile FILE_ENCRYPTED where it opens with a password only, ZIP_DAMAGED
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  let file: PdfDocument;
  try {
    // The library takes the bytes away from whoever hands them over, and refuses the kin of Uint8Array.
    file = await getDocumentProxy(Uint8Array.from(bytes), {
      maxImageSize: NO_PICTURES,
      useSystemFonts: false,
      verbosity: SILENT,
    });
  } catch (error) {
    throw refusalOf(error);
  }
  return {
    pages: file.numPages,
    operators: OPS,
    page: async (number) => {
      try {
        return await file.getPage(number);
      } catch (error) {
        throw refusalOf(error);
      }
    },
    keywords: async () => {
      // No report is refused for properties that are damaged: nobody reads them.
      const metadata = await file.getMetadata().catch(() => null);
      const keywords: unknown = metadata && Reflect.get(metadata.info, 'Keywords');
      return typeof keywords === 'string' ? keywords : '';
    },
    close: async () => {
      await file.loadingTask.destroy();
    },
  };
}

/** The library's own errors are told by their names: their classes are not exported by what wraps it. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'PasswordException') {
    return new UnreadableFile('FILE_ENCRYPTED', error.message, { cause: error, seen: 'PDF' });
  }
  return new UnreadableFile('ZIP_DAMAGED', `${error.name}: ${error.message}`, { cause: error, seen: 'PDF' });
}
