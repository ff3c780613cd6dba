/** Where everything lies: the table's keys and the bucket's. No other room knows them. */
import { decodeTime, encodeTime } from 'ulid';
import type { Index, Key, Range } from '../ports/table.ts';

/** What a period's partition holds: its regime, its frozen units, and each unit's versions and decisions. */
export const periodRows = (period: string): Range => ({ pk: `PERIOD#${period}` });
export const unitRows = (period: string, unit: string): Range => ({
  pk: `PERIOD#${period}`,
  sk: { begins: `${unit}#` },
});
/** `#` sorts before every unit's code, and no code contains it. */
export const periodOwner = (period: string): Key => ({ pk: `PERIOD#${period}`, sk: '#REGIME' });
export const periodOpening = (period: string): Key => ({ pk: `PERIOD#${period}`, sk: '#OPENED' });
/** Four digits, so that the rows stand in the order of the editions. */
export const editionKey = (period: string, edition: number): Key => ({
  pk: `PERIOD#${period}`,
  sk: `#EDITION#${String(edition).padStart(4, '0')}`,
});
export const editionRows = (period: string): Range => ({
  pk: `PERIOD#${period}`,
  sk: { begins: '#EDITION#' },
});

/** A period of very many units is frozen in parts, which the row of its opening names. */
export const openingPartKey = (period: string, of: string, part: number): Key => ({
  pk: `PERIOD#${period}`,
  sk: `#OPENED#${of}#${String(part).padStart(4, '0')}`,
});
export const openingPartRows = (period: string, of: string): Range => ({
  pk: `PERIOD#${period}`,
  sk: { begins: `#OPENED#${of}#` },
});
/** Everything of the units from `first` to `last`, in the order of their codes: `$` follows `#`, and no code has either. */
export const unitsRows = (period: string, first: string, last: string): Range => ({
  pk: `PERIOD#${period}`,
  sk: { from: `${first}#`, to: `${last}$` },
});

export const versionKey = (period: string, unit: string, upload: string): Key => ({
  pk: `PERIOD#${period}`,
  sk: `${unit}#VERSION#${upload}`,
});
export const decisionKey = (period: string, unit: string, decision: string): Key => ({
  pk: `PERIOD#${period}`,
  sk: `${unit}#DECISION#${decision}`,
});

/** A ULID carries its own day, so an upload is found by its id and by the day it was minted. */
const uploadsOfDay = (day: string): Range => ({ pk: `UPLOADS#${day}` });
export const uploadsOfDayAfter = (day: string, upload: string): Range =>
  upload === '' ? uploadsOfDay(day) : { ...uploadsOfDay(day), sk: { from: upload } };
/** The UTC day on which it was minted, `yyyy-mm-dd`. */
export const dayOfUpload = (upload: string): string =>
  new Date(decodeTime(upload)).toISOString().slice(0, 10);
export const uploadKey = (upload: string): Key => ({
  pk: `UPLOADS#${dayOfUpload(upload)}`,
  sk: upload,
});

/** What ingest knows of a file that has come, until and beside its version. */
export const attemptsKey = (upload: string): Key => ({ pk: `ARRIVAL#${upload}`, sk: 'ATTEMPTS' });

/** A place at which one file of `whose` is read. */
export const turnKey = (whose: string, place: number): Key => ({ pk: `TURNS#${whose}`, sk: String(place) });

/** One partition, read by exact hash; listing it is a rare thing an admin does. */
export const links: Range = { pk: 'LINKS' };
export const linkKey = (hash: string): Key => ({ pk: 'LINKS', sk: hash });

/** The codes that were asked for with one link, oldest first. */
export const codesOf = (link: string, since: number): Range => ({
  pk: `CODES#${link}`,
  sk: { from: encodeTime(since, 10) },
});
export const codeKey = (link: string, code: string): Key => ({ pk: `CODES#${link}`, sk: code });
/** The devices that may decide with one link, by the hash of what each keeps. */
export const deviceSessions = (link: string): Range => ({ pk: `SESSIONS#${link}` });
export const deviceSessionKey = (link: string, hash: string): Key => ({ pk: `SESSIONS#${link}`, sk: hash });

/** What the office noted about a unit; apart from what was filed, so that nothing that counts is read with it. */
export const notesOf = (period: string, unit: string): Range => ({
  pk: `NOTES#${period}`,
  sk: { begins: `${unit}#` },
});
export const noteKey = (period: string, unit: string, note: string): Key => ({
  pk: `NOTES#${period}`,
  sk: `${unit}#${note}`,
});

export const outboxKey = (id: string): Key => ({ pk: `OUTBOX#${id}`, sk: 'MESSAGE' });
/** The index of the mails not yet sent, by the time (ISO 8601, UTC) from which they wait: a row leaves it when sent. */
export const unsentIndex: Index = { name: 'unsent', pk: 'unsent', sk: 'unsentSince' };
export const unsentBefore = (instant: string): Range => ({
  index: unsentIndex,
  pk: 'mail',
  sk: { before: instant },
});

/** The counter of one window of a limit; a partition for each name, so that no limit slows another down. */
export const windowKey = (name: string, from: string): Key => ({ pk: `LIMIT#${name}`, sk: from });

export const overviewKey = (period: string): Key => ({ pk: `OVERVIEW#${period}`, sk: 'NOW' });
export const progressKey = (work: string): Key => ({ pk: `WORK#${work}`, sk: 'PROGRESS' });

export const regimes: Range = { pk: 'REGIMES' };
export const regimeKey = (regime: string): Key => ({ pk: 'REGIMES', sk: regime });
export const watermarkKey = (regime: string): Key => ({ pk: 'WATERMARKS', sk: regime });
export const runs: Range = { pk: 'RUNS' };
export const runKey = (run: string): Key => ({ pk: 'RUNS', sk: run });

export const inboxObject = (upload: string): string => `inbox/${upload}`;
export const resultsObject = (upload: string): string => `results/${upload}.json`;
/** The uploaded file with its findings noted in it. */
export const annotatedObject = (upload: string): string => `annotated/${upload}`;
export const regimeObject = (hash: string): string => `regimes/${hash}.json`;
export const runObject = (run: string, name: string): string => `runs/${run}/${name}`;

/** The upload's id of an `inbox/` key, or null for any other key. */
export function uploadOfObject(key: string): string | null {
  return /^inbox\/([0-7][0-9A-HJKMNP-TV-Z]{25})$/.exec(key)?.[1] ?? null;
}
