/** Where everything lies: the table's keys and the bucket's. No other room knows them. */
import { decodeTime, encodeTime } from 'ulid';
import type { ReadingName } from '../filing/version.ts';
import type { Index, Key, Range, Row } from '../ports/table.ts';
import { partitions } from '../vocabulary/partitions.ts';

/** A period's own rows: its regime, its frozen units, its editions; of before also what was filed and decided in it. */
export const periodRows = (period: string): Range => ({ pk: partitions.period + period });
/** What was filed and what was decided in a period; each stood in the period's own partition before. */
export const filedRows = (period: string): readonly Range[] => [
  { pk: partitions.versions + period },
  decidedIn(period),
];
/** All that was decided in a period. */
export const decidedIn = (period: string): Range => ({ pk: partitions.decisions + period });
/** Of what was filed and decided, and still stands in the period's own partition: `$` follows the `#` of its own rows. */
export const rowsOfBefore = (period: string): Range => ({
  pk: partitions.period + period,
  sk: { from: '$' },
});
/** The same of one unit, wherever it stands, of before first; or of it only one kind. */
export const unitRows = (
  period: string,
  unit: string,
  kinds: readonly ('versions' | 'decisions')[] = ['versions', 'decisions'],
): readonly Range[] =>
  (['period', ...kinds] as const).map((of) => ({
    pk: partitions[of] + period,
    sk: { begins: `${unit}#` },
  }));
/** `#` sorts before every unit's code, and no code contains it. */
export const periodOwner = (period: string): Key => ({ pk: partitions.period + period, sk: '#REGIME' });
export const periodOpening = (period: string): Key => ({ pk: partitions.period + period, sk: '#OPENED' });
/** Four digits, so that the rows stand in the order of the editions. */
export const editionKey = (period: string, edition: number): Key => ({
  pk: partitions.period + period,
  sk: `#EDITION#${String(edition).padStart(4, '0')}`,
});
export const editionRows = (period: string): Range => ({
  pk: partitions.period + period,
  sk: { begins: '#EDITION#' },
});

/** That an edition was issued: apart from the editions, so that whoever issues need not be allowed to change them. */
export const signatureRows = (period: string): Range => ({ pk: partitions.signatures + period });
export const signatureKey = (period: string, edition: number): Key => ({
  pk: partitions.signatures + period,
  sk: String(edition).padStart(4, '0'),
});

/** What was asked about a period's drafts. */
export const draftAskKey = (period: string, ask: string): Key => ({
  pk: partitions.drafts + period,
  sk: ask,
});

/** A period of very many units is frozen in parts, which the row of its opening names. */
export const openingPartKey = (period: string, of: string, part: number): Key => ({
  pk: partitions.period + period,
  sk: `#OPENED#${of}#${String(part).padStart(4, '0')}`,
});
export const openingPartRows = (period: string, of: string): Range => ({
  pk: partitions.period + period,
  sk: { begins: `#OPENED#${of}#` },
});
/** Everything of the units from `first` to `last`, in the order of their codes: `$` follows `#`, and no code has either. */
export const unitsRows = (period: string, first: string, last: string): readonly Range[] =>
  [periodRows(period), ...filedRows(period)].map(({ pk }) => ({
    pk,
    sk: { from: `${first}#`, to: `${last}$` },
  }));

export const versionKey = (period: string, unit: string, upload: string): Key => ({
  pk: partitions.versions + period,
  sk: `${unit}#VERSION#${upload}`,
});
/** The later readings of a file. */
export const laterRows = (period: string, unit: string, upload: string): Range => ({
  pk: partitions.versions + period,
  sk: { begins: `${versionKey(period, unit, upload).sk}#` },
});
/** Stands behind the version, so that one Query of a unit gives both. */
export const readingKey = (period: string, unit: string, upload: string, reading: string): Key => ({
  pk: partitions.versions + period,
  sk: `${versionKey(period, unit, upload).sk}#${reading}`,
});
export const decisionKey = (period: string, unit: string, decision: string): Key => ({
  pk: partitions.decisions + period,
  sk: `${unit}#DECISION#${decision}`,
});
/** Where the same row stood before. */
export const keyOfBefore = (period: string, { sk }: Key): Key => ({ pk: partitions.period + period, sk });

