import type { Text } from './text.ts';

/**
 * What all errors of this project have in common. Each kind is a class of its own, of one of the two kinds below,
 * or of either where an answer from outside decides: whoever works off a message must never take one for the other.
 */
export abstract class UnitReportsError extends Error {
  /** Whether doing the same again may do: `reject` never, `retry` perhaps. */
  abstract readonly outcome: 'reject' | 'retry';
  /** What happened, in capitals and underscores: stands in logs and answers, and stays the same. */
  abstract readonly code: string;
  /** Whether the person who asked can mend it: then the words are for them; else it is ours, and the stack matters. */
  abstract readonly mendable: boolean;
  /** For whoever reads both languages; null where the message, plain English for admins and logs, is all there is. */
  readonly words: Text | null;

  /** @param said the words, whose English becomes the message, or the message alone */
  constructor(said: Text | string, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : said.en, options);
    this.words = typeof said === 'string' ? null : said;
  }
}

/** What was asked for is refused, and would be again: something must be changed first. */
export abstract class RejectError extends UnitReportsError {
  readonly outcome = 'reject';
}

/** It cannot be done now; nothing needs to be changed for it to be done later. */
export abstract class RetryError extends UnitReportsError {
  readonly outcome = 'retry';
}

/** Whether it is to be told to the person who asked, in its own words; anything else is a fault of ours. */
export function isMendable(error: unknown): error is UnitReportsError {
  return error instanceof UnitReportsError && error.mendable;
}
