/** The draft of the consolidated report as a Word document, laid out by Nghị định 30/2020/NĐ-CP. */

import { BulkText } from '../../documents/bulk.ts';
import { type Block, body, decreeSection, decreeStyles, titleBlock } from '../../documents/decree.ts';
import { letterhead, signatureBlock } from '../../documents/decree-tables.ts';
import { writeWord } from '../../documents/word.ts';
import { dayOf } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import { lowerFirst, periodAlone, reportSubject, reportWords as words } from '../../wording/documents.ts';
import { longDay, moment, shortDay } from '../../wording/vietnamese.ts';
import { whyNotFiled } from '../rate.ts';
import { type EarlierLine, markOf, type Summary } from '../summary.ts';
import { totalsAppendix } from './appendices.ts';
import { chapters } from './outline.ts';
import { opensYear } from './sentences.ts';
import { sourceNotes } from './source-notes.ts';
import { sourcesAppendix } from './sources.ts';

/** The same summary always gives the same bytes. Its only time is the summary's scheduled one. */
export async function writeReport(summary: Summary): Promise<Uint8Array> {
  const { regime, period, scheduledAt } = summary;
  const { authority } = regime;
  const day = longDay(dayOf(scheduledAt, regime.timeZone));
  const about = reportSubject(regime, period);
  const notes = sourceNotes(summary);
  const bulk = new BulkText();
  const inComments = regime.report.sources === 'comments';
  const appendices = inComments ? words.appendices.slice(0, 1) : words.appendices;
  const sections = [
    decreeSection([
      letterhead({
        parent: authority.parent,
        issuer: authority.name,
        number: words.number(authority.code),
        placeAndDate: words.placeAndDate(authority.place, day),
      }),
      ...titleBlock(words.kind, [about, ...standingOf(summary)]),
      ...opening(summary, about),
      ...chapters(summary, notes, bulk),
      body(words.closing(lowerFirst(about), appendices), { keepNext: true }),
      signatureBlock(authority.addressees, authority.signer, words.signerName),
    ]),
    decreeSection(totalsAppendix(summary, day, notes)),
    ...(inComments ? [] : [decreeSection(sourcesAppendix(summary, day))]),
  ];
  return writeWord({
    title: `${words.kind} ${about}`,
    author: regime.office.name,
    at: scheduledAt,
    styles: decreeStyles,
    sections,
    comments: notes.comments,
    bulk,
    mark: markOf(summary),
  });
}

/** Below the title: that the figures are not final, or that this edition takes another's place. */
function standingOf({ kind, edition, scheduledAt, regime }: Summary): readonly string[] {
  if (kind === 'interim') return [words.interim(moment(scheduledAt, regime.timeZone))];
  return edition > 1 ? [words.edition(edition)] : [];
}

function opening(summary: Summary, about: string): readonly Block[] {
  const { regime, period } = summary;
  const { window, cumulativeFrom } = period;
  const opens = body(words.opening(lowerFirst(say(regime.title, languageOf(regime))), lowerFirst(about)));
  if (!window || !cumulativeFrom) return [opens];
  return [
    opens,
    body([...dates(summary), ...bases(summary), ...notYetIn(summary)].join(' ')),
    ...gaps(summary),
  ];
}

function dates({ earlier, period, regime, ...summary }: Summary): readonly string[] {
  const { window, cumulativeFrom } = period;
  if (!window || !cumulativeFrom) return [];
  const [from, to] = [shortDay(window.from), shortDay(window.to)];
  if (earlier.year.length > 0) {
    const periods = [...earlier.year, period].map((each) =>
      lowerFirst(periodAlone(each, languageOf(regime))),
    );
    return [words.yearWindow(shortDay(cumulativeFrom), to), words.year(periods)];
  }
  return opensYear({ earlier, period, regime, ...summary })
    ? [words.firstWindow(from, to)]
    : [words.window(from, to, shortDay(cumulativeFrom))];
}

/** With how many reports the figures are compared, where they are not as many as now. */
function bases({ earlier, files, period }: Summary): readonly string[] {
  const now = new Set(files.filter((file) => file.period === period.id).map(({ unit }) => unit)).size;
  const base = (line: EarlierLine | null, name: string) =>
    line === null || line.reported === now ? [] : [words.otherBase(name, line.reported, now)];
  return [
    ...(earlier.year.length > 0 ? [] : base(earlier.previous, words.previousPeriod)),
    ...base(earlier.lastYear, words.lastYearPeriod),
  ];
}

const mostNames = 3;

/** Whoever signs "toàn Sở" is to know at once whose figures are not in it; why they are not stands with the filings. */
function notYetIn({ units, earlier }: Summary): readonly string[] {
  const missing = units.filter((line) => whyNotFiled(line) !== null).map(({ unit }) => unit.name);
  if (missing.length === 0) return [];
  const names = missing.length > mostNames ? null : missing.join('; ');
  return [words.notYetIn(missing.length, names, earlier.year.length > 0)];
}

function gaps({ gaps, contributors, earlier, regime }: Summary): readonly Block[] {
  const names = new Map(contributors.map(({ code, name }) => [code, name]));
  const titles = new Map(
    earlier.year.map(({ period, title }) => [period, lowerFirst(say(title, languageOf(regime)))]),
  );
  const missing = gaps.map(({ unit, periods }) =>
    words.gap(
      names.get(unit) ?? unit,
      periods.map((period) => titles.get(period) ?? period),
    ),
  );
  return missing.length === 0 ? [] : [body(words.gaps(missing.join('; ')))];
}
