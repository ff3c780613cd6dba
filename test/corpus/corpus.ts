/** The files of the corpus, each with what its maker says of it. Nothing here comes from the reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { regimeFile } from '../../infra/local/story/cast.ts';
import type { Task } from '../../shared/reading/model/reading.ts';
import { readRegime } from '../../shared/regime/load.ts';
import type { Figure } from '../../shared/vocabulary/figure.ts';

export interface CorpusFile {
  readonly name: string;
  readonly path: string;
  readonly task: Task;
  readonly state: string;
  /** The codes of all findings, in no order. */
  readonly says: readonly string[];
  readonly values: Readonly<Record<string, ExpectedValue>>;
  /** Section → paragraphs. */
  readonly narrative: Readonly<Record<string, readonly string[]>>;
  /** A PDF: nothing says which row a figure stood in, or where a line of text ended a paragraph. */
  readonly onPaper: boolean;
}

export interface ExpectedValue {
  readonly value: Figure;
  readonly source: Place | null;
  readonly cumulative: Figure;
  readonly cumulativeSource: Place | null;
}

type Place = Readonly<Record<string, number | string>>;

const FigureRead = z.union([z.number(), z.string(), z.null()]);
const Source = z.record(z.string(), z.union([z.number(), z.string()])).nullable();
const Said = z.object({
  unit: z.string(),
  period: z.string(),
  state: z.string(),
  says: z.array(z.string()),
  narrative: z.record(z.string(), z.array(z.string())),
});
const Forms = z.record(
  z.string(),
  Said.extend({
    values: z.record(
      z.string(),
      z.object({ value: FigureRead, source: Source, cumulative: FigureRead, cumulativeSource: Source }),
    ),
  }),
);
const Place = z.union([z.string(), z.tuple([z.number(), z.number(), z.number()]), z.null()]);
const Layouts = z.object({
  layouts: z.record(
    z.string(),
    Said.extend({
      /** Which column holds what, table after table. */
      geometry: z.string(),
      values: z.record(z.string(), z.tuple([FigureRead, FigureRead, Place, Place])),
    }),
  ),
  files: z.record(
    z.string(),
    z.object({
      layout: z.string(),
      places: z.enum(['of-a-text', 'none']).optional(),
      textElsewhere: z.literal(true).optional(),
      /** Findings that this format leaves no trace for. */
      unsaid: z.array(z.string()).default([]),
    }),
  ),
});

const here = import.meta.dirname;
export const corpusFolders = [here, join(here, 'layouts')];
const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);

/** Every file of the corpus: the forms first, then the layouts of people's own. */
export function corpusFiles(): readonly CorpusFile[] {
  return [...forms(), ...layouts()];
}

/** The geometry of each layout's tables. */
export function geometries(): readonly string[] {
  return Object.values(knownLayouts().layouts).map(({ geometry }) => geometry);
}

/** Whatever lies in the corpus and is no script of ours. */
export function filesInFolders(): readonly string[] {
  return corpusFolders.flatMap((folder) => readdirSync(folder).filter((name) => isReport(name)));
}

function isReport(name: string): boolean {
  return /\.(xlsx|xls|docx|ods|odt|csv|pdf|zip)$/.test(name);
}

function forms(): readonly CorpusFile[] {
  const known = Forms.parse(JSON.parse(readFileSync(join(here, 'expected.json'), 'utf8')));
  return Object.entries(known).map(([name, { unit, period, ...said }]) => ({
    name,
    path: join(here, name),
    task: taskOf(name, unit, period),
    ...said,
    onPaper: false,
  }));
}

function layouts(): readonly CorpusFile[] {
  const known = knownLayouts();
  return Object.entries(known.files).map(([name, { layout, places, textElsewhere, unsaid }]) => {
    const said = known.layouts[layout];
    if (!said) throw new Error(`${name} is of no layout`);
    const { unit, period, state, values, narrative } = said;
    const says = said.says.filter((code) => !unsaid.includes(code));
    const place = (at: z.output<typeof Place>) => (places === 'none' ? null : sourceOf(at, places));
    return {
      name,
      path: join(here, 'layouts', name),
      task: taskOf(name, unit, period),
      // A plain text is one sheet; where the text stands on another, it lacks.
      state: textElsewhere && state === 'accepted' ? 'accepted-with-warnings' : state,
      says: textElsewhere ? [...says, 'NARRATIVE_MISSING'] : says,
      values: Object.fromEntries(
        Object.entries(values).map(([code, [value, cumulative, at, cumulativeAt]]) => [
          code,
          { value, source: place(at), cumulative, cumulativeSource: place(cumulativeAt) },
        ]),
      ),
      narrative: textElsewhere ? {} : narrative,
      onPaper: places === 'none',
    };
  });
}

function knownLayouts() {
  return Layouts.parse(JSON.parse(readFileSync(join(here, 'layouts', 'expected.json'), 'utf8')));
}

function taskOf(fileName: string, code: string, id: string): Task {
  const unit = regime.units.find((each) => each.code === code);
  const period = regime.periods.find((each) => each.id === id);
  if (!unit || !period) throw new Error(`${code} or ${id} is not of the regime`);
  return { fileName, unit, period, regime };
}

/** `Sheet!C7`, or table, row and column; of a plain text, which is one table, its row and column. */
function sourceOf(at: z.output<typeof Place>, places: 'of-a-text' | undefined) {
  if (at === null) return null;
  if (typeof at !== 'string') return { table: at[0], row: at[1], column: at[2] };
  const [, sheet = '', letters = '', row = ''] = /^(.*)!([A-Z])(\d+)$/.exec(at) ?? [];
  if (places === 'of-a-text') return { table: 1, row: Number(row), column: letters.charCodeAt(0) - 64 };
  return { sheet, cell: `${letters}${row}` };
}
