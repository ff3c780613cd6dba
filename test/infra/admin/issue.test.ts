import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Terminal } from '../../../infra/admin/ask.ts';
import { type DraftRequest, draftCommand } from '../../../infra/admin/draft-command.ts';
import { type IssueRequest, issueCommand } from '../../../infra/admin/issue-command.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { addReportCommands } from '../../../infra/admin/report-commands.ts';
import { Refused } from '../../../shared/office/refused.ts';
import { drawUp, NotIssued, planDraft } from '../../../shared/office/report/draw-up.ts';
import { readSummary } from '../../../shared/office/report/summarise.ts';
import { readEditions, recordAct } from '../../../shared/records/editions.ts';
import { putDecision } from '../../../shared/records/filings.ts';
import { readManifest } from '../../../shared/records/runs.ts';
import { readOfficeFile, readSignatures, sumOf } from '../../../shared/records/signatures.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { decided, reportFiled } from '../../functions/a-report.ts';
import { signedPdf } from '../../functions/a-signed-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { anHour } from '../../functions/an-hour.ts';
import { queuedBefore } from '../../functions/queued.ts';

let world: World;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issue-'));
});
afterEach(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const queued = async () => (await queuedBefore(world.table)).filter((id) => !id.startsWith('reminder/'));

/** What a command said, and how it ended. */
async function ended(
  command: (output: { say: (line: string) => void; terminal: Terminal | null }) => Promise<void>,
  terminal: Terminal | null,
) {
  const said: string[] = [];
  const end = await command({ say: (line) => said.push(line), terminal }).then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof NotIssued || error instanceof Refused)) throw error;
      return error.message;
    },
  );
  return { said, end };
}

function run(wish: Partial<DraftRequest>, terminal: Terminal | null = null) {
  const flags = { anyway: false, yes: false, dryRun: false, actor: 'admin', reason: null };
  return ended(
    (output) => draftCommand(world.system, { period: 'Q1-2024', ...flags, ...wish }, output),
    terminal,
  );
}

/** With everything that stands on the signed report. */
async function issued(wish: Partial<IssueRequest> = {}, terminal: Terminal | null = null) {
  const signed = join(folder, 'ky.pdf');
  await writeFile(signed, signedPdf);
  const whole = {
    ...{ period: 'Q1-2024', number: '125/BC-STNMT', day: '2024-03-19', signed, reason: 'Đã ký' },
    ...{
      signer: 'Nguyễn Văn An',
      answer: ['Đã hỏi lại đơn vị'],
      anyway: false,
      yes: true,
      dryRun: false,
      actor: 'Chánh Văn phòng',
      ...wish,
    },
  };
  return ended((output) => issueCommand(world.system, whole, output), terminal);
}

describe('the status of a report', () => {
  it('tells a draft that was taken back from one that another has replaced', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await hour('2024-03-19T09:00:00+07:00');
    for (const [unit, at] of [
      ['QLDD', '10'],
      ['KHTC', '11'],
    ] as const) {
      await reportFiled(world, { unit });
      world.setNow(`2024-03-19T${at}:00:00+07:00`);
      await run({ yes: true, reason: 'Nộp muộn' });
    }
    const by = { actor: 'VP', reason: 'Sai kỳ', at: world.now(), recipients: [] };
    await recordAct(world.table, 'Q1-2024', 3, { ...by, takesBack: true });
    const said: string[] = [];
    const program = new Command();
    const options = { onSystem: (command: Command) => command, open: async () => world.system };
    addReportCommands({ program, ...options, say: (line) => said.push(line) });
    await program.parseAsync(['report', 'status', 'Q1-2024'], { from: 'user' });
    expect(said.filter((line) => line.includes('edition')).map((line) => line.split('  ').at(-1))).toEqual([
      'replaced',
      'STALE',
      'taken back',
    ]);
  });
});

