import { Refusal } from '../refusal.ts';
import { decodePercent, type Reply } from '../request.ts';
import { authorise, findObject, knownBucket, type S3Call, type S3Room, splitTarget } from './call.ts';
import { storedHeaders } from './object-headers.ts';
import { writePrecondition, writtenHeaders } from './write-object.ts';
import { xmlDocument } from './xml.ts';

/** CopyObject within the gateway: a new row with the same bytes; the reader's right on the source is asked for too. */
export async function copyObject(room: S3Room, call: S3Call): Promise<Reply> {
  const announcement = authorise(room, call, 's3:PutObject');
  const [path = '', version] = (call.headers.get('x-amz-copy-source') ?? '').split('?versionId=');
  const source = splitTarget(`/${decodePercent(path).replace(/^\//, '')}`);
  const sourceCall: S3Call = {
    ...call,
    bucket: knownBucket(room, source.bucket),
    key: source.key,
    params: version === undefined ? new Map() : new Map([['versionId', version]]),
  };
  authorise(room, sourceCall, version === undefined ? 's3:GetObject' : 's3:GetObjectVersion');
  const directive = call.headers.get('x-amz-metadata-directive') ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE') {
    throw new Refusal(400, 'InvalidArgument', 'Unknown metadata directive.');
  }
  const replacement = storedHeaders(call.headers);
  const precondition = writePrecondition(call.headers);
  return room.calls.run(announcement, () => {
    const found = findObject(room, sourceCall);
    const stored = room.objects.copy(
      call.bucket,
      {
        key: call.key,
        headers: directive === 'COPY' ? found.headers : replacement,
        checksums: found.checksums,
        reason: 'CopyObject',
        requester: call.signature.principal.name,
        requestId: call.request.id,
        precondition,
      },
      found,
    );
    const body = xmlDocument('CopyObjectResult', {
      LastModified: new Date(stored.modified).toISOString(),
      ETag: `"${stored.etag}"`,
    });
    return {
      status: 200,
      headers: { ...writtenHeaders(call, stored), 'content-type': 'application/xml' },
      body,
    };
  });
}
