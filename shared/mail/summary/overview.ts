/** The first screen of the summary: the rate, who stands where, what needs a decision. */

import { dayOf } from '../../regime/calendar.ts';
import { type Matter, mattersOf } from '../../summary/matters.ts';
import { isFirstOnly, whyNotFiled } from '../../summary/rate.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { fill, first, type Language, say } from '../../vocabulary/text.ts';
import { identityFindings } from '../../wording/identity-findings.ts';
import { everyMail, findingWords } from '../../wording/mail.ts';
import { uploadStateWords } from '../../wording/statuses.ts';
import { decisions, overview, standingWords, signOrWait as words } from '../../wording/summary-mail.ts';
import { dayInText } from '../../wording/vietnamese.ts';
import { place } from '../layout/finding-views.ts';
import type { Block, FindingView, Tone } from '../layout/letter.ts';
import { writtenInstant, writtenNumber, writtenRatio } from '../layout/notation.ts';
import { capitalised, cut, oneLine, shortFileName } from '../layout/visible-text.ts';
import { byStanding, isFiled, namesOf, standingOf, standingTones, tally } from './standing.ts';

/** The deadline in the regime's zone, or that none is set. */
export function writtenDue({ due, regime }: Summary, language: Language): string {
  return due === null ? everyMail.noDate[language] : writtenInstant(due, regime.timeZone);
}

/** How many of those who owe have filed, as a bar. */
export function gauge(summary: Summary): Block {
  const { rate, regime, scheduledAt } = summary;
  return {
    kind: 'gauge',
    label: overview.rate,
    figure: writtenRatio(rate.ratio),
    caption: fill(rate.ratio === null ? overview.nobody : overview.caption, {
      filed: writtenNumber(rate.filed),
      owing: writtenNumber(rate.expected - rate.excluded),
      at: writtenInstant(scheduledAt, regime.timeZone),
      due: writtenDue(summary, first),
    }),
    parts: tally(summary).map(({ standing, count, label }) => ({
      tone: standingTones[standing],
      count,
      label: `${writtenNumber(count)} ${say(label, first)}`,
    })),
  };
}

/** Of more each says but what is wrong, and the blocks below give way: the mail has two screens. */
const toldWhole = 2;
const decisionsAtMost = 3;
const problemLimit = 160;
const namesLimit = { calm: 700, crowded: 700, overfull: 240 } as const;

/** How much is to be decided: the more, the less is shown of what else there is. */
export type Crowding = 'calm' | 'crowded' | 'overfull';

export function crowdingOf(summary: Summary): Crowding {
  const reasons = [isFirstOnly(summary), needingAttention(summary).others.length > toldWhole];
  if (reasons.every(Boolean)) return 'overfull';
  return reasons.some(Boolean) ? 'crowded' : 'calm';
}

export function needsDecision(summary: Summary): boolean {
  const { silent, others } = needingAttention(summary);
  return silent.length + others.length > 0;
}

/** Nobody need do anything: the period is still open, and whoever is missing is reminded by itself. */
export function isQuiet(summary: Summary): boolean {
  const { others, doubts } = needingAttention(summary);
  const waiting = others.every(
    ({ kind, line }) => kind === 'open' && standingOf(line) === 'missing' && !line.attempt && !line.reason,
  );
  return summary.kind === 'interim' && waiting && !doubts;
}

/** Units whose report is missing, rejected, unreadable, returned, pending or extended, or has a newer bad file. */
export function decisionBlocks(summary: Summary): Block[] {
  const { silent, others } = needingAttention(summary);
  const heading: Block = { kind: 'heading', text: decisions.heading };
  if (silent.length + others.length === 0) return [heading, { kind: 'paragraph', text: decisions.none }];
  const isOverfull = crowdingOf(summary) === 'overfull';
  const shown = isOverfull ? [] : others.slice(0, decisionsAtMost);
  const more = isOverfull ? 0 : others.length - shown.length;
  return [
    heading,
    {
      kind: 'findings',
      findings: [
        ...(isFirstOnly(summary) ? [signOrWait(summary)] : []),
        ...(silent.length === 0 ? [] : [silence(silent, summary)]),
        ...(isOverfull ? [together(others)] : []),
        ...shown.map((matter) => {
          const whole = decisionOf(matter, summary);
          return others.length > toldWhole ? inShort(whole) : whole;
        }),
      ],
      more: more > 0 ? fill(decisions.more, { count: writtenNumber(more) }) : null,
    },
  ];
}

/** What has to be decided of one unit, or of one and the other whose file it sent. */
type UnitMatter = Extract<Matter, { readonly line: UnitLine }>;

/** The same matters as on the leadership's page: silent units together, then file for file, the gravest first. */
function needingAttention(summary: Summary): {
  silent: readonly UnitLine[];
  others: readonly UnitMatter[];
  doubts: boolean;
} {
  const matters = mattersOf(summary);
  const gravestFirst = byStanding(summary)
    .toReversed()
    .flatMap(({ lines }) => lines);
  const places = new Map(gravestFirst.map((line, at) => [line, at]));
  const place = ({ kind, line }: UnitMatter) => (kind === 'misplaced' ? -1 : (places.get(line) ?? 0));
  return {
    silent: matters.flatMap((matter) => (matter.kind === 'silent' ? matter.lines : [])),
    others: matters
      .flatMap((matter) => ('line' in matter ? [matter] : []))
      .sort((a, b) => place(a) - place(b)),
    doubts: matters.some(({ kind }) => kind === 'doubts'),
  };
}