describe('the command that issues a report', () => {
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
  });

  it('has nothing to issue before a draft was drawn up', async () => {
    expect((await issued()).end).toBe('Q1-2024 has no draft yet; "report draft Q1-2024" draws one up');
  });

  it('lists who gets what first, and sends the signed file to them', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    const before = await queued();
    const { said } = await issued({ dryRun: true });
    expect(said.slice(0, 3)).toEqual([
      'report issue Q1-2024 sends edition 1, as the office has it and as it was signed: ' +
        'as of 2024-03-19T09:00:00+07:00, 1 of 14 units filed',
      'Recipients:',
      '  BDVTU      Ban Dân vận Tỉnh ủy <ban-dan-van@tinhuy.example>: the signed report',
    ]);
    expect(await queued()).toEqual(before);
    expect((await issued()).end).toBe('done');
    const run = 'Q1-2024-final-2024-03-19T0200Z';
    expect(await queued()).toHaveLength(before.length + 1);
    expect(await queued()).toContain(`issued-report/${run}/BDVTU`);
    expect(await readSignatures(world.table, 'Q1-2024')).toMatchObject([
      { edition: 1, number: '125/BC-STNMT', actor: 'Chánh Văn phòng', link: null, recipients: ['BDVTU'] },
    ]);
    expect((await issued({ dryRun: true })).said).toContain(
      'It was issued as No. 125/BC-STNMT of 2024-03-19.',
    );
  });

  it.each(['number', 'day', 'signed', 'reason', 'signer'] as const)('refuses without --%s', async (left) => {
    await hour('2024-03-19T09:00:00+07:00');
    const before = await queued();
    const { end } = await issued({ [left]: undefined });
    expect(end).toContain(
      // Not needed where the regime names somebody.
      left === 'signer' ? 'give --signer NAME' : 'give --number, --day, --signed FILE.pdf and --reason',
    );
    expect(await queued()).toEqual(before);
  });

  it('has on record who signed, and by which form', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    const signer = { signer: 'Nguyễn Văn An', signerForm: 'KT.', signerRole: 'PHÓ GIÁM ĐỐC' } as const;
    expect((await issued(signer)).end).toBe('done');
    const by = { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn An' };
    expect(await readSignatures(world.table, 'Q1-2024')).toMatchObject([{ signer: by }]);
  });

  it.each([
    ['form and title without a name', ['signer'], { signerForm: 'KT.', signerRole: 'PHÓ GIÁM ĐỐC' }, {}],
    ['a title without its form', [], { signerRole: 'PHÓ GIÁM ĐỐC' }, {}],
    ['a form without its title', [], { signerForm: 'KT.' }, {}],
    ['a form without its title, by the regime', ['signer'], {}, { role: undefined }],
  ] as const)('refuses %s before it asks or keeps anything', async (_, left, wish, by) => {
    const { authority } = world.regime;
    const signing = { form: 'TL.', role: 'CHÁNH VĂN PHÒNG', name: 'Lê Văn Cường', ...by } as const;
    await applyRegime(world.system, { ...world.regime, authority: { ...authority, signing } });
    await hour('2024-03-19T09:00:00+07:00');
    const without = Object.fromEntries(left.map((each) => [each, undefined]));
    const { end } = await issued({ ...without, ...wish, yes: false }, async () => {
      throw new Error('asked');
    });
    expect(end).toContain('give --signer NAME, and both --signer-form and --signer-role');
    const signed = { sha256: sumOf(signedPdf) };
    expect(await readOfficeFile(world.store, 'Q1-2024-final-2024-03-19T0200Z', 'pdf', signed)).toBeNull();
    expect(await readSignatures(world.table, 'Q1-2024')).toEqual([]);
  });

  it('goes on only when the period is typed at the terminal', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    const before = await queued();
    expect((await issued({ yes: false })).end).toContain('give --yes');
    expect((await issued({ yes: false }, async () => 'y')).end).toBe('Q1-2024: nothing was sent');
    expect(await queued()).toEqual(before);
    const signed = { sha256: sumOf(signedPdf) };
    const kept = () => readOfficeFile(world.store, 'Q1-2024-final-2024-03-19T0200Z', 'pdf', signed);
    expect(await kept()).toBeNull();
    expect((await issued({ yes: false }, async () => 'Q1-2024')).end).toBe('done');
    expect(await kept()).not.toBeNull();
  });

  it('names the file that is not where it was said to be', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    const gone = join(folder, 'khong-co.pdf');
    for (const wish of [{ signed: gone }, { corrected: gone }]) {
      await expect(issued(wish)).rejects.toMatchObject({
        code: 'FILE_NOT_USABLE',
        message: expect.stringContaining(gone),
      });
    }
  });

  it('sends nothing that changed while somebody looked at the list', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    const before = await queued();
    const { end } = await issued({ yes: false }, async () => {
      await reportFiled(world, { unit: 'KHTC' });
      world.setNow('2024-03-19T09:10:00+07:00');
      return 'Q1-2024';
    });
    expect(end).toMatch(/Something has changed since this was shown/);
    expect(await queued()).toEqual(before);
  });
});