/** A ULID carries its own day, so an upload is found by its id and by the day it was minted. */
const uploadsOfDay = (day: string): Range => ({ pk: partitions.uploads + day });
/** Those minted in a part of one day, by instants in milliseconds; the second is left out. */
export const uploadsBetween = (day: string, from: number, to: number): Range => ({
  ...uploadsOfDay(day),
  sk: { from: encodeTime(from, 10), to: encodeTime(to, 10) },
});
export const uploadsOfDayAfter = (day: string, upload: string): Range =>
  upload === '' ? uploadsOfDay(day) : { ...uploadsOfDay(day), sk: { from: upload } };
/** The UTC day on which it was minted, `yyyy-mm-dd`. */
export const dayOfUpload = (upload: string): string =>
  new Date(decodeTime(upload)).toISOString().slice(0, 10);
/** Comes before the id of every upload minted at that time (milliseconds since the epoch) or later. */
export const earliestUpload = (time: number): string => encodeTime(time, 10) + '0'.repeat(16);
export const uploadKey = (upload: string): Key => ({
  pk: partitions.uploads + dayOfUpload(upload),
  sk: upload,
});

/** What ingest knows of a file that has come, until and beside its version. */
export const attemptsKey = (upload: string): Key => ({ pk: partitions.arrivals + upload, sk: 'ATTEMPTS' });

/** A place at which one file of `whose` is read. */
export const turnKey = (whose: string, place: number): Key => ({
  pk: partitions.turns + whose,
  sk: String(place),
});

/** A place at which one look with the link is answered: among the limits, for the portal may not take turns at reading. */
export const lookKey = (link: string, place: number): Key => ({
  pk: `${partitions.limits}looks/${link}`,
  sk: String(place),
});

/** One partition, read by exact hash; listing it is a rare thing an admin does. */
export const links: Range = { pk: partitions.links };
export const linkKey = (hash: string): Key => ({ pk: partitions.links, sk: hash });
/** When a link was last used: apart from it, so that whoever notes it need not be allowed to change links. */
export const linkUseKey = (hash: string): Key => ({ pk: partitions.linkUses + hash, sk: 'USE' });
/** That a holder is given no link until an admin gives one. */
export const linkStopKey = (regime: string, holder: string): Key => ({
  pk: partitions.linkStops + regime,
  sk: holder,
});

/** The codes that were asked for with one link, oldest first. */
export const codesOf = (link: string, since: number): Range => ({
  pk: partitions.codes + link,
  sk: { from: encodeTime(since, 10) },
});
export const codeKey = (link: string, code: string): Key => ({ pk: partitions.codes + link, sk: code });
/** The devices that may decide with one link, by the hash of what each keeps. */
export const deviceSessions = (link: string): Range => ({ pk: partitions.sessions + link });
export const deviceSessionKey = (link: string, hash: string): Key => ({
  pk: partitions.sessions + link,
  sk: hash,
});

/** What the office noted about a unit; apart from what was filed, so that nothing that counts is read with it. */
export const notesOf = (period: string, unit: string): Range => ({
  pk: partitions.notes + period,
  sk: { begins: `${unit}#` },
});
export const noteKey = (period: string, unit: string, note: string): Key => ({
  pk: partitions.notes + period,
  sk: `${unit}#${note}`,
});

export const outboxKey = (id: string): Key => ({ pk: partitions.outbox + id, sk: 'MESSAGE' });
/** The id of the row at this partition key. */
export const outboxIdOf = (pk: string): string => pk.slice(partitions.outbox.length);
/** The index of the mails not yet sent, by the time (ISO 8601, UTC) from which they wait: a row leaves it when sent. */
export const unsentIndex: Index = { name: 'unsent', pk: 'unsent', sk: 'unsentSince' };
export const unsentBefore = (instant: string): Range => ({
  index: unsentIndex,
  pk: 'mail',
  sk: { before: instant },
});

/** What one recipient is told together of one hour. */
export const bundleRows = (regime: string, recipient: string, from: string): Range => ({
  pk: `${partitions.bundles}${regime}/${recipient}/${from}`,
});
export const bundledKey = (regime: string, recipient: string, from: string, about: string): Key => ({
  pk: `${partitions.bundles}${regime}/${recipient}/${from}`,
  sk: about,
});

