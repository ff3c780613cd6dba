import * as z from 'zod';
import type { Guards } from './guards.ts';
import { MAX_SMALL_BODY } from './limits.ts';
import { checkMail, composeMail, type OutgoingMail } from './mail/mail-message.ts';
import type { MailReports } from './mail/mail-reports.ts';
import type { MailStore } from './mail/mail-store.ts';
import type { Principal } from './options.ts';
import { AccessRefused, Refusal, type SignatureFlaw, SignatureRefused, Throttled } from './refusal.ts';
import { type GatewayRequest, type Reply, readBody, sha256Hex } from './request.ts';
import { type XmlTree, xmlDocument } from './s3/xml.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';
const SIGNATURE_CODES: Readonly<Record<SignatureFlaw, readonly [number, string]>> = {
  missing: [403, 'MissingAuthenticationToken'],
  malformed: [400, 'IncompleteSignature'],
  'query-malformed': [400, 'IncompleteSignature'],
  'two-mechanisms': [400, 'IncompleteSignature'],
  'unknown-key': [403, 'InvalidClientTokenId'],
  token: [403, 'InvalidClientTokenId'],
  mismatch: [403, 'SignatureDoesNotMatch'],
  skewed: [403, 'SignatureDoesNotMatch'],
  expired: [403, 'SignatureDoesNotMatch'],
  'unsigned-headers': [403, 'SignatureDoesNotMatch'],
};
const UNDERSTOOD =
  /^(Action|Version|Source|RawMessage\.Data|ConfigurationSetName|(Destinations|Tags|ReplyToAddresses)\.member\.\d+(\.(Name|Value))?|Destination\.(To|Cc|Bcc)Addresses\.member\.\d+|Message\.(Subject|Body\.(Text|Html))\.(Data|Charset))$/;

/** What the mail service knows of its account. */
export interface SesAccount {
  readonly account: string;
  readonly region: string;
  /** Verified addresses and domains; undefined: all are. */
  readonly identities: readonly string[] | undefined;
  readonly configurationSets: readonly string[];
}

/** SES v1 with the query protocol. */
export class SesService {
  readonly #store: MailStore;
  readonly #reports: MailReports | null;
  readonly #guards: Guards;
  readonly #account: SesAccount;

  /** @param reports null: nobody is told what becomes of a mail */
  constructor(store: MailStore, reports: MailReports | null, guards: Guards, account: SesAccount) {
    this.#store = store;
    this.#reports = reports;
    this.#guards = guards;
    this.#account = account;
  }

