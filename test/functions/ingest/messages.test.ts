import { createHash } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/ingest/handler.ts';
import { newUlid } from '../../../shared/ports/randomness.ts';
import { readVersion } from '../../../shared/records/filings.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { putUpload } from '../../../shared/records/uploads.ts';
import { parseArrival, StrangeMessage } from '../../../shared/records/wake.ts';
import { aLargeOffice } from '../../shared/office/a-large-office.ts';

const at = '2024-03-15T08:00:00.000Z';
const bodyOf = (key: string) => JSON.stringify({ detail: { object: { key } } });

describe('the key that an event names', () => {
  it('is taken as it stands, and none but the name of an upload', () => {
    expect(parseArrival(bodyOf(`inbox/01HS${'0'.repeat(22)}`))).toBe(`01HS${'0'.repeat(22)}`);
    for (const key of [
      'inbox/B%C3%A1o+c%C3%A1o',
      'inbox/Báo cáo',
      `inbox%2F01HS${'0'.repeat(22)}`,
      `inbox/01HS${'0'.repeat(21)}%2B`,
      `inbox/01HS${'0'.repeat(21)}+`,
      `runs/01HS${'0'.repeat(22)}`,
      `inbox/01HS${'0'.repeat(22)}/x`,
    ])
      expect(() => parseArrival(bodyOf(key)), key).toThrow(StrangeMessage);
  });
});

/** As Lambda hands a message over: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
function recordOf(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    receiptHandle: messageId,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's3',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:arrivals',
    awsRegion: 'ap-southeast-1',
  };
}

describe('ten messages at once, of which one cannot be worked off', () => {
  it('are each done once, and that one alone comes again', async () => {
    const { world, regime, period } = await aLargeOffice(10, at);
    const uploads = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const upload = newUlid(world.randomBytes, Date.parse(at) + n);
        const bytes = new TextEncoder().encode(`Mã,Trong kỳ\nA01,${n}\n`);
        const unit = `U${String(n).padStart(6, '0')}`;
        await putUpload(world.table, {
          ...{ upload, regime: regime.id, regimeHash: regime.hash, period: period.id, unit },
          ...{ fileName: 'a.csv', size: bytes.length, contentType: 'text/csv', sender: null },
          ...{ sha256: createHash('sha256').update(bytes).digest('hex'), mintedAt: at, expiresAt: at },
        });
        // The fourth never came.
        if (n !== 3) await world.store.put(inboxObject(upload), bytes, 'text/csv');
        return { upload, unit, period: period.id };
      }),
    );
    const handler = createHandler(world);
    const Records = uploads.map(({ upload }, n) => recordOf(String(n), bodyOf(inboxObject(upload))));
    const { batchItemFailures } = await handler({ Records });
    expect(batchItemFailures).toEqual([{ itemIdentifier: '3' }]);
    const states = await Promise.all(uploads.map((upload) => readVersion(world.table, upload)));
    expect(states.map((version) => version !== null)).toEqual(uploads.map((_, n) => n !== 3));
    // Each mail is its own unit's: none stands behind another's flood.
    const whose = uploads.filter((_, n) => n !== 3).map(({ unit }) => encodeURIComponent(`unit/${unit}`));
    expect(world.outbox.sent.map(({ group }) => group).toSorted()).toEqual(whose);
  });
});
