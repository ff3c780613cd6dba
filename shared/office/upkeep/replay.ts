/** Reading stored files again with today's engine: shown first, applied when somebody asks for it. */
import { createHash } from 'node:crypto';
import { type Duty, dutyStatus } from '../../filing/duty.ts';
import type { Filings } from '../../filing/filings.ts';
import { verdictOf } from '../../filing/recording.ts';
import { type KeptReading, type LaterReading, type Version, withNewest } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { ulidAfter } from '../../ports/randomness.ts';
import type { Reading } from '../../reading/model/reading.ts';
import {
  eachUnit,
  putLaterReading,
  readCommonDecisions,
  readFilings,
  readReading,
  writeReading,
} from '../../records/filings.ts';
import { inboxObject } from '../../records/keys.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { officeItself } from '../../regime/recipients.ts';
import type { Regime } from '../../regime/regime.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import { tellTogether } from '../desk/tell-office.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { Refused } from '../refused.ts';
import { type Owed, periodInForce } from '../regimes-in-force.ts';
import { CopyNotMade, keepAnnotated } from '../take-in/keep-annotated.ts';
import { type Reader, taskOf } from '../take-in/take-in.ts';
import { concernsUnit, type Differences, differencesOf } from './differences.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes'> & {
  readonly reader: Reader;
};

/** Which files are read again. */
export interface Scope {
  readonly period: string;
  readonly unit?: string | undefined;
  /** The end of a receipt's number. */
  readonly receipt?: string | undefined;
}

/** Applies what is found; absent to look alone. */
export interface Applying {
  readonly actor: string;
  readonly reason: string;
  /** Also where a unit's report no longer counts by it, or is late by it. */
  readonly takingAway: boolean;
}

/**
 * Why a file is not read again. `decided`: its verdict is no engine's but follows from a decision or a revoked link, or
 * its bytes were not those announced; `erased`: its time was over; `gone`: its bytes are not there; `changed`: they are not those that were received;
 * `unread`: the engine did not get through this time.
 */
export type PassedOver = 'decided' | 'erased' | 'gone' | 'changed' | 'unread';

/** What a unit's duty stands at before and after. */
interface Effect {
  readonly before: Pick<Duty, 'status' | 'counting'>;
  readonly after: Pick<Duty, 'status' | 'counting'>;
  /** Its report no longer counts, or it is worse off. */
  readonly takesAway: boolean;
}

export interface Replayed {
  readonly version: Version;
  readonly outcome:
    | { readonly kind: 'same' }
    | { readonly kind: 'passed-over'; readonly why: PassedOver; readonly error?: Error }
    /** `applied` is false where nobody asked for it, or where it takes away and nobody said so. */
    | {
        readonly kind: 'changed';
        readonly differences: Differences;
        readonly effect: Effect;
        readonly applied: boolean;
      };
}

/**
 * One answer for each file, unit by unit, oldest file first. What is applied is appended in a fixed order: annotated copy →
 * results object → reading's row → outbox row → queue; done again it goes on, and what was applied is the same as what is
 * read now. Throws Unknown, Refused.
 */
export async function* replay(
  needs: Needs,
  scope: Scope,
  applying: Applying | null,
): AsyncGenerator<Replayed> {
  if (applying?.reason.trim() === '') throw new Refused('REASON_MISSING');
  const owed = await periodInForce(needs, scope.period);
  for await (const { unit, filings } of filingsIn(needs, scope)) {
    let standing = filings;
    const files = filings.versions.toSorted((a, b) => (a.upload < b.upload ? -1 : 1));
    for (const version of files.filter(({ receipt }) => receipt.endsWith(scope.receipt ?? ''))) {
      const replayed = await replayOne(needs, { owed, unit, filings: standing, version }, applying);
      yield replayed.told;
      standing = replayed.filings;
    }
  }
}

async function* filingsIn(
  { table }: Pick<Needs, 'table'>,
  { period, unit }: Scope,
): AsyncGenerator<{ readonly unit: string; readonly filings: Filings }> {
  if (unit !== undefined) return yield { unit, filings: await readFilings(table, period, unit) };
  const common = await readCommonDecisions(table, period);
  for await (const { unit: each, versions, decisions } of eachUnit(table, period)) {
    if (versions.length > 0)
      yield { unit: each, filings: { versions, decisions: [...common, ...decisions] } };
  }
}

interface File {
  readonly owed: Owed;
  readonly unit: string;
  readonly filings: Filings;
  readonly version: Version;
}