  async handle(request: GatewayRequest): Promise<Reply> {
    const text = await readBody(request, MAX_SMALL_BODY);
    const { principal } = await this.#guards.verifier.verify(request, 'ses', sha256Hex(text));
    const form = new URLSearchParams(Buffer.from(text).toString());
    const action = form.get('Action') ?? '';
    const unknown = [...form.keys()].find((name) => !UNDERSTOOD.test(name));
    if (!['SendRawEmail', 'SendEmail', 'GetSendQuota'].includes(action)) {
      throw new Refusal(400, 'InvalidAction', `SES ${action} is not part of the local cloud.`);
    }
    if (unknown !== undefined) {
      throw new Refusal(400, 'InvalidParameterValue', `${unknown} is not part of the local cloud.`);
    }
    const call = { principal: principal.name, service: 'ses', action: `ses:${action}` } as const;
    if (action === 'GetSendQuota') {
      this.#guards.permissions.demand({ principal, action: call.action, resource: '*' });
      return this.#guards.calls.run({ ...call, resource: '*' }, () =>
        this.#answer(action, this.#quota(), request.id),
      );
    }
    const mail = action === 'SendRawEmail' ? rawMail(form) : await composeMail(form);
    const resource = this.#authorise(principal, call.action, mail);
    return this.#guards.calls.run({ ...call, resource }, () => {
      const MessageId = this.#store.accept(mail, principal.name);
      this.#reports?.report(mail, MessageId);
      return this.#answer(action, { MessageId }, request.id);
    });
  }

  /** The query protocol's error document; undefined for what is no refusal but a fault of the gateway. */
  refusal(problem: unknown, request: GatewayRequest): Reply | undefined {
    const refusal = toRefusal(problem);
    if (refusal === undefined) return undefined;
    const body = xmlDocument(
      'ErrorResponse',
      { Error: { Type: 'Sender', Code: refusal.code, Message: refusal.message }, RequestId: request.id },
      NAMESPACE,
    );
    return { status: refusal.status, headers: { 'content-type': 'text/xml' }, body };
  }

  /** The sender's identity and, where one is named, the configuration set: SES asks for the right to both. */
  #authorise(principal: Principal, action: string, mail: OutgoingMail): string {
    const { account, region, identities, configurationSets } = this.#account;
    const arn = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
    const context = { 'ses:FromAddress': mail.from, 'aws:SecureTransport': 'true' };
    // A verified domain stands for its subdomains too.
    const labels = mail.from.slice(mail.from.indexOf('@') + 1).split('.');
    const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
    const candidates = [mail.from, ...domains].filter((name) => identities?.includes(name) ?? true);
    const named = candidates.map((name) => arn('identity', name));
    const resource = named.find((one) =>
      this.#guards.permissions.allows({ principal, action, resource: one, context }),
    );
    if (resource === undefined) {
      const asked = named[0] ?? arn('identity', mail.from);
      this.#guards.permissions.demand({ principal, action, resource: asked, context });
      throw new Refusal(
        400,
        'MessageRejected',
        `Email address is not verified. The following identities failed the check: ${mail.from}`,
      );
    }
    const set = mail.configurationSet;
    if (set !== undefined) {
      this.#guards.permissions.demand({
        principal,
        action,
        resource: arn('configuration-set', set),
        context,
      });
      if (!configurationSets.includes(set)) {
        throw new Refusal(400, 'ConfigurationSetDoesNotExist', `Configuration set <${set}> does not exist.`);
      }
    }
    return resource;
  }

  #quota(): XmlTree {
    const { max24HourSend, maxSendRate } = this.#store.quota;
    const decimal = (value: number) => value.toFixed(1);
    return {
      Max24HourSend: decimal(max24HourSend),
      MaxSendRate: decimal(maxSendRate),
      SentLast24Hours: decimal(this.#store.sentLast24Hours()),
    };
  }

  #answer(action: string, result: XmlTree, requestId: string): Reply {
    const tree = { [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } };
    const body = xmlDocument(`${action}Response`, tree, NAMESPACE);
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }
}

function rawMail(form: URLSearchParams): OutgoingMail {
  const data = form.get('RawMessage.Data') ?? '';
  const bytes = Buffer.from(data, 'base64');
  if (data === '' || bytes.toString('base64') !== data) {
    throw new Refusal(400, 'InvalidParameterValue', 'RawMessage.Data is not base64.');
  }
  const destinations = [...form]
    .filter(([name]) => name.startsWith('Destinations.member.'))
    .map(([, value]) => value);
  const set = z.string().min(1).nullable().parse(form.get('ConfigurationSetName'));
  const tags: Record<string, string[]> = {};
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n += 1) {
    tags[form.get(`Tags.member.${n}.Name`) ?? ''] = [form.get(`Tags.member.${n}.Value`) ?? ''];
  }
  const mail = checkMail(bytes, {
    source: form.get('Source') ?? undefined,
    destinations,
    configurationSet: set ?? undefined,
  });
  return { ...mail, tags };
}

function toRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  if (problem instanceof AccessRefused) return new Refusal(403, 'AccessDenied', problem.message);
  if (problem instanceof Throttled) return new Refusal(400, 'Throttling', 'Maximum sending rate exceeded.');
  if (problem instanceof SignatureRefused) {
    const [status, code] = SIGNATURE_CODES[problem.flaw];
    return new Refusal(status, code, problem.message);
  }
  return undefined;
}
