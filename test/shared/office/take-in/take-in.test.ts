import type { SQSEvent } from 'aws-lambda';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../../functions/ingest/handler.ts';
import { ReadingThread } from '../../../../functions/ingest/reading-thread.ts';
import type { Upload } from '../../../../shared/filing/version.ts';
import { writeFormXlsx } from '../../../../shared/forms/form-xlsx.ts';
import type { Store } from '../../../../shared/ports/store.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { readFilings, readReading } from '../../../../shared/records/filings.ts';
import { annotatedObject } from '../../../../shared/records/keys.ts';
import { outboxId, readMessage } from '../../../../shared/records/outbox.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { reader } from '../../../functions/ingest/a-reader.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
});
afterEach(() => world.stop());

function arrival(upload: string, receives = 1): SQSEvent {
  const body = JSON.stringify({ detail: { object: { key: `inbox/${upload}` } } });
  const attributes = { ApproximateReceiveCount: String(receives) };
  const record = { messageId: 'message', body, attributes };
  return { Records: [record as SQSEvent['Records'][number]] };
}

const ingest = () => createHandler({ ...world, reader });
const formOf = async (unit: string) => {
  const { regime } = world;
  const period = regime.periods.find(({ id }) => id === 'Q1-2024');
  const owner = regime.units.find(({ code }) => code === unit);
  if (!period || !owner) throw new Error('the sample regime lacks its first quarter');
  return writeFormXlsx({ regime, period, unit: owner, previous: null, decisions: [] });
};
/** The annotated copy, or null where there is none. */
const copyOf = ({ upload }: Upload) => world.store.get(annotatedObject({ upload }));
const verdictRow = ({ upload, unit, period }: Upload) =>
  readMessage(world.table, outboxId({ kind: 'verdict', upload, unit, period }));

describe('one file becomes one version', () => {
  it('records the verdict, everything read, and one mail in the outbox', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    expect(await ingest()(arrival(upload.upload))).toEqual({ batchItemFailures: [] });

    const { versions } = await readFilings(world.table, 'Q1-2024', 'QLDD');
    expect(versions).toHaveLength(1);
    // The form as it was handed out: nobody filled anything in.
    expect(versions[0]).toMatchObject({
      upload: upload.upload,
      state: 'rejected',
      firstFindings: [{ code: 'EMPTY_REPORT' }],
    });
    expect((await readReading(world.store, upload))?.counts).toEqual(versions[0]?.counts);
    expect(await verdictRow(upload)).toMatchObject({ state: 'pending' });
    expect(world.waiting('outbox')).toBe(1);
  });

  it('keeps a copy with every finding marked, under a name of its own', async () => {
    const upload = await world.fileArrives({ fileName: 'báo cáo.xlsx' }, await formOf('QLDD'));
    await ingest()(arrival(upload.upload));
    const copy = await copyOf(upload);
    expect((await readReading(world.store, upload))?.annotated).toEqual({
      fileName: 'báo cáo (lưu ý).xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      size: copy?.bytes.length,
    });
    const { blocks } = await openDocument(copy?.bytes ?? new Uint8Array());
    expect(blocks.at(-1)).toMatchObject({ sheet: 'Lưu ý' });
  });

  it('records the verdict without a copy where none can be made', async () => {
    const parts = unzipSync(await formOf('QLDD'));
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const withMacros = types.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const bytes = zipSync({ ...parts, '[Content_Types].xml': strToU8(withMacros) });
    const upload = await world.fileArrives({}, bytes);
    expect(await ingest()(arrival(upload.upload))).toEqual({ batchItemFailures: [] });
    expect(await readReading(world.store, upload)).toMatchObject({
      state: 'rejected',
      annotated: null,
    });
    expect(await copyOf(upload)).toBeNull();
  });

  it('makes nothing twice when the same event comes twice at once', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    await Promise.all([ingest()(arrival(upload.upload)), ingest()(arrival(upload.upload))]);
    expect((await readFilings(world.table, 'Q1-2024', 'QLDD')).versions).toHaveLength(1);
    expect(await verdictRow(upload)).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('judges by the time at which it first met the file, though somebody stores it again meanwhile', async () => {
    const bytes = await formOf('QLDD');
    const upload = await world.fileArrives({}, bytes);
    const first = world.now();
    await interrupted(upload, 'annotated/');
    world.setNow('2024-03-19T00:02:00+07:00');
    await world.store.put(`inbox/${upload.upload}`, bytes, upload.contentType);
    await ingest()(arrival(upload.upload));
    const [version] = (await readFilings(world.table, 'Q1-2024', 'QLDD')).versions;
    expect(version?.receivedAt.slice(0, 19)).toBe(first.slice(0, 19));
  });

  it('ends in the same state wherever it is cut off and started again', async () => {
    const bytes = await formOf('QLDD');
    for (let cutAt = 1; ; cutAt++) {
      // A turn that was taken before the cut comes back by itself.
      world.setNow(new Date(Date.parse(world.now()) + 120_000).toISOString());
      const upload = await world.fileArrives({}, bytes);
      let calls = 0;
      // The call has its effect, and whoever made it never hears of it: as if killed right after.
      world.breakCalls(({ phase }) => (phase === 'after' && ++calls === cutAt ? 'hang-up' : 'continue'));
      const { batchItemFailures } = await ingest()(arrival(upload.upload));
      world.breakCalls(null);
      if (batchItemFailures.length === 0) {
        // Uploads, versions, copies and results read and written, the outbox and its queue: each was cut off once.
        expect(cutAt).toBeGreaterThan(8);
        break;
      }
      expect(await ingest()(arrival(upload.upload, 2))).toEqual({ batchItemFailures: [] });
      const versions = (await readFilings(world.table, 'Q1-2024', 'QLDD')).versions;
      expect(versions.filter((version) => version.upload === upload.upload)).toHaveLength(1);
      const { annotated } = (await readReading(world.store, upload)) ?? {};
      if (annotated) expect((await copyOf(upload))?.bytes.length).toBe(annotated.size);
      expect(await verdictRow(upload)).toMatchObject({ state: 'pending' });
      expect(world.waiting('outbox')).toBeGreaterThanOrEqual(cutAt);
    }
  });
});

