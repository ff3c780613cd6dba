/** What was written once stays as it is. */
import type { Row } from '../../shared/ports/table.ts';
import { addresses } from '../../shared/records/keys.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';
import { hold, type Observed, parsed } from './observed.ts';

/** To be asked after every step. */
export class Kept {
  readonly #written = new Map<string, string>();
  readonly #sent = new Set<string>();
  #mails = 0;
  /** By address: the mail by which it was marked. */
  #bounced: ReadonlyMap<string, string> = new Map();
  readonly #seen = new WeakSet<Row>();

  check({ table, mailer }: Observed): void {
    const rows = table.rows();
    this.#checkAddresses(rows, mailer);
    let once = 0;
    for (const row of rows) {
      const each = parsed(row);
      if (each.kind !== null && each.kind !== 'outbox') once += 1;
      if (each.kind === null || this.#seen.has(row)) continue;
      this.#seen.add(row);
      if (each.kind === 'outbox') this.#checkMail(each.is);
      else this.#checkOnce(row);
    }
    hold(once === this.#written.size, 'a version, a decision or a signature was deleted');
  }

  /** A mail to an address that was bounced before the step and is after it, by the same mail, should have been kept back. */
  #checkAddresses(rows: readonly Row[], mailer: Observed['mailer']): void {
    const bounced = new Map<string, string>();
    for (const { pk, state, address, by } of rows)
      if (pk === addresses.pk && state === 'bounced') bounced.set(String(address), String(by));
    for (const { to } of mailer.sent.slice(this.#mails))
      hold(!bounced.has(to) || this.#bounced.get(to) !== bounced.get(to), `${to} takes no mail and got one`);
    this.#mails = mailer.sent.length;
    this.#bounced = bounced;
  }

  #checkOnce(row: Row): void {
    const id = `${row.pk} / ${row.sk}`;
    const text = JSON.stringify(row);
    hold((this.#written.get(id) ?? text) === text, `${id} was changed after it was written`);
    this.#written.set(id, text);
  }

  #checkMail({ id, state }: OutboxRow): void {
    hold(!this.#sent.has(id) || state === 'sent', `${id} was sent and is ${state}`);
    if (state === 'sent') this.#sent.add(id);
  }
}
