import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** What the mail service says of a mail that was not delivered. */
export const BounceKind = z.enum(['hard', 'soft', 'complaint']);
export type BounceKind = z.output<typeof BounceKind>;

/** An event of SES in the shape EventBridge delivers it, as far as it is told here. */
export const MailEvent = z.looseObject({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.enum(['Email Delivered', 'Email Bounced', 'Email Complaint Received']),
  source: z.literal('aws.ses'),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.looseObject({ eventType: z.string(), mail: z.looseObject({ messageId: z.string() }) }),
});
export type MailEvent = z.output<typeof MailEvent>;

interface Sent {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What SES says of one recipient of a mail that it took; `now` in milliseconds since the epoch. */
export function mailEvent(
  { messageId, from, to, configurationSet, tags }: Sent,
  kind: BounceKind | null,
  { now, account, region }: { readonly now: number; readonly account: string; readonly region: string },
): MailEvent {
  const time = new Date(now).toISOString();
  const type = kind === null ? 'Delivered' : kind === 'complaint' ? 'Complaint Received' : 'Bounced';
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': `Email ${type}`,
    source: 'aws.ses',
    account,
    time,
    region,
    resources: [`arn:aws:ses:${region}:${account}:configuration-set/${configurationSet}`],
    detail: {
      eventType: kind === null ? 'Delivery' : kind === 'complaint' ? 'Complaint' : 'Bounce',
      mail: {
        timestamp: time,
        messageId,
        source: from,
        destination: [to],
        tags: { 'ses:configuration-set': [configurationSet], ...tags },
      },
      ...whatHappened(kind, to, time),
    },
  };
}

function whatHappened(kind: BounceKind | null, to: string, timestamp: string): object {
  switch (kind) {
    case null:
      return { delivery: { timestamp, recipients: [to], smtpResponse: '250 ok' } };
    case 'complaint':
      return {
        complaint: {
          timestamp,
          complainedRecipients: [{ emailAddress: to }],
          complaintFeedbackType: 'abuse',
        },
      };
    case 'hard':
    case 'soft': {
      const [bounceType, bounceSubType, status, diagnosticCode] =
        kind === 'hard'
          ? ['Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown']
          : ['Transient', 'MailboxFull', '4.2.2', 'smtp; 452 4.2.2 mailbox full'];
      const recipient = { emailAddress: to, action: 'failed', status, diagnosticCode };
      return { bounce: { timestamp, bounceType, bounceSubType, bouncedRecipients: [recipient] } };
    }
  }
}
