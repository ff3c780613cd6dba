/** The portal's API as this page uses it: one function a request, every answer of the contract's shape, every failure a named error. */
import { RejectError, RetryError, UnitReportsError } from '../../../shared/vocabulary/errors.ts';
import type { Language } from '../../../shared/vocabulary/text.ts';
import { trouble } from '../../../shared/wording/page.ts';
import type { Duty, DutyDetail } from '../contract/duties.ts';
import type { OfficeView } from '../contract/office.ts';
import type { ReceiptCheck } from '../contract/receipts.ts';
import type { DutyTask } from '../contract/task.ts';
import type { Download, Refusal } from '../contract/terms.ts';
import type { Mint, MintRequest, UploadReport } from '../contract/uploads.ts';
import { apiVersion, versionHeader } from '../contract/version.ts';

/** The server answered, and said no; `message` is its own sentence, in the language asked for. */
export class ApiRefused extends UnitReportsError {
  override readonly name = 'ApiRefused';
  /** The contract's, or `HTTP_` and the status where something else answered. */
  readonly code: string;
  readonly outcome: 'reject' | 'retry';
  readonly mendable: boolean;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
    const passes = status === 429 || status >= 500;
    this.outcome = passes ? 'retry' : 'reject';
    this.mendable = !passes;
  }

  /** True where the link itself lets nobody in, so that nothing on this page can work. */
  get isLinkProblem(): boolean {
    return (this.status === 401 || this.status === 403) && this.code.startsWith('LINK_');
  }
}

/** No answer came: the network is down, or the server cannot be reached. */
export class NetworkLost extends RetryError {
  override readonly name = 'NetworkLost';
  readonly code = 'NETWORK_LOST';
  readonly mendable = true;

  constructor(options?: ErrorOptions) {
    super(trouble.network, options);
  }
}

/** An answer came that is not of the contract that this page was built with. */
export class UnexpectedAnswer extends RejectError {
  override readonly name = 'UnexpectedAnswer';
  readonly code = 'UNEXPECTED_ANSWER';
  readonly mendable = false;
}

export interface DutyList {
  readonly duties: readonly Duty[];
  /** From the header `X-Unit-Name`; null where the server sends none. */
  readonly unitName: string | null;
  /** Whom to ask, from the header `X-Office`; null where the server sends none. */
  readonly office: string | null;
  /** The server's clock, ms since 1970: what "today" is must not hang on the reader's own clock. */
  readonly now: number;
}

/** What all units have sent, as the office sees it. */
export interface Overview extends OfficeView {
  /** The server's clock, ms since 1970. */
  readonly now: number;
}

export interface Form {
  readonly fileName: string;
  readonly blob: Blob;
}

/** Which file of an upload: the one that was sent, or the same with every finding noted in its place. */
export type FileOfUpload = 'file' | 'annotated';

export interface Api {
  /** Has a new link mailed to the registered address of whoever holds this one. */
  renewLink(): Promise<void>;
  duties(): Promise<DutyList>;
  duty(period: string): Promise<DutyDetail>;
  form(period: string, extension: 'xlsx' | 'docx'): Promise<Form>;
  /** A file that is made for the office when it asks, at this place below `/api/office/`. */
  officeFile(path: string): Promise<Form>;
  declareNil(period: string, reason: string): Promise<void>;
  /** `until`: yyyy-mm-dd. */
  askExtension(period: string, until: string, reason: string): Promise<void>;
  mint(request: MintRequest): Promise<Mint>;
  upload(uploadId: string): Promise<UploadReport>;
  /** What the engine has to know of a duty to judge a file for it. */
  task(period: string): Promise<DutyTask>;
  /** An address that hands out the file for five minutes. */
  fileOf(uploadId: string, which: FileOfUpload): Promise<string>;
  /** Refused with LINK_OF_UNIT where the link is a unit's. */
  office(): Promise<Overview>;
  /** An address that hands out the file for five minutes. */
  runFile(run: string, file: string): Promise<string>;
  /** Anything else of the office's: `path` below `/api/office/`, and the fields that tell the answer from any other. */
  ask<T extends object>(path: string, telling: readonly (keyof T & string)[], body?: object): Promise<T>;
}

/**
 * @param language read at each request, so that a switch of language needs no new client
 * @param ask `fetch`, or what stands for it in a test
 * Every function throws ApiRefused, NetworkLost or UnexpectedAnswer, and nothing else.
 */
