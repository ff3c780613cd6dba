import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { addressees, codeOf, inviteByMail } from '../../../shared/office/links/invite.ts';
import { periodInForce } from '../../../shared/office/regimes-in-force.ts';
import { issueSigned } from '../../../shared/office/report/issue-signed.ts';
import { planSigned } from '../../../shared/office/report/plan-signed.ts';
import { keepOfficeFile } from '../../../shared/records/signatures.ts';
import { languageOf } from '../../../shared/regime/language.ts';
import { aboveOffice } from '../../../shared/regime/recipients.ts';
import { say } from '../../../shared/vocabulary/text.ts';
import { uploadStateWords } from '../../../shared/wording/statuses.ts';
import type { System } from '../../admin/system.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import {
  beginsAt,
  files,
  issueAt,
  issuer,
  period,
  type Scene,
  scenes,
  signedReport,
  summaryAt,
} from './cast.ts';
import { Journal } from './journal.ts';
import { Mailbox } from './mailbox.ts';
import { sampleRegime } from './sample-regime.ts';
import { StoryStuck, UnitAtDesk } from './unit.ts';

export interface Stage {
  readonly cloud: Pick<LocalCloud, 'endpoints' | 'mailFolder' | 'now' | 'setClock' | 'idle'>;
  readonly system: System;
  /** The cloud's folder; the journal of the played steps lies in it. */
  readonly folder: string;
  /** Hears one line of progress at a time. */
  readonly tell: (line: string) => void;
}

/**
 * Plays the first quarter of 2024 through the front door: invitations by mail, uploads by the links in them, the
 * summary at its hour, and the report issued by hand. Steps that were played are not played again.
 * Throws StoryStuck where something does not arrive.
 */
export async function playStory(stage: Stage): Promise<void> {
  const { cloud, folder } = stage;
  const journal = await Journal.open(join(folder, 'story.json'));
  const mailbox = new Mailbox(cloud.mailFolder);
  await cloud.idle();

  await journal.once('invitations', () => invite(stage, mailbox));
  for (const scene of scenes) {
    await journal.once(`${scene.unit} ${scene.at}`, async () => {
      await reach(stage, scene.at);
      await playScene(stage, mailbox, scene);
    });
  }
  await journal.once('summary', async () => {
    await reach(stage, summaryAt);
    await cloud.idle();
    await receiveSummary(stage, mailbox);
  });
  await journal.once('issue', async () => {
    await reach(stage, issueAt);
    await issue(stage, mailbox);
  });
}

async function invite({ cloud, system, tell }: Stage, mailbox: Mailbox): Promise<void> {
  if (Date.parse(summaryAt) <= cloud.now()) {
    throw new StoryStuck(`the story ends with the summary of ${summaryAt}, which has passed; use --empty`);
  }
  const everybody = await addressees(system, { only: [] });
  for (const addressee of everybody) {
    // Cut off half-way, some have theirs already.
    if ((await mailbox.to(addressee.email)).length === 0) await inviteByMail(system, addressee);
  }
  await cloud.idle();
  const waiting = async () => {
    const tokens = await Promise.all(everybody.map(({ email }) => mailbox.tokenFor(email)));
    return everybody.filter((_, index) => tokens[index] === null);
  };
  // A mail that SES throttled, or that was being sent when the cloud was killed, is sent by the hourly run.
  if ((await waiting()).length > 0) {
    await cloud.setClock(new Date(cloud.now() + 2 * 3_600_000).toISOString());
    await cloud.idle();
  }
  for (const { holder } of await waiting()) throw new StoryStuck(`no invitation reached ${codeOf(holder)}`);
  tell(`${clockOf(cloud)}  ${everybody.length} invitations are in the inbox`);
}

async function playScene({ cloud, system, tell }: Stage, mailbox: Mailbox, scene: Scene): Promise<void> {
  const [unit] = await addressees(system, { only: [scene.unit] });
  const token = unit && (await mailbox.tokenFor(unit.email));
  if (!token) throw new StoryStuck(`${scene.unit} has no link`);
  const desk = new UnitAtDesk(cloud.endpoints.portal, token);
  const line = (what: string) => tell(`${clockOf(cloud)}  ${scene.unit.padEnd(8)} ${what}`);
  if (scene.kind === 'nil') {
    await desk.declareNil(period, scene.reason);
    line('declares: không phát sinh');
    return;
  }
  const bytes = await readFile(join(files, scene.file));
  const { state, receipt } = await desk.send(period, { name: scene.sentAs, bytes, sender: scene.sender });
  line(`${scene.sentAs} → ${wordsOf(state)} (${receipt})`);
}

async function receiveSummary({ cloud, system, tell }: Stage, mailbox: Mailbox): Promise<void> {
  const office = (await addressees(system, { only: [] })).filter(({ holder }) => holder.kind === 'office');
  for (const { email, holder } of office) {
    const summary = (await mailbox.to(email)).find(({ attachments }) => attachments.length === 2);
    if (!summary) throw new StoryStuck(`no summary with two attachments reached ${codeOf(holder)}`);
    tell(`${clockOf(cloud)}  ${codeOf(holder).padEnd(8)} ← ${summary.subject}`);
  }
}

/** The office issues what was signed, as `report issue` does. */
async function issue({ cloud, system, tell }: Stage, mailbox: Mailbox): Promise<void> {
  const [regime] = (await addressees(system, { only: [] })).map((addressee) => addressee.regime);
  const above = regime ? aboveOffice(regime) : [];
  const waiting = await Promise.all(above.map(({ email }) => mailbox.to(email)));
  // Cut off half-way, everybody may have it already.
  if (waiting.some((mails) => mails.length === 0)) {
    const owed = await periodInForce(system, period);
    const plan = await planSigned(system, owed);
    if (!plan) throw new StoryStuck(`no draft of ${period} was drawn up`);
    const { file, number, day, signer } = signedReport;
    const { run } = plan.edition;
    const pdf = { fileName: basename(file), bytes: await readFile(file) };
    await issueSigned(system, owed, {
      run,
      number,
      day,
      signer,
      ...issuer,
      link: null,
      answers: plan.asked.map(() => 'Đã hỏi lại đơn vị, đã ghi trong bản ký'),
      seen: plan.seen,
      pdf: await keepOfficeFile(system.store, run, 'pdf', pdf),
      corrected: null,
    });
  }
  await cloud.idle();
  for (const { id, email } of above) {
    const [report] = await mailbox.to(email);
    if (report?.attachments.length !== 1) throw new StoryStuck(`no report reached ${id}`);
    tell(`${clockOf(cloud)}  ${id.padEnd(8)} ← ${report.subject}`);
  }
}

/** Lets the clock come to the scene's time; where `--now` began later, the scene simply is late. */
async function reach({ cloud }: Pick<Stage, 'cloud'>, at: string): Promise<void> {
  const time = Math.max(Date.parse(at), Date.parse(beginsAt));
  // What is under way belongs to the hour before: a receipt must not bear the time of the next scene.
  await cloud.idle();
  if (cloud.now() < time) await cloud.setClock(new Date(time).toISOString());
}

function wordsOf(state: string): string {
  const words = Object.entries(uploadStateWords).find(([name]) => name === state)?.[1];
  return words === undefined ? state : say(words, languageOf(sampleRegime));
}

function clockOf(cloud: Stage['cloud']): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: sampleRegime.timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return parts.format(cloud.now()).replace(',', '');
}
