import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdictLetter } from '../../../../functions/deliver/letters/verdict.ts';
import { decided, reportFiled } from '../../a-report.ts';
import { aWorld, type World } from '../../a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
});
afterEach(() => world.stop());

/** What the receipt says in its subject, of a file that came then. */
async function receiptOf(receivedAt: string, of = 'QLDD') {
  world.setNow(receivedAt);
  const { upload, unit, period } = await reportFiled(world, { unit: of });
  return (await verdictLetter(world, { kind: 'verdict', period, unit, upload }))?.mail.subject;
}

describe('a receipt', () => {
  it('says that the report is late from the second after the last day, and not before', async () => {
    expect(await receiptOf('2024-03-18T23:59:59.900+07:00')).not.toContain('nộp muộn');
    expect(await receiptOf('2024-03-19T00:00:00+07:00', 'KHTC')).toContain('nộp muộn');
  });

  it('says of a correction what the first report was: on time', async () => {
    await receiptOf('2024-03-18T10:00:00+07:00');
    expect(await receiptOf('2024-03-25T10:00:00+07:00')).not.toContain('nộp muộn');
  });

  it('judges by the unit’s own day where more time was granted', async () => {
    for (const unit of ['QLDD', 'KHTC']) {
      await decided(world, { unit, kind: 'extension', until: '2024-03-20' });
    }
    expect(await receiptOf('2024-03-20T23:59:59+07:00')).not.toContain('nộp muộn');
    expect(await receiptOf('2024-03-21T00:00:00+07:00', 'KHTC')).toContain('nộp muộn');
  });
});
