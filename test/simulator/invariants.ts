/** What must hold, checked against models that are small enough to be believed. */
import { countingOf } from '../../shared/filing/counting.ts';
import { issuedLast, takenBackBy } from '../../shared/filing/edition.ts';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { fingerprintNow } from '../../shared/office/report/fingerprint-now.ts';
import { readAddresses } from '../../shared/records/addresses.ts';
import { readAmendments } from '../../shared/records/amendments.ts';
import { readEditions } from '../../shared/records/editions.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { readLink, readLinks } from '../../shared/records/links.ts';
import { readMessage } from '../../shared/records/outbox.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';
import { readManifest, readRuns, readWatermark } from '../../shared/records/runs.ts';
import { readSignatures } from '../../shared/records/signatures.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import type { Chance } from '../fuzz/chance.ts';
import { aboutThen, checkDecided } from './decided.ts';
import { hold, holding, type Observed, rowsOf } from './observed.ts';
import { lockedAfter, period, smallRegime, unitCodes } from './regime.ts';
import type { Minted, Week } from './week.ts';

const stateOf = { good: 'accepted', bad: 'rejected', poison: 'unreadable' } as const;

/** Whether the file's link was revoked before it came, which keeps it from counting; `perhaps` where it was about then. */
async function revoked({ table }: Observed, { link, postedAt }: Minted): Promise<boolean | 'perhaps'> {
  const revokedAt = link === null ? null : (await readLink(table, link))?.revokedAt;
  if (!revokedAt || postedAt === null) return false;
  const before = Date.parse(postedAt) - Date.parse(revokedAt);
  return before >= -aboutThen && before <= aboutThen ? 'perhaps' : before > 0;
}

/** What the portal answers to an announcement before the lock, and behind it to whoever was given no time. */
export function checkLock(
  week: Pick<Week, 'table' | 'now'>,
  unit: string,
  { status, text }: { readonly status: number; readonly text: string },
): void {
  const isLocked = Date.parse(week.now()) > Date.parse(lockedAfter);
  const given = week.table
    .rows()
    .some(
      (row) =>
        row.unit === unit && row.period === period && ['extension', 'prolong'].includes(String(row.kind)),
    );
  hold(isLocked || !text.includes('PERIOD_LOCKED'), `${unit} was locked out before the lock`);
  hold(!isLocked || given || status !== 201, `${unit} announced a file behind the lock`);
}

/** What must be so once nothing waits any more. */
export async function checkAtRest(week: Observed): Promise<void> {
  const { versions, outbox } = rowsOf(week);
  for (const file of week.minted) {
    const { upload, kind, posted } = file;
    const own = versions.filter((version) => version.upload === upload);
    hold(
      own.length === (posted ? 1 : 0),
      `${upload} was ${posted ? '' : 'not '}posted, has ${own.length} versions`,
    );
    const [version] = own;
    const refused = version?.firstFindings.some(({ code }) => code === 'LINK_WAS_REVOKED') ?? false;
    const taken = await revoked(week, file);
    // Two processes lost at one file are what a poisoned file looks like; a poisoned one may lose them before its link is asked for.
    const lost = (week.lostReaders.get(upload) ?? 0) >= 2 || (kind === 'poison' && taken !== false);
    const givenUp = version?.state === 'unreadable' && lost;
    hold(
      !version || givenUp || taken === 'perhaps' || refused === taken,
      `the link of ${upload} was ${taken ? '' : 'not '}revoked before it came`,
    );
    hold(
      !version || givenUp || version.state.startsWith(refused ? 'rejected' : stateOf[kind]),
      `a ${kind} file ended as ${version?.state}`,
    );
  }
  await checkMails(week, outbox);
  await checkCounting(week);
  await checkDecided(week);
  await checkReached(week);
  await checkSummaries(week);
  await checkCorrections(week);
}

