import { LocalCloudError } from '../errors.ts';

/** A policy says something the gateway does not understand: refusing to start is safer than guessing. */
export class UnsupportedPolicy extends LocalCloudError {
  override readonly name = 'UnsupportedPolicy';
  readonly code = 'UNSUPPORTED_POLICY';
}

/** Pattern of a policy: `*` any characters, `?` exactly one. Throws UnsupportedPolicy for policy variables. */
export function wildcard(pattern: string, flags: '' | 'i'): RegExp {
  if (pattern.includes('${')) throw new UnsupportedPolicy(`policy variables are not supported: ${pattern}`);
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}
