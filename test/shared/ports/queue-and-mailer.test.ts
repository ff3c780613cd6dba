import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailRefused, SendingAmbiguous, SendingThrottled } from '../../../shared/ports/mailer.ts';
import { begins, daily, type Setting, settings } from './settings.ts';

const bodiesOf = (messages: readonly { readonly body: string }[]) => messages.map(({ body }) => body);

describe.each(settings)('the queue and the mailer: %s', (_, open) => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await open();
  });
  afterEach(() => setting.stop());

  describe('the queue', () => {
    it('carries bodies as they are', async () => {
      const bodies = ['{"outbox":"decision/1"}', 'Đã nộp – "\u{1F600}"\n<&>'];
      for (const body of bodies) await setting.queue.send(body);
      expect(bodiesOf(setting.waiting()).toSorted()).toEqual(bodies.toSorted());
    });

    it('carries the same body as often as it is sent', async () => {
      await setting.queue.send('x');
      await setting.queue.send('x');
      expect(bodiesOf(setting.waiting())).toEqual(['x', 'x']);
    });

    it('keeps whose each message is', async () => {
      await setting.queue.send('1', { group: '!'.repeat(128) });
      await setting.queue.send('2', { group: 'unit/QLDD' });
      await setting.queue.send('3');
      expect(new Map(setting.waiting().map(({ body, group }) => [body, group]))).toEqual(
        new Map([
          ['1', '!'.repeat(128)],
          ['2', 'unit/QLDD'],
          ['3', undefined],
        ]),
      );
    });

    it.each([10, 900])('hands out a message only when its %i seconds are over', async (delaySeconds) => {
      await setting.queue.send('x', { delaySeconds });
      expect(setting.waiting(delaySeconds - 1)).toEqual([]);
      expect(bodiesOf(setting.waiting(delaySeconds))).toEqual(['x']);
    });

    it.each([
      ['an empty body', '', {}],
      ['one over a megabyte', 'đ'.repeat(525_000), {}],
      ['an empty group', 'x', { group: '' }],
      ['a group beyond ASCII', 'x', { group: 'Sở' }],
      ['a group with a space', 'x', { group: 'a b' }],
      ['a group of 129 letters', 'x', { group: 'a'.repeat(129) }],
      ['a delay over 15 minutes', 'x', { delaySeconds: 901 }],
      ['a delay backwards', 'x', { delaySeconds: -1 }],
      ['a delay of half a second', 'x', { delaySeconds: 0.5 }],
    ])('takes not %s', async (_what, body, options) => {
      await expect(setting.queue.send(body, options)).rejects.toThrow();
      expect(setting.waiting()).toEqual([]);
    });
  });

  describe('the mailer', () => {
    const raw = (subject: string) =>
      new TextEncoder().encode(
        `From: Sở <bao-cao@stnmt.example>\r\nTo: vps@units.example\r\nSubject: ${subject}\r\n\r\nx\r\n`,
      );
    const mail = { raw: raw('x'), from: 'Văn phòng Sở <bao-cao@stnmt.example>', to: 'vps@units.example' };

    it('hands the bytes over as they are, each under an id of its own', async () => {
      const ids = [await setting.mailer.send(mail), await setting.mailer.send({ ...mail, raw: raw('y') })];
      expect(new Set(ids).size).toBe(2);
      expect((await setting.mails()).map((bytes) => Uint8Array.from(bytes))).toEqual([raw('x'), raw('y')]);
    });

    it.each([
      ['to no address', { ...mail, to: 'vps' }],
      ['to an address with a letter beyond ASCII', { ...mail, to: 'vănphòng@units.example' }],
      ['without a sender in it', { ...mail, raw: new TextEncoder().encode('To: a@b.example\r\n\r\nx') }],
      ['over 10 MB', { ...mail, raw: Buffer.concat([raw('x'), Buffer.alloc(10 * 1024 * 1024, 'x')]) }],
    ])('refuses for good a mail %s', async (_what, bad) => {
      await expect(setting.mailer.send(bad)).rejects.toBeInstanceOf(MailRefused);
      expect(await setting.mails()).toEqual([]);
    });

    it('is throttled, and nothing went out', async () => {
      setting.failNext('throttled');
      await expect(setting.mailer.send(mail)).rejects.toBeInstanceOf(SendingThrottled);
      expect(await setting.mails()).toEqual([]);
      await setting.mailer.send(mail);
    });

    it.each([
      ['before the mail is taken', 'lost', 0],
      ['after it', 'answer-lost', 1],
    ] as const)('does not know the end where the connection breaks %s', async (_when, fault, out) => {
      setting.failNext(fault);
      await expect(setting.mailer.send(mail)).rejects.toBeInstanceOf(SendingAmbiguous);
      expect(await setting.mails()).toHaveLength(out);
    });

    it('keeps to what the account may send in 24 hours', async () => {
      for (let sent = 0; sent < daily; sent++) {
        expect(await setting.mailer.quota()).toEqual({ perSecond: 14, left: daily - sent });
        await setting.mailer.send(mail);
      }
      await expect(setting.mailer.send(mail)).rejects.toBeInstanceOf(SendingThrottled);
      expect(await setting.mailer.quota()).toEqual({ perSecond: 14, left: 0 });
      vi.setSystemTime(Date.parse(begins) + 24 * 3_600_000 + 1000);
      expect((await setting.mailer.quota()).left).toBe(daily);
      await setting.mailer.send(mail);
    });
  });
});
