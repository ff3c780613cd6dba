import pMap from 'p-map';
import type { Dependencies } from '../ports/dependencies.ts';
import { bringsReport, idForLog, isBundle, readWaiting } from '../records/outbox.ts';
import { keepProgress, readProgress, restartProgress } from '../records/progress.ts';
import { earliestUpload } from '../records/uploads.ts';
import { wakeDeliver, wakeIngest } from '../records/wake.ts';
import { type UnreadUpload, unreadPages } from './unread-uploads.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'arrivals' | 'clock' | 'logger' | 'metrics'>;

const settledUploads = 'repair/settled';
const lookedUploads = 'repair/looked';
/** What an hour repairs at most: SES takes some fifty thousand mails in it, and another hour comes. */
export const mailsInHour = 5000;
const uploadsInHour = 20_000;
const wokenAtOnce = 16;

/** Nothing is minted so long ago any more: a link is stored within seconds of the time it carries, and lives an hour. */
const settledBehind = 24 * 3_600_000;

/** A message that is being worked on must not be worked on twice: what is younger is left alone. */
const patience = 10 * 60_000;
/** A summary is mailed within minutes. */
const patienceForReports = 60 * 60_000;

/**
 * Another message for every file without a version and every mail that waits: events and messages may get lost. How much
 * waits, and how long, is measured on the way.
 */
export async function repair(
  dependencies: Needs,
  scheduledTime: string,
  isOver: () => boolean = () => false,
): Promise<void> {
  const { metrics } = dependencies;
  const now = Date.parse(scheduledTime);
  const before = now - patience;
  const unread = await nextUnread(dependencies, scheduledTime, isOver);
  const files = unread.filter(({ receivedAt }) => Date.parse(receivedAt) <= before);
  metrics.record('FilesWaiting', files.length);
  await pMap(
    files,
    async ({ upload: { upload } }) => {
      dependencies.logger.warn('ARRIVAL_REPAIRED: a file has no version yet, ingest is woken again', {
        upload,
      });
      await wakeIngest(dependencies.arrivals, upload);
    },
    { concurrency: wokenAtOnce },
  );
  const mails = await readWaiting(dependencies.table, new Date(before).toISOString());
  metrics.record('MailsWaiting', mails.length);
  metrics.record('OldestMailSeconds', (ages(mails, now)[0] ?? 0) / 1000);
  const reports = mails.filter(({ id }) => bringsReport(id));
  const late = ages(reports, now).filter((age) => age > patienceForReports);
  if (late.length > 0) metrics.record('SummariesNotGone', late.length);
  // The longest waiting first: those behind them are woken for in the next hour, when these have gone.
  await pMap(
    mails.slice(0, mailsInHour),
    async ({ id }) => {
      if (!isBundle(id)) {
        dependencies.logger.warn('MAIL_REPAIRED: a mail waits, deliver is woken again', {
          id: idForLog(id),
        });
        return wakeDeliver(dependencies.outbox, id);
      }
      // Who began to tell of something in the hour's last second has done so by then.
      await wakeDeliver(dependencies.outbox, id, { delaySeconds: 300 });
    },
    { concurrency: wokenAtOnce },
  );
}

/**
 * The next uploads to be looked at: from the first of which something may still come, or from where an hour that had
 * too many of them ended.
 */
async function nextUnread(
  { table, store, clock }: Needs,
  at: string,
  isOver: () => boolean,
): Promise<readonly UnreadUpload[]> {
  const settled = (await readProgress(table, settledUploads)).after;
  const begun = (await readProgress(table, lookedUploads)).after;
  const found: UnreadUpload[] = [];
  let looked = 0;
  // Unless this look began behind some that are not.
  let allSettled = begun === '';
  for await (const page of unreadPages({ table, store }, at, begun === '' ? settled : begun)) {
    found.push(...page.unread);
    looked += page.looked;
    const { settledTo } = page;
    if (allSettled && settledTo !== null) await keepProgress(table, settledUploads, settledTo, clock.now());
    if (settledTo !== page.last) allSettled = false;
    if (looked < uploadsInHour && !isOver()) continue;
    await keepProgress(table, lookedUploads, page.last, clock.now());
    return found;
  }
  if (begun !== '') await restartProgress(table, lookedUploads);
  // In weeks without a file the days behind are not asked for again each hour. A system that has settled nothing yet may
  // be given older uploads: they are imported with the cursor of where they come from.
  else if (allSettled && settled !== '') {
    await keepProgress(table, settledUploads, earliestUpload(Date.parse(at) - settledBehind), clock.now());
  }
  return found;
}

function ages(mails: readonly { readonly since: string }[], now: number): number[] {
  return mails.map(({ since }) => now - Date.parse(since));
}
