import { parseAmzDate } from '../clocks.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayRequest, Reply } from '../request.ts';
import { authorise, checkKey, knownBucket, type S3Call, type S3Room } from './call.ts';
import { refuseUnknownHeaders, storedHeaders } from './object-headers.ts';
import { type PostForm, readPostForm } from './post-form.ts';
import { checkFields, checkSize, denied, type PostPolicy, parsePostPolicy } from './post-policy.ts';
import { announcedDigests, undestroyed, verifyBody, writtenHeaders } from './write-object.ts';
import { xmlDocument } from './xml.ts';

/** A form upload (POST Object): nothing is stored unless signature, policy, size and checksum all hold. */
export async function postObject(room: S3Room, request: GatewayRequest, bucketName: string): Promise<Reply> {
  const bucket = knownBucket(room, bucketName);
  const form = await readPostForm(request);
  try {
    const { call, policy } = await admit(room, request, form, bucketName);
    const announcement = authorise(room, call, 's3:PutObject');
    const headers = storedHeaders(call.headers);
    const announced = announcedDigests(call.headers);
    return await room.calls.run(announcement, async () => {
      const body = await room.bodies.receive(undestroyed(form.file), announced.checksums.keys(), (size) =>
        checkSize(policy, size, false),
      );
      try {
        checkSize(policy, body.size, true);
        await form.finished;
        const checksums = verifyBody(call, body, announced, new Map());
        const stored = room.objects.create(
          bucket,
          {
            key: call.key,
            headers,
            checksums,
            reason: 'POST Object',
            requester: call.signature.principal.name,
            requestId: request.id,
          },
          body,
        );
        return success(call, form.fields, writtenHeaders(call, stored));
      } catch (problem) {
        body.discard();
        throw problem;
      }
    });
  } finally {
    form.file.resume();
  }
}

async function admit(
  room: S3Room,
  request: GatewayRequest,
  form: PostForm,
  bucketName: string,
): Promise<{ call: S3Call; policy: PostPolicy }> {
  const { fields } = form;
  const encoded = fields.get('policy');
  if (encoded === undefined || encoded === '') {
    throw new Refusal(403, 'AccessDenied', 'Access Denied: the form carries no policy.');
  }
  const signature = await room.verifier.verifyPolicy(fields, encoded);
  const policy = parsePostPolicy(encoded);
  const signedAt = parseAmzDate(signature.longDate) ?? 0;
  const ageMs = room.clocks.ageWithin(signedAt, policy.expiresAt);
  if (ageMs === undefined) throw denied('Policy expired.');
  checkFields(policy, new Map([...fields, ['bucket', bucketName]]));
  const template = fields.get('key');
  if (template === undefined || template === '') {
    throw new Refusal(400, 'InvalidArgument', "Bucket POST must contain a field named 'key'.");
  }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  const key = template.replaceAll('${filename}', () => form.fileName);
  checkKey(key);
  for (const unsupported of ['acl', 'tagging', 'success_action_redirect', 'redirect']) {
    if (!fields.has(unsupported)) continue;
    throw new Refusal(501, 'NotImplemented', `The form field ${unsupported} is not part of the local cloud.`);
  }
  const signing = new Set(['x-amz-signature', 'x-amz-credential', 'x-amz-algorithm']);
  const headers = new Map([...fields].filter(([name]) => !signing.has(name)));
  refuseUnknownHeaders(headers, room.account);
  const call: S3Call = {
    request,
    signature: { ...signature, ageMs },
    bucket: knownBucket(room, bucketName),
    key,
    headers,
    params: new Map(),
  };
  return { call, policy };
}

function success(call: S3Call, fields: ReadonlyMap<string, string>, headers: Record<string, string>): Reply {
  const location = `http://${call.request.headers.get('host')}/${call.bucket.name}/${encodeURIComponent(call.key)}`;
  const asked = fields.get('success_action_status');
  if (asked === '200') return { status: 200, headers: { ...headers, location } };
  if (asked !== '201') return { status: 204, headers: { ...headers, location } };
  const body = xmlDocument(
    'PostResponse',
    { Location: location, Bucket: call.bucket.name, Key: call.key, ETag: headers.etag },
    '',
  );
  return { status: 201, headers: { ...headers, location, 'content-type': 'application/xml' }, body };
}
