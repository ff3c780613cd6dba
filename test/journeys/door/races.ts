import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPeriod } from '../../../shared/records/filings.ts';
import { outboxId, readMessage } from '../../../shared/records/outbox.ts';
import { type Place, put } from '../a-cloud.ts';

const files = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'story', 'files');
const unit = 'CN-CLO';

/** The evening of the deadline, the night, and the morning of the summary: what is cut off on the way, and what became of it. */
export function races(door: Place): void {
  describe('from the evening of the deadline to the summary', () => {
    let good: Uint8Array;
    let bad: Uint8Array;
    beforeAll(async () => {
      await door.ground.cloud.setClock('2024-03-18T20:10:00+07:00');
      good = await readFile(join(files, 'Bao cao chi nhanh Cao Loc (sua).xlsx'));
      bad = await readFile(join(files, 'Bao cao chi nhanh Cao Loc.xlsx'));
    });
    const versionsOf = async (upload: string) =>
      (await readPeriod(door.ground.system.table, 'Q1-2024')).versions.filter(
        (version) => version.upload === upload,
      );
    const mailRow = (upload: string) =>
      readMessage(door.ground.system.table, outboxId({ kind: 'verdict', period: 'Q1-2024', unit, upload }));
    const mailsAbout = async (upload: string) =>
      (await door.ground.mailbox.to('cn-clo@units.example')).filter(({ messageId }) =>
        messageId?.includes(upload),
      );

    /** Sends the good file, lets everything settle, and says what there is of it. */
    async function sendAndSettle() {
      const upload = await door.ground.unit(unit).send(good);
      const { state } = await door.ground.unit(unit).verdict(upload);
      await door.ground.cloud.idle();
      return { upload, state, mails: await mailsAbout(upload), versions: await versionsOf(upload) };
    }

    describe('a function is killed', () => {
      // After each other call: test/shared/office/take-in.
      it.each([
        ['after the results object and before the version', 'ingest s3:PutObject results/', 1],
        ['after the version and before the outbox row', 'ingest dynamodb:PutItem', 2],
      ])('%s: one version, one mail', async (_, target, nth) => {
        door.ground.cloud.fault({ kind: 'crash', target, nth });
        const { mails, versions, state } = await sendAndSettle();
        expect(door.ground.cloud.faults().some(({ seen }) => seen >= nth)).toBe(true);
        expect(state).toMatch(/^accepted/);
        expect(versions).toHaveLength(1);
        expect(mails).toHaveLength(1);
        door.ground.cloud.clearFaults();
      });

      it('after the lease and before SES: when the lease has run out, one mail, marked as doubtful', async () => {
        door.ground.cloud.fault({ kind: 'crash', target: 'deliver dynamodb:UpdateItem', nth: 1 });
        const { upload, mails } = await sendAndSettle();
        door.ground.cloud.clearFaults();
        expect(mails).toHaveLength(1);
        expect(await mailRow(upload)).toMatchObject({ state: 'sent', ambiguous: true });
      });

      it('after SES and before "sent": the mail goes out again and the row says so', async () => {
        door.ground.cloud.fault({ kind: 'crash', target: 'deliver ses:SendRawEmail', nth: 1 });
        const { upload, mails } = await sendAndSettle();
        door.ground.cloud.clearFaults();
        expect(mails).toHaveLength(2);
        expect(await mailRow(upload)).toMatchObject({ state: 'sent', ambiguous: true });
      });

      it('for its memory on one file, again and again: that file ends in a verdict, others go through', async () => {
        const poisoned = await door.ground.unit(unit).mint(good);
        door.ground.cloud.fault({
          kind: 'crash',
          target: `ingest s3:GetObject inbox/${poisoned.uploadId}`,
          times: 2,
        });
        const other = await door.ground.unit(unit).mint(bad);
        await Promise.all([put(poisoned, good), put(other, bad)]);
        const verdict = await door.ground.unit(unit).verdict(poisoned.uploadId);
        expect(verdict.state).toBe('unreadable');
        // The same bytes were sent before in this file's stories, and the verdict says so too.
        expect(verdict.findings.map(({ code }) => code)).toEqual(['ENGINE_FAILED', 'SAME_FILE_AGAIN']);
        expect(await door.ground.unit(unit).verdict(other.uploadId)).toMatchObject({ state: 'rejected' });
        await door.ground.cloud.idle();
        expect(await mailsAbout(poisoned.uploadId)).toHaveLength(1);
        door.ground.cloud.clearFaults();
      });
    });

    describe('an event', () => {
      it('that is dropped is repaired by the hour', async () => {
        const mint = await door.ground.unit(unit).mint(good);
        door.ground.cloud.fault({ kind: 'drop', target: `inbox/${mint.uploadId}` });
        await put(mint, good);
        await door.ground.cloud.idle();
        expect(await door.ground.unit(unit).report(mint.uploadId)).toMatchObject({ state: 'received' });
        door.ground.cloud.clearFaults();
        await nextHour();
        expect(await door.ground.unit(unit).report(mint.uploadId)).toMatchObject({
          state: expect.stringMatching(/^accepted/),
        });
        expect(await mailsAbout(mint.uploadId)).toHaveLength(1);
      });

      it('that comes twice makes one version and one mail', async () => {
        door.ground.cloud.fault({ kind: 'duplicate', target: 'inbox/' });
        const { mails, versions } = await sendAndSettle();
        expect(versions).toHaveLength(1);
        expect(mails).toHaveLength(1);
        door.ground.cloud.clearFaults();
      });

      it('that is delayed past a newer file’s changes nothing: the newest accepted version counts', async () => {
        const older = await door.ground.unit(unit).mint(good);
        door.ground.cloud.fault({ kind: 'delay', target: `inbox/${older.uploadId}` });
        await put(older, good);
        const newer = await door.ground.unit(unit).send(good);
        await door.ground.unit(unit).verdict(newer);
        expect((await door.ground.unit(unit).duty()).counts).toBe(newer);
        door.ground.cloud.clearFaults();
        await door.ground.unit(unit).verdict(older.uploadId);
        expect((await door.ground.unit(unit).duty()).counts).toBe(newer);
      });

      it('of a bad file never displaces a good one', async () => {
        const kept = await door.ground.unit(unit).send(good);
        await door.ground.unit(unit).verdict(kept);
        const worse = await door.ground.unit(unit).send(bad);
        expect(await door.ground.unit(unit).verdict(worse)).toMatchObject({ state: 'rejected' });
        expect((await door.ground.unit(unit).duty()).counts).toBe(kept);
      });
    });

    describe('SES', () => {
      it('throttles: the row goes back to pending, and the hour wakes deliver again', async () => {
        door.ground.cloud.fault({ kind: 'throttle', target: 'deliver ses:SendRawEmail', times: 100 });
        const { upload, mails } = await sendAndSettle();
        expect(mails).toHaveLength(0);
        expect(await mailRow(upload)).toMatchObject({ state: 'pending', ambiguous: false });
        door.ground.cloud.clearFaults();
        await nextHour();
        expect(await mailsAbout(upload)).toHaveLength(1);
        expect(await mailRow(upload)).toMatchObject({ state: 'sent' });
      });

      it('takes the mail and times out: it is sent again, and the row says so', async () => {
        door.ground.cloud.fault({ kind: 'ses-timeout', target: 'deliver ses:SendRawEmail' });
        const { upload, mails } = await sendAndSettle();
        door.ground.cloud.clearFaults();
        expect(mails).toHaveLength(2);
        expect(await mailRow(upload)).toMatchObject({ state: 'sent', ambiguous: true });
      });
    });

    describe('the hour', () => {
      it('killed half-way loses nothing and doubles nothing', async () => {
        await door.ground.cloud.setClock('2024-03-19T08:30:00+07:00');
        await door.ground.cloud.idle();
        door.ground.cloud.fault({ kind: 'crash', target: 'schedule s3:PutObject runs/', nth: 1 });
        await door.ground.cloud.setClock('2024-03-19T09:00:00+07:00');
        await door.ground.cloud.idle();
        expect(door.ground.cloud.faults()[0]?.seen).toBeGreaterThanOrEqual(1);
        door.ground.cloud.clearFaults();
        await nextHour();
        for (const address of ['lanh-dao@stnmt.example', 'tong-hop@stnmt.example']) {
          const summaries = (await door.ground.mailbox.to(address)).filter(
            ({ attachments }) => attachments.length === 2,
          );
          expect(summaries).toHaveLength(1);
        }
        expect(
          door.ground.cloud.queues().filter(({ deadLetters, visible }) => deadLetters && visible > 0),
        ).toEqual([]);
      });
    });

    describe('the dead letters', () => {
      it('only wake: the hour has sent another, and sending them back doubles nothing', async () => {
        door.ground.cloud.fault({ kind: 'crash', target: 'deliver dynamodb:GetItem', times: 5 });
        const { upload } = await sendAndSettle();
        door.ground.cloud.clearFaults();
        await nextHour();
        const dead = () =>
          door.ground.cloud.queues().filter(({ deadLetters, visible }) => deadLetters && visible > 0);
        expect(dead()).toHaveLength(1);
        for (const { name } of dead()) door.ground.cloud.redrive(name);
        await door.ground.cloud.idle();
        expect(dead()).toEqual([]);
        expect(await mailsAbout(upload)).toHaveLength(1);
      });
    });

    /** The next full hour but one: what waits is then over ten minutes old. */
    async function nextHour(): Promise<void> {
      const hour = 3_600_000;
      await door.ground.cloud.setClock(
        new Date((Math.floor(door.ground.cloud.now() / hour) + 2) * hour).toISOString(),
      );
      await door.ground.cloud.idle();
    }
  });
}
