/** What a unit declared is acknowledged, what the office decided is told, and the office learns of declarations. */
import { type Decision, isUnitsOwn } from '../filing/decision.ts';
import type { Period, Recipient, Regime, Unit } from '../regime/regime.ts';
import { fill, first, type Language, say, second, type Text } from '../vocabulary/text.ts';
import { decisionFacts, noDay, toOffice, toUnit, undoneWords } from '../wording/decision-mail.ts';
import { everyMail } from '../wording/mail.ts';
import type { Block, Tone } from './layout/letter.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenDay, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import {
  footerOf,
  greeting,
  letterheadOf,
  type PersonalLink,
  personalLinkBlocks,
  rulesBeyondDate,
} from './layout/stationery.ts';
import { oneLine, shortFileName, visible } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

/** On which day a paper came is told by the receipt of its entry. */
type ToldKind = Exclude<Decision['kind'], 'received-on'>;

interface About<Kind extends Decision['kind']> {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: Unit;
  readonly decision: Extract<Decision, { kind: Kind }>;
  /** The last valid second, ISO 8601 with offset, as it is now; null without a date. */
  readonly due: string | null;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  /** Who decided, as people know them; absent where the record's own word for it will do. */
  readonly by?: string;
}

interface SentFile {
  readonly fileName: string;
  readonly receipt: string;
}

export interface DecisionLetter extends About<ToldKind>, PersonalLink {
  /** The version that the decision is about; null where it is about none. */
  readonly version: SentFile | null;
  /** The version that counts now. */
  readonly counting: SentFile | null;
  /** What was decided at the same press about other periods: of each its deadline now. */
  readonly also?: readonly { readonly period: Period; readonly due: string | null }[];
  /** Of what is taken back: its kind; absent where nothing is. */
  readonly undone?: Decision['kind'];
}

export interface DeclarationNotice extends About<'nil' | 'extension-request'> {
  readonly recipient: Recipient;
  /** The office's page, minted for this mail. */
  readonly link: string;
}

const tones: Record<ToldKind, Tone> = {
  nil: 'good',
  'extension-request': 'open',
  extension: 'good',
  prolong: 'good',
  return: 'bad',
  'exclude-version': 'late',
  'exclude-unit': 'quiet',
  'extension-refusal': 'bad',
  'accept-late': 'good',
  waive: 'good',
  guidance: 'open',
  'hold-reminders': 'quiet',
  undo: 'late',
};

/** To the unit: its declaration is recorded, or something was decided about its duty. */
export function decisionMail(letter: DecisionLetter): Mail {
  const { regime, unit, decision, version, counting, undone } = letter;
  const words = toUnit[decision.kind];
  const text = undone === 'received-on' ? noDay : words.text;
  const told = (said: Text | string, language: Language = first) =>
    fill(typeof said === 'string' ? said : say(said, language), {
      ...placesOf(letter),
      ...fileOf(version),
      undone: undone === undefined ? '' : say(undoneWords[undone], language),
    });
  const stands = (language: Language) =>
    version === null && decision.kind !== 'undo'
      ? []
      : [
          fill(
            (counting ? decisionFacts.countsNow : decisionFacts.nothingCounts)[language],
            fileOf(counting),
          ),
        ];
  const again = decision.kind === 'return' ? decisionFacts.sendAgain : decisionFacts.open;
  return post({
    to: unit.email,
    subject: told(words.subject),
    preheader: told(text),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(unit.name),
      {
        kind: 'banner',
        tone: tones[decision.kind],
        title: told(words.banner),
        text: told(text),
      },
      factsOf(letter, version, letter.also),
      ...stands(first).map(paragraph),
      ...personalLinkBlocks(say(again, first), letter),
    ],
    english: {
      title: say(words.title, second),
      blocks: [`${told(words.banner, second)}. ${told(text, second)}`, ...stands(second)].map(paragraph),
    },
    footer: footerOf(regime),
  });
}

/** To somebody of the office: a unit has nothing to report, or asks for more time. */
export function declarationNoticeMail(notice: DeclarationNotice): Mail {
  const { regime, decision, recipient, link } = notice;
  const words = toOffice[decision.kind];
  const told = (text: string) => fill(text, placesOf(notice));
  return post({
    to: recipient.email,
    subject: told(words.subject),
    preheader: oneLine(decision.reason),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(recipient.name),
      {
        kind: 'banner',
        tone: 'open',
        title: told(say(words.banner, first)),
        text: told(say(words.text, first)),
      },
      factsOf(notice, null),
      { kind: 'button', label: say(decisionFacts.overlook, first), href: link },
    ],
    english: {
      title: say(words.title, second),
      blocks: [paragraph(`${told(say(words.banner, second))}. ${told(say(words.text, second))}`)],
    },
    footer: footerOf(regime),
  });
}

function placesOf({ regime, period, unit, decision }: About<Decision['kind']>) {
  return {
    regime: shortRegimeName(regime),
    period: shortPeriodName(period),
    unit: oneLine(unit.name),
    office: regime.office.name,
    until: writtenDay(untilOf(decision) ?? ''),
    hours: decision.kind === 'prolong' ? decision.hours : 0,
  };
}

function fileOf(file: SentFile | null) {
  return { file: shortFileName(file?.fileName ?? ''), receipt: file?.receipt ?? '' };
}

function untilOf(decision: Decision): string | null {
  return 'until' in decision ? decision.until : null;
}

function factsOf(
  about: About<Decision['kind']>,
  version: SentFile | null,
  also: DecisionLetter['also'] = [],
): Block {
  const { regime, period, unit, decision, due, rule } = about;
  const fact = (label: Text, value: string, mono = false) => ({ label: say(label, first), value, mono });
  const until = untilOf(decision);
  return {
    kind: 'facts',
    rows: [
      fact(everyMail.report, oneLine(say(period.title, first))),
      fact(decisionFacts.unit, oneLine(unit.name)),
      ...(version ? [fact(decisionFacts.file, `${oneLine(version.fileName)}\n${version.receipt}`)] : []),
      fact(decisionFacts.reason, visible(decision.reason)),
      ...(until === null ? [] : [fact(decisionFacts.until, writtenDay(until))]),
      ...(due === null || decision.kind === 'exclude-unit' || decision.kind === 'nil'
        ? []
        : [
            fact(
              everyMail.due,
              [writtenInstant(due, regime.timeZone), ...rulesBeyondDate(rule, due, regime, first)].join('\n'),
            ),
          ]),
      ...also.flatMap(({ period: other, due: its }) => [
        fact(everyMail.report, oneLine(say(other.title, first))),
        ...(its === null ? [] : [fact(everyMail.due, writtenInstant(its, regime.timeZone))]),
      ]),
      ...(isUnitsOwn(decision) ? [] : [fact(decisionFacts.by, oneLine(about.by ?? decision.actor))]),
      fact(decisionFacts.at, writtenInstant(decision.decidedAt, regime.timeZone)),
    ],
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
