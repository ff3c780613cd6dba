import MailComposer from 'nodemailer/lib/mail-composer';
import { addressParser } from 'postal-mime';
import { Refusal } from '../refusal.ts';

/** SES v1's bound on a whole message, attachments already in base64. */
const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
const MAX_RECIPIENTS = 50;
/** ASCII local part, dotted ASCII domain: what SES takes without a further word. */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** A mail that passed SES's checks, bytes as they came. */
export interface OutgoingMail {
  readonly bytes: Uint8Array;
  /** Bare address. */
  readonly from: string;
  readonly recipients: readonly string[];
  readonly configurationSet: string | undefined;
  /** The message tags, by name; each has one value. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/**
 * Checks a raw message as SES does. The envelope's destinations, where given, count instead of To, Cc and Bcc.
 * Throws InvalidParameterValue or MessageRejected; one malformed address rejects the whole message.
 */
export function checkMail(
  bytes: Uint8Array,
  envelope: {
    readonly source: string | undefined;
    readonly destinations: readonly string[];
    readonly configurationSet: string | undefined;
  },
): OutgoingMail {
  if (bytes.length > MAX_MESSAGE_BYTES) {
    throw invalid(`Message length is more than ${MAX_MESSAGE_BYTES} bytes long: '${bytes.length}'.`);
  }
  const headers = mailHeaders(bytes);
  const addressesOf = (name: string) => (headers.get(name) ?? []).flatMap(parseAddresses);
  const senders = addressesOf('from');
  if (senders.length === 0) throw invalid("Missing required header 'From'.");
  if (senders.length > 1) throw invalid('Only one From address is taken.');
  for (const name of ['reply-to', 'return-path', 'sender']) addressesOf(name);
  const written = ['to', 'cc', 'bcc'].flatMap(addressesOf);
  if (!headers.has('to')) throw invalid("Missing required header 'To'.");
  const recipients =
    envelope.destinations.length > 0 ? envelope.destinations.flatMap(parseAddresses) : written;
  if (recipients.length === 0) throw invalid('Missing destination.');
  if (recipients.length > MAX_RECIPIENTS) throw invalid(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  const [source] = envelope.source === undefined ? senders : parseAddresses(envelope.source);
  const configurationSet = envelope.configurationSet ?? headers.get('x-ses-configuration-set')?.[0];
  return { bytes, from: source ?? '', recipients, configurationSet, tags: {} };
}

/** Builds the message of a SendEmail form, as SES would, and checks it. */
export async function composeMail(form: URLSearchParams): Promise<OutgoingMail> {
  const members = (prefix: string) =>
    [...form].filter(([name]) => name.startsWith(`${prefix}.member.`)).map(([, value]) => value);
  const to = members('Destination.ToAddresses');
  const cc = members('Destination.CcAddresses');
  const bcc = members('Destination.BccAddresses');
  const source = form.get('Source');
  if (source === null) throw invalid('Missing required parameter Source.');
  const text = form.get('Message.Body.Text.Data');
  const html = form.get('Message.Body.Html.Data');
  if (text === null && html === null) throw invalid('Missing required parameter Message.Body.');
  const composer = new MailComposer({
    from: source,
    to,
    cc,
    replyTo: members('ReplyToAddresses'),
    subject: form.get('Message.Subject.Data') ?? '',
    ...(text === null ? {} : { text }),
    ...(html === null ? {} : { html }),
  });
  const bytes = await composer.compile().build();
  return checkMail(bytes, {
    source,
    destinations: [...to, ...cc, ...bcc],
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  });
}

/** The header fields before the first empty line: lower-case names, folded lines joined. */
function mailHeaders(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const text = Buffer.from(bytes.subarray(0, 256 * 1024)).toString();
  const head = /^([\s\S]*?)\r?\n\r?\n/.exec(text)?.[1];
  if (head === undefined) throw invalid('The message has no header.');
  const headers = new Map<string, string[]>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const field = /^([\x21-\x39\x3b-\x7e]+):[ \t]*(.*)$/.exec(line);
    if (field?.[1] === undefined)
      throw invalid(`A header line is malformed: ${JSON.stringify(line.slice(0, 80))}`);
    const name = field[1].toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), field[2] ?? '']);
  }
  return headers;
}

function parseAddresses(text: string): string[] {
  return addressParser(text, { flatten: true }).map((mailbox) => {
    const address = mailbox.address ?? '';
    if (!ADDRESS.test(address) || address.includes('..')) {
      throw invalid(
        address.includes('@') ? `Invalid address: ${address}` : `Missing final '@domain': ${text}`,
      );
    }
    return address;
  });
}

function invalid(reason: string): Refusal {
  return new Refusal(400, 'InvalidParameterValue', reason);
}
