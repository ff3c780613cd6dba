/** What a deployment has to be told, and cannot guess: kept in infra/settings.yaml, or given by `-c name=value`. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Annotations, CfnParameter, type Stack } from 'aws-cdk-lib';
import { parse, YAMLParseError } from 'yaml';
import * as z from 'zod';
import { TimeZone } from '../shared/vocabulary/codes.ts';
import { RejectError } from '../shared/vocabulary/errors.ts';
import { type Capacity, capacityFor } from './capacity.ts';
import { identitiesOf, UnusableSender } from './sender.ts';

export interface Settings {
  /** Tells apart several stacks of one account: `staging`; null for the one that is meant by itself. */
  readonly stage: string | null;
  /** Who the mails are from: `Name <address>` or an address alone. */
  readonly sender: string;
  /** Who is mailed when an alarm goes off. */
  readonly adminMail: string;
  /** Verified addresses that may be written to while SES keeps the account in its sandbox. */
  readonly sandboxRecipients: readonly string[];
  /** A name of one's own for the portal, and its certificate: links then outlive the API. */
  readonly domain: { readonly name: string; readonly certificate: string } | null;
  /** A table and a bucket that an earlier stack left behind, by name; null: the stack makes its own. */
  readonly keptTable: string | null;
  readonly keptBucket: string | null;
  readonly capacity: Capacity;
  /** IANA; the one whose full hours the schedule runs at. Which day a deadline ends on, each regime says itself. */
  readonly timeZone: string;
}

/** A setting cannot be used; the message says which, where it stands and what it may be. */
export class UnusableSettings extends RejectError {
  override readonly name = 'UnusableSettings';
  readonly code = 'UNUSABLE_SETTINGS';
  readonly mendable = true;
}

