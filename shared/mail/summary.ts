/** The mail with the consolidated report: one for each recipient of the office. */

import { dayOf, summaryHour } from '../regime/calendar.ts';
import { aboveOffice } from '../regime/recipients.ts';
import type { Recipient } from '../regime/regime.ts';
import { upwardBy } from '../regime/upward.ts';
import { type Changes, isUnchanged } from '../summary/changes.ts';
import { abbreviationsOf } from '../summary/report/abbreviations.ts';
import type { Summary } from '../summary/summary.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { reissue } from '../wording/changes-mail.ts';
import { paperWords } from '../wording/report.ts';
import {
  decisions,
  digest,
  files as fileWords,
  overview,
  rest,
  standingWords,
  subject,
} from '../wording/summary-mail.ts';
import { upwardUntil } from '../wording/upward.ts';
import type { Block, Letter } from './layout/letter.ts';
import { writtenDay, writtenInstant, writtenNumber, writtenRatio, writtenSize } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { capitalised, cut, oneLine } from './layout/visible-text.ts';
import type { Attachment, Mail } from './mail.ts';
import { changedFigures, changedTexts, changedUnits, extentOf } from './summary/changes-blocks.ts';
import { doubtBlocks } from './summary/doubts.ts';
import { movedBlocks } from './summary/moved.ts';
import { decisionBlocks, gauge, isQuiet, needsDecision, writtenDue } from './summary/overview.ts';
import { requestBlocks } from './summary/requests.ts';
import { counted, namesOf, openGroups } from './summary/standing.ts';
import { summarySubject } from './summary/subject.ts';

/** A file that is too large for a mail, behind a link that lets its reader in. */
interface FileLink {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly href: string;
}

/** The report's files: attachments, or links where they do not fit (see fitsInMail). */
type Files = { readonly attachments: readonly Attachment[] } | { readonly links: readonly FileLink[] };

export type SummaryMailInput = Files & {
  readonly summary: Summary;
  /** Against the edition issued before; null for a first one. */
  readonly changes?: Changes | null;
  readonly recipient: Recipient;
  /** The recipient's overview page; null where this mail brings no link. */
  readonly portalLink: string | null;
  /** Whether the schedule sends the report to those above as well; of an interim one, whether it is to. */
  readonly goesUpward?: boolean;
};

/** The same input always gives the same mail. Two screens of it, however many units there are: the rest is on the page. */
export function summaryMail(input: SummaryMailInput): Mail {
  return post(letterOf(input), 'attachments' in input ? input.attachments : []);
}

function letterOf(input: SummaryMailInput): Letter {
  const { summary, recipient } = input;
  const { regime, period, kind } = summary;
  const title = kind === 'interim' ? overview.interimTitle : overview.title;
  const quiet = isQuiet(summary);
  return {
    to: recipient.email,
    subject: summarySubject(summary),
    preheader: preheaderOf(summary),
    letterhead: letterheadOf(regime),
    title: say(title, first, { period: editionOf(summary, oneLine(say(period.title, first))) }),
    blocks: quiet ? quietBlocks(input) : withAbbreviations(summary, fullBlocks(input)),
    english: {
      title: say(title, second, { period: oneLine(say(period.title, second)) }),
      blocks: quiet ? digestBlocks(input).slice(0, 1) : digestBlocks(input),
    },
    footer: footerOf(regime),
  };
}

function fullBlocks(input: SummaryMailInput): Block[] {
  const { summary, changes, recipient, portalLink } = input;
  const { kind } = summary;
  return [
    greeting(recipient.name),
    ...(kind === 'interim' ? [interimBanner(summary)] : []),
    gauge(summary),
    ...upwardUntilTold(input, first).map(paragraph),
    ...reissueBlocks(input),
    ...decisionBlocks(summary),
    ...doubtBlocks(summary),
    ...(portalLink === null
      ? []
      : [
          {
            kind: 'button',
            label: needsDecision(summary) ? decisions.open : overview.portal,
            href: portalLink,
          } as const,
        ]),
    ...(changes
      ? [...changedFigures(changes, summary, true, changedShown), ...changedTexts(changes, summary)]
      : []),
    ...movedBlocks(summary),
    ...requestBlocks(summary),
    ...fileBlocks(input, kind),
    ...upwardTold(input, fileWords.upward).map(paragraph),
    { kind: 'paragraph', text: rest.page, quiet: true },
  ];
}

/** What stands for what in names, so that nobody has to know it; behind the last line, for the mail has two screens. */
function withAbbreviations({ regime }: Summary, blocks: readonly Block[]): Block[] {
  const text = JSON.stringify(blocks);
  const told = abbreviationsOf(regime)
    .filter(({ pattern }) => pattern.test(text))
    .map(({ short, whole }) => paperWords.abbreviated(short, whole));
  return blocks.map((block, n) =>
    n === blocks.length - 1 && block.kind === 'paragraph'
      ? { ...block, text: [block.text, ...told].join(' ') }
      : block,
  );
}

/** Of a further edition so many figures; all of them are in its workbook. */
const changedShown = 8;

