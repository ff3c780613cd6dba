import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { inviteByMail } from '../../../shared/office/links/invite.ts';
import { putDecision } from '../../../shared/records/filings.ts';
import { openLink } from '../../../shared/records/links.ts';
import { outboxId, putMessage, readMessage } from '../../../shared/records/outbox.ts';
import type { Message } from '../../../shared/records/rows.ts';
import { aWorld, type World } from '../a-world.ts';
import { queuedBefore } from '../queued.ts';
import { aDeliverer } from './a-deliverer.ts';

const morning = '2024-03-18T08:00:00+07:00';
let world: World;
beforeEach(async () => {
  world = await aWorld(morning);
});
afterEach(() => world.stop());

// Over the 64 characters that a mailbox's name may have.
const longAddress = `${'x'.repeat(70)}@units.example`;

const reminder: Message = {
  ...{ kind: 'reminder', regime: 'dan-van-2024', period: 'Q1-2024', unit: 'QLDD' },
  scheduledAt: new Date(morning).toISOString(),
};

function deliver(id: string) {
  const record = { messageId: 'ring', body: JSON.stringify({ outbox: id }) };
  return aDeliverer(world)({ Records: [record as SQSEvent['Records'][number]] });
}

async function queued(message: Message = reminder): Promise<string> {
  const id = outboxId(message);
  await putMessage(world.table, id, message, world.now());
  return id;
}

const unsent = () => queuedBefore(world.table);

describe('one queued message', () => {
  it('is sent once, however often deliver is woken', async () => {
    const id = await queued();
    expect(await deliver(id)).toEqual({ batchItemFailures: [] });
    expect(await deliver(id)).toEqual({ batchItemFailures: [] });
    expect(await world.mails()).toHaveLength(1);
    expect(await readMessage(world.table, id)).toMatchObject({
      state: 'sent',
      attempts: 1,
      ambiguous: false,
    });
    expect(await unsent()).toEqual([]);
  });

  it('goes to one address, answers go to the office, and machines are told not to answer', async () => {
    await deliver(await queued());
    const [mail] = await world.mails();
    expect(mail?.to).toMatchObject([{ address: 'qldd@units.example' }]);
    expect(mail?.replyTo).toMatchObject([{ address: world.regime.office.replyTo }]);
    expect(mail?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('carries a link minted for it, which opens the unit’s page', async () => {
    await deliver(await queued());
    const [mail] = await world.mails();
    const token = /https:\/\/portal\.example\/u#([0-9A-Z]{26})/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(await openLink(world.table, token, world.now())).toMatchObject({ holder: { unit: 'QLDD' } });
  });

  it('is superseded when the duty was met in the meantime', async () => {
    const id = await queued();
    await putDecision(world.table, {
      ...{ kind: 'nil', decision: '01HS8000000000000000000000', period: 'Q1-2024', unit: 'QLDD' },
      ...{ actor: 'unit:QLDD', reason: 'Không phát sinh', decidedAt: world.now() },
    });
    await deliver(id);
    expect(await world.mails()).toEqual([]);
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'superseded' });
    expect(await unsent()).toEqual([]);
  });

  it('waits while another holds its lease', async () => {
    const id = await queued();
    world.breakCalls(({ action, phase }) =>
      action === 'ses:SendRawEmail' && phase === 'before' ? 'hang-up' : 'continue',
    );
    const both = await Promise.all([deliver(id), deliver(id)]);
    expect(both.every(({ batchItemFailures }) => batchItemFailures.length === 1)).toBe(true);
    world.breakCalls(null);
    await deliver(id);
    expect(await world.mails()).toHaveLength(1);
  });
});

describe('when sending fails', () => {
  it('puts a throttled mail back, ends the message, and leaves it to the hour', async () => {
    const id = await queued();
    world.breakCalls(({ action, phase }) =>
      action === 'ses:SendRawEmail' && phase === 'before' ? 'throttle' : 'continue',
    );
    expect(await deliver(id)).toEqual({ batchItemFailures: [] });
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'pending', ambiguous: false });
    expect(await unsent()).toEqual([id]);
    world.breakCalls(null);
    await deliver(id);
    expect(await world.mails()).toHaveLength(1);
  });

  it('sends again after a time-out of which nobody knows the end, and says so in the row', async () => {
    const id = await queued();
    world.breakCalls(({ action, phase }) =>
      action === 'ses:SendRawEmail' && phase === 'after' ? 'hang-up' : 'continue',
    );
    expect((await deliver(id)).batchItemFailures).toHaveLength(1);
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'pending', ambiguous: true });
    world.breakCalls(null);
    await deliver(id);
    expect(await world.mails()).toHaveLength(2);
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'sent', ambiguous: true, attempts: 2 });
  });

  it('says that it may go out twice where the row could not be closed', async () => {
    const id = await queued();
    let sent = false;
    world.breakCalls(({ action, phase }) => {
      if (action === 'ses:SendRawEmail' && phase === 'after') sent = true;
      if (!sent || phase !== 'before' || action !== 'dynamodb:UpdateItem') return 'continue';
      sent = false;
      return 'hang-up';
    });
    expect((await deliver(id)).batchItemFailures).toHaveLength(1);
    world.breakCalls(null);
    await deliver(id);
    expect(await world.mails()).toHaveLength(2);
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'sent', ambiguous: true });
  });

  it('converges wherever it is killed: at least one mail, the row sent, a second mail only with a note of it', async () => {
    for (let cutAt = 1; ; cutAt++) {
      const id = await queued({
        ...reminder,
        scheduledAt: new Date(Date.parse(morning) + cutAt).toISOString(),
      });
      const before = (await world.mails()).length;
      let calls = 0;
      // Once killed, nothing more of that process reaches anybody: every later call is cut before its effect.
      world.breakCalls(({ phase }) => {
        if (phase === 'after' && ++calls === cutAt) return 'hang-up';
        return phase === 'before' && calls >= cutAt ? 'hang-up' : 'continue';
      });
      const { batchItemFailures } = await deliver(id);
      world.breakCalls(null);
      if (batchItemFailures.length === 0) {
        expect(cutAt).toBeGreaterThan(5);
        break;
      }
      // A lease of the dead is respected until it runs out.
      const first = await readMessage(world.table, id);
      if (first?.state === 'leased') expect((await deliver(id)).batchItemFailures).toHaveLength(1);
      world.setNow(new Date(Date.parse(world.now()) + 6 * 60_000).toISOString());
      expect(await deliver(id)).toEqual({ batchItemFailures: [] });
      const row = await readMessage(world.table, id);
      expect(row?.state).toBe('sent');
      const sent = (await world.mails()).length - before;
      expect(sent).toBeGreaterThanOrEqual(1);
      expect(sent).toBeLessThanOrEqual(2);
      if (sent === 2) expect(row?.ambiguous).toBe(true);
    }
  });

  it('keeps what SES refuses in the outbox and fails the message, so that the dead letters alarm', async () => {
    const units = world.regime.units.map((unit) =>
      unit.code === 'QLDD' ? { ...unit, email: longAddress } : unit,
    );
    await applyRegime(world.system, { ...world.regime, units });
    const id = await queued();
    expect((await deliver(id)).batchItemFailures).toHaveLength(1);
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'pending', ambiguous: false });
    await applyRegime(world.system, world.regime);
    expect(await deliver(id)).toEqual({ batchItemFailures: [] });
    expect(await world.mails()).toHaveLength(1);
  });

  it('closes a mail to somebody the regime no longer has', async () => {
    const id = await queued({ ...reminder, unit: 'NOBODY' });
    expect(await deliver(id)).toEqual({ batchItemFailures: [] });
    expect(await readMessage(world.table, id)).toMatchObject({ state: 'superseded' });
  });
});

