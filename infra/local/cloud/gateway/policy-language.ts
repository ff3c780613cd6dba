import { LocalCloudError } from '../errors.ts';

/** A policy says something the gateway does not understand: refusing to start is safer than guessing. */
export class UnsupportedPolicy extends LocalCloudError {
  override readonly name = 'UnsupportedPolicy';
  readonly code = 'UNSUPPORTED_POLICY';
}

/** A policy's patterns are few, and each call is held against all of them. */
const known = new Map<string, RegExp>();

/** Pattern of a policy: `*` any characters, `?` exactly one. Throws UnsupportedPolicy for policy variables. */
export function wildcard(pattern: string, flags: '' | 'i'): RegExp {
  const found = known.get(`${flags}:${pattern}`) ?? compiled(pattern, flags);
  known.set(`${flags}:${pattern}`, found);
  return found;
}

function compiled(pattern: string, flags: '' | 'i'): RegExp {
  if (pattern.includes('${')) throw new UnsupportedPolicy(`policy variables are not supported: ${pattern}`);
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}