const Sender = z.string().superRefine((sender, context) => {
  try {
    identitiesOf(sender);
  } catch (error) {
    if (!(error instanceof UnusableSender)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

/** By `-c` everything is a text. */
const Count = z.coerce.number().int();
/** Megabytes, as Lambda has them. */
const Memory = Count.min(128).max(10_240);

/** Each may be left out; an empty one is left out too. */
const Given = z.strictObject({
  sender: z.literal('').or(Sender).optional(),
  adminMail: z.literal('').or(z.email()).optional(),
  /** In the file a list, by `-c` separated by commas. */
  sandboxRecipients: z
    .union([z.array(z.string()), z.string().transform((list) => list.split(','))])
    .transform((list) => list.map((address) => address.trim()).filter((address) => address !== ''))
    .pipe(z.array(z.email()))
    .optional(),
  domain: z
    .literal('')
    .or(z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'a host name in small letters'))
    .optional(),
  /** Of ACM, in the stack's region. */
  certificate: z
    .literal('')
    .or(z.string().regex(/^arn:aws[\w-]*:acm:/, 'the ARN of a certificate in ACM'))
    .optional(),
  keptTable: z
    .literal('')
    .or(z.string().regex(/^[\w.-]{3,255}$/, 'the name of a table'))
    .optional(),
  keptBucket: z
    .literal('')
    .or(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket'))
    .optional(),
  /** How many units report; it chooses all values below that are not given. */
  units: Count.min(1).optional(),
  requestsPerSecond: Count.min(1).optional(),
  requestsAtOnce: Count.min(1).optional(),
  // SQS starts no fewer than two, and no more than a thousand.
  readersAtOnce: Count.min(2).max(1000).optional(),
  sendersAtOnce: Count.min(2).max(1000).optional(),
  portalMemory: Memory.optional(),
  ingestMemory: Memory.optional(),
  scheduleMemory: Memory.optional(),
  deliverMemory: Memory.optional(),
  // No longer than a mail is leased (functions/deliver/send-message.ts), or another would send it too.
  deliverSeconds: Count.min(60).max(300).optional(),
  reservedForPortal: Count.min(0).optional(),
  timeZone: z.literal('').or(TimeZone).optional(),
});
type Given = z.output<typeof Given>;

const required = ['sender', 'adminMail'] as const;
type Required = (typeof required)[number];

const examples: Readonly<Record<Required, string>> = {
  sender: 'sender: Báo cáo đơn vị <bao-cao@so.example>',
  adminMail: 'adminMail: quan-tri@so.example',
};

/** `infra/settings.yaml`, or `infra/settings.staging.yaml` for the stage `staging`. */
export function settingsFileOf(stage: string | null): string {
  return join(import.meta.dirname, stage === null ? 'settings.yaml' : `settings.${stage}.yaml`);
}

function shown(file: string): string {
  return relative(join(import.meta.dirname, '..'), file);
}

/** What `-c stage=…` says. Throws UnusableSettings. */
export function readStage(context: (name: string) => unknown): string | null {
  const given = z
    .literal('')
    .or(z.string().regex(/^[a-z][a-z0-9]{0,15}$/))
    .nullish()
    .safeParse(context('stage'));
  if (given.success) return given.data || null;
  throw new UnusableSettings('-c stage: a name of at most 16 small letters and digits, such as staging');
}

/** So that everything but a deploy works without settings; `.invalid` can never be an address (RFC 2606). */
const unset = {
  sender: 'sender@not-set.invalid',
  adminMail: 'admin-mail@not-set.invalid',
  sandboxRecipients: [],
  timeZone: 'Asia/Ho_Chi_Minh',
};

/**
 * `context` goes before the file; a file that is not there says nothing.
 * @returns the settings, which of them nobody gave, and the file that was asked
 * @throws {UnusableSettings}
 */
export function readSettings(
  context: (name: string) => unknown,
  file?: string | null,
): { readonly settings: Settings; readonly missing: readonly Required[]; readonly file: string } {
  const stage = readStage(context);
  const asked = file === undefined ? settingsFileOf(stage) : file;
  const where = shown(settingsFileOf(stage));
  const names = Object.keys(Given.shape);
  const byContext = Object.fromEntries(
    names.map((name) => [name, context(name)] as const).filter(([, value]) => value !== undefined),
  );
  const kept = asked !== null && existsSync(asked) ? checked(contentOf(asked, where), where) : {};
  const given = { ...withoutEmpty(kept), ...withoutEmpty(checked(byContext, '-c')) };
  const { sender, adminMail, sandboxRecipients, timeZone, ...own } = given;
  const { domain, certificate, keptTable, keptBucket, units, ...capacity } = own;
  if ((domain === undefined) !== (certificate === undefined)) {
    throw new UnusableSettings(
      `${where}: domain and certificate belong together: one is given without the other`,
    );
  }
  return {
    settings: {
      stage,
      sender: sender ?? unset.sender,
      adminMail: adminMail ?? unset.adminMail,
      sandboxRecipients: sandboxRecipients ?? unset.sandboxRecipients,
      domain: domain && certificate ? { name: domain, certificate } : null,
      keptTable: keptTable ?? null,
      keptBucket: keptBucket ?? null,
      capacity: { ...capacityFor(units ?? 1), ...capacity },
      timeZone: timeZone ?? unset.timeZone,
    },
    missing: required.filter((name) => given[name] === undefined),
    file: where,
  };
}

function contentOf(file: string, where: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new UnusableSettings(`${where}: ${error.message}`, { cause: error });
  }
}

function checked(content: unknown, where: string): Given {
  const given = Given.safeParse(content);
  if (given.success) return given.data;
  throw new UnusableSettings(`${where}:\n${z.prettifyError(given.error)}`);
}

/** Without what is empty, which is as if it were not there. */
function withoutEmpty(given: Given): Partial<{ [Name in keyof Given]: NonNullable<Given[Name]> }> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}

/** What to write, and where. */
function whatIsMissing(missing: readonly Required[], file: string): string {
  const lines = missing.map((name) => `  ${examples[name]}`);
  return `This stack cannot be deployed: nobody said ${missing.join(' and ')}. Write into ${file}, with your own addresses:
${lines.join('\n')}
or give ${missing.map((name) => `-c ${name}=…`).join(' ')} at every deploy.`;
}

/**
 * A template without its settings can be looked at, but not be deployed: it asks for a parameter that has no value and
 * accepts none. CDK stops at it before CloudFormation is asked, on an update as well: what runs stays as it is.
 */
export function refuseDeploy(stack: Stack, missing: readonly Required[], file: string): void {
  const message = whatIsMissing(missing, file);
  Annotations.of(stack).addWarningV2('unit-reports:settings-missing', message);
  new CfnParameter(stack, 'SettingsMissing', {
    description: message,
    // Matches nothing, so that no `--parameters` talks it over.
    allowedPattern: '[^\\s\\S]',
    constraintDescription: message,
  });
}
