import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Refusal } from '../refusal.ts';
import type { GatewayRequest } from '../request.ts';

/** S3's bound on everything before the file. */
const MAX_FORM_BYTES = 20 * 1024;

/** A form up to its file: the fields before it, and the file's bytes still to come. */
export interface PostForm {
  /** Lower-case names. What follows the file is ignored, as S3 does. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly file: Readable;
  /** Resolves when the form has been read to its end; rejects where it is broken. */
  readonly finished: Promise<void>;
}

/** Reads a multipart form up to its file. Throws S3's refusals for a form without a file or with too many fields. */
export async function readPostForm(request: GatewayRequest): Promise<PostForm> {
  const parser = startParser(request);
  const fields = new Map<string, string>();
  let bytes = 0;
  const form = new Promise<PostForm>((resolve, reject) => {
    let found = false;
    parser.on('field', (name, value, nameTruncated, valueTruncated) => {
      if (found) return;
      bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (bytes > MAX_FORM_BYTES || nameTruncated || valueTruncated) {
        reject(
          new Refusal(
            400,
            'MaxPostPreDataLengthExceeded',
            'Your POST request fields preceding the upload file were too large.',
          ),
        );
      }
      const key = name.toLowerCase();
      if (fields.has(key)) {
        reject(new Refusal(400, 'InvalidArgument', `The form field ${key} was given more than once.`));
      }
      fields.set(key, value);
    });
    parser.on('file', (name, file, fileName) => {
      if (found || name.toLowerCase() !== 'file') {
        file.resume();
        if (!found)
          reject(new Refusal(400, 'InvalidArgument', `The file must be in the field file, not ${name}.`));
        return;
      }
      found = true;
      // A broken form ends the file with an error, which `finished` reports as well.
      file.on('error', () => undefined);
      resolve({ fields, fileName: fileName ?? '', file, finished });
    });
    parser.on('error', (cause) => reject(malformed(cause)));
    parser.on('finish', () =>
      reject(
        new Refusal(
          400,
          'IncorrectNumberOfFilesInPostRequest',
          'POST requires exactly one file upload per request.',
        ),
      ),
    );
  });
  const finished = once(parser, 'finish').then(
    () => undefined,
    (cause: unknown) => {
      throw malformed(cause);
    },
  );
  finished.catch(() => undefined);
  // A client that goes away must not leave the file waiting for more.
  request.body.once('error', (problem) => parser.destroy(problem));
  request.body.once('close', () => {
    if (!request.body.readableEnded) parser.destroy(new Error('the connection was closed'));
  });
  request.body.pipe(parser);
  return form;
}

function startParser(request: GatewayRequest): BusboyInstance {
  const contentType = request.headers.get('content-type') ?? '';
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // S3 takes the field named "file" for the file, whether or not it names one.
      isPartAFile: (name) => name?.toLowerCase() === 'file',
      limits: { fieldNameSize: 1024, fieldSize: MAX_FORM_BYTES + 1, fields: 200 },
    });
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause: unknown): Refusal {
  return new Refusal(
    400,
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
    { cause },
  );
}
