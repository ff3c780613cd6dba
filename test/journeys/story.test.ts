import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment, Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { beginsAt, issueAt, issuer, scenes, signedReport } from '../../infra/local/story/cast.ts';
import { playStory } from '../../infra/local/story/play.ts';
import { countingOf } from '../../shared/filing/counting.ts';
import type { Table } from '../../shared/reading/model/document.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { readManifest } from '../../shared/records/runs.ts';
import { readSignatures } from '../../shared/records/signatures.ts';
import { localCloudWords } from '../../shared/wording/local-cloud.ts';
import { aCloud, type Ground } from './a-cloud.ts';
import { Command } from './a-command.ts';
import { expectNoneTold } from './told-in-logs.ts';

const story = join(import.meta.dirname, '..', '..', 'infra', 'local', 'story');
const Figure = z.union([z.number(), z.string(), z.null()]);
const Figures = z.looseObject({
  units: z.record(z.string(), z.looseObject({ values: z.record(z.string(), z.tuple([Figure, Figure])) })),
});

let ground: Ground;
let figures: z.output<typeof Figures>['units'];
let summaries: Email[];

/** Their file had its verdict when the power went: the mail about it may have been under way, and go out again. */
const cutOff = ['VPS', 'QLDD'];

/** The story's beginning by the command, which is killed as it starts and twice in its story: who went on once must go on again. */
async function beginAndBeKilled(folder: string): Promise<void> {
  const lives: readonly ((command: Command) => Promise<void>)[] = [
    (command) => command.killAsItStarts(),
    (command) => command.killAfter(2),
    (command) => command.killAfter(1),
  ];
  for (const live of lives) {
    const command = new Command(folder);
    try {
      await live(command);
    } finally {
      command.stop();
    }
  }
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'story-'));
  await beginAndBeKilled(folder);
  ground = await aCloud(beginsAt, { folder });
  figures = Figures.parse(JSON.parse(await readFile(join(story, 'figures.json'), 'utf8'))).units;
  await playStory({ ...ground, tell: () => {} });
  summaries = await Promise.all(
    ['lanh-dao@stnmt.example', 'tong-hop@stnmt.example'].map(async (address) => {
      const all = (await ground.mailbox.to(address)).filter(({ attachments }) => attachments.length === 2);
      expect(all).toHaveLength(1);
      return all[0] as Email;
    }),
  );
});
afterAll(() => ground.finish());

const attached = (extension: string): Attachment => {
  const found = summaries[0]?.attachments.find(({ filename }) => filename?.endsWith(extension));
  if (!found) throw new Error(`the summary has no ${extension}`);
  return found;
};
const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** The units whose figures must be in the totals: those whose report counts at the end of the story. */
const reporting = [
  'VPS',
  'KHTC',
  'QLDD',
  'DDBD',
  'TNKS',
  'CCBVMT',
  'VPDK',
  'TTTNMT',
  'TTPTQD',
  'CN-TPLS',
  'CN-CLO',
];

/** Added up straight from the source of the sample files, by nothing of the product's own. */
function sumOf(indicator: string, column: 0 | 1, units: readonly string[]): number {
  return units.reduce((sum, unit) => {
    const figure = figures[unit]?.values[indicator]?.[column];
    return sum + (typeof figure === 'number' ? figure : 0);
  }, 0);
}

