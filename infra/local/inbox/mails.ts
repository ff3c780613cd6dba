import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Email } from 'postal-mime';

/** A mail as it stands in a list. */
export interface MailSummary {
  /** The name of its file, without `.eml`. */
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO 8601, as the mail itself says. */
  readonly time: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

/** A mail with all its parts. */
export interface Mail extends MailSummary {
  /** The sender's name, as a mail program would show it; empty where there is none. */
  readonly fromName: string;
  readonly replyTo: readonly string[];
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly files: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The mails in a folder of `.eml` files. A file never changes once it is there, so each is parsed once. */
export class Mails {
  readonly #folder: string;
  readonly #summaries = new Map<string, MailSummary>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Newest first; of one recipient only, when an address is given. */
  async list(recipient?: string): Promise<MailSummary[]> {
    const summaries: MailSummary[] = [];
    // Names sort by time.
    for (const id of (await this.#ids()).sort().reverse()) {
      const summary = this.#summaries.get(id) ?? (await this.#summarise(id));
      if (recipient === undefined || summary.to.includes(recipient)) summaries.push(summary);
    }
    return summaries;
  }

  /** Undefined when there is no such mail. */
  async read(id: string): Promise<Mail | undefined> {
    const source = await this.source(id);
    return source && this.#parse(id, source);
  }

  /** The bytes as they were handed to SES. */
  async source(id: string): Promise<Buffer<ArrayBuffer> | undefined> {
    // Looked up, never joined blindly: an id comes from an address line.
    if (!(await this.#ids()).includes(id)) return undefined;
    return readFile(join(this.#folder, `${id}.eml`));
  }

  async #ids(): Promise<string[]> {
    return (await readdir(this.#folder))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -4));
  }

  async #summarise(id: string): Promise<MailSummary> {
    const { from, to, subject, time, attachments } = await this.#parse(
      id,
      await readFile(join(this.#folder, `${id}.eml`)),
    );
    const summary = { id, from, to, subject, time, attachments };
    this.#summaries.set(id, summary);
    return summary;
  }

  async #parse(id: string, source: Uint8Array): Promise<Mail> {
    const email = await PostalMime.parse(source, { attachmentEncoding: 'arraybuffer' });
    const files = email.attachments.map((one, index) => ({
      name: one.filename ?? `${index + 1}`,
      type: one.mimeType,
      content: bytesOf(one.content),
    }));
    return {
      id,
      from: addressesOf(email.from ? [email.from] : [])[0] ?? '',
      to: addressesOf(email.to),
      fromName: email.from?.name.normalize('NFC') ?? '',
      replyTo: addressesOf(email.replyTo),
      subject: email.subject?.normalize('NFC') ?? '',
      time: email.date ?? (await stat(join(this.#folder, `${id}.eml`))).mtime.toISOString(),
      attachments: files.map(({ name, type, content }) => ({ name, type, size: content.length })),
      html: email.html === undefined ? undefined : withInlineImages(email.html, email),
      text: email.text,
      files,
    };
  }
}

function addressesOf(addresses: readonly Address[] = []): string[] {
  return addresses.flatMap((one) => (one.address === undefined ? addressesOf(one.group) : [one.address]));
}

/** The frame that shows a mail may load nothing, so the pictures that came with it are put into it. */
function withInlineImages(html: string, { attachments }: Email): string {
  return attachments.reduce((text, { contentId, mimeType, content }) => {
    if (!contentId || !mimeType.startsWith('image/')) return text;
    const data = `data:${mimeType};base64,${Buffer.from(bytesOf(content)).toString('base64')}`;
    return text.replaceAll(`cid:${contentId.replace(/^<|>$/g, '')}`, data);
  }, html);
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
