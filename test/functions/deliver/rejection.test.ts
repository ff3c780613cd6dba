import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionOf } from '../../../shared/filing/recording.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { attachmentLimit } from '../../../shared/mail/mail.ts';
import { takeIn } from '../../../shared/office/take-in/take-in.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { engineFailed } from '../../../shared/reading/unreadable-reading.ts';
import { putVersion, writeReading } from '../../../shared/records/filings.ts';
import { outboxId, putMessage } from '../../../shared/records/outbox.ts';
import type { Message } from '../../../shared/records/rows.ts';
import { aWorld, type World } from '../a-world.ts';
import { aDeliverer } from './a-deliverer.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
});
afterEach(() => world.stop());

async function deliver(message: Message) {
  const record = { messageId: 'ring', body: JSON.stringify({ outbox: outboxId(message) }) };
  expect(await aDeliverer(world)({ Records: [record as SQSEvent['Records'][number]] })).toEqual({
    batchItemFailures: [],
  });
  const [mail] = await world.mails();
  if (!mail) throw new Error('no mail');
  return mail;
}

describe('the mail of a rejection', () => {
  it('brings the unit its own file with the findings marked in it', async () => {
    const { regime } = world;
    const period = regime.periods.find(({ id }) => id === 'Q1-2024');
    const unit = regime.units.find(({ code }) => code === 'QLDD');
    if (!period || !unit) throw new Error('the sample regime lacks its first quarter');
    const form = await writeFormXlsx({ regime, period, unit, previous: null, decisions: [] });
    const { upload } = await world.fileArrives({ fileName: 'báo cáo.xlsx' }, form);
    await takeIn(world, upload);
    const mail = await deliver({ kind: 'verdict', period: 'Q1-2024', unit: 'QLDD', upload });
    const [copy, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(copy?.filename).toBe('báo cáo (lưu ý).xlsx');
    const content = copy?.content;
    if (!(content instanceof ArrayBuffer)) throw new Error('the attachment has no bytes');
    expect((await openDocument(new Uint8Array(content))).blocks.at(-1)).toMatchObject({ sheet: 'Lưu ý' });
    expect(mail.text).toContain('Kèm thư này');
  });

  it('names the page where the copy is too large to travel, and is sent without one where there is none', async () => {
    const copy = { fileName: 'to (lưu ý).xlsx', contentType: 'application/x', size: attachmentLimit + 1 };
    for (const annotated of [copy, null]) {
      const upload = await world.fileArrives({}, new Uint8Array(3));
      const reading = engineFailed();
      await writeReading(world.store, upload, reading, annotated);
      const at = { receivedAt: world.now(), recordedAt: world.now() };
      await putVersion(world.table, versionOf(upload, reading, at));
      const message: Message = { kind: 'verdict', period: 'Q1-2024', unit: 'QLDD', upload: upload.upload };
      await putMessage(world.table, outboxId(message), message, world.now());
      await deliver(message);
    }
    const mails = await world.mails();
    expect(mails.map(({ attachments }) => attachments.length)).toEqual([0, 0]);
    expect(mails.map(({ text }) => text?.includes('Trên trang của đơn vị có bản sao tệp'))).toEqual([
      true,
      false,
    ]);
  });
});
