/** Mail that does not arrive: the address is marked, the office is told, nothing goes there until it is mended. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { type AddressMark, changeAddress, readAddress, readAddresses } from '../../records/addresses.ts';
import { bringsReport, closeMessage, readMessage, reopenMessage } from '../../records/outbox.ts';
import { type MailNotice, wakeDeliver } from '../../records/wake.ts';
import { officeItself } from '../../regime/recipients.ts';
import type { Regime, Unit } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { regimesInForce } from '../regimes-in-force.ts';

/** So many mails in a row that an address did not take now mark it. */
const softLimit = 3;
const longestSaying = 300;
/** A row has an end, and whoever mends an address wants the newest of what it missed, and every report. The others stay on record. */
const mostWithheld = 300;
const mostReturned = 300;

/** Who says that mail arrives again, as decisions have it, and why. */
export type Mender = Omit<NonNullable<AddressMark['mends']>[number], 'at'>;

type Known = Omit<AddressMark, 'address' | 'changes'>;

/** What is known of an address after a notice; null where it changes nothing. The same notice twice is one. */
export function afterNotice(known: AddressMark | null, notice: MailNotice, now: string): Known | null {
  const { what, mail } = notice;
  const said = notice.said?.slice(0, longestSaying) ?? null;
  const withheld = known?.withheld ?? [];
  const mends = known?.mends && { mends: known.mends };
  const returned = known ? returnedOf(known) : [];
  if (what === 'delivered') {
    // A mail from before the mark may arrive after it, and proves nothing.
    if (!known || known.state === 'good' || known.state === 'bounced') return null;
    const kept = { withheld, ...mends, ...(returned.length > 0 && { returned }) };
    return { state: 'good', kind: null, failed: [], since: now, by: null, said: null, ...kept };
  }
  const failed = known?.failed ?? [];
  if (returned.includes(mail)) return null;
  const kept = { withheld, ...mends, returned: [...returned, mail].slice(-mostReturned) };
  // It was under way when the address was marked, which stays as it is.
  if (known?.state === 'bounced') return { ...known, ...kept };
  const all = [...failed, mail];
  if (what === 'soft' && all.length < softLimit) {
    return { state: 'doubtful', kind: 'soft', failed: all, since: now, by: null, said, ...kept };
  }
  return { state: 'bounced', kind: what, failed: [], since: now, by: mail, said, ...kept };
}

/** All mails that an address did not take, oldest first; of a mark from before they were kept those that it names. */
export function returnedOf({ returned, failed, by }: AddressMark): string[] {
  return returned ?? [...failed, ...(by === null ? [] : [by])];
}

/** The mails, by the service's ids, that these addresses did not take, mended since or not. */
export async function failedMails(
  table: Dependencies['table'],
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const unique = new Set(addresses.map((each) => each.toLowerCase()));
  const marks = await Promise.all([...unique].map((address) => readAddress(table, address)));
  return new Set(marks.flatMap((mark) => (mark ? returnedOf(mark) : [])));
}

/** Marks the address, and tells the office of every regime that has it: the same notice again tells nobody twice. */
export async function takeNotice(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'logger'>,
  notice: MailNotice,
): Promise<void> {
  const { table, clock, logger } = dependencies;
  const mark = await changeAddress(table, notice.address, (known) => afterNotice(known, notice, clock.now()));
  logger.info('MAIL_NOTICE: the mail service says what became of a mail', {
    what: notice.what,
    mail: notice.mail,
    state: mark?.state ?? 'good',
  });
  if (mark?.state === 'good' && mark.withheld.length > 0) await releaseWithheld(dependencies, mark.address);
  if (mark?.state !== 'bounced' || mark.by !== notice.mail) return;
  for (const regime of await regimesInForce(dependencies)) {
    if (!addressesIn(regime).has(mark.address)) continue;
    const told = officeItself(regime).filter(({ email }) => email.toLowerCase() !== mark.address);
    for (const { id: recipient } of told) {
      const about = { regime: regime.id, address: mark.address, mail: notice.mail, recipient };
      await enqueueMail(dependencies, { kind: 'bounce', ...about });
    }
  }
}

function addressesIn(regime: Regime): ReadonlySet<string> {
  return new Set(placesIn(regime).map(({ address }) => address));
}

/** Everybody whom the regime mails, by code or id, with the address. */
function placesIn({
  units,
  office,
}: Regime): readonly { readonly whose: string; readonly address: string }[] {
  const all = [
    ...units.flatMap((unit) => everyAddress(unit).map((email) => ({ whose: unit.code, email }))),
    ...office.recipients.map(({ id: whose, email }) => ({ whose, email })),
  ];
  return all.map(({ whose, email }) => ({ whose, address: email.toLowerCase() }));
}

function everyAddress({ email, contacts = [] }: Pick<Unit, 'email' | 'contacts'>): string[] {
  return [email, ...contacts.map((each) => each.email)];
}

/**
 * Whether mail may go to the address; where not, the row waits for it to be mended, and leaves what the repair looks
 * after. `doubtful`: whether it arrives is to be proven.
 */
