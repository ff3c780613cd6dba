import { Refusal } from '../refusal.ts';
import type { Reply } from '../request.ts';
import { authorise, type S3Call, type S3Room } from './call.ts';
import type { StoredObject } from './objects.ts';
import { xmlDocument } from './xml.ts';

export const LIST_PARAMETERS = [
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'fetch-owner',
];
export const VERSIONS_PARAMETERS = [
  'versions',
  'prefix',
  'max-keys',
  'key-marker',
  'version-id-marker',
  'encoding-type',
];

const MOST_KEYS = 1000;
const XML = { 'content-type': 'application/xml' };
/** Sorts after every key that begins with the text before it. */
const LAST_CHARACTER = '\u{10FFFF}';

/** ListObjectsV2: pages of current objects, folded at a delimiter. */
export async function listObjects(room: S3Room, call: S3Call): Promise<Reply> {
  const { params, bucket } = call;
  const prefix = params.get('prefix') ?? '';
  const delimiter = params.get('delimiter') ?? '';
  const limit = maxKeys(params);
  const encode = keyEncoder(params);
  const announcement = authorise(room, call, 's3:ListBucket', {
    's3:prefix': prefix,
    's3:max-keys': String(limit),
    ...(delimiter === '' ? {} : { 's3:delimiter': delimiter }),
  });
  const token = params.get('continuation-token');
  const startAfter = params.get('start-after') ?? '';
  return room.calls.run(announcement, () => {
    const objects: StoredObject[] = [];
    const folded: string[] = [];
    let after = token === undefined ? startAfter : openToken(token);
    let truncated = false;
    for (;;) {
      const next = room.objects.nextCurrent(bucket.name, prefix, after);
      if (next === undefined) break;
      if (objects.length + folded.length >= limit) {
        truncated = limit > 0;
        break;
      }
      const end = delimiter === '' ? -1 : next.key.indexOf(delimiter, prefix.length);
      if (end < 0) {
        objects.push(next);
        after = next.key;
      } else {
        const fold = next.key.slice(0, end + delimiter.length);
        folded.push(fold);
        after = fold + LAST_CHARACTER;
      }
    }
    const body = xmlDocument('ListBucketResult', {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      MaxKeys: limit,
      EncodingType: params.get('encoding-type'),
      KeyCount: objects.length + folded.length,
      IsTruncated: truncated,
      ContinuationToken: token,
      NextContinuationToken: truncated ? sealToken(after) : undefined,
      StartAfter: startAfter === '' ? undefined : encode(startAfter),
      Contents: objects.map((object) => ({ Key: encode(object.key), ...description(object) })),
      CommonPrefixes: folded.map((fold) => ({ Prefix: encode(fold) })),
    });
    return { status: 200, headers: XML, body };
  });
}

/** ListObjectVersions: every version and delete marker, newest first within a key. */
export async function listVersions(room: S3Room, call: S3Call): Promise<Reply> {
  const { params, bucket } = call;
  const prefix = params.get('prefix') ?? '';
  const limit = maxKeys(params);
  const encode = keyEncoder(params);
  const announcement = authorise(room, call, 's3:ListBucketVersions', { 's3:prefix': prefix });
  const keyMarker = params.get('key-marker') ?? '';
  const versionMarker = params.get('version-id-marker');
  return room.calls.run(announcement, () => {
    const marked = versionMarker && room.objects.version(bucket.name, keyMarker, versionMarker);
    const after = { key: keyMarker, sequence: marked ? marked.sequence : 0 };
    const found = room.objects.versions(bucket.name, prefix, after, limit + 1);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const describe = (object: StoredObject) => ({
      Key: encode(object.key),
      VersionId: object.version,
      IsLatest: room.objects.current(bucket.name, object.key)?.sequence === object.sequence,
      ...(object.body === null ? { LastModified: isoTime(object) } : description(object)),
    });
    const body = xmlDocument('ListVersionsResult', {
      Name: bucket.name,
      Prefix: encode(prefix),
      KeyMarker: encode(keyMarker),
      VersionIdMarker: versionMarker ?? '',
      MaxKeys: limit,
      EncodingType: params.get('encoding-type'),
      IsTruncated: last !== undefined,
      NextKeyMarker: last && encode(last.key),
      NextVersionIdMarker: last?.version,
      Version: page.filter((object) => object.body !== null).map(describe),
      DeleteMarker: page.filter((object) => object.body === null).map(describe),
    });
    return { status: 200, headers: XML, body };
  });
}

function description(object: StoredObject) {
  return {
    LastModified: isoTime(object),
    ETag: `"${object.etag}"`,
    ChecksumAlgorithm: Object.keys(object.checksums).map((algorithm) => algorithm.toUpperCase()),
    Size: object.size,
    StorageClass: 'STANDARD',
  };
}

function isoTime(object: StoredObject): string {
  return new Date(object.modified).toISOString();
}

function maxKeys(params: ReadonlyMap<string, string>): number {
  const text = params.get('max-keys') ?? String(MOST_KEYS);
  if (!/^\d{1,10}$/.test(text)) {
    throw new Refusal(400, 'InvalidArgument', 'Provided max-keys not an integer or within integer range');
  }
  return Math.min(Number(text), MOST_KEYS);
}

function keyEncoder(params: ReadonlyMap<string, string>): (key: string) => string {
  const type = params.get('encoding-type');
  if (type === undefined) return (key) => key;
  if (type === 'url') return (key) => encodeURIComponent(key).replaceAll('%2F', '/');
  throw new Refusal(400, 'InvalidArgument', 'Invalid Encoding Method specified in Request');
}

function sealToken(after: string): string {
  return Buffer.from(`after ${after}`).toString('base64url');
}

function openToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (text.startsWith('after ')) return text.slice('after '.length);
  throw new Refusal(400, 'InvalidArgument', 'The continuation token provided is incorrect');
}
