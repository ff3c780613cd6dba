/** Findings as people read them: the worst first, the first five open, the rest folded; and where each one stands. */
import type { Finding as OwnFinding } from '../../../shared/vocabulary/finding.ts';
import type { Source } from '../../../shared/vocabulary/source.ts';
import type { Language, Text } from '../../../shared/vocabulary/text.ts';
import { verdict } from '../../../shared/wording/page-upload.ts';
import type { Finding, UploadReport } from '../contract/uploads.ts';
import { say } from './words.ts';

const shownFirst = 5;

/** `place`: where it stands, where that is not said by a place in a file. */
export type ShownFinding = Finding & { readonly place?: string };

export interface FindingGroup {
  readonly severity: 'error' | 'warning' | 'note';
  readonly count: number;
  readonly first: readonly ShownFinding[];
  readonly rest: readonly ShownFinding[];
}

/**
 * Groups by severity, worst first, without empty groups and in the given order within one. Five findings are open
 * over all groups together: a warning must not push an error below the fold. Notes ask for nothing and are folded, so
 * that the figures stay in sight. An unknown severity is a warning.
 */
export function groupFindings(findings: readonly ShownFinding[]): readonly FindingGroup[] {
  let open = shownFirst;
  const groups: FindingGroup[] = [];
  for (const severity of ['error', 'warning', 'note'] as const) {
    const all = findings.filter((finding) => severityOf(finding) === severity);
    if (all.length === 0) continue;
    const shown = severity === 'note' ? 0 : open;
    groups.push({ severity, count: all.length, first: all.slice(0, shown), rest: all.slice(shown) });
    open = Math.max(0, open - all.length);
  }
  return groups;
}

function severityOf({ severity }: Finding): FindingGroup['severity'] {
  return severity === 'error' || severity === 'note' ? severity : 'warning';
}

/** What the engine found here, as the server would say it. */
export function inLanguage(
  findings: readonly (OwnFinding & { readonly place?: Text })[],
  language: Language,
): readonly ShownFinding[] {
  return findings.map(({ place, ...finding }) => ({
    ...finding,
    ...(place && { place: place[language] }),
    message: finding.message[language],
    fix: finding.fix[language],
  }));
}

interface Asked {
  readonly code: string;
  readonly name: string;
}

/** Each with the line it is about beside its cell: of a form that was filled in on the page nobody knows the cells. */
export function withLines(
  { findings, values }: Pick<UploadReport, 'findings' | 'values'>,
  asked: readonly Asked[],
  language: Language,
): readonly ShownFinding[] {
  const lines = new Map(
    values.flatMap(({ indicator, source, cumulativeSource }) =>
      [source, cumulativeSource].map((at) => [keyOf(at), indicator] as const),
    ),
  );
  return findings.map((finding) => {
    const place = placeOf(finding.where, language);
    const line = asked.find(({ code }) => code === lines.get(keyOf(finding.where)));
    return place === null || !line ? finding : { ...finding, place: `${place} (${line.code} ${line.name})` };
  });
}

function keyOf(where: Source | null): string {
  return JSON.stringify(where && Object.entries(where).toSorted());
}

/** `trang tính “Số liệu”, ô D12`; null where the finding speaks of the whole file. */
export function placeOf(where: Source | null, language: Language): string | null {
  if (where === null) return null;
  if ('sheet' in where) return say(verdict.sheetCell, language, where);
  if ('table' in where) return say(verdict.tableCell, language, where);
  return say(verdict.paragraph, language, where);
}
