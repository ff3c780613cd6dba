/** A morning after the deadline, on which somebody of the office has eleven units to chase before lunch. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressees, inviteByHand } from '../../../shared/office/links/invite.ts';
import type { System } from '../../admin/system.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { files, period, summaryAt } from '../story/cast.ts';
import { Mailbox } from '../story/mailbox.ts';
import { UnitAtDesk } from '../story/unit.ts';

const deadlineDay = '2024-03-18T15:20:00+07:00';
const reminderAt = '2024-03-19T08:00:00+07:00';
/** The draft was drawn up the day before, and nobody has looked at it; the schedule reminds nobody on this day. */
const morning = '2024-03-20T10:05:00+07:00';

/** What stands in the way of whom: the units that the pictures open. */
export const stuck = { rejected: 'CN-CLO', unread: 'CN-LBI', asks: 'QLDD', bounced: 'TTPTQD' } as const;

export interface Stage {
  readonly cloud: LocalCloud;
  readonly system: System;
}

/** Three of fourteen have filed; what the others stand at differs. */
export async function setStage({ cloud }: Pick<Stage, 'cloud'>): Promise<void> {
  const unit = (code: string) =>
    new UnitAtDesk(cloud.endpoints.portal, cloud.endpoints.links[code]?.token ?? '');
  const send = async (code: string, name: string, sender: string) =>
    unit(code).send(period, { name, sender, bytes: await readFile(join(files, name)) });
  const reach = async (at: string) => {
    await cloud.idle();
    await cloud.setClock(at);
    await cloud.idle();
  };

  cloud.bounceNext('ttptqd@units.example', 'hard');
  await send('KHTC', 'Bao cao dan van Quy I.docx', 'Hoàng Thị Lan');
  await send('VPS', 'BC_dan_van_Q1_2024_VPS.xlsx', 'Lý Minh Đức');
  await unit('TTRA').declareNil(period, 'Không phát sinh nội dung công tác dân vận trong kỳ.');
  await reach(deadlineDay);
  await send('CN-HLU', 'Bao cao chi nhanh Huu Lung.xlsx', 'Nguyễn Văn Bình');
  await send(stuck.rejected, 'Bao cao chi nhanh Cao Loc.xlsx', 'Chu Văn Nam');
  const scan = new TextEncoder().encode('%PDF-1.4\n%%EOF');
  await unit(stuck.unread).send(period, { name: 'ban quet.pdf', bytes: scan, sender: 'Lã Thị Thu' });
  await unit(stuck.asks).askExtension(period, '2024-03-22', 'Chờ số liệu của hai xã vùng cao');
  for (const at of [reminderAt, summaryAt, morning]) await reach(at);
}

/** The page of somebody of the office, with a link of their own. */
export async function pageOf({ system }: Pick<Stage, 'system'>, recipient: string): Promise<string> {
  const [addressee] = await addressees(system, { only: [recipient] });
  if (!addressee) throw new Error(`the sample regime names no ${recipient}`);
  return (await inviteByHand(system, addressee)).page;
}

/** The six digits that were mailed last to the office. */
export async function newestCode({ cloud }: Pick<Stage, 'cloud'>): Promise<string> {
  await cloud.idle();
  const mails = await new Mailbox(cloud.mailFolder).to('tong-hop@stnmt.example');
  const digits = mails.flatMap(({ text = '' }) => /\b(\d{3}) (\d{3})\b/.exec(text)?.slice(1).join('') ?? []);
  const code = digits.at(-1);
  if (code === undefined) throw new Error('no code was mailed');
  return code;
}