async function checkMails(week: Observed, outbox: readonly OutboxRow[]): Promise<void> {
  const sent = new Map<string, number>();
  for (const { raw } of week.mailer.sent) {
    const id = /^message-id:\s+<(.+)@unit-reports>/im.exec(new TextDecoder().decode(raw))?.[1] ?? '';
    sent.set(id, (sent.get(id) ?? 0) + 1);
  }
  const marks = await readAddresses(week.table);
  const bounced = marks.filter(({ state }) => state === 'bounced');
  // Only what an address that is bounced keeps back may wait.
  const withheld = new Set(bounced.flatMap((mark) => mark.withheld));
  for (const { id, state, ambiguous } of outbox) {
    const times = sent.get(id.replace(/[^A-Za-z0-9.-]/g, '.')) ?? 0;
    const waits = state === 'withheld' && withheld.has(id);
    hold(state === 'sent' || state === 'superseded' || waits, `${id} is still ${state}`);
    hold(state !== 'sent' || times > 0, `${id} is said to be sent and is not`);
    hold(times <= 1 || ambiguous, `${id} was sent ${times} times, and nothing was ambiguous`);
  }
  const { decisions } = rowsOf(week);
  for (const unit of unitCodes) {
    const silent =
      !week.minted.some((file) => file.unit === unit) &&
      !decisions.some((decision) => decision.unit === unit && decision.period === period);
    const reminded = outbox.some(
      ({ id, state }) =>
        id.startsWith(`reminder/${period}/${unit}/`) && (state === 'sent' || withheld.has(id)),
    );
    hold(!silent || reminded, `${unit} did nothing and was never reminded`);
  }
  for (const { upload, posted } of week.minted) {
    const receipt = outbox.find(({ id }) => id === `verdict/${upload}`);
    const told = receipt?.state === 'sent' || withheld.has(receipt?.id ?? '');
    hold(!posted || told, `nobody was told what became of ${upload}`);
  }
  const moved = await movedUnits(week);
  for (const { address, by } of bounced) {
    // It may be an address of before, which is nobody's any more.
    if (moved.some((unit) => unit.email === address || `khac.${unit.email}` === address)) continue;
    for (const { id: recipient } of officeItself(smallRegime)) {
      const row = outbox.find(({ id }) => id === `bounce/${smallRegime.id}/${by}/${address}/${recipient}`);
      hold(row?.state === 'sent', `${recipient} was not told that ${address} takes no mail`);
    }
  }
}

/** The newest file that is good or was waived, or nil, that no decision still in force took away, of the units that were not excluded. */
async function checkCounting(week: Observed): Promise<void> {
  for (const unit of unitCodes) {
    const { decisions, versions } = rowsOf(week);
    const all = decisions.filter((decision) => decision.unit === unit && decision.period === period);
    const own = all.filter(holding(all));
    const waived = own.flatMap((each) => (each.kind === 'waive' ? [each.upload] : []));
    const refused = versions.flatMap(({ upload, firstFindings }) =>
      firstFindings.some(({ code }) => code === 'LINK_WAS_REVOKED') ? [upload] : [],
    );
    const gone = own.flatMap((each) =>
      each.kind === 'return' || each.kind === 'exclude-version' ? [each.upload] : [],
    );
    const unread = versions.flatMap(({ upload, state }) => (state === 'unreadable' ? [upload] : []));
    const nils = own.filter(({ kind }) => kind === 'nil');
    const could = [
      ...week.minted
        .filter((file) => file.unit === unit && file.posted)
        .filter(({ kind, upload }) => kind === 'good' || waived.includes(upload))
        .map(({ upload }) => upload),
      ...nils.filter(({ actor }) => actor.startsWith('unit:')).map(({ decision }) => decision),
    ].filter((ulid) => ![...gone, ...refused, ...unread].includes(ulid));
    const inItsPlace = nils.filter(({ actor }) => actor === 'VP').map(({ decision }) => decision);
    const excluded = own.some(({ kind }) => kind === 'exclude-unit');
    const model = excluded ? undefined : (could.sort().at(-1) ?? inItsPlace.sort().at(-1));
    const counting = countingOf(await readFilings(week.table, period, unit), unit);
    hold(counting?.ulid === model, `of ${unit} ${counting?.ulid} counts and not ${model}`);
  }
}

async function movedUnits({ table }: Observed) {
  const amendments = await readAmendments(table, smallRegime.id);
  return smallRegime.units.filter(({ code }) =>
    amendments.some(({ change }) => change.kind === 'contact' && change.unit === code),
  );
}

/** Each unit is reached where the office said last, and whoever reads its address of before is let in no more. */
async function checkReached(week: Observed): Promise<void> {
  const { regime } = await periodInForce(week, period);
  const amendments = await readAmendments(week.table, smallRegime.id);
  const links = await readLinks(week.table);
  for (const { code, email } of smallRegime.units) {
    let [said, movedAt] = [email, ''];
    for (const { change, madeAt } of amendments) {
      if (change.kind !== 'contact' || change.unit !== code || change.email === said) continue;
      [said, movedAt] = [change.email ?? said, madeAt];
    }
    const now = regime.units.find((unit) => unit.code === code)?.email;
    hold(now === said, `${code} is reached at ${now} and not at ${said}`);
    const open = links.filter(
      ({ holder, issuedAt, revokedAt }) =>
        holder.kind === 'unit' && holder.unit === code && revokedAt === null && issuedAt < movedAt,
    );
    hold(open.length === 0, `${open.length} links of ${code} from before it moved are open`);
  }
}