describe('a file that cannot be read ends in a verdict too', () => {
  it.each([
    ['no zip', strToU8('this is no workbook'), 'PLAIN_TEXT'],
    ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('a') }), 'ZIP_NOT_A_REPORT'],
    ['a zip cut in half', zipSync({ 'a.txt': strToU8('a') }).slice(0, 60), 'ZIP_DAMAGED'],
    ['a damaged PDF', strToU8('%PDF-1.7'), 'ZIP_DAMAGED'],
  ])('calls %s unreadable and says why', async (_, bytes, code) => {
    const upload = await world.fileArrives({}, bytes);
    await ingest()(arrival(upload.upload));
    const { versions } = await readFilings(world.table, 'Q1-2024', 'QLDD');
    expect(versions[0]).toMatchObject({ state: 'unreadable', firstFindings: [{ code, severity: 'error' }] });
  });

  it('says so of one that holds its reader, and reads the next one', async () => {
    const held = await world.fileArrives({}, strToU8('never ends'));
    const next = await world.fileArrives({ unit: 'CN-HLU' }, strToU8('counts'));
    const fragile = new URL('../../../functions/ingest/a-fragile-reader.ts', import.meta.url);
    const thread = new ReadingThread(fragile, { seconds: 0.1, megabytes: 96 });
    try {
      const handler = createHandler({ ...world, reader: thread });
      expect(await handler(arrival(held.upload))).toEqual({ batchItemFailures: [] });
      expect(await handler(arrival(next.upload))).toEqual({ batchItemFailures: [] });
    } finally {
      await thread.close();
    }
    expect(await readReading(world.store, held)).toMatchObject({
      findings: [{ code: 'TOO_MUCH_TO_READ', found: '> 0.1 s' }],
    });
    expect((await readFilings(world.table, 'Q1-2024', 'CN-HLU')).versions).toHaveLength(1);
  });

  it('stays in the queue where its reader failed', async () => {
    const upload = await world.fileArrives({}, strToU8('fails'));
    const thread = new ReadingThread(
      new URL('../../../functions/ingest/a-fragile-reader.ts', import.meta.url),
      {
        seconds: 600,
        megabytes: 96,
      },
    );
    try {
      const { batchItemFailures } = await createHandler({ ...world, reader: thread })(arrival(upload.upload));
      expect(batchItemFailures).toHaveLength(1);
    } finally {
      await thread.close();
    }
    expect((await readFilings(world.table, 'Q1-2024', 'QLDD')).versions).toEqual([]);
  });

  it('does not read bytes other than those announced for the upload', async () => {
    const upload = await world.fileArrives({ sha256: '0'.repeat(64) }, await formOf('QLDD'));
    expect(await ingest()(arrival(upload.upload))).toEqual({ batchItemFailures: [] });
    const { versions } = await readFilings(world.table, 'Q1-2024', 'QLDD');
    expect(versions[0]).toMatchObject({ state: 'unreadable', firstFindings: [{ code: 'FILE_CHANGED' }] });
    expect(await verdictRow(upload)).toMatchObject({ state: 'pending' });
  });

  it('is given up at the third attempt, and not read again', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    await interrupted(upload);
    await interrupted(upload);
    later();
    await ingest()(arrival(upload.upload));
    const { versions } = await readFilings(world.table, 'Q1-2024', 'QLDD');
    expect(versions[0]).toMatchObject({ state: 'unreadable', firstFindings: [{ code: 'ENGINE_FAILED' }] });
    expect(await verdictRow(upload)).toMatchObject({ state: 'pending' });
  });

  it('is not given up while two others are still reading it', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    await interrupted(upload);
    await interrupted(upload);
    // Its turn is put off: both places of its unit are taken.
    expect((await ingest()(arrival(upload.upload))).batchItemFailures).toEqual([]);
    expect((await readFilings(world.table, 'Q1-2024', 'QLDD')).versions).toEqual([]);
  });

  it('gets its verdict without a copy where making it was what stopped the attempt, if even the second', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    await interrupted(upload);
    await interrupted(upload, 'annotated/');
    later();
    await ingest()(arrival(upload.upload));
    expect(await readReading(world.store, upload)).toMatchObject({
      findings: [{ code: 'EMPTY_REPORT' }],
      annotated: null,
    });
  });
});

