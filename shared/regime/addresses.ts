/** The addresses of a regime, and those among them that belong to nobody. */
import type { Fault } from './fault.ts';
import type { Regime } from './regime.ts';

/** Names reserved for examples and tests, to which no mail can be delivered (RFC 2606, RFC 6761). */
const reserved = /[.@](example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Every address that is an example; mails to them come back, and too many of those stop all mails of an account. */
export function exampleAddresses({ office, units }: Regime): Fault[] {
  const addresses: (readonly [path: Fault['path'], address: string])[] = [
    [['office', 'replyTo'], office.replyTo],
    ...office.recipients.map(({ email }, n) => [['office', 'recipients', n, 'email'], email] as const),
    ...units.flatMap(({ email, contacts = [] }, n) => [
      [['units', n, 'email'], email] as const,
      ...contacts.map((each, at) => [['units', n, 'contacts', at, 'email'], each.email] as const),
    ]),
  ];
  return addresses
    .filter(([, address]) => reserved.test(address))
    .map(([path, address]) => ({
      path,
      message: `"${address}" is an example: nobody gets mail there; write the true address`,
    }));
}
