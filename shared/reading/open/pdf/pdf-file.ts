/** The one place that knows the library which parses pdf files; it is loaded when the first such file arrives. */
import type { getDocumentProxy } from 'unpdf';
import { type Budget, tooMuch } from '../budget.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { isRecord } from './font.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What one operator of a page's content does, by its number. */
export type Operators = Readonly<Record<string, number>>;

export interface PdfFile {
  readonly pages: number;
  readonly operators: Operators;
  /** Whether what belongs to a layer, as the operators name it, is shown when the file is opened. */
  isShown(layer: unknown): boolean;
  page(number: number): Promise<PdfPage>;
  /**
   * What the library does for the file, unless that is too much: then it is told to stop.
   * @throws UnreadableFile TOO_MUCH_TO_READ, and whatever `work` throws
   */
  within<Result>(work: Promise<Result>): Promise<Result>;
  /** What may act by itself: by when scripts run, by the names of attached files. */
  active(): Promise<{ readonly scripts: readonly string[]; readonly attachments: readonly string[] }>;
  /** Of the file's properties; '' where it has none. */
  keywords(): Promise<string>;
  /** Whether it holds a form that Adobe's program draws when it opens the file (XFA), and whether fields besides. */
  forms(): Promise<{ readonly xfa: boolean; readonly fields: boolean }>;
  close(): Promise<void>;
}

/** Pictures of more pixels are not decoded: nothing is read from them. */
const NO_PICTURES = 1;
/** Drawing operators of one file, however often a form calls another: a page of text has some thousand. */
const MAX_OPERATORS = 2_000_000;
/** Forms drawn in one file: each costs as much as a hundred operators. Most programs make none, some one a page. */
const MAX_FORMS = 20_000;
/** Tells of nothing on the console. */
const SILENT = 0;

/**
 * Opens a pdf file. Nothing in it is run or fetched, no picture is decoded.
 * @throws UnreadableFile FILE_ENCRYPTED where it opens with a password only, ZIP_DAMAGED
 */
export async function openPdf(bytes: Uint8Array, budget: Budget): Promise<PdfFile> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS, PDFWorker } = await getResolvedPDFJS();
  const worker = new PDFWorker({ verbosity: SILENT });
  await worker.promise;
  const stopped = new Promise<never>((_, stop) =>
    countOperators(worker.port, OPS.paintFormXObjectBegin, budget, stop),
  );
  // Whoever works within the limits waits for it; nobody does while the file is opened.
  stopped.catch(() => undefined);
  let file: PdfDocument;
  try {
    // The library takes the bytes away from whoever hands them over, and refuses the kin of Uint8Array.
    file = await getDocumentProxy(Uint8Array.from(bytes), {
      maxImageSize: NO_PICTURES,
      useSystemFonts: false,
      verbosity: SILENT,
      worker,
    });
  } catch (error) {
    worker.destroy();
    throw refusalOf(error);
  }
  // Of damaged layers everything is shown.
  const layers = await file.getOptionalContentConfig().catch(() => null);
  const properties = async () => {
    const info: unknown = (await file.getMetadata().catch(() => null))?.info;
    return isRecord(info) ? info : null;
  };
  return {
    pages: file.numPages,
    operators: OPS,
    isShown: (layer) => !isRecord(layer) || layers === null || layers.isVisible(layer),
    page: async (number) => {
      try {
        return await file.getPage(number);
      } catch (error) {
        throw refusalOf(error);
      }
    },
    within: (work) => Promise.race([work, stopped]),
    active: async () => {
      // No report is refused for what nobody reads: it is damaged for the programs that would act on it, too.
      const scripts: unknown = await file.getJSActions().catch(() => null);
      const attachments: unknown = await file.getAttachments().catch(() => null);
      return { scripts: keysOf(scripts), attachments: keysOf(attachments) };
    },
    keywords: async () => {
      // No report is refused for properties that are damaged: nobody reads them.
      const keywords = (await properties())?.Keywords;
      return typeof keywords === 'string' ? keywords : '';
    },
    forms: async () => {
      const known = await properties();
      return { xfa: known?.IsXFAPresent === true, fields: known?.IsAcroFormPresent === true };
    },
    close: async () => {
      await file.loadingTask.destroy();
      worker.destroy();
    },
  };
}

function keysOf(value: unknown): readonly string[] {
  if (value instanceof Map) return [...value.keys()].map(String);
  return isRecord(value) ? Object.keys(value) : [];
}

/** What the library sends a thousand operators at a time, also where its worker is no thread of its own. */
function countOperators(
  port: unknown,
  beginsForm: number,
  budget: Budget,
  stop: (reason: unknown) => void,
): void {
  if (!isRecord(port) || typeof port.addEventListener !== 'function') return;
  let [operators, forms] = [0, 0];
  port.addEventListener('message', ({ data }: { readonly data: unknown }) => {
    const chunk = isRecord(data) ? data.chunk : null;
    if (!isRecord(chunk) || !Array.isArray(chunk.fnArray)) return;
    operators += chunk.fnArray.length;
    for (const operator of chunk.fnArray) if (operator === beginsForm) forms += 1;
    try {
      budget.ask();
      if (operators > MAX_OPERATORS) throw tooMuch(`more than ${MAX_OPERATORS} operators`, seenOperators);
      if (forms > MAX_FORMS) throw tooMuch(`more than ${MAX_FORMS} forms`, seenForms);
    } catch (error) {
      stop(error);
    }
  });
}

const seenForms = `PDF: > ${MAX_FORMS.toLocaleString('vi')} khối lồng nhau / nested forms`;
const seenOperators = `PDF: > ${MAX_OPERATORS.toLocaleString('vi')} lệnh vẽ / drawing operators`;

/** The library's own errors are told by their names: their classes are not exported by what wraps it. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnreadableFile) return error;
  if (error.name === 'PasswordException') {
    return new UnreadableFile('FILE_ENCRYPTED', error.message, { cause: error, seen: 'PDF' });
  }
  return new UnreadableFile('ZIP_DAMAGED', `${error.name}: ${error.message}`, { cause: error, seen: 'PDF' });
}