describe('a summary', () => {
  it('goes to today’s address of its recipient, though its content is frozen', async () => {
    world.setNow('2024-03-19T09:00:05+07:00');
    await createSchedule(world)({ scheduledTime: '2024-03-19T09:00:00+07:00' });
    const recipients = world.regime.office.recipients.map((recipient) => ({
      ...recipient,
      role: 'reads' as const,
      email: 'moi@stnmt.example',
    }));
    await applyRegime(world.system, { ...world.regime, office: { ...world.regime.office, recipients } });
    const summaries = (await unsent()).filter((id) => id.startsWith('summary/'));
    for (const id of summaries) await deliver(id);
    const mails = await world.mails();
    expect(mails.map(({ to }) => to?.[0]?.address)).toEqual(Array(2).fill('moi@stnmt.example'));
    const [first, second] = mails.map(({ attachments }) => attachments.map(({ content }) => content));
    expect(first).toEqual(second);
  });
});

describe('an invitation', () => {
  it('goes to a unit and to the office’s recipients, each with a link of its own', async () => {
    const [unit, recipient] = [
      { kind: 'unit' as const, unit: 'VPDK' },
      { kind: 'office' as const, recipient: 'LANHDAO' },
    ];
    for (const holder of [unit, recipient]) {
      await inviteByMail(world.system, { regime: world.regime, holder });
    }
    for (const id of await unsent()) await deliver(id);
    const mails = await world.mails();
    const tokens = mails.map(({ text }) => /u#([0-9A-Z]{26})/.exec(text ?? '')?.[1] ?? '');
    const holders = await Promise.all(tokens.map((token) => openLink(world.table, token, world.now())));
    expect(holders.map(({ holder }) => holder)).toEqual(expect.arrayContaining([unit, recipient]));
  });
});
