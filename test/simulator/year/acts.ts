/** What units and the office do in the year, by what each is like. */

interface When {
  /** ISO 8601 with offset. */
  readonly at: string;
}
interface About {
  readonly unit: string;
  readonly period: string;
}
type DecidedKind =
  | 'extension'
  | 'extension-refusal'
  | 'return'
  | 'exclude-version'
  | 'exclude-unit'
  | 'waive'
  | 'hold-reminders'
  | 'undo';

type Deed =
  | ({ readonly does: 'files'; readonly bad?: true } & About)
  | ({ readonly does: 'nil' } & About)
  | ({ readonly does: 'reminds' } & About)
  | ({ readonly does: 'types' } & About)
  | ({ readonly does: 'asks'; readonly until: string } & About)
  /** From now on mail to the unit's registered address comes back. */
  | { readonly does: 'breaks'; readonly unit: string; readonly how: 'hard' | 'complaint' }
  | { readonly does: 'mends'; readonly unit: string }
  | { readonly does: 'guidance'; readonly period: string; readonly until: string }
  | { readonly does: 'issues'; readonly period: string }
  | ({
      readonly does: 'decides';
      readonly kind: DecidedKind;
      readonly until?: string;
      /** Of the newest decision of this kind. */
      readonly undoes?: DecidedKind;
    } & About);
export type Act = When & Deed;

/** After all that a morning sends. */
function afternoon(day: string): string {
  return `${day}T14:00:00+07:00`;
}

function files(unit: string, ...reports: readonly (readonly [day: string, period: string])[]): Act[] {
  return reports.map(([day, period]) => ({ at: afternoon(day), does: 'files', unit, period }));
}

function on(day: string, minute: number, deed: Deed): Act {
  return { ...deed, at: `${day}T14:${String(minute).padStart(2, '0')}:00+07:00` };
}

/** Also on a day off, before the mail that opens the period. */
const punctual = files(
  'DUNG',
  ...([
    ['2024-03-05', 'Q1'],
    ['2024-06-05', '6T'],
    ['2024-09-03', '9T'],
    ['2024-12-04', 'CN'],
  ] as const),
  // A correction of what was issued.
  ['2024-04-02', 'Q1'],
);

const late = files(
  'MUON',
  ...([
    ['2024-02-27', 'KH'],
    ['2024-03-20', 'Q1'],
    ['2024-06-20', '6T'],
    ['2024-08-29', 'TK'],
  ] as const),
  ...([
    ['2024-09-19', '9T'],
    ['2024-12-19', 'CN'],
  ] as const),
);

function khong(period: string): About {
  return { unit: 'KHONG', period };
}

/**
 * Never files; pressed once by hand, and left out of the review in the end. Three times its reminders are held back: over
 * one of the first quarter's, over one of the review's beside the nine months' that goes, and over two of December's,
 * before the second of which that is taken back.
 */
const never: Act[] = [
  on('2024-03-27', 0, { does: 'decides', kind: 'hold-reminders', ...khong('Q1'), until: '2024-03-28' }),
  on('2024-09-26', 0, { does: 'decides', kind: 'hold-reminders', ...khong('TK'), until: '2024-10-03' }),
  on('2024-12-26', 0, { does: 'decides', kind: 'hold-reminders', ...khong('CN'), until: '2025-01-31' }),
  on('2024-12-30', 0, { does: 'decides', kind: 'undo', undoes: 'hold-reminders', ...khong('CN') }),
  on('2024-03-20', 30, { does: 'reminds', unit: 'KHONG', period: 'Q1' }),
  on('2024-10-07', 30, { does: 'decides', kind: 'exclude-unit', unit: 'KHONG', period: 'TK' }),
];

const nothingToReport: Act[] = [
  ...files('NIL', ['2024-02-20', 'KH']),
  ...(
    [
      ['2024-03-06', 'Q1'],
      ['2024-06-06', '6T'],
      ['2024-08-07', 'TK'],
      ['2024-09-06', '9T'],
      ['2024-12-05', 'CN'],
    ] as const
  ).map(([day, period]) => on(day, 0, { does: 'nil', unit: 'NIL', period })),
];