/** Three lines: nobody need do anything. */
function quietBlocks({ summary, recipient, portalLink, ...files }: SummaryMailInput): Block[] {
  const { rate, regime, scheduledAt, period } = summary;
  const final = summaryHour(period, regime);
  const owing = rate.expected - rate.excluded;
  const about = {
    filed: writtenNumber(rate.filed),
    owing: writtenNumber(owing),
    at: writtenInstant(scheduledAt, regime.timeZone),
    count: writtenNumber(owing - rate.filed),
    due: writtenDue(summary, first),
  };
  return [
    greeting(recipient.name),
    { kind: 'paragraph', text: fill(rest.quiet, about) },
    { kind: 'paragraph', text: fill(owing === rate.filed ? rest.quietNone : rest.quietMissing, about) },
    ...(final === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: fill(rest.quietFinal, { final: writtenInstant(final, regime.timeZone) }),
          } as const,
        ]),
    ...fileBlocks(files, 'interim'),
    ...(portalLink === null ? [] : [{ kind: 'button', label: overview.portal, href: portalLink } as const]),
  ];
}

function editionOf({ edition, kind }: Summary, period: string): string {
  return kind === 'final' && edition > 1 ? fill(subject.edition, { period, edition }) : period;
}

/** Nobody may take the figures of an open period for the report. */
function interimBanner({ regime, period, scheduledAt }: Summary): Block {
  const final = summaryHour(period, regime);
  return {
    kind: 'banner',
    tone: 'open',
    title: overview.interimBanner,
    text: fill(final === null ? overview.interim : overview.interimUntil, {
      at: writtenInstant(scheduledAt, regime.timeZone),
      final: final === null ? '' : writtenInstant(final, regime.timeZone),
    }),
  };
}

/** A further edition begins with what it says otherwise. */
function reissueBlocks({ summary, changes }: SummaryMailInput): Block[] {
  if (!changes) return [];
  const { edition, scheduledAt } = changes.since;
  const about = {
    edition: summary.edition,
    before: edition,
    at: writtenInstant(scheduledAt, summary.regime.timeZone),
  };
  const text = isUnchanged(changes)
    ? fill(reissue.nothing, about)
    : fill(reissue.text, { ...about, extent: extentOf(changes) });
  return [
    { kind: 'banner', tone: 'calm', title: fill(reissue.title, about), text },
    ...changedUnits(changes, summary),
  ];
}

/** Who is named "để B/c" has not been sent the report by the hour that made this mail. */
function upwardTold({ summary, goesUpward }: SummaryMailInput, words: string): string[] {
  const { kind, regime } = summary;
  const above = aboveOffice(regime);
  if (kind === 'interim' || goesUpward === true || above.length === 0) return [];
  const whom = cut(above.map(({ name }) => oneLine(name)).join(', '), namesLimit);
  return [fill(words, { whom })];
}

/** By when it has to be there; of a further edition nobody knows whether the one before was. */
function upwardUntilTold({ summary, goesUpward }: SummaryMailInput, language: Language): string[] {
  const { regime, period, edition, scheduledAt } = summary;
  const by = upwardBy(regime, period, dayOf(scheduledAt, regime.timeZone));
  if (by === null || goesUpward === true || edition > 1) return [];
  const whom = cut(by.to.map(({ name }) => oneLine(name)).join(', '), namesLimit);
  return [say(upwardUntil(whom, writtenDay(by.day), by.left), language)];
}

const namesLimit = 400;
/** All of them stand above in Vietnamese. */
const digestLimit = 120;

function preheaderOf(summary: Summary): string {
  const groups = openGroups(summary).map(
    ({ standing, lines }) =>
      `${lines.map(({ unit }) => oneLine(unit.name)).join('; ')} (${say(standingWords[standing], first)})`,
  );
  if (groups.length === 0) return overview.preheaderComplete;
  return cut(fill(overview.preheaderOpen, { list: groups.join(' · ') }), 200);
}

function fileBlocks(files: Files, kind: Summary['kind']): Block[] {
  const items =
    'attachments' in files
      ? files.attachments.map(({ fileName, bytes }) => ({ fileName, size: bytes.length, href: '' }))
      : files.links;
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: 'attachments' in files ? fileWords.attached : fileWords.linked },
    {
      kind: 'links',
      items: items.map(({ fileName, size, href }) => ({
        label: oneLine(fileName),
        note: `(${writtenSize(size)})`,
        href,
        purpose: purposeOf(fileName, kind),
      })),
    },
  ];
}

function purposeOf(fileName: string, kind: Summary['kind']): string {
  if (kind === 'interim') return fileWords.interim;
  if (/\.docx$/i.test(fileName)) return fileWords.docx;
  return /\.xlsx$/i.test(fileName) ? fileWords.xlsx : '';
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function digestBlocks(input: SummaryMailInput): Block[] {
  const { summary } = input;
  const { rate, regime, period, scheduledAt } = summary;
  const about = {
    period: oneLine(say(period.title, second)),
    at: writtenInstant(scheduledAt, regime.timeZone),
    filed: writtenNumber(rate.filed, second),
    owing: writtenNumber(rate.expected - rate.excluded, second),
    rate: writtenRatio(rate.ratio, second),
    counts: counted(summary, second).join(', '),
    due: writtenDue(summary, second),
  };
  const names = 'attachments' in input ? input.attachments : input.links;
  const list = names.map(({ fileName }) => oneLine(fileName)).join(', ');
  const files = list === '' ? [] : [fill(digest.files, { list })];
  const upward = [...upwardUntilTold(input, second), ...upwardTold(input, digest.upward)].join(' ');
  const open = openGroups(summary)
    .map(({ standing, lines }) =>
      fill(digest.openUnits, {
        standing: capitalised(say(standingWords[standing], second)),
        list: namesOf(lines, second, digestLimit),
      }),
    )
    .join(' ');
  return [
    paragraph(fill(rate.ratio === null ? digest.nobody : digest.filed, about)),
    ...(open === '' ? [] : [paragraph(open)]),
    paragraph([upward, ...files, digest.note].filter(Boolean).join(' ')),
  ];
}