describe('the command that draws up a draft', () => {
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
  });

  it('names every recipient of the office and the documents, and nobody above', async () => {
    const { said } = await run({ dryRun: true });
    expect(said[0]).toContain('makes edition 1 of what is filed now');
    expect(said[2]).toContain('Q1-2024_bao-cao-tong-hop.docx, Q1-2024_bao-cao-tong-hop.xlsx');
    expect(said.slice(2, 4).map((line) => line.slice(2, 10))).toEqual(['LANHDAO ', 'VANPHONG']);
    expect(said.join('\n')).not.toContain('BDVTU');
  });

  it('changes nothing as a dry run', async () => {
    const { said, end } = await run({ dryRun: true, yes: true });
    expect([said.at(-1), end]).toEqual(['dry run: nothing was drawn up', 'done']);
    expect([await queued(), await readEditions(world.table, 'Q1-2024')]).toEqual([[], []]);
  });

  it('names the workbook of choices that is not where it was said to be', async () => {
    const gone = run({ choices: join(folder, 'khong-co.xlsx') });
    await expect(gone).rejects.toMatchObject({ code: 'FILE_NOT_USABLE' });
  });

  it('refuses without a terminal and without --yes, having listed', async () => {
    const { said, end } = await run({});
    expect(said).toContain('Recipients:');
    expect(end).toContain('give --yes');
    expect(await queued()).toEqual([]);
  });

  it('draws up nothing else than what was shown: what came in the meantime has to be looked at', async () => {
    const { end } = await run({}, async () => {
      await reportFiled(world, { unit: 'KHTC' });
      return 'Q1-2024';
    });
    expect(end).toContain('something has changed since the list was shown');
    expect([await queued(), await readEditions(world.table, 'Q1-2024')]).toEqual([[], []]);
  });

  it('puts in what the office chose and entered, and holds on to the choice in later drafts', async () => {
    await reportFiled(world, { unit: 'KHTC', text: 'Đã vận động 12 hộ dân thôn Nà Pàn hiến đất làm đường.' });
    await hour('2024-03-19T09:00:00+07:00');
    const first = await readManifest(world.store, 'Q1-2024-final-2024-03-19T0200Z');
    const choices = join(folder, 'so-lieu.xlsx');
    await writeFile(choices, await writeWorkbook(await readSummary(world.store, first)));
    world.setNow('2024-03-20T09:00:00+07:00');
    expect((await run({ yes: true, choices, day: '20/03/2024' })).end).toContain('yyyy-mm-dd');
    const { said, end } = await run({ yes: true, choices, number: '130/BC-STNMT', day: '2024-03-21' });
    expect([said[0], end]).toEqual(['so-lieu.xlsx takes in 0 sentences and leaves out 0', 'done']);
    const second = await readManifest(world.store, 'Q1-2024-final-2024-03-20T0200Z');
    const chosen = { in: [], out: [] };
    expect(second.paper).toEqual({
      ...{ choices: chosen, number: '130/BC-STNMT', date: '2024-03-21', replaces: null },
    });
    world.setNow('2024-03-20T10:00:00+07:00');
    expect((await run({ yes: true, anyway: true })).end).toBe('done');
    const third = await readManifest(world.store, 'Q1-2024-final-2024-03-20T0300Z');
    expect(third.paper).toEqual({ choices: chosen, number: null, date: null, replaces: null });
  });

  it('says in a draft after an issued report whose place it takes', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    expect((await issued()).end).toBe('done');
    world.setNow('2024-03-20T09:00:00+07:00');
    expect((await run({ yes: true, anyway: true })).end).toBe('done');
    const { paper } = await readManifest(world.store, 'Q1-2024-final-2024-03-20T0200Z');
    expect(paper?.replaces).toEqual({ number: '125/BC-STNMT', date: '2024-03-19' });
  });

  it('does not follow another edition that was drawn up in the meantime', async () => {
    const wanted = { anyway: true, actor: 'admin', reason: null };
    const plan = await planDraft(world.system, 'Q1-2024', wanted);
    world.setNow('2024-03-15T08:05:00+07:00');
    await run({ yes: true });
    await expect(drawUp(world.system, plan, wanted)).rejects.toThrow(NotIssued);
    expect(await readEditions(world.table, 'Q1-2024')).toHaveLength(1);
  });
});

describe('a report that cannot be meant to be signed', () => {
  it('is not drawn up before its period opens', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: '6T-2024' });
    const { said, end } = await run({ period: '6T-2024', yes: true });
    expect(said).toContain('  ! the period has not opened yet');
    expect(end).toContain('the period has not opened yet; --anyway draws it up');
    expect(await queued()).toEqual([]);
    expect((await run({ period: '6T-2024', yes: true, anyway: true })).end).toBe('done');
    expect(await queued()).toHaveLength(2);
  });

  it('is not drawn up of a review whose guidance has not come', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: 'CD-27CT' });
    expect((await run({ period: 'CD-27CT', yes: true })).end).toContain('has not opened yet');
  });

  it('is not drawn up with nobody filed, though rejected files lie there', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', state: 'rejected' });
    expect((await run({ yes: true })).end).toContain('nobody has filed anything that counts');
    await hour('2024-03-19T09:00:00+07:00');
    const before = await queued();
    expect((await issued()).end).toContain('nobody has filed anything that counts');
    expect(await queued()).toEqual(before);
    await decided(world, { kind: 'nil', unit: 'TTRA' });
    world.setNow('2024-03-19T10:00:00+07:00');
    expect((await run({ yes: true })).end).toBe('done');
    expect((await issued()).end).toBe('done');
  });
});

