import { placeOf } from '../../shared/reading/model/finding.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { languageOf } from '../../shared/regime/language.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import type { Figure } from '../../shared/vocabulary/figure.ts';
import type { Finding, Severity } from '../../shared/vocabulary/finding.ts';
import { type Language, languages, say, type Text } from '../../shared/vocabulary/text.ts';
import { severityWords } from '../../shared/wording/annotation.ts';
import { skippedReason } from '../../shared/wording/page-skipped.ts';
import { uploadStateWords } from '../../shared/wording/statuses.ts';

/** One file as it was read, and as what. */
export interface FileRead {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly milliseconds: number;
  readonly regime: string;
  /** Null where the file could not be opened: then nothing tells whose it is. */
  readonly unit: { readonly code: string; readonly name: string; readonly how: How } | null;
  readonly period: { readonly id: string; readonly title: string; readonly how: How } | null;
  readonly reading: Reading;
}

/** `given` on the command line, `stated` by the file's own title, or merely the best fit. */
export type How = 'given' | 'stated' | 'guessed';

/** As many findings are told whole; people mend these first. */
const toldWhole = 5;
const longestLine = 110;

/** What a person wants to know of it, as lines of plain text. */
export function printed(read: FileRead, regime: Regime): string {
  const { file, size, sha256, milliseconds, reading, unit, period } = read;
  const { state, format, findings, values, narrative, skipped, counts } = reading;
  const states = uploadStateWords[state];
  return [
    `${file}: ${format ?? 'unknown format'}, ${size} bytes, read in ${Math.round(milliseconds)} ms`,
    `  SHA-256   ${sha256}`,
    `  regime    ${read.regime}`,
    ...(unit ? [`  unit      ${unit.code} ${unit.name} (${unit.how})`] : []),
    ...(period ? [`  period    ${period.id} ${period.title} (${period.how})`] : []),
    `  verdict   ${inBoth(states)}`,
    '',
    ...findingLines(findings, languageOf(regime)),
    `Figures: ${values.length} of ${regime.indicators.length} indicators`,
    ...values.map(({ indicator, value, source, cumulative, cumulativeSource }) => {
      const own = `${indicator.padEnd(5)} ${written(value)}${at(source)}`;
      return `  ${own.padEnd(40)} cumulative ${written(cumulative)}${at(cumulativeSource)}`;
    }),
    '',
    `Narrative: ${narrative.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)} paragraphs`,
    ...narrative.flatMap(({ section, paragraphs }) => [
      `  ${section}`,
      ...paragraphs.map(({ text, source }) => `    ${cut(text)}${at(source)}`),
    ]),
    '',
    `Skipped: ${counts.skipped} of ${counts.total} pieces; read: ${counts.read}`,
    ...skipped.map(
      ({ what, why, where, count }) =>
        `  ${String(count ?? 1).padStart(4)} ${what} ${why} (${inBoth(skippedReason(why))})${at(where)}`,
    ),
    '',
  ].join('\n');
}

function findingLines(findings: readonly Finding[], language: Language): string[] {
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const groups = [...Map.groupBy(findings.slice(toldWhole), ({ code }) => code)];
  return [
    `Findings: ${of('error')} errors, ${of('warning')} warnings, ${of('note')} notes`,
    ...findings
      .slice(0, toldWhole)
      .flatMap(({ code, severity, where, found, expected, message, fix }, n) => [
        `  ${n + 1}. ${code} ${say(severityWords[severity], language)}${at(where)}`,
        ...languages.map((each) => `     ${say(message, each)}`),
        ...(found === null ? [] : [`     found: ${cut(found)}`]),
        ...(expected === null ? [] : [`     expected: ${cut(expected)}`]),
        `     ${say(fix, language)}`,
      ]),
    ...groups.map(([code, those]) => `  … ${code} × ${those.length}${at(those[0]?.where ?? null)}`),
    '',
  ];
}

function inBoth(text: Text): string {
  return languages.map((language) => say(text, language)).join(' / ');
}

function written(figure: Figure): string {
  return figure === null ? '—' : typeof figure === 'string' ? cut(figure, 30) : String(figure);
}

function at(source: Finding['where']): string {
  return source === null ? '' : ` [${placeOf(source)}]`;
}

function cut(text: string, longest = longestLine): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
