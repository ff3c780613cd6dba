/**
 * What the local cloud's own errors have in common. It imports no product code, so it has a base of its own, of the
 * same shape as the product's.
 */
export abstract class LocalCloudError extends Error {
  /** What happened, in a word that stays the same; a service's own code where it answers for one. */
  abstract readonly code: string;
  /** Whether whoever started the cloud can mend it: then the message says how, and no stack is needed. */
  readonly mendable: boolean = false;
}
