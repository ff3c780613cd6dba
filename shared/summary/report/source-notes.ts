/** Where figures and paragraphs come from, as comments of Word where the regime wants them so. */
import type { PlannedComment } from '../../documents/word.ts';
import type { Source } from '../../vocabulary/source.ts';
import { sourceWords as words } from '../../wording/documents.ts';
import { number } from '../../wording/vietnamese.ts';
import { place } from '../places.ts';
import type { NarrativeEntry, Summary, Total } from '../summary.ts';
import type { Column } from '../totals.ts';

/** What hangs on a paragraph or a cell; nothing where the regime wants no comments. */
export interface Note {
  readonly comment?: number;
}

interface Text extends Pick<NarrativeEntry, 'unit' | 'upload'> {
  readonly source: Source;
}

export interface SourceNotes {
  readonly comments: readonly PlannedComment[];
  /** `doubts`: what looks wrong among them, which is said first. */
  readonly ofTotals: (codes: Iterable<string>, doubts: readonly string[]) => Note;
  readonly ofTotal: (total: Total, column: Column) => Note;
  readonly ofTexts: (texts: readonly Text[]) => Note;
}

/** Of a document without comments. */
export const noNotes: SourceNotes = {
  comments: [],
  ofTotals: () => ({}),
  ofTotal: () => ({}),
  ofTexts: () => ({}),
};

/** In a comment nobody reads more. */
const mostOrigins = 40;

/** Comments get their numbers in the order in which they are asked for. */
export function sourceNotes(summary: Summary): SourceNotes {
  const comments: PlannedComment[] = [];
  const receipts = new Map(summary.files.map(({ upload, receipt }) => [upload, receipt]));
  const indicators = new Map(summary.regime.indicators.map((each) => [each.code, each]));
  const names = new Map(summary.contributors.map(({ code, name }) => [code, name]));
  const wanted = summary.regime.report.sources === 'comments';
  const note = (texts: readonly string[]): Note => {
    if (!wanted || texts.length === 0) return {};
    comments.push({ id: comments.length, paragraphs: texts });
    return { comment: comments.length - 1 };
  };
  const told = (total: Total, column: Column): string[] => {
    const value = total[column];
    if (value === null) return [];
    const head = (origins: string) =>
      words.comment(total.indicator, words.columnNames[column], number(value), origins);
    const formula = indicators.get(total.indicator)?.formula;
    if (formula !== undefined) return [head(written(formula))];
    const origins = originsOf(total, column);
    if (origins.length === 0) return [];
    const list = origins
      .slice(0, mostOrigins)
      .map(({ unit, upload, value: figure, source }) =>
        words.commentOrigin(
          names.get(unit) ?? unit,
          number(figure),
          receipts.get(upload) ?? upload,
          place(source),
        ),
      );
    if (origins.length > mostOrigins) list.push(words.commentMore(origins.length - mostOrigins));
    return [head(list.join('; '))];
  };
  return {
    comments,
    ofTotals: (codes, doubts) =>
      note([
        ...doubts,
        ...[...codes].flatMap((code) => {
          const total = summary.totals.find(({ indicator }) => indicator === code);
          return total ? told(total, 'value') : [];
        }),
      ]),
    ofTotal: (total, column) => note(told(total, column)),
    ofTexts: (texts) =>
      note(
        texts.map(({ unit, upload, source }) =>
          words.commentText(unit.name, receipts.get(upload) ?? upload, place(source)),
        ),
      ),
  };
}

/** A formula as people write it. */
export function written(formula: string): string {
  return formula.replaceAll(' * ', ' × ').replaceAll(' / ', ' : ');
}

export interface Origin {
  readonly unit: string;
  readonly upload: string;
  readonly value: number;
  readonly source: Source | null;
}

/** The figures of files that a total adds up: of several periods, each period's own. */
export function originsOf({ contributions }: Total, column: Column): readonly Origin[] {
  return contributions.flatMap((contribution): Origin[] => {
    if (!contribution.added[column]) return [];
    const { unit, upload, parts } = contribution;
    const own =
      column === 'value' && parts.length > 0
        ? parts
        : [
            {
              upload,
              value: contribution[column],
              source: column === 'value' ? contribution.source : contribution.cumulativeSource,
            },
          ];
    return own.flatMap(({ upload: from, value, source }) =>
      typeof value === 'number' ? [{ unit, upload: from, value, source }] : [],
    );
  });
}
