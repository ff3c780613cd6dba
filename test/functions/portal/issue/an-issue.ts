/** An office before a draft that the schedule has drawn up, and what it does there. */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { Corrections, IssueView } from '../../../../functions/portal/contract/issue.ts';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { issuedObject } from '../../../../shared/records/keys.ts';
import { readRunFile } from '../../../../shared/records/runs.ts';
import { readSignatures } from '../../../../shared/records/signatures.ts';
import { scannedPdf } from '../../a-signed-report.ts';
import { aDesk, type Browser, type DeskWorld, decidingBrowser, decidingDesk, goOnFrom } from '../a-desk.ts';

export const at = '/api/office/issue/Q1-2024';
export const run = 'Q1-2024-final-2024-03-19T0200Z';
export const pdf = scannedPdf();
export const fileOf = (bytes: Uint8Array, fileName = 'da-ky.pdf') => ({
  ...{ fileName, size: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
export const figure = {
  ...{ source: { sheet: 'Báo cáo', cell: 'D7' }, cumulative: null, cumulativeSource: null },
};

/** Before the deadline, one unit has filed. */
export async function beforeTheHour(): Promise<DeskWorld> {
  const filed = await aDesk('2024-03-15T08:00:00+07:00');
  await filed.filed({
    ...{ unit: 'QLDD', receivedAt: '2024-03-15T08:00:00+07:00' },
    reading: { values: [{ ...figure, indicator: 'A02', value: 31 }] },
  });
  return filed;
}

/**
 * After the schedule's hour and its mails with the documents they bring: a second of the processor, once for all tests of a
 * file, and the reason why these are no more than three.
 */
export async function afterTheHour(): Promise<Office> {
  const hour = await beforeTheHour();
  hour.setNow('2024-03-19T09:00:20+07:00');
  await createHandler(hour.world)({ scheduledTime: '2024-03-19T09:00:00+07:00' });
  await hour.send();
  const begun = await decidingDesk(hour, '2024-03-19T10:30:00+07:00');
  return new Office(() => goOnFrom(begun), begun);
}

/** Each test goes on from the same hour, by `drawnUp`, and has what it does there for itself. */
export class Office {
  desk: DeskWorld;
  clerk: Browser;
  readonly #goOn: () => ReturnType<typeof goOnFrom>;

  constructor(
    goOn: () => ReturnType<typeof goOnFrom>,
    { desk, clerk }: Awaited<ReturnType<typeof goOnFrom>>,
  ) {
    this.#goOn = goOn;
    this.desk = desk;
    this.clerk = clerk;
  }

  /** An office that may decide on what the hour has drawn up. */
  async drawnUp(): Promise<void> {
    ({ desk: this.desk, clerk: this.clerk } = await this.#goOn());
  }

  /** Where the desk is another, or another day has begun. */
  async enterAgain(desk: DeskWorld = this.desk): Promise<void> {
    this.desk = desk;
    this.clerk = await decidingBrowser(desk);
  }

  async look() {
    return IssueView.parse((await this.clerk.get(at)).json);
  }

  async draft() {
    const { draft } = await this.look();
    if (!draft) throw new Error('there is no draft');
    return draft;
  }

  async store(kind: 'pdf' | 'docx', bytes: Uint8Array): Promise<void> {
    const { sha256 } = fileOf(bytes);
    await this.desk.world.store.put(
      issuedObject((await this.draft()).run, `${sha256}.${kind}`),
      bytes,
      'a/b',
    );
  }

  /** What the page sends once everything was looked at. */
  async wish(given: object = {}) {
    const { run: shown, seen, asked } = await this.draft();
    return {
      answers: asked.map(() => 'Đã hỏi lại đơn vị'),
      ...{ run: shown, seen, number: '125/BC-STNMT', day: '2024-03-19', pdf: fileOf(pdf) },
      ...{ signer: { name: 'Nguyễn Văn An' }, reason: 'Lãnh đạo Sở đã ký', ...given },
    };
  }

  /** The draft with other words in the place of a figure's, stored; and what is shown of it. */
  async corrected(instead: string, of: string | RegExp = '31\u00a0hội nghị') {
    const built = await readRunFile(this.desk.world.store, run, 'bao-cao-tong-hop.docx');
    const parts = unzipSync(built ?? new Uint8Array());
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(of, instead);
    const edited = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
    await this.store('docx', edited);
    const file = { ...fileOf(edited), fileName: 'da-sua.docx' };
    const { fileName, sha256 } = file;
    const { seen } = await this.draft();
    const answer = await this.clerk.post(`${at}/corrections`, { run, fileName, sha256, seen });
    return { file, ...Corrections.parse(answer.json) };
  }

  async issue(given: object = {}) {
    return this.clerk.post(at, await this.wish(given));
  }

  /** All that goes out now. */
  async mailed() {
    await this.desk.send();
    const all = await this.desk.mails();
    this.desk.world.mailer.sent.length = 0;
    return all;
  }

  /** The same by address and subject. */
  async subjects(): Promise<readonly string[]> {
    return (await this.mailed()).map(({ to, subject }) => `${to?.[0]?.address}: ${subject}`);
  }

  /** The code of the refusal; nothing is on record then, and nothing was mailed. */
  async refused(given: object, status = 409) {
    const answer = await this.issue(given);
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
    expect(await readSignatures(this.desk.world.table, 'Q1-2024')).toEqual([]);
    expect(await this.mailed()).toEqual([]);
    return answer.json.code;
  }

  /** Asks for another draft. */
  async ask(reason = 'Bổ sung báo cáo nộp muộn') {
    return this.clerk.post(`${at}/draft`, { reason });
  }

  async takeBack(of: string) {
    return this.clerk.post(`${at}/draft/taken-back`, { run: of, reason: 'Sai kỳ số liệu' });
  }

  /** A report that makes the draft stale. */
  async late() {
    return this.desk.filed({ unit: 'KHTC', receivedAt: '2024-03-19T10:20:00+07:00' });
  }
}
