/** What happened to one duty, newest first: files that were sent, what the unit declared, what the office decided. */
import type { Decision, DutyDetail, Version } from '../contract/duties.ts';

export type HistoryEntry =
  | { readonly kind: 'version'; readonly id: string; readonly at: string; readonly version: Version }
  | {
      readonly kind: 'decision';
      readonly id: string;
      readonly at: string;
      readonly decision: Decision;
      /** The file it is about; null where it is about the duty. */
      readonly file: string | null;
    };

/** What stands at the top where a unit asked for more time: that its request waits, or what the office said. */
export interface RequestState {
  readonly kind: 'waits' | 'granted' | 'refused';
  /** The day asked for or granted, yyyy-mm-dd; null of a refusal. */
  readonly until: string | null;
  /** The office's, or the unit's own while it waits. */
  readonly reason: string;
}

const kindOf = {
  'extension-request': 'waits',
  extension: 'granted',
  'extension-refusal': 'refused',
} as const;

/** By the newest of what was asked and answered; null where nothing was, or the newest was taken back. */
export function requestStateOf({ decisions }: Pick<DutyDetail, 'decisions'>): RequestState | null {
  for (const { kind, until, reason, inForce } of decisions) {
    if (inForce && (kind === 'extension-request' || kind === 'extension' || kind === 'extension-refusal'))
      return { kind: kindOf[kind], until, reason };
  }
  return null;
}

/** What came before the file that counts: of use to whoever asks, in the way of everybody else. */
export function partHistory(entries: readonly HistoryEntry[]): {
  readonly shown: readonly HistoryEntry[];
  readonly folded: readonly HistoryEntry[];
} {
  const counting = entries.findIndex(
    (entry) => entry.kind === 'version' && entry.version.standing === 'counts',
  );
  const isOld = (entry: HistoryEntry, at: number) =>
    counting >= 0 && at > counting && entry.kind === 'version';
  return { shown: entries.filter((entry, at) => !isOld(entry, at)), folded: entries.filter(isOld) };
}

/** Versions by when they arrived, decisions by when they were made. */
export function historyOf({
  versions,
  decisions,
}: Pick<DutyDetail, 'versions' | 'decisions'>): readonly HistoryEntry[] {
  const files = new Map(versions.map(({ uploadId, fileName }) => [uploadId, fileName]));
  const entries: readonly HistoryEntry[] = [
    ...versions.map((version): HistoryEntry => {
      const { uploadId, sentAt } = version;
      return { kind: 'version', id: uploadId, at: sentAt, version };
    }),
    ...decisions.map((decision): HistoryEntry => {
      const file = files.get(decision.uploadId ?? '') ?? null;
      return { kind: 'decision', id: decision.decision, at: decision.decidedAt, decision, file };
    }),
  ];
  return [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
}