async function replayOne(
  needs: Needs,
  file: File,
  applying: Applying | null,
): Promise<{ readonly told: Replayed; readonly filings: Filings }> {
  const { version, filings } = file;
  const as = (outcome: Replayed['outcome']) => ({ told: { version, outcome }, filings });
  if (version.erased !== undefined) return as({ kind: 'passed-over', why: 'erased' });
  const before = await readReading(needs.store, version);
  if (!before) throw new Error(`the version ${version.upload} has no results object`);
  const read = await readAgain(needs, version, before);
  if ('why' in read) return as({ kind: 'passed-over', ...read });
  const differences = differencesOf(before, read.reading);
  if (differences === null) {
    // It may have been applied by one that was cut off before the mail.
    if (applying) await tell(needs, file.owed.regime, version);
    return as({ kind: 'same' });
  }
  const later = laterReading(needs, version, read.reading, differences, applying);
  const fresh = withNewest(version, [later]);
  const after = { ...filings, versions: filings.versions.map((each) => (each === version ? fresh : each)) };
  const effect = effectOf(file, after, needs.clock.now());
  const applied = applying !== null && (applying.takingAway || !effect.takesAway);
  if (applied) await append(needs, { owed: file.owed, fresh, later, read });
  return {
    told: { version, outcome: { kind: 'changed', differences, effect, applied } },
    filings: applied ? after : filings,
  };
}

/** Verdicts that no engine gave: reading the bytes would overrule what was decided about them. */
const decided: readonly string[] = ['FILE_TAKEN_AWAY', 'LINK_WAS_REVOKED', 'FILE_CHANGED'];

async function readAgain(
  { store, reader }: Needs,
  version: Version,
  before: KeptReading,
): Promise<
  | { readonly why: PassedOver; readonly error?: Error }
  | { readonly reading: Reading; readonly bytes: Uint8Array }
> {
  if (before.findings.some(({ code }) => decided.includes(code))) return { why: 'decided' };
  const file = await store.get(inboxObject(version.upload));
  if (!file) return { why: 'gone' };
  if (createHash('sha256').update(file.bytes).digest('hex') !== version.sha256) return { why: 'changed' };
  const task = await taskOf({ store }, version);
  try {
    const reading = await reader.read(file.bytes, task);
    // This machine's hour, not the file: what was read once is not given up for it.
    const tooMuch = reading.findings.some(({ code }) => code === 'TOO_MUCH_TO_READ');
    return tooMuch && before.state !== 'unreadable' ? { why: 'unread' } : { reading, bytes: file.bytes };
  } catch (error) {
    return { why: 'unread', ...(error instanceof Error && { error }) };
  }
}

function laterReading(
  { clock, randomBytes }: Needs,
  { upload, period, unit, again }: Version,
  reading: Reading,
  differences: Differences,
  applying: Applying | null,
): LaterReading {
  const readAt = clock.now();
  return {
    upload,
    period,
    unit,
    readAt,
    reading: ulidAfter(again?.reading ?? '', randomBytes, Date.parse(readAt)),
    actor: applying?.actor ?? '',
    reason: printable(applying?.reason.trim() ?? ''),
    told: concernsUnit(differences),
    ...verdictOf(reading),
  };
}

function effectOf(
  { owed: { regime, period }, unit, filings, version }: File,
  then: Filings,
  now: string,
): Effect {
  const standing = (of: Filings): Effect['before'] => {
    const { status, counting } = dutyStatus({ ...of, regime, period, unit, now, expected: null });
    return { status, counting };
  };
  const [before, after] = [standing(filings), standing(then)];
  const lost = before.counting?.ulid === version.upload && after.counting?.ulid !== version.upload;
  const worse = before.status !== after.status && ['on-time', 'returned'].includes(before.status);
  return { before, after, takesAway: lost || worse };
}

async function append(
  needs: Needs,
  {
    owed,
    fresh,
    later,
    read,
  }: {
    readonly owed: Owed;
    readonly fresh: Version;
    readonly later: LaterReading;
    readonly read: { readonly reading: Reading; readonly bytes: Uint8Array };
  },
): Promise<void> {
  const annotated = await keepAnnotated(needs.store, fresh, read.bytes, read.reading).catch(
    (error: unknown) => {
      if (error instanceof CopyNotMade) return null;
      throw error;
    },
  );
  await writeReading(needs.store, fresh, read.reading, annotated);
  await putLaterReading(needs.table, later);
  await tell(needs, owed.regime, fresh);
}

/** The unit hears that its file was read again, once for each reading, and the office with what else the hour brought. */
async function tell(needs: Needs, regime: Regime, { period, unit, upload, again }: Version): Promise<void> {
  if (!again?.told) return;
  const { reading } = again;
  const mail = { kind: 'verdict', period, unit, upload, reading } as const;
  if ((await readMessage(needs.table, outboxId(mail))) === null) {
    for (const { id } of officeItself(regime)) {
      const whom = { regime: regime.id, recipient: id };
      await tellTogether(needs, whom, { kind: 'reading', period, unit, upload, reading });
    }
  }
  await enqueueMail(needs, mail);
}
