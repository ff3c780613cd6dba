/** The consolidated report as a Word document, laid out by Nghị định 30/2020/NĐ-CP: the office's draft, or what goes upward. */

import {
  type Block,
  body,
  decreeSection,
  decreeStyles,
  headingLine,
  titleBlock,
} from '../../documents/decree.ts';
import { letterhead, signatureBlock } from '../../documents/decree-tables.ts';
import { writeWord } from '../../documents/word.ts';
import type { Regime } from '../../regime/regime.ts';
import { signersOf } from '../../regime/signing.ts';
import { reportSubject } from '../../wording/documents.ts';
import { draftWords, filed, receiverWords, paperWords as words } from '../../wording/report.ts';
import { longDay, momentInText } from '../../wording/vietnamese.ts';
import { markOf, type Summary } from '../summary.ts';
import { totalsAppendix } from './appendices.ts';
import type { Line, Stage } from './line.ts';
import { outlineOf } from './outline.ts';
import { noNotes, type SourceNotes, sourceNotes } from './source-notes.ts';

/** A page with the closing sentence and the signature alone would say nothing. */
const keptWithSignature = 2;

/** The same summary always gives the same bytes. Its only time is the summary's scheduled one. */
export async function writeReport(summary: Summary, stage: Stage = 'draft'): Promise<Uint8Array> {
  const { regime, period, scheduledAt, paper } = summary;
  const { authority } = regime;
  const about = reportSubject(regime, period);
  // Comments are for whoever looks over the draft: nothing of a unit's file goes upward.
  const notes = stage === 'draft' ? sourceNotes(summary) : noNotes;
  const { lines } = outlineOf(summary, stage);
  const firstKept = lines.length - keptWithSignature;
  return writeWord({
    title: `${words.kind} ${about}`,
    author: stage === 'draft' ? regime.office.name : authority.name,
    at: scheduledAt,
    styles: decreeStyles,
    sections: [
      decreeSection([
        letterhead({
          parent: authority.parent,
          issuer: authority.name,
          number: words.number(paper.number, authority.code),
          placeAndDate: words.placeAndDate(authority.place, paper.date && longDay(paper.date)),
          ...(stage === 'draft' && { mark: draftMark(summary) }),
        }),
        ...titleBlock(words.kind, [about, ...standingOf(summary)]),
        ...lines.map((line, n) => blockOf(line, notes, n >= firstKept)),
        signatureBlock(receiversOf(regime), signersOf(regime), signerName(regime, stage)),
      ]),
      decreeSection(totalsAppendix(summary, notes)),
    ],
    comments: notes.comments,
    mark: markOf(summary),
  });
}

function draftMark({ edition, kind }: Summary): string {
  return kind === 'final' && edition > 1 ? draftWords.again(edition) : draftWords.mark;
}

/** Below the title: that the figures are not final, or whose place this report takes. */
function standingOf({ kind, scheduledAt, regime, paper }: Summary): readonly string[] {
  if (kind === 'interim') return [words.interim(momentInText(scheduledAt, regime.timeZone))];
  const { replaces } = paper;
  return replaces ? [words.replaces(replaces.number, regime.authority.code, replaces.date)] : [];
}

function blockOf(line: Line, notes: SourceNotes, keepNext: boolean): Block {
  switch (line.kind) {
    case 'heading':
      return headingLine(line.level, line.text);
    case 'figures':
      return body(line.text, { ...notes.ofTotals(line.codes, line.doubts), keepNext });
    case 'said':
      return body(line.text, { ...notes.ofTexts([line.of, ...(line.with ?? [])]), keepNext });
    case 'wanted':
      return body(line.text, { italics: true, keepNext });
    case 'text':
      return body(line.text, { keepNext: keepNext || line.announces === true });
  }
}

/** The lines under "Nơi nhận:", each with what it is for; the last ends with a full stop. */
export function receiversOf({ authority }: Pick<Regime, 'authority'>): readonly string[] {
  const { receivers, addressees } = authority;
  if (!receivers) return addressees;
  return receivers.map(({ role, name }, n) => {
    const text = role === 'file' ? filed(name) : `${name} ${receiverWords[role]}`;
    return `${text}${n === receivers.length - 1 ? '.' : ';'}`;
  });
}

function signerName({ authority }: Regime, stage: Stage): string {
  return authority.signing?.name ?? (stage === 'draft' ? draftWords.signerName : '');
}