/** The counter of one window of a limit; a partition for each name, so that no limit slows another down. */
export const windowKey = (name: string, from: string): Key => ({ pk: partitions.limits + name, sk: from });

/** One partition: the addresses at which mail does not arrive are few. */
export const addresses: Range = { pk: partitions.addresses };
export const addressKey = (address: string): Key => ({ pk: partitions.addresses, sk: address.toLowerCase() });
export const erasureKey = (period: string, erasure: string): Key => ({
  pk: partitions.erasures + period,
  sk: erasure,
});
export const erasuresOf = (period: string): Range => ({ pk: partitions.erasures + period });
/** Whose row it is, of those that name a period and may hold what a person wrote; null for any other row. */
export function rowKindOf(
  { pk, sk }: Record<'pk' | 'sk', unknown>,
  period: string,
): 'version' | 'reading' | 'decision' | 'note' | null {
  const [partition, rest] = String(pk).split(/(?<=#)/);
  if (rest !== period) return null;
  if (partition === partitions.notes) return 'note';
  if (
    partition !== partitions.period &&
    partition !== partitions.versions &&
    partition !== partitions.decisions
  )
    return null;
  const [, kind, , later] = String(sk).split('#');
  if (kind === 'DECISION') return 'decision';
  return kind === 'VERSION' ? (later === undefined ? 'version' : 'reading') : null;
}
export const isUploadRow = ({ pk }: Record<'pk', unknown>): boolean =>
  String(pk).startsWith(partitions.uploads);
export const isOutboxRow = ({ pk }: Row): boolean => String(pk).startsWith(partitions.outbox);
export const isSignatureRow = ({ pk }: Row): boolean => String(pk).startsWith(partitions.signatures);
export const isWatermarkRow = ({ pk }: Row): boolean => pk === partitions.watermarks;
export const isCurrentRegimeRow = ({ pk }: Row): boolean => pk === partitions.regimes;

export const overviewKey = (period: string): Key => ({ pk: partitions.overviews + period, sk: 'NOW' });
export const progressKey = (work: string): Key => ({ pk: partitions.work + work, sk: 'PROGRESS' });

/** What the office changed in a regime, oldest first. */
export const amendmentsOf = (regime: string): Range => ({ pk: partitions.amendments + regime });
export const amendmentKey = (regime: string, before: number): Key => ({
  pk: partitions.amendments + regime,
  sk: String(before).padStart(6, '0'),
});

export const regimes: Range = { pk: partitions.regimes };
export const regimeKey = (regime: string): Key => ({ pk: partitions.regimes, sk: regime });
export const watermarkKey = (regime: string): Key => ({ pk: partitions.watermarks, sk: regime });
/** Hours missed by the schedule, by their ends: a gap that began long ago and ended today is of today. */
export const gapKey = (regime: string, to: string): Key => ({ pk: partitions.gaps + regime, sk: to });
export const gapsFrom = (regime: string, from: string): Range => ({
  pk: partitions.gaps + regime,
  sk: { from },
});
export const runs: Range = { pk: partitions.runs };
export const runKey = (run: string): Key => ({ pk: partitions.runs, sk: run });

export const inboxObject = (upload: string): string => `inbox/${upload}`;
/** Everything that one reading of a file found; the first has the upload's own name. */
export const resultsObject = (reading: ReadingName): string => `results/${nameOf(reading)}.json`;
/** The uploaded file with the findings of a reading noted in it. */
export const annotatedObject = (reading: ReadingName): string => `annotated/${nameOf(reading)}`;
const nameOf = ({ upload, again }: ReadingName) => (again ? `${upload}-${again.reading}` : upload);
export const regimeObject = (hash: string): string => `regimes/${hash}.json`;
export const runObject = (run: string, name: string): string => `runs/${run}/${name}`;

/** What the office put beside a run when it issued it, and what it was shown then. */
export const issuedObject = (run: string, name: string): string => `issued/${run}/${name}`;

/** The upload's id of an `inbox/` key, or null for any other key. */
export function uploadOfObject(key: string): string | null {
  return /^inbox\/([0-7][0-9A-HJKMNP-TV-Z]{25})$/.exec(key)?.[1] ?? null;
}
