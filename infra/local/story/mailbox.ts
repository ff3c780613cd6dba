import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** Reads the mails that were sent, as their readers would. */
export class Mailbox {
  readonly #folder: string;
  /** By file name: what was sent stays as it is, and is asked for again and again. */
  readonly #read = new Map<string, Promise<Email>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The mails to this address, oldest first. */
  async to(address: string): Promise<Email[]> {
    return (await this.#all()).filter((mail) => mail.to?.some((to) => to.address === address));
  }

  /** The token of the newest invitation, or null: other mails' links are good for their own duty alone. */
  async tokenFor(address: string): Promise<string | null> {
    const tokens = (await this.to(address)).flatMap(
      ({ text = '', messageId = '' }) =>
        (messageId.includes('invitation.') && /\/u#([0-9A-Z]{26})/.exec(text)?.[1]) || [],
    );
    return tokens.at(-1) ?? null;
  }

  async #all(): Promise<Email[]> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map((name) => this.#mail(name)));
  }

  #mail(name: string): Promise<Email> {
    const known = this.#read.get(name);
    if (known) return known;
    const mail = readFile(join(this.#folder, name)).then((bytes) => PostalMime.parse(bytes));
    this.#read.set(name, mail);
    return mail;
  }
}
