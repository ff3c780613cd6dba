import * as z from 'zod';
import { RejectError } from '../shared/vocabulary/errors.ts';

/** Thrown where the sender is no mail address that SES could hold an identity for. */
export class UnusableSender extends RejectError {
  override readonly name = 'UnusableSender';
  readonly code = 'UNUSABLE_SENDER';
  readonly mendable = true;

  readonly sender: string;

  constructor(sender: string) {
    super(`"${sender}" is neither "Name <name@example.org>" nor "name@example.org"`);
    this.sender = sender;
  }
}

/**
 * The SES identities that may stand behind a sender: its address and its domain, whichever was verified.
 * @throws {UnusableSender}
 */
export function identitiesOf(sender: string): readonly [address: string, domain: string] {
  const address = /<([^<>]*)>$/.exec(sender.trim())?.[1] ?? sender.trim();
  const domain = address.split('@')[1];
  if (domain === undefined || !z.email().safeParse(address).success) {
    throw new UnusableSender(sender);
  }
  return [address, domain];
}
