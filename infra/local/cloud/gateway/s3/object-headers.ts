import { Refusal } from '../refusal.ts';

const KEPT = ['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'];
const MAX_METADATA_BYTES = 2048;
const UNDERSTOOD = new Set([
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amz-trailer',
  'x-amz-decoded-content-length',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
]);
const UNDERSTOOD_VALUES: Readonly<Record<string, string>> = {
  'x-amz-server-side-encryption': 'AES256',
  'x-amz-storage-class': 'STANDARD',
};

/** Throws NotImplemented for an `x-amz-` header that would change what the request means, and is not understood. */
export function refuseUnknownHeaders(headers: ReadonlyMap<string, string>, account: string): void {
  for (const [name, value] of headers) {
    if (!name.startsWith('x-amz-') || UNDERSTOOD.has(name)) continue;
    if (name.startsWith('x-amz-meta-') || name.startsWith('x-amz-checksum-')) continue;
    if (UNDERSTOOD_VALUES[name] === value) continue;
    if (name === 'x-amz-expected-bucket-owner') {
      if (value !== account) throw new Refusal(403, 'AccessDenied', 'Access Denied');
      continue;
    }
    throw new Refusal(501, 'NotImplemented', `The header ${name}: ${value} is not part of the local cloud.`);
  }
}

/** The headers stored with an object and given back by a GET. Throws for metadata that is not ASCII or too large. */
export function storedHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const stored: Record<string, string> = {};
  let metadataBytes = 0;
  for (const [name, value] of headers) {
    if (name.startsWith('x-amz-meta-')) {
      metadataBytes += name.length - 'x-amz-meta-'.length + value.length;
    } else if (!KEPT.includes(name)) {
      continue;
    }
    // S3 hands other characters back mangled; here they are refused where they come in.
    if (!/^[\t\x20-\x7e]*$/.test(value) || !/^[\x21-\x7e]+$/.test(name)) {
      throw new Refusal(400, 'InvalidArgument', `Only ASCII is allowed in ${name}.`, {
        details: { ArgumentName: name },
      });
    }
    stored[name] = value;
  }
  if (metadataBytes > MAX_METADATA_BYTES) {
    throw new Refusal(
      400,
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size',
    );
  }
  const encodings = (headers.get('content-encoding') ?? '')
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'aws-chunked');
  if (encodings.length > 0) stored['content-encoding'] = encodings.join(',');
  return stored;
}