async function checkSummaries(week: Observed): Promise<void> {
  const { outbox } = rowsOf(week);
  const runs = await readRuns(week.table, smallRegime.id);
  hold(
    runs.some(({ kind }) => kind === 'final'),
    'the report was due and was not made',
  );
  // An interim summary that was cut off is not caught up beside the final one.
  for (const { run } of runs.filter(({ kind }) => kind === 'final')) {
    await readManifest(week.store, run);
    for (const { id } of officeItself(smallRegime)) {
      const row = outbox.find((each) => each.id === `summary/${run}/${id}`);
      hold(row?.state === 'sent', `${id} was not sent ${run}`);
    }
  }
  for (const { message } of outbox) {
    hold(
      message.kind !== 'issued-report' || (await wasIssued(week, message.run)),
      'something went upward by itself',
    );
  }
  const watermark = await readWatermark(week.table, smallRegime.id);
  hold(watermark === new Date(week.lastHour()).toISOString(), `the watermark stands at ${watermark}`);
}

async function wasIssued(week: Observed, run: string): Promise<boolean> {
  return (await readSignatures(week.table, period)).some((signature) => signature.run === run);
}

/** Whoever was sent a report hears of what has changed in it since, by the next morning. */
async function checkCorrections(week: Observed): Promise<void> {
  const editions = await readEditions(week.table, period);
  const edition = issuedLast(editions);
  if (edition === null && editions.some((each) => takenBackBy(each) !== null)) return;
  const asked = smallRegime.periods.find(({ id }) => id === period);
  hold(edition !== null && asked !== undefined, 'no report was made');
  const now = await fingerprintNow(week.table, asked);
  if (now === edition.fingerprint) return;
  for (const { id } of officeItself(smallRegime)) {
    const row = await readMessage(week.table, `correction/${edition.run}/${now}/${id}`);
    const needless = row?.state === 'superseded' && (await countsAsBefore(week, edition.run));
    hold(row?.state === 'sent' || needless, `${id} was not told what changed since ${edition.run}`);
  }
}

/** Whether of each unit the very file counts that counted in that report: then the letter has nothing to tell. */
async function countsAsBefore({ store, table }: Observed, run: string): Promise<boolean> {
  const { versions, decisions } = await readManifest(store, run);
  const same = await Promise.all(
    unitCodes.map(async (unit) => {
      const now = countingOf(await readFilings(table, period, unit), unit);
      return now?.ulid === countingOf({ versions, decisions }, unit)?.ulid;
    }),
  );
  return same.every(Boolean);
}

/** Erased, nothing of the files and nobody's name is left, and what counts is what counted. */
export async function checkErased(week: Week, chance: Chance): Promise<void> {
  const counted = async () =>
    Promise.all(
      unitCodes.map(
        async (unit) => countingOf(await readFilings(week.table, period, unit), unit)?.ulid ?? null,
      ),
    );
  const [before, versions] = [await counted(), rowsOf(week).versions.length];
  await week.eraseAll(chance);
  hold((await week.erasable()).length === 0, 'something is left to be erased');
  hold(JSON.stringify(await counted()) === JSON.stringify(before), 'erased, something else counts');
  hold(rowsOf(week).versions.length === versions, 'a receipt was erased');
  for (const { upload } of week.minted)
    hold((await week.store.get(inboxObject(upload))) === null, `the file of ${upload} is still there`);
  const named = week.table.rows().find((row) => /bao-cao\.xlsx|ban-giay\.xlsx/.test(JSON.stringify(row)));
  hold(named === undefined, `a name is left in ${named?.pk} / ${named?.sk}`);
}

/** Read again by the same engine every file says the same; but for one that was given up though it was sound. */
export async function checkReadAgain(week: Week): Promise<void> {
  for (const { version, outcome } of await week.readAgain()) {
    const givenUp = version.state === 'unreadable' && (week.lostReaders.get(version.upload) ?? 0) >= 2;
    hold(outcome.kind !== 'changed' || givenUp, `${version.upload} was read otherwise by the same engine`);
  }
}

/** All that is stored and was mailed, to be compared. */
export function everything(week: Observed): string {
  return JSON.stringify([week.table.rows(), week.mailer.sent.length]);
}
