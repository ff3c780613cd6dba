/** What a deployment has to be told, and cannot guess: kept in infra/settings.yaml, or given by `-c name=value`. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Annotations, CfnParameter, type Stack } from 'aws-cdk-lib';
import { parse, YAMLParseError } from 'yaml';
import * as z from 'zod';
import { TimeZone } from '../shared/vocabulary/codes.ts';
import { RejectError } from '../shared/vocabulary/errors.ts';
import { identitiesOf, UnusableSender } from './sender.ts';

export interface Settings {
  /** Who the mails are from: `Name <address>` or an address alone. */
  readonly sender: string;
  /** Who is mailed when an alarm goes off. */
  readonly adminMail: string;
  /** Verified addresses that may be written to while SES keeps the account in its sandbox. */
  readonly sandboxRecipients: readonly string[];
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
  timeZone: z.literal('').or(TimeZone).optional(),
});
type Given = z.output<typeof Given>;

const required = ['sender', 'adminMail'] as const;
type Required = (typeof required)[number];

const examples: Readonly<Record<Required, string>> = {
  sender: 'sender: Báo cáo đơn vị <bao-cao@so.example>',
  adminMail: 'adminMail: quan-tri@so.example',
};

export const settingsFile = join(import.meta.dirname, 'settings.yaml');
const shownFile = relative(join(import.meta.dirname, '..'), settingsFile);

/** So that everything but a deploy works without settings; `.invalid` can never be an address (RFC 2606). */
const unset: Settings = {
  sender: 'sender@not-set.invalid',
  adminMail: 'admin-mail@not-set.invalid',
  sandboxRecipients: [],
  timeZone: 'Asia/Ho_Chi_Minh',
};

/**
 * `context` goes before the file; a file that is not there says nothing.
 * @returns the settings, and which of them nobody gave
 * @throws {UnusableSettings}
 */
export function readSettings(
  context: (name: string) => unknown,
  file: string | null,
): { readonly settings: Settings; readonly missing: readonly Required[] } {
  const names = Object.keys(Given.shape);
  const byContext = Object.fromEntries(
    names.map((name) => [name, context(name)] as const).filter(([, value]) => value !== undefined),
  );
  const kept = file !== null && existsSync(file) ? checked(contentOf(file), shownFile) : {};
  const given = { ...withoutEmpty(kept), ...withoutEmpty(checked(byContext, '-c')) };
  const { sender, adminMail, sandboxRecipients, timeZone } = { ...unset, ...given };
  return {
    settings: { sender, adminMail, sandboxRecipients, timeZone },
    missing: required.filter((name) => given[name] === undefined),
  };
}

function contentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new UnusableSettings(`${shownFile}: ${error.message}`, { cause: error });
  }
}

function checked(content: unknown, where: string): Given {
  const given = Given.safeParse(content);
  if (given.success) return given.data;
  throw new UnusableSettings(`${where}:\n${z.prettifyError(given.error)}`);
}

function withoutEmpty({ sender, adminMail, sandboxRecipients, timeZone }: Given): Partial<Settings> {
  return {
    ...(sender ? { sender } : {}),
    ...(adminMail ? { adminMail } : {}),
    ...(sandboxRecipients ? { sandboxRecipients } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
}

/** What to write, and where. */
function whatIsMissing(missing: readonly Required[]): string {
  const lines = missing.map((name) => `  ${examples[name]}`);
  return `This stack cannot be deployed: nobody said ${missing.join(' and ')}. Write into ${shownFile}, with your own addresses:
${lines.join('\n')}
or give ${missing.map((name) => `-c ${name}=…`).join(' ')} at every deploy.`;
}

/**
 * A template without its settings can be looked at, but not be deployed: it asks for a parameter that has no value and
 * accepts none. CDK stops at it before CloudFormation is asked, on an update as well: what runs stays as it is.
 */
export function refuseDeploy(stack: Stack, missing: readonly Required[]): void {
  const message = whatIsMissing(missing);
  Annotations.of(stack).addWarningV2('unit-reports:settings-missing', message);
  new CfnParameter(stack, 'SettingsMissing', {
    description: message,
    // Matches nothing, so that no `--parameters` talks it over.
    allowedPattern: '[^\\s\\S]',
    constraintDescription: message,
  });
}