describe('a good file whose function was stopped by what is none of the file’s', () => {
  it('has its verdict and its copy however often its message was received', async () => {
    const upload = await world.fileArrives({}, await formOf('QLDD'));
    await ingest()(arrival(upload.upload, 5));
    expect(await readReading(world.store, upload)).toMatchObject({
      findings: [{ code: 'EMPTY_REPORT' }],
      annotated: { fileName: 'bao-cao (lưu ý).xlsx' },
    });
  });

  it.each(['s3:GetObject', 's3:PutObject', 'dynamodb:PutItem'])(
    'has them after five attempts that AWS refused at %s',
    async (action) => {
      const upload = await world.fileArrives({}, await formOf('QLDD'));
      for (let tried = 0; tried < 5; tried++) {
        world.breakCalls((call) =>
          call.action === action && call.phase === 'before' ? 'throttle' : 'continue',
        );
        expect((await ingest()(arrival(upload.upload))).batchItemFailures).toHaveLength(1);
        world.breakCalls(null);
      }
      await ingest()(arrival(upload.upload));
      expect(await readReading(world.store, upload)).toMatchObject({
        findings: [{ code: 'EMPTY_REPORT' }],
        annotated: { fileName: 'bao-cao (lưu ý).xlsx' },
      });
    },
  );
});

/** Past the time that an attempt may take. */
const later = () => world.setNow('2024-03-15T12:02:00+07:00');

/** An attempt that is killed at its read of the file, or at the named object: nothing is heard of it any more. */
async function interrupted({ upload }: Upload, at = `inbox/${upload}`): Promise<void> {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const whole = world.store;
  const store: Store = {
    get: (key) => (key.startsWith(at) ? killed(resolve) : whole.get(key)),
    putOnce: (key, ...put) => (key.startsWith(at) ? killed(resolve) : whole.putOnce(key, ...put)),
    open: (key) => whole.open(key),
    arrival: (key) => whole.arrival(key),
    put: (...put) => whole.put(...put),
    list: (...list) => whole.list(...list),
  };
  void createHandler({ ...world, store, reader })(arrival(upload));
  await reached;
}

function killed(resolve: () => void): Promise<never> {
  resolve();
  return new Promise(() => {});
}

describe('what is no arrival', () => {
  it.each([
    ['a message that is no JSON', '{'],
    ['a key outside the inbox', JSON.stringify({ detail: { object: { key: 'results/x.json' } } })],
    [
      'an upload that was never minted',
      JSON.stringify({ detail: { object: { key: 'inbox/01HRZ0000000000000000000AB' } } }),
    ],
  ])('keeps %s in the queue', async (_, body) => {
    const event = arrival('x');
    const [record] = event.Records;
    if (record) record.body = body;
    expect((await ingest()(event)).batchItemFailures).toHaveLength(1);
  });
});