/** Mended after a rejection, after a return, and by a waiver. */
const mended: Act[] = [
  on('2024-03-07', 0, { does: 'files', bad: true, unit: 'SUA', period: 'Q1' }),
  ...files('SUA', ['2024-03-15', 'Q1'], ['2024-06-10', '6T'], ['2024-06-17', '6T'], ['2024-12-09', 'CN']),
  on('2024-06-11', 0, { does: 'decides', kind: 'return', unit: 'SUA', period: '6T' }),
  on('2024-09-10', 0, { does: 'files', bad: true, unit: 'SUA', period: '9T' }),
  on('2024-09-16', 0, { does: 'decides', kind: 'waive', unit: 'SUA', period: '9T' }),
];

/** Its address breaks in May and is mended in June; in December its clerk calls the mails spam, and the office types. */
const bounced: Act[] = [
  on('2024-05-20', 0, { does: 'breaks', unit: 'HONG', how: 'hard' }),
  on('2024-06-17', 5, { does: 'mends', unit: 'HONG' }),
  ...files('HONG', ['2024-03-12', 'Q1'], ['2024-06-18', '6T'], ['2024-09-09', '9T']),
  on('2024-11-20', 0, { does: 'breaks', unit: 'HONG', how: 'complaint' }),
  on('2024-12-16', 0, { does: 'types', unit: 'HONG', period: 'CN' }),
];

/** In time by its extension; late by its extension; let in behind the lock. */
const extended: Act[] = [
  on('2024-03-15', 10, { does: 'asks', unit: 'XIN', period: 'Q1', until: '2024-03-25' }),
  on('2024-03-15', 20, {
    does: 'decides',
    kind: 'extension',
    unit: 'XIN',
    period: 'Q1',
    until: '2024-03-25',
  }),
  on('2024-06-13', 10, { does: 'asks', unit: 'XIN', period: '6T', until: '2024-06-25' }),
  on('2024-06-13', 20, {
    does: 'decides',
    kind: 'extension',
    unit: 'XIN',
    period: '6T',
    until: '2024-06-25',
  }),
  on('2024-10-21', 20, {
    does: 'decides',
    kind: 'extension',
    unit: 'XIN',
    period: '9T',
    until: '2024-10-25',
  }),
  ...files('XIN', ['2024-03-22', 'Q1'], ['2024-07-01', '6T'], ['2024-10-22', '9T'], ['2024-12-10', 'CN']),
];

/** Refused; granted and taken back; its file left out and let in again. */
const refused: Act[] = [
  on('2024-03-14', 10, { does: 'asks', unit: 'BI', period: 'Q1', until: '2024-03-29' }),
  on('2024-03-15', 25, { does: 'decides', kind: 'extension-refusal', unit: 'BI', period: 'Q1' }),
  on('2024-06-13', 12, { does: 'asks', unit: 'BI', period: '6T', until: '2024-06-28' }),
  on('2024-06-13', 22, { does: 'decides', kind: 'extension', unit: 'BI', period: '6T', until: '2024-06-28' }),
  on('2024-06-17', 22, { does: 'decides', kind: 'undo', undoes: 'extension', unit: 'BI', period: '6T' }),
  ...files('BI', ['2024-03-20', 'Q1'], ['2024-06-19', '6T'], ['2024-09-12', '9T'], ['2024-12-11', 'CN']),
  on('2024-12-12', 0, { does: 'decides', kind: 'exclude-version', unit: 'BI', period: 'CN' }),
  on('2024-12-13', 0, { does: 'decides', kind: 'undo', undoes: 'exclude-version', unit: 'BI', period: 'CN' }),
];

const joined = files('VAO', ['2024-06-07', '6T'], ['2024-09-06', '9T'], ['2024-12-03', 'CN']);
/** Owes the nine months, of which it is asked until it leaves. */
const left = files('RA', ['2024-03-04', 'Q1'], ['2024-06-04', '6T']);
const notReminded = files('VPS', ['2024-03-08', 'Q1'], ['2024-09-16', '9T']);

const office: Act[] = [
  on('2024-03-26', 0, { does: 'issues', period: 'Q1' }),
  on('2024-08-05', 0, { does: 'guidance', period: 'TK', until: '2024-08-30' }),
];

export const acts: readonly Act[] = [
  ...[punctual, late, never, nothingToReport, mended, bounced, extended, refused, joined, left].flat(),
  ...[notReminded, office].flat(),
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