describe('the sample story', () => {
  it('invites every unit and the office, each with a link of its own', async () => {
    for (const unit of Object.keys(ground.cloud.endpoints.links)) {
      const mails = await ground.mailbox.to(`${unit.toLowerCase()}@units.example`);
      expect(mails[0]?.text).toContain('/u#');
    }
  });

  it('answers each file with one receipt or one rejection', async () => {
    const { versions } = await readPeriod(ground.system.table, 'Q1-2024');
    expect(versions).toHaveLength(scenes.filter(({ kind }) => kind === 'file').length);
    for (const { unit, receipt, sha256, state } of versions) {
      const about = (await ground.mailbox.to(`${unit.toLowerCase()}@units.example`)).filter(({ text }) =>
        text?.includes(receipt),
      );
      expect(about.length, `${unit} ${state}`).toBeGreaterThanOrEqual(1);
      expect(about.length, `${unit} ${state}`).toBeLessThanOrEqual(cutOff.includes(unit) ? 2 : 1);
      expect(about[0]?.text).toContain(sha256);
    }
  });

  it('accepts the eleven good files, rejects the one with three mistakes and the foreign one', async () => {
    const filings = await readPeriod(ground.system.table, 'Q1-2024');
    const states = (unit: string) =>
      filings.versions
        .filter((version) => version.unit === unit)
        .sort((a, b) => a.upload.localeCompare(b.upload))
        .map(({ state }) => state);
    for (const unit of reporting.filter((code) => code !== 'CN-CLO'))
      expect(states(unit), unit).toEqual(['accepted']);
    expect(states('CN-CLO')).toEqual(['rejected', 'accepted']);
    expect(states('CN-HLU')).toEqual(['rejected']);
    const [wrong] = filings.versions.filter(({ unit, state }) => unit === 'CN-CLO' && state === 'rejected');
    expect(wrong?.severities.error).toBe(3);
    const [foreign] = filings.versions.filter(({ unit }) => unit === 'CN-HLU');
    expect(foreign?.firstFindings[0]?.code).toBe('OTHER_UNIT');
    expect(countingOf(filings, 'TTRA')?.kind).toBe('nil');
    expect(countingOf(filings, 'CN-LBI')).toBeNull();
  });

  it('sends the office one summary a recipient, whose subject says all', () => {
    for (const { subject } of summaries) {
      expect(subject).toContain('12/14');
      expect(subject).toContain('85,7%');
      expect(subject).toContain('1 muộn');
    }
    const [first, second] = summaries.map(({ attachments }) => attachments.map(bytesOf));
    expect(first).toEqual(second);
  });

  it('tells the office on the Monday before how far it has come, figures only', async () => {
    for (const address of ['lanh-dao@stnmt.example', 'tong-hop@stnmt.example']) {
      const interim = (await ground.mailbox.to(address)).filter(({ subject }) =>
        subject?.includes('tạm tính'),
      );
      expect(interim.map(({ subject }) => subject)).toEqual([expect.stringContaining('6/14')]);
      expect(interim[0]?.attachments[0]?.filename).toBe('Q1-2024_bao-cao-tong-hop_tam-thoi.xlsx');
    }
  });

  it('asks on the morning after the deadline who still owes, its head too, and drafts the office a letter', async () => {
    const chased = async (address: string) => {
      const mails = await ground.mailbox.to(address);
      return mails
        .filter(({ subject }) => /quá hạn|đôn đốc/.test(subject ?? ''))
        .map(({ subject }) => subject);
    };
    for (const unit of ['cn-lbi', 'cn-hlu']) {
      expect(await chased(`${unit}@units.example`)).toHaveLength(1);
      expect(await chased(`truong.${unit}@units.example`)).toHaveLength(1);
    }
    // Whoever filed in time, and whose mended file came ten minutes before.
    for (const unit of ['truong.vpdk', 'truong.ccbvmt', 'cn-clo'])
      expect(await chased(`${unit}@units.example`)).toEqual([]);
    for (const office of ['lanh-dao', 'tong-hop']) {
      const mails = await ground.mailbox.to(`${office}@stnmt.example`);
      const urging = mails.filter(({ subject }) => subject?.includes('Cần đôn đốc: 2 báo cáo'));
      expect(urging.map(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual([
        ['Q1-2024_cong-van-don-doc.docx'],
      ]);
    }
  });

  it('sends those above the signed report, and nothing else', async () => {
    const mails = await ground.mailbox.to('ban-dan-van@tinhuy.example');
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    // Not with the summary of 09:00: when the office issued it.
    expect(Date.parse(mail?.date ?? '')).toBeGreaterThanOrEqual(Date.parse(issueAt));
    const [signature] = await readSignatures(ground.system.table, 'Q1-2024');
    const { number, day, file } = signedReport;
    expect(signature).toMatchObject({ ...issuer, number, day, edition: 1, recipients: ['BDVTU'] });
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['Q1-2024_bao-cao-da-ky.pdf']);
    expect(bytesOf(mail?.attachments[0] as Attachment)).toEqual(new Uint8Array(await readFile(file)));
    // No way into the office's page, and nothing of who was chased for what.
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/\/u#|CN-HLU|Hữu Lũng|từ chối/);
  });
});

describe('the totals of the summary', () => {
  let sheet: Table;
  beforeAll(async () => {
    const { blocks } = await openDocument(bytesOf(attached('.xlsx')));
    const found = blocks.find((block): block is Table => block.kind === 'table' && block.sheet === 'Số liệu');
    if (!found) throw new Error('the workbook has no sheet "Số liệu"');
    sheet = found;
  });

  /** The numbers in the row of an indicator, left to right. */
  const rowOf = (indicator: string): number[] => {
    const row = sheet.cells.find(({ text }) => text === indicator)?.row;
    return sheet.cells.flatMap((cell) =>
      cell.row === row && cell.number !== undefined ? [cell.number] : [],
    );
  };
  const summed = [
    'A01',
    'A02',
    'A03',
    'A04',
    'A05',
    'A09',
    'B02',
    'B04',
    'B06',
    'B09',
    'B10',
    'B12',
    'C01',
    'C03',
    'E01',
  ];

  it.each(summed)('%s is the sum of the units’ own figures', (indicator) => {
    expect(rowOf(indicator)).toContain(sumOf(indicator, 0, reporting));
    expect(rowOf(indicator)).toContain(sumOf(indicator, 1, reporting));
  });

  it('would not hold if any one unit were summed twice', () => {
    for (const twice of reporting) {
      const wrong = summed.filter((code) => rowOf(code).includes(sumOf(code, 0, [...reporting, twice])));
      // A figure may happen to stand in the row; the set of them never does.
      expect(wrong.length, twice).toBeLessThan(summed.length / 2);
    }
  });

  it('recomputes percentages from their parts', () => {
    const rate = (100 * sumOf('B13', 0, reporting)) / sumOf('B12', 0, reporting);
    expect(
      rowOf('B14').some((value) => Math.abs(value - rate) < 0.05 || Math.abs(value * 100 - rate) < 0.05),
    ).toBe(true);
  });
});

describe('the frozen run', () => {
  it('pins the versions and the hour it was made for', async () => {
    const manifest = await readManifest(ground.system.store, 'Q1-2024-final-2024-03-19T0200Z');
    expect(manifest.versions).toHaveLength(13);
    expect(manifest.expected).toHaveLength(14);
    expect(manifest.pending).toEqual([]);
  });
});

it('the logs tell no token, address, name of a file or a person, or reason', async () => {
  const written = scenes.flatMap((scene) =>
    scene.kind === 'file' ? [scene.sentAs, scene.sender] : [scene.reason],
  );
  await expectNoneTold(ground, [...written, issuer.reason]);
  // What is logged of all of them would be told.
  await expect(expectNoneTold(ground, ['MAIL_SENT'])).rejects.toThrow('MAIL_SENT');
});

/** What the story cannot use, and why it is granted all the same. */
const reasons: readonly (readonly [grant: RegExp, why: string])[] = [
  [/: logs:/, 'Lambda writes a function’s log as the function, past the gateway'],
  [/: sqs:(Receive|Delete|GetQueueAttributes)/, 'Lambda reads the queue as the function, past the gateway'],
  [/sqs:SendMessage .*MissedRuns/, 'Lambda puts aside an hour that failed in every attempt'],
  [/^deliver: ses:SendRawEmail .*identity\//, 'either the address or its domain is verified'],
  [/s3:ListBucket /, 'a missing object answers 404 and not 403'],
  [/^ingest: s3:GetObject .*results/, 'a reading that was cut off is continued from'],
  [/: dynamodb:BatchGetItem/, 'in place of GetItem, wherever several rows are asked for in one breath'],
  [/^(ingest|portal): dynamodb:UpdateItem/, 'attempts and limits: what a fault or a flood leads to'],
  [/^portal: s3:GetObject .*(annotated|runs)/, 'downloads, which the browser’s journeys sign'],
  [/^schedule: s3:GetObject .*(inbox|runs)/, 'the repair asks for files; a frozen run is continued from'],
  [/^schedule: sqs:SendMessage .*Arrivals/, 'the repair wakes ingest again'],
  [/^ingest: sqs:SendMessage .*Arrivals/, 'a unit’s third file at once is put back behind the others'],
  [
    /^portal: s3:(Get|Put)Object .*issued/,
    'nobody issues on the page in the story; the browser’s journeys do',
  ],
  [/^deliver: s3:PutObject .*regimes/, 'the office changes nothing in the regime; the browser’s journeys do'],
  [/^deliver: sqs:SendMessage .*Outbox/, 'no mail comes back in the story: the office is told of none'],
  [/^portal: sqs:SendMessage .*Codes/, 'nobody decides on the page in the story; the browser’s journeys do'],
];

describe('the roles', () => {
  it('allow nothing that the story does not use, but for what has a reason', () => {
    const unused = ground.cloud.unusedGrants();
    expect(unused.filter((grant) => !reasons.some(([pattern]) => pattern.test(grant)))).toEqual([]);
    // Lambda's own calls never pass here: were the list empty, nothing would have been looked at.
    expect(unused.length).toBeGreaterThan(10);
  });
});

describe('the command', () => {
  it('plays nothing again, and ends with 0 as everything has arrived', async () => {
    const mails = await ground.mailbox.to('lanh-dao@stnmt.example');
    await ground.cloud.close();
    const command = new Command(ground.folder);
    onTestFinished(() => command.stop());
    expect(await command.ended(), command.output).toBe(0);
    expect(command.output).toContain(localCloudWords.playedBefore.vi);
    expect(command.output).not.toContain('→');
    expect(await ground.mailbox.to('lanh-dao@stnmt.example')).toHaveLength(mails.length);
  });
});
