import * as z from 'zod';
import { Refusal } from '../refusal.ts';

const PolicyDocument = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** Fields of a form that no condition has to name. */
const EXEMPT = new Set(['policy', 'x-amz-signature', 'file']);

interface FieldCondition {
  readonly kind: 'eq' | 'starts-with';
  readonly field: string;
  readonly value: string;
}

/** What a signed policy allows a form upload to be. */
export interface PostPolicy {
  readonly expiresAt: number;
  readonly fields: readonly FieldCondition[];
  readonly size: { readonly min: number; readonly max: number } | undefined;
}

/** Reads a policy from its base64 JSON. Throws InvalidPolicyDocument. */
export function parsePostPolicy(encoded: string): PostPolicy {
  const invalid = (reason: string, cause?: unknown) =>
    new Refusal(400, 'InvalidPolicyDocument', `Invalid Policy: ${reason}`, { cause });
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(encoded, 'base64').toString());
  } catch (cause) {
    throw invalid('Invalid JSON.', cause);
  }
  const parsed = PolicyDocument.safeParse(json);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error), parsed.error);
  const fields: FieldCondition[] = [];
  let size: PostPolicy['size'];
  for (const condition of parsed.data.conditions) {
    if (!Array.isArray(condition)) {
      for (const [field, value] of Object.entries(condition)) {
        fields.push({ kind: 'eq', field: field.toLowerCase(), value });
      }
    } else if (condition[0] === 'content-length-range') {
      const [, min, max] = condition;
      size = { min: Math.max(min, size?.min ?? 0), max: Math.min(max, size?.max ?? Infinity) };
    } else {
      const [kind, name, value] = condition;
      if (!name.startsWith('$')) throw invalid(`the field ${name} must begin with $.`);
      fields.push({ kind, field: name.slice(1).toLowerCase(), value });
    }
  }
  return { expiresAt: Date.parse(parsed.data.expiration), fields, size };
}

/**
 * Holds a form's fields (lower-case names, `bucket` included) against the policy: every condition must hold and every
 * field be named. Throws AccessDenied with S3's sentence.
 */
export function checkFields(policy: PostPolicy, fields: ReadonlyMap<string, string>): void {
  for (const { kind, field, value } of policy.fields) {
    const actual = fields.get(field) ?? '';
    if (kind === 'eq' ? actual === value : actual.startsWith(value)) continue;
    throw denied(`Policy Condition failed: ${JSON.stringify([kind, `$${field}`, value])}`);
  }
  const named = new Set(policy.fields.map(({ field }) => field));
  const extra = [...fields.keys()].filter(
    (field) =>
      !named.has(field) && !EXEMPT.has(field) && field !== 'bucket' && !field.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
}

/** Throws EntityTooSmall or EntityTooLarge. `size` may be that of an unfinished body: then only the upper bound. */
export function checkSize(policy: PostPolicy, size: number, finished: boolean): void {
  if (policy.size === undefined) return;
  const { min, max } = policy.size;
  if (size > max) {
    throw new Refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      details: { ProposedSize: String(size), MaxSizeAllowed: String(max) },
    });
  }
  if (finished && size < min) {
    throw new Refusal(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      {
        details: { ProposedSize: String(size), MinSizeAllowed: String(min) },
      },
    );
  }
}

/** The refusal of a form its policy does not cover. */
export function denied(reason: string): Refusal {
  return new Refusal(403, 'AccessDenied', `Invalid according to Policy: ${reason}`);
}
