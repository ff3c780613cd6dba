/** The words of what the office sends in a unit's place. */

/** As the sender of such a file, in receipts and lists. */
export function enteredFor(name: string): string {
  return `${name} (nhập thay đơn vị)`;
}
