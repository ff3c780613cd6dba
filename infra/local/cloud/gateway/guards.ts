import type { Calls } from './calls.ts';
import type { Permissions } from './permissions.ts';
import type { SignatureVerifier } from './signature.ts';

/** What stands before every operation of every service: who asks, may they, and does a fault come in between. */
export interface Guards {
  readonly verifier: SignatureVerifier;
  readonly permissions: Permissions;
  readonly calls: Calls;
}