describe('what is to be looked at first', () => {
  it('is everything doubtful that the records know', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 }, fileName: 'tot.xlsx' });
    world.setNow('2024-03-15T09:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', state: 'rejected', fileName: 'sai.xlsx' });
    await reportFiled(world, { unit: 'KHTC', state: 'unreadable', fileName: 'scan.pdf' });
    const returned = await reportFiled(world, { unit: 'TNKS', fileName: 'tra.xlsx' });
    await decided(world, { kind: 'return', unit: 'TNKS', upload: returned.upload });
    await decided(world, { kind: 'extension', unit: 'VPDK', until: '2024-03-25' });
    await decided(world, { kind: 'nil', unit: 'TTRA' });
    await putDecision(world.table, {
      ...{ kind: 'extension-request', period: 'Q1-2024', unit: 'CN-LBI', until: '2024-03-22' },
      ...{ decision: '01HR0000000000000000000000', actor: 'CN-LBI', reason: 'Mất điện' },
      decidedAt: world.now(),
    });
    await world.fileArrives({ unit: 'DDBD', fileName: 'moi.xlsx' }, new Uint8Array([1]));
    const { said } = await run({ dryRun: true });
    for (const [unit, doubt] of [
      ['QLDD', '"sai.xlsx": rejected; "tot.xlsx" counts instead'],
      ['KHTC', '"scan.pdf": received, could not be read'],
      ['KHTC', 'has not filed'],
      ['TNKS', 'its report was returned and not filed anew'],
      ['TNKS', '"tra.xlsx" was returned or left out'],
      ['VPDK', 'has not filed, and was given more time (until 2024-03-25T23:59:59+07:00)'],
      ['CN-LBI', 'asked for time until 2024-03-22, not decided: Mất điện'],
      ['DDBD', 'a file has come and is still being read'],
      ['VPS', 'has not filed'],
    ] as const) {
      const lines = said.filter((line) => line.startsWith('  ! ') && line.includes(` (${unit}): `));
      expect(
        lines.some((line) => line.includes(doubt)),
        `${unit}: ${doubt}\n${lines.join('\n')}`,
      ).toBe(true);
    }
    expect(said).toContain('  ! the deadline has not passed: files may come until 2024-03-18T23:59:59+07:00');
    expect(said.filter((line) => line.startsWith('  ! ') && line.includes('TTRA'))).toEqual([]);
    // Answered, it is no longer in doubt.
    await decided(world, { kind: 'extension', unit: 'CN-LBI', until: '2024-03-22' });
    expect((await run({ dryRun: true })).said.join('\n')).not.toContain('not decided');
  });

  it('is that a report says otherwise than what the office was sent', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
    await hour('2024-03-19T09:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', values: { A02: 4 } });
    world.setNow('2024-03-19T10:00:00+07:00');
    const { said } = await run({ dryRun: true });
    expect(said[0]).toContain('makes edition 2');
    expect(said).toContainEqual(
      expect.stringContaining(
        '  ! edition 1 says otherwise than what counts now: something was filed or decided',
      ),
    );
    expect(said).toContain('"report status Q1-2024" lists what has changed');
  });

  it('are a figure far from the others, and a warning that is still open', async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
    const copied =
      'Đơn vị đã tổ chức hội nghị quán triệt, tuyên truyền đến toàn thể công chức, viên chức. '.repeat(8);
    for (const [n, { code: unit }] of world.regime.units.entries()) {
      const text = unit === 'VPS' || unit === 'QLDD' ? copied : unit;
      await reportFiled(world, { unit, values: { A02: unit === 'TNKS' ? 900 : 20 + n }, text });
    }
    const { said } = await run({ dryRun: true });
    const about = (unit: string) =>
      said.filter((line) => line.startsWith('  ! ') && line.includes(`(${unit})`));
    expect(about('TNKS')).toEqual([expect.stringMatching(/\(TNKS\), A02 “Số hội nghị.*”: 900 is unusual: /)]);
    // Both came in one instant: which of the two is the later one, their ids decide.
    expect(said.filter((line) => /^ {2}! .* \((?:VPS|QLDD)\): /.test(line))).toEqual([
      expect.stringContaining('100% of the text stands word for word'),
    ]);
  });
});
