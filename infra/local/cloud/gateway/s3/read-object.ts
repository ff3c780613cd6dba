import { Refusal } from '../refusal.ts';
import type { Reply } from '../request.ts';
import { authorise, findObject, type S3Call, type S3Room } from './call.ts';
import type { StoredObject } from './objects.ts';

/** Query parameters of GetObject and HeadObject. */
export const READ_PARAMETERS = [
  'versionId',
  'response-content-type',
  'response-content-language',
  'response-expires',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
];

/** GetObject and HeadObject: ranges, conditions, overrides, checksums on demand. */
export async function readObject(room: S3Room, call: S3Call): Promise<Reply> {
  const action = call.params.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject';
  const announcement = authorise(room, call, action);
  return room.calls.run(announcement, () => {
    const object = findObject(room, call);
    const headers = objectHeaders(call, object);
    if (isUnchanged(call, object)) return { status: 304, headers };
    const range = parseRange(call.headers.get('range'), object.size);
    const { start, end } = range ?? { start: 0, end: object.size - 1 };
    const length = end - start + 1;
    const reply = {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'content-length': String(length),
        ...(range
          ? { 'content-range': `bytes ${start}-${end}/${object.size}` }
          : checksumHeaders(call, object)),
        ...overrides(call),
      },
    };
    if (call.request.method === 'HEAD' || length === 0) return reply;
    return { ...reply, body: room.bodies.read(object.body, start, end) };
  });
}

function objectHeaders(call: S3Call, object: StoredObject): Record<string, string> {
  return {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
    ...(call.bucket.versioned ? { 'x-amz-version-id': object.version } : {}),
  };
}

function checksumHeaders(call: S3Call, object: StoredObject): Record<string, string> {
  const entries = Object.entries(object.checksums);
  if (call.headers.get('x-amz-checksum-mode')?.toUpperCase() !== 'ENABLED' || entries.length === 0) return {};
  return {
    ...Object.fromEntries(entries.map(([algorithm, value]) => [`x-amz-checksum-${algorithm}`, value])),
    'x-amz-checksum-type': 'FULL_OBJECT',
  };
}

function overrides(call: S3Call): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of call.params) {
    if (!name.startsWith('response-')) continue;
    if (!/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) {
      throw new Refusal(400, 'InvalidArgument', 'Header value cannot be represented using ISO-8859-1.', {
        details: { ArgumentName: name },
      });
    }
    headers[name.slice('response-'.length)] = value;
  }
  return headers;
}

/** Throws PreconditionFailed; true where the client's copy is still good. */
function isUnchanged(call: S3Call, object: StoredObject): boolean {
  const { headers } = call;
  const etags = (value: string) => value.split(',').map((etag) => etag.trim().replaceAll('"', ''));
  const names = (value: string) => value.trim() === '*' || etags(value).includes(object.etag);
  const failed = (condition: string) =>
    new Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      details: { Condition: condition },
    });
  const ifMatch = headers.get('if-match');
  const unmodifiedSince = parseDate(headers.get('if-unmodified-since'));
  if (ifMatch !== undefined) {
    if (!names(ifMatch)) throw failed('If-Match');
  } else if (unmodifiedSince !== undefined && object.modified > unmodifiedSince) {
    throw failed('If-Unmodified-Since');
  }
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== undefined) return names(ifNoneMatch);
  const modifiedSince = parseDate(headers.get('if-modified-since'));
  return modifiedSince !== undefined && object.modified <= modifiedSince;
}

function parseDate(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** One byte range; several, or a malformed one, are ignored as S3 does. Throws InvalidRange past the end. */
function parseRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [first, last] = [parts?.[1] ?? '', parts?.[2] ?? ''];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= size || (first === '' && Number(last) === 0)) {
    throw new Refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
      details: { RangeRequested: header ?? '', ActualObjectSize: String(size) },
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  return { start, end };
}
