import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SendEmailCommand,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailEvent } from '../../../../../infra/local/cloud/gateway/mail/mail-event.ts';
import { clientsOf, type Ground, openGround, worker } from './a-gateway.ts';

let ground: Ground;
let ses: ReturnType<typeof clientsOf>['ses'];
const start = Date.parse('2024-03-19T01:00:00Z');
let pipelineNow = start;

beforeAll(async () => {
  ground = await openGround({
    clock: { now: () => pipelineNow },
    emailIdentities: ['example.vn'],
    sendQuota: { max24HourSend: 200, maxSendRate: 100 },
  });
  ses = clientsOf(ground.gateway, worker).ses;
});
afterAll(() => ground.stop());

const files = () => readdirSync(ground.mailFolder).sort();
const mail = (lines: Partial<Record<'From' | 'To' | 'Cc' | 'Subject', string>>, body = 'Kính gửi') =>
  Buffer.from([...Object.entries(lines).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n'));
const good = { From: 'Báo cáo <bao-cao@example.vn>', To: 'unit@example.org', Subject: 'x' };
const sendRaw = (Data: Uint8Array, more: Partial<SendRawEmailCommandInput> = {}) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data }, ...more }));

describe('an accepted mail', () => {
  it('lies in the folder byte for byte, names sorting by time', async () => {
    const first = mail(good, 'đầu tiên');
    const { MessageId } = await sendRaw(first, { ConfigurationSetName: 'reports' });
    expect(MessageId).toBeTruthy();
    pipelineNow += 1000;
    await sendRaw(mail(good, 'thứ hai'));
    const [one = '', two = ''] = files();
    expect(one).toMatch(/^20240319T010000\.000Z-.*\.eml$/);
    expect(readFileSync(join(ground.mailFolder, one))).toEqual(first);
    expect(readFileSync(join(ground.mailFolder, two), 'utf8')).toContain('thứ hai');
  });

  it('of the structured kind becomes a message too', async () => {
    const sent = clientsOf(ground.gateway).ses.send(
      new SendEmailCommand({
        Source: 'bao-cao@example.vn',
        Destination: { ToAddresses: ['unit@example.org'] },
        Message: { Subject: { Data: 'Nhắc nộp báo cáo' }, Body: { Text: { Data: 'Hạn: 20/3' } } },
      }),
    );
    await expect(sent).resolves.toMatchObject({ MessageId: expect.any(String) });
    const parsed = await PostalMime.parse(readFileSync(join(ground.mailFolder, files().at(-1) ?? '')));
    expect(parsed).toMatchObject({ subject: 'Nhắc nộp báo cáo', text: expect.stringContaining('Hạn: 20/3') });
  });
});

describe('a mail is refused and not written', () => {
  it.each<[string, string, Uint8Array, Partial<SendRawEmailCommandInput>]>([
    ['without a sender', 'InvalidParameterValue', mail({ To: 'a@example.org' }), {}],
    ['without a recipient', 'InvalidParameterValue', mail({ From: 'a@example.vn' }), {}],
    ['without a header', 'InvalidParameterValue', Buffer.from('nothing'), {}],
    [
      'with one malformed address among good ones',
      'InvalidParameterValue',
      mail({ ...good, Cc: 'b@example.org, c@' }),
      {},
    ],
    [
      'with a local part that is not ASCII',
      'InvalidParameterValue',
      mail({ ...good, To: 'đơn-vị@example.org' }),
      {},
    ],
    [
      'with a malformed destination',
      'InvalidParameterValue',
      mail(good),
      { Destinations: ['unit@example.org', 'unit'] },
    ],
    ['with a domain that is not verified', 'AccessDenied', mail({ ...good, From: 'a@elsewhere.vn' }), {}],
    ['with an unknown configuration set', 'AccessDenied', mail(good), { ConfigurationSetName: 'unknown' }],
    ['longer than 10 MB', 'InvalidParameterValue', mail(good, 'x'.repeat(10 * 1024 * 1024)), {}],
    [
      'to more than fifty',
      'InvalidParameterValue',
      mail({ ...good, To: Array.from({ length: 51 }, (_, index) => `u${index}@example.org`).join(', ') }),
      {},
    ],
  ])('%s', async (_, name, bytes, more) => {
    const before = files();
    await expect(sendRaw(bytes, more)).rejects.toMatchObject({ name });
    expect(files()).toEqual(before);
  });

  it('from an address that is not verified, even for the admin', async () => {
    const sent = clientsOf(ground.gateway).ses.send(
      new SendRawEmailCommand({ RawMessage: { Data: mail({ ...good, From: 'a@elsewhere.vn' }) } }),
    );
    await expect(sent).rejects.toMatchObject({ name: 'MessageRejected' });
  });

  it('with a configuration set that does not exist, even for the admin', async () => {
    const sent = clientsOf(ground.gateway).ses.send(
      new SendRawEmailCommand({ RawMessage: { Data: mail(good) }, ConfigurationSetName: 'unknown' }),
    );
    await expect(sent).rejects.toMatchObject({ name: 'ConfigurationSetDoesNotExistException' });
  });
});

