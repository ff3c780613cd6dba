import { Refusal, type SignatureFlaw, SignatureRefused } from './refusal.ts';
import type { GatewayRequest, Reply } from './request.ts';

const SIGNATURE_CODES: Readonly<Record<SignatureFlaw, string>> = {
  missing: 'MissingAuthenticationTokenException',
  malformed: 'IncompleteSignatureException',
  'query-malformed': 'IncompleteSignatureException',
  'two-mechanisms': 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  token: 'UnrecognizedClientException',
  mismatch: 'InvalidSignatureException',
  skewed: 'InvalidSignatureException',
  expired: 'InvalidSignatureException',
  'unsigned-headers': 'InvalidSignatureException',
};

/** The operation in `X-Amz-Target`, e.g. `SendMessage`. */
export function operationName(request: GatewayRequest): string {
  return request.headers.get('x-amz-target')?.split('.').at(-1) ?? '';
}

/** Throws SerializationException for what is no JSON. */
export function parseJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(text).toString());
  } catch (cause) {
    throw new Refusal(400, 'SerializationException', 'The request body is not JSON.', { cause });
  }
}

/** An answer whose body is `value` as JSON. */
export function jsonReply(status: number, value: object, contentType: string) {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) } satisfies Reply;
}

/** The refusal of a signature in the JSON protocols; undefined for any other problem. */
export function jsonSignatureRefusal(problem: unknown, status: number): Refusal | undefined {
  if (!(problem instanceof SignatureRefused)) return undefined;
  // The SDK retries with a corrected clock where it finds this sentence.
  const sentence =
    problem.flaw === 'skewed' ? `Signature expired or not yet current: ${problem.message}` : problem.message;
  return new Refusal(status, SIGNATURE_CODES[problem.flaw], sentence, { cause: problem });
}
