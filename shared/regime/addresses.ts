/** The addresses of a regime, and those among them at which nothing can arrive. */
import type { Fault } from './fault.ts';
import type { Regime } from './regime.ts';

/** Names reserved for examples and tests, to which no mail can be delivered (RFC 2606, RFC 6761). */
const reserved = /[.@](example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Every address that is an example; mails to them come back, and too many of those stop all mails of an account. */
export function exampleAddresses(regime: Regime): Fault[] {
  return addressesOf(regime)
    .filter(([, address]) => reserved.test(address))
    .map(([path, address]) => ({
      path,
      message: `"${address}" is an example: nobody gets mail there; write the true address`,
    }));
}

/** Every address that no mail service takes: each mail to it would be tried again for ever. */
export function overlongAddresses(regime: Regime): Fault[] {
  return addressesOf(regime)
    .filter(([, address]) => isOverlong(address))
    .map(([path, address]) => ({
      path,
      message: `"${address.slice(0, 40)}…" is longer than an address can be`,
    }));
}

/** RFC 5321, 4.5.3.1 and RFC 1035, 2.3.4. */
export function isOverlong(address: string): boolean {
  const at = address.lastIndexOf('@');
  const labels = address.slice(at + 1).split('.');
  return address.length > 254 || at > 64 || labels.some((label) => label.length > 63);
}

function addressesOf({ office, units }: Regime): (readonly [path: Fault['path'], address: string])[] {
  return [
    [['office', 'replyTo'], office.replyTo],
    ...office.recipients.map(({ email }, n) => [['office', 'recipients', n, 'email'], email] as const),
    ...units.flatMap(({ email, contacts = [] }, n) => [
      [['units', n, 'email'], email] as const,
      ...contacts.map((each, at) => [['units', n, 'contacts', at, 'email'], each.email] as const),
    ]),
  ];
}