describe('the quota', () => {
  it('is told, counts recipients, and is enforced', async () => {
    const before = await ses.send(new GetSendQuotaCommand());
    expect(before).toMatchObject({ Max24HourSend: 200, MaxSendRate: 100 });
    const To = Array.from({ length: 50 }, (_, index) => `u${index}@example.org`).join(', ');
    await sendRaw(mail({ ...good, To }));
    const after = await ses.send(new GetSendQuotaCommand());
    expect(after.SentLast24Hours).toBe((before.SentLast24Hours ?? 0) + 50);
    await expect(Promise.all([1, 2, 3].map(() => sendRaw(mail({ ...good, To }))))).rejects.toMatchObject({
      name: 'Throttling',
    });
  });

  it('forgets after a day of the pipeline', async () => {
    pipelineNow += 25 * 60 * 60 * 1000;
    // The client took the pipeline's time over from earlier answers: it needs one more attempt to notice the jump.
    const patient = clientsOf(ground.gateway, worker, { maxAttempts: 2 }).ses;
    expect((await patient.send(new GetSendQuotaCommand())).SentLast24Hours).toBe(0);
  });
});

it('an action that is not part of it is refused at once', async () => {
  const listed = clientsOf(ground.gateway).ses.send(new ListIdentitiesCommand({}));
  await expect(listed).rejects.toMatchObject({ name: 'InvalidAction' });
});

describe('what becomes of a mail', () => {
  it('is told of each recipient: it arrives, but for the next mail of whom something else was asked', async () => {
    const events: MailEvent[] = [];
    const told = await openGround({ onMailEvent: (event) => void events.push(event) });
    try {
      told.gateway.deliverEvents();
      const client = clientsOf(told.gateway, worker).ses;
      const send = (more: Partial<SendRawEmailCommandInput> = {}) =>
        client.send(
          new SendRawEmailCommand({
            RawMessage: { Data: mail(good) },
            ConfigurationSetName: 'reports',
            ...more,
          }),
        );
      for (const kind of ['hard', 'soft', 'complaint'] as const) {
        told.gateway.bounceNext('Unit@example.org', kind);
      }
      for (let n = 0; n < 3; n += 1) await send();
      const { MessageId } = await send({ Tags: [{ Name: 'address', Value: 'doubtful' }] });
      await expect.poll(() => told.gateway.pendingEvents()).toBe(0);
      expect(events.map((event) => [event['detail-type'], event.detail.bounce])).toEqual([
        ['Email Bounced', expect.objectContaining({ bounceType: 'Permanent' })],
        ['Email Bounced', expect.objectContaining({ bounceType: 'Transient' })],
        ['Email Complaint Received', undefined],
        ['Email Delivered', undefined],
      ]);
      expect(events[3]?.detail.mail).toMatchObject({
        messageId: MessageId,
        destination: ['unit@example.org'],
        tags: { 'ses:configuration-set': ['reports'], address: ['doubtful'] },
      });
    } finally {
      await told.stop();
    }
  });
});
