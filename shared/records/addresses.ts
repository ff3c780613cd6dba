/** Addresses at which mail did not arrive: our own mark, in the place of the mail service's suppression list. */
import * as z from 'zod';
import { queryAll, type Table } from '../ports/table.ts';
import { Instant } from '../vocabulary/codes.ts';
import { RetryError } from '../vocabulary/errors.ts';
import { addresses, addressKey } from './keys.ts';

/** `hard`: there is no such address; `soft`: it took nothing three times; `complaint`: its reader called it spam. */
const BounceKind = z.enum(['hard', 'soft', 'complaint']);
export type BounceKind = z.output<typeof BounceKind>;

const AddressMark = z.object({
  /** In small letters. */
  address: z.string(),
  /** `doubtful`: once or twice it took nothing; `bounced`: nothing goes there; `mended`: said to be, and not proven yet. */
  state: z.enum(['good', 'doubtful', 'bounced', 'mended']),
  kind: BounceKind.nullable(),
  /** The mails that it took in vain since it took one, by the service's ids. */
  failed: z.array(z.string()),
  /** All that it ever took in vain, whatever came of it since, oldest first; absent where nobody noted them yet. */
  returned: z.array(z.string()).optional(),
  /** Since when it is as `state` says. */
  since: Instant,
  /** The mail by which it was marked, by the service's id; null where it is not. */
  by: z.string().nullable(),
  /** What the other side said. */
  said: z.string().nullable(),
  /** Rows of the outbox that wait for it to be mended. */
  withheld: z.array(z.string()),
  /** Who said that it was mended, by which link (as of decisions) and why, oldest first; absent where nobody ever did. */
  mends: z
    .array(z.object({ at: Instant, actor: z.string(), link: z.string(), reason: z.string() }))
    .optional(),
  changes: z.int(),
});
export type AddressMark = z.output<typeof AddressMark>;

/** Two wrote about the same address at once, again and again. */
class AddressContested extends RetryError {
  override readonly name = 'AddressContested';
  readonly code = 'ADDRESS_CONTESTED';
  readonly mendable = false;
}

/** Null where nothing is known against it. */
export async function readAddress(table: Table, address: string): Promise<AddressMark | null> {
  const row = await table.get(addressKey(address));
  return row && AddressMark.parse(row);
}

/** All of which something is known. */
export async function readAddresses(table: Table): Promise<readonly AddressMark[]> {
  return (await queryAll(table, addresses)).map((row) => AddressMark.parse(row));
}

const tries = 8;

/** Replaces what is known of an address by what follows from it, as one step; null leaves it as it is. */
export async function changeAddress(
  table: Table,
  address: string,
  change: (known: AddressMark | null) => Omit<AddressMark, 'address' | 'changes'> | null,
): Promise<AddressMark | null> {
  for (let n = 0; n < tries; n++) {
    const known = await readAddress(table, address);
    const wanted = change(known);
    if (wanted === null) return known;
    const mark: AddressMark = {
      ...wanted,
      address: address.toLowerCase(),
      changes: (known?.changes ?? 0) + 1,
    };
    const written = known
      ? await table.update(addressKey(address), {
          set: mark,
          when: { changes: { equals: known.changes } },
        })
      : await table.putIfAbsent(addressKey(address), mark);
    if (written) return mark;
  }
  throw new AddressContested('an address was changed by others at the same time');
}
