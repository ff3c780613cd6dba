/**
 * How the table is parted, by the beginnings of its partition keys. They part what is written by different hands: a role
 * names the beginnings it may write (infra/records.ts), so that the function that reads hostile files can write verdicts, and
 * neither decisions nor editions nor links.
 */
export const partitions = {
  /** A period's owner, its frozen units, its editions; and what was filed in it before that had partitions of its own. */
  period: 'PERIOD#',
  /** By period: one row a file that has its verdict. */
  versions: 'VERSIONS#',
  /** By period: what was declared and decided. */
  decisions: 'DECISIONS#',
  /** By day: what was announced. */
  uploads: 'UPLOADS#',
  /** By file: what ingest knows of it until it has its verdict. */
  arrivals: 'ARRIVAL#',
  /** By unit: the places at which its files are read. */
  turns: 'TURNS#',
  outbox: 'OUTBOX#',
  /** By recipient and hour: what the office is told together. */
  bundles: 'BUNDLE#',
  limits: 'LIMIT#',
  links: 'LINKS',
  /** By link: codes that were asked for with it. */
  codes: 'CODES#',
  /** By link: the devices that may decide with it. */
  sessions: 'SESSIONS#',
  /** By period: what the office notes for itself. */
  notes: 'NOTES#',
  /** By period: what was signed and issued, or is taken back, a row an edition. */
  signatures: 'SIGNATURES#',
  /** By period: another draft that was asked for. */
  drafts: 'DRAFTS#',
  /** By link: when it was last used. */
  linkUses: 'LINKUSE#',
  /** By regime: who is given no link until an admin gives one. */
  linkStops: 'LINKSTOP#',
  /** By regime: what the office changed in it. */
  amendments: 'AMENDMENTS#',
  regimes: 'REGIMES',
  watermarks: 'WATERMARKS',
  runs: 'RUNS',
  /** By regime: hours that the schedule did not finish in time. */
  gaps: 'GAPS#',
  /** What a period's view shows, kept for a while. */
  overviews: 'OVERVIEW#',
  /** The addresses at which mail does not arrive. */
  addresses: 'ADDRESSES',
  /** By period: what was erased in it, by whom and why. */
  erasures: 'ERASURES#',
  /** How far work that goes in pages has come. */
  work: 'WORK#',
} as const;

export type Partition = keyof typeof partitions;