export async function mayGo(
  { table, outbox, clock }: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  address: string,
  row: string,
): Promise<'yes' | 'doubtful' | 'withheld'> {
  const first = await readAddress(table, address);
  if (first?.state !== 'bounced') return first && first.state !== 'good' ? 'doubtful' : 'yes';
  const mark = await changeAddress(table, address, (known) => {
    if (known?.state !== 'bounced' || known.withheld.includes(row)) return null;
    return { ...known, withheld: newestOf([...known.withheld, row]) };
  });
  if (mark?.state !== 'bounced') return 'doubtful';
  await closeMessage(table, row, { state: 'withheld', at: clock.now() });
  // Mended, or let go, between the two, it would wait for ever.
  const after = await readAddress(table, address);
  const isKept = after?.state === 'bounced' && after.withheld.includes(row);
  if (!isKept && (await reopenMessage(table, row))) await wakeDeliver(outbox, row);
  return 'withheld';
}

function newestOf(rows: readonly string[]): string[] {
  const others = rows.filter((row) => !bringsReport(row)).slice(-mostWithheld);
  return rows.filter((row) => bringsReport(row) || others.includes(row));
}

/**
 * Somebody says that mail arrives at the address again; the next mail proves it. What was withheld goes now. False where
 * nothing was known against it.
 */
export async function mendAddress(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  address: string,
  by: Mender,
): Promise<boolean> {
  const { table, clock } = dependencies;
  const before = await readAddress(table, address);
  // One that was cut off is said again: what it left is released.
  if (before === null || (before.state !== 'bounced' && before.withheld.length === 0)) return false;
  const at = clock.now();
  await changeAddress(table, address, (known) =>
    known?.state === 'bounced'
      ? { ...known, state: 'mended', since: at, mends: [...(known.mends ?? []), { ...by, at }] }
      : null,
  );
  await releaseWithheld(dependencies, address);
  return true;
}

/** Lets the mails go that waited for the address: it was mended, or is no longer where they go. */
export async function releaseWithheld(
  { table, outbox }: Pick<Dependencies, 'table' | 'outbox'>,
  address: string,
): Promise<void> {
  const mark = await readAddress(table, address);
  const gone = new Set<string>();
  for (const row of mark?.withheld ?? []) {
    if (await reopenMessage(table, row)) await wakeDeliver(outbox, row);
    // Withheld again meanwhile, it stays on the list.
    if ((await readMessage(table, row))?.state !== 'withheld') gone.add(row);
  }
  if (gone.size === 0) return;
  const left = await changeAddress(
    table,
    address,
    (known) => known && { ...known, withheld: known.withheld.filter((row) => !gone.has(row)) },
  );
  for (const row of gone) {
    // Withheld again just before it left the list, it would wait for ever.
    if (!left?.withheld.includes(row) && (await reopenMessage(table, row))) await wakeDeliver(outbox, row);
  }
}

/**
 * Lets the mails go that waited for addresses that a regime has replaced: those of whoever had another in `before` (null
 * where there was none), and those that nobody has any more, which an applying that was cut off may have left.
 */
export async function releaseReplaced(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'outbox'>,
  before: Regime | null,
): Promise<void> {
  const waiting = (await readAddresses(dependencies.table)).filter(({ withheld }) => withheld.length > 0);
  if (waiting.length === 0) return;
  const inForce = await regimesInForce(dependencies);
  const now = inForce.filter(({ id }) => id === before?.id).flatMap(placesIn);
  const kept = new Set(now.map(({ whose, address }) => `${whose} ${address}`));
  const left = before ? placesIn(before).filter((each) => !kept.has(`${each.whose} ${each.address}`)) : [];
  for (const { address } of waiting) {
    const isReplaced = left.some((each) => each.address === address);
    const isNobodys = !inForce.some((regime) => addressesIn(regime).has(address));
    if (isReplaced || isNobodys) await releaseWithheld(dependencies, address);
  }
}

/** Lets go what a mending that was cut off has left; of an address at which nothing arrives, nothing. */
export async function finishMending(
  dependencies: Pick<Dependencies, 'table' | 'outbox'>,
  address: string,
): Promise<void> {
  const mark = await readAddress(dependencies.table, address);
  if (mark && mark.state !== 'bounced') await releaseWithheld(dependencies, mark.address);
}

/** The addresses at which nothing arrives, by themselves in small letters. */
export async function bouncedAddresses({
  table,
}: Pick<Dependencies, 'table'>): Promise<ReadonlyMap<string, AddressMark>> {
  const marks = await readAddresses(table);
  return new Map(
    marks.filter(({ state }) => state === 'bounced').map((mark) => [mark.address, mark] as const),
  );
}

/** Of these units those that have such an address, each with its marks. */
export function unitsAmong(
  bounced: ReadonlyMap<string, AddressMark>,
  { units }: Pick<Regime, 'units'>,
): ReadonlyMap<string, readonly AddressMark[]> {
  if (bounced.size === 0) return new Map();
  const found = units.map((unit) => {
    const own = everyAddress(unit).flatMap((address) => bounced.get(address.toLowerCase()) ?? []);
    return [unit.code, own] as const;
  });
  return new Map(found.filter(([, own]) => own.length > 0));
}