export function createApi(token: string, language: () => Language, ask: typeof fetch): Api {
  const request = (path: string, body?: unknown) => send({ path, token, language: language(), body }, ask);
  const at = (part: string) => encodeURIComponent(part);

  return {
    async renewLink() {
      await request('links/renewal', {});
    },
    async duties() {
      const response = await request('duties');
      return {
        duties: await answerOf<readonly Duty[]>(response, []),
        unitName: decodedName(response.headers.get('X-Unit-Name')),
        office: decodedName(response.headers.get('X-Office')),
        now: timeOf(response),
      };
    },
    async duty(period) {
      const response = await request(`duties/${at(period)}`);
      return answerOf<DutyDetail>(response, ['period', 'indicators', 'versions', 'decisions', 'previous']);
    },
    async form(period, extension) {
      return formIn(await request(`templates/${at(period)}.${extension}`), `${period}.${extension}`);
    },
    async officeFile(path) {
      return formIn(await request(`office/${path}`), 'file');
    },
    async declareNil(period, reason) {
      await request(`duties/${at(period)}/nil`, { reason });
    },
    async askExtension(period, until, reason) {
      await request(`duties/${at(period)}/extension`, { until, reason });
    },
    async mint(wanted) {
      return answerOf<Mint>(await request('uploads', wanted), ['uploadId', 'url', 'headers']);
    },
    async upload(uploadId) {
      const response = await request(`uploads/${at(uploadId)}`);
      return answerOf<UploadReport>(response, ['uploadId', 'state', 'sha256', 'findings']);
    },
    async task(period) {
      const response = await request(`duties/${at(period)}/task`);
      return answerOf<DutyTask>(response, ['unit', 'period', 'regime']);
    },
    async fileOf(uploadId, which) {
      return linkIn(await request(`uploads/${at(uploadId)}/${which}`));
    },
    async office() {
      const response = await request('office');
      return { ...(await answerOf<OfficeView>(response, ['recipient', 'periods'])), now: timeOf(response) };
    },
    async runFile(run, file) {
      return linkIn(await request(`office/runs/${at(run)}/${at(file)}`));
    },
    async ask<T extends object>(path: string, telling: readonly (keyof T & string)[], body?: object) {
      return answerOf<T>(await request(`office/${path}`, body), telling);
    },
  };
}

/** What a receipt's number stands for; nobody is asked who wants to know. Throws as the functions of an Api do. */
export async function checkReceipt(
  number: string,
  language: Language,
  ask: typeof fetch,
): Promise<ReceiptCheck> {
  const path = `receipts/${encodeURIComponent(number)}`;
  const response = await send({ path, token: null, language, body: undefined }, ask);
  return answerOf<ReceiptCheck>(response, ['receipt', 'sha256', 'state']);
}

interface Question {
  readonly path: string;
  readonly token: string | null;
  readonly language: Language;
  /** Sent as JSON; undefined where something is only asked for. */
  readonly body: unknown;
}

async function send({ path, token, language, body }: Question, ask: typeof fetch): Promise<Response> {
  let response: Response;
  try {
    response = await ask(`/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        'Accept-Language': language,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
    });
  } catch (cause) {
    throw new NetworkLost({ cause });
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}

function timeOf(response: Response): number {
  return Date.parse(response.headers.get('Date') ?? '') || Date.now();
}

async function refusalOf(response: Response): Promise<Error> {
  const body = await jsonOf(response).catch(() => null);
  const { code, message } = hasFields<Refusal>(body, ['code', 'message']) ? body : {};
  if (typeof code === 'string' && typeof message === 'string') {
    return new ApiRefused(code, response.status, message);
  }
  return new ApiRefused(`HTTP_${response.status}`, response.status, `HTTP ${response.status}`);
}

/**
 * The answer, provided it comes from the API (not from a gateway or a hotel's sign-in page that answers in its place), is
 * of the version that this page was built with, and holds the fields that tell it from any other.
 */
async function answerOf<T extends object>(
  response: Response,
  fields: readonly (keyof T & string)[],
): Promise<T> {
  const version = response.headers.get(versionHeader);
  if (version !== apiVersion)
    throw new UnexpectedAnswer(`an answer of version ${version}, not ${apiVersion}`);
  const body = await jsonOf(response);
  if (!hasFields<T>(body, fields)) throw new UnexpectedAnswer(`no answer with ${fields.join(', ')}`);
  return body;
}

async function formIn(response: Response, otherwise: string): Promise<Form> {
  const blob = await received(response.blob());
  return { blob, fileName: fileNameOf(response) ?? otherwise };
}

async function linkIn(response: Response): Promise<string> {
  return (await answerOf<Download>(response, ['url'])).url;
}

/** Only a list has nothing that tells it but being one. */
function hasFields<T extends object>(body: unknown, fields: readonly (keyof T & string)[]): body is T {
  if (fields.length === 0) return Array.isArray(body);
  return typeof body === 'object' && body !== null && fields.every((field) => Object.hasOwn(body, field));
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await received(response.text());
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnexpectedAnswer('the answer is no JSON', { cause });
  }
}

/** A body can break off after its head has come; that is a lost network too. */
async function received<T>(body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (cause) {
    throw new NetworkLost({ cause });
  }
}

function decodedName(header: string | null): string | null {
  if (!header) return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

function fileNameOf(response: Response): string | null {
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return decodedName(encoded ?? /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null);
}
