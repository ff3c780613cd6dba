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