/** What signing and waiting would each bring, and until when something may come. */
function signOrWait(summary: Summary): FindingView {
  const { rate, units } = summary;
  const owing = rate.expected - rate.excluded;
  const about = { filed: writtenNumber(rate.filed), owing: writtenNumber(owing) };
  const lacking = units.filter((line) => whyNotFiled(line) !== null);
  return {
    tone: standingTones.missing,
    title: fill(words.title, about),
    details: [
      { label: words.sign, value: words.signed },
      {
        label: words.wait,
        value: fill(words.waits, {
          count: writtenNumber(lacking.length),
          until: untilWhen(summary, lacking),
        }),
      },
    ],
  };
}

function untilWhen({ period, regime, scheduledAt }: Summary, lacking: readonly UnitLine[]): string {
  const now = Date.parse(scheduledAt);
  const days = lacking
    .flatMap(({ ownDue }) => (ownDue !== undefined && Date.parse(ownDue) > now ? [ownDue] : []))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const last = days.at(-1);
  if (last !== undefined) {
    const at = writtenInstant(last, regime.timeZone);
    return fill(words.extended, { units: writtenNumber(days.length), at });
  }
  const { lock } = period;
  const isTaken = lock !== undefined && lock >= dayOf(scheduledAt, regime.timeZone);
  return isTaken ? fill(words.lock, { day: dayInText(lock) }) : words.noDay;
}

function silence(silent: readonly UnitLine[], summary: Summary): FindingView {
  return {
    tone: standingTones.missing,
    title: fill(decisions.silent, { count: writtenNumber(silent.length) }),
    details: [
      { label: decisions.units, value: namesOf(silent, first, namesLimit[crowdingOf(summary)]) },
      { label: decisions.proposal, value: summary.kind === 'interim' ? decisions.notYet : decisions.missing },
    ],
  };
}

/** All of them by how they stand, where there is no room for each. */
function together(others: readonly UnitMatter[]): FindingView {
  const groups = Map.groupBy(others, ({ kind, line }) =>
    kind === 'misplaced' ? decisions.fileOfAnother : capitalised(adviceFor(line).standing),
  );
  const room = Math.floor(namesLimit.overfull / groups.size);
  return {
    tone: standingTones.rejected,
    title: fill(decisions.together, { count: writtenNumber(others.length) }),
    details: [
      ...[...groups].map(([label, matters]) => ({
        label,
        value: namesOf(
          matters.map(({ line }) => line),
          first,
          room,
        ),
      })),
      { label: decisions.proposal, value: decisions.eachOnPage },
    ],
  };
}

function decisionOf(matter: UnitMatter, { regime }: Summary): FindingView {
  const { line } = matter;
  const { attempt, reason } = line;
  const { tone, standing, todo } = adviceFor(line);
  const detail = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  return {
    tone,
    title: `${oneLine(line.unit.name)} – ${standing}`,
    details: [
      ...detail(
        decisions.attempt,
        attempt &&
          fill(matter.kind === 'newer-file' ? decisions.newerAttemptValue : decisions.attemptValue, {
            file: shortFileName(attempt.fileName),
            at: writtenInstant(attempt.receivedAt, regime.timeZone),
            state: say(uploadStateWords[attempt.state], first),
          }),
      ),
      // Whose it is stands in what is to be done.
      ...(attempt?.firstFinding && matter.kind !== 'misplaced' ? problemDetails(attempt.firstFinding) : []),
      ...detail(decisions.reason, reason === null ? null : cut(oneLine(reason), problemLimit)),
      ...detail(
        decisions.proposal,
        matter.kind === 'misplaced'
          ? fill(decisions.misplaced, { unit: oneLine(matter.of.unit.name) })
          : todo,
      ),
    ],
  };
}

/** What is wrong with its file, else what is to be done. */
function inShort({ details, ...view }: FindingView): FindingView {
  const wrong = details.filter(({ label }) => label === decisions.firstProblem);
  return { ...view, details: wrong.length > 0 ? wrong : details.slice(-1) };
}

/** Where the file is another unit's or another period's, the office has to see whose, and of when, once. */
function problemDetails(finding: Finding): FindingView['details'] {
  const first = { label: decisions.firstProblem, value: problem(finding) };
  if (!Object.hasOwn(identityFindings, finding.code)) return [first];
  const quoted = [
    { label: findingWords.found, value: finding.found },
    { label: findingWords.expected, value: finding.expected },
  ];
  return [
    first,
    ...quoted.flatMap(({ label, value }) =>
      value === null || value === '' || first.value.toLowerCase().includes(value.toLowerCase())
        ? []
        : [{ label, value: cut(oneLine(value), problemLimit) }],
    ),
  ];
}

function adviceFor(line: UnitLine): { tone: Tone; standing: string; todo: string } {
  const standing = standingOf(line);
  const tone = standingTones[standing];
  const word = say(standingWords[standing], first);
  if (standing === 'missing' && line.attempt) return { tone, standing: word, todo: decisions.leftOut };
  if (!isFiled(standing) && standing !== 'excluded') {
    return { tone, standing: word, todo: decisions[standing] };
  }
  if (line.pending) {
    const told = fill(decisions.newerPending, { standing: word });
    return { tone: standingTones.pending, standing: told, todo: decisions.pending };
  }
  const counting = shortFileName(line.counting?.fileName ?? '');
  return {
    tone: standingTones.rejected,
    standing: fill(decisions.newerFile, { standing: word }),
    todo: fill(decisions.newerAttempt, { counting }),
  };
}

function problem({ where, message }: Finding): string {
  const told = oneLine(say(message, first));
  return cut(where === null ? told : `${capitalised(place(where, first))}: ${told}`, problemLimit);
}
