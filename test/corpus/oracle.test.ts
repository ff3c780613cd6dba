/**
 * Every cell of every workbook, held against another reader: @e965/xlsx, which agrees best with files of foreign
 * programs. Old .xls files are read by that library itself; what they must say stands in expected.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as oracle from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../shared/reading/model/document.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { plainText } from '../../shared/reading/open/plain-text.ts';
import { corpusFiles } from './corpus.ts';

interface Difference {
  readonly file: string;
  readonly place: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Where the two do not agree, and who is right. A difference that is not here fails, and so does a line without one. */
interface Known {
  readonly file: RegExp;
  readonly ours: RegExp;
  readonly theirs: RegExp;
  readonly why: string;
}

const known: readonly Known[] = [
  {
    file: /openpyxl\.xlsx$/,
    ours: /^formula without a result$/,
    theirs: /^nothing$/,
    why: 'Ours is right: the cell holds a formula whose result nobody stored; the oracle leaves it out as if it were empty.',
  },
  {
    file: /openpyxl\.xlsx$/,
    ours: /^text x?😀 biểu tượng$/u,
    theirs: /^text x?\uF600 biểu tượng$/,
    why: 'Ours is right: the file holds &#128512;, and the oracle cuts the number to 16 bits.',
  },
  {
    file: /\.ods$/,
    ours: /^text x?_x0041_ không phải A$/,
    theirs: /^text x?A không phải A$/,
    why: 'Ours is right: _x0041_ stands for "A" in Office Open XML alone; OpenDocument has no such escapes.',
  },
  {
    file: /Calc\.ods$/,
    ours: /^text [\d.e+]+ \[#FMT\]$/,
    theirs: /^number [\d.e+]+$/,
    why: 'Ours is right: the style has no way to show the number (a day beyond the last one), and nobody sees it.',
  },
  {
    file: /^cells( of 1904)?, (Calc|openpyxl)\.xlsx$/,
    ours: /^text -?[\d.e+-]+ \[\[RED\]\\?-0\.0;0\.0\]$/i,
    theirs: /^number -?[\d.e+-]+$/,
    why: 'Ours is right: the format shows a minus before what is above 0, and none before what is below.',
  },
  {
    file: /^cells( of 1904)?, Calc\.ods$/,
    ours: /^text [\d.e+-]+ \[-\d+,\d\]$/,
    theirs: /^number [\d.e+-]+$/,
    why: 'Ours is right: so does the style, and what is above 0 is seen with a minus.',
  },
  {
    file: /Calc\.ods$/,
    ours: /^text 1 \[ĐÚNG\]$/,
    theirs: /^number 1$/,
    why: 'Ours is right: the style shows a word in the place of the number.',
  },
];

const story = join(import.meta.dirname, '..', '..', 'infra', 'local', 'story', 'files');
const cells = join(import.meta.dirname, 'cells');
const workbooks = [
  ...corpusFiles().map(({ path }) => path),
  ...[story, cells].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
].filter((path) => /\.(xlsx|ods)$/.test(path));

describe('agrees with the oracle on text, number and day of every cell', () => {
  const seen = new Set<number>();

  it.each(workbooks.map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), path })))(
    '$name',
    async ({ name, path }) => {
      const found = await differences(name, readFileSync(path));
      const unlisted = found.filter(({ file, ours, theirs }) => {
        const at = known.findIndex(
          (each) => each.file.test(file) && each.ours.test(ours) && each.theirs.test(theirs),
        );
        if (at >= 0) seen.add(at);
        return at < 0;
      });
      expect(unlisted).toEqual([]);
    },
  );

  it('lists no difference that is none any more', () => {
    expect(known.filter((_, at) => !seen.has(at)).map(({ why }) => why)).toEqual([]);
  });

  it('has held thousands of cells against each other', () => {
    expect(compared).toBeGreaterThan(10_000);
  });
});

let compared = 0;

async function differences(file: string, bytes: Uint8Array): Promise<Difference[]> {
  const book = oracle.read(bytes, { cellDates: false, cellNF: true, cellText: true, dense: false });
  const { blocks, skipped } = await openDocument(bytes);
  // What a merge hides is nobody's figure; it is counted as skipped.
  const covered = new Set(
    skipped.flatMap(({ why, where }) =>
      why === 'covered-by-merge' && where && 'sheet' in where ? [`${where.sheet}!${where.cell}`] : [],
    ),
  );
  const ours = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const cell of block.cells) ours.set(placeOf(cell), described(cell));
  }
  const theirs = new Map<string, string>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] ?? {};
    for (const [at, cell] of Object.entries(sheet)) {
      const place = `${name.normalize('NFC')}!${at}`;
      if (at.startsWith('!') || covered.has(place)) continue;
      const said = describedByOracle(cell, book.Workbook?.WBProps?.date1904 === true);
      if (said !== null) theirs.set(place, said);
    }
  }
  const places = new Set([...ours.keys(), ...theirs.keys()]);
  compared += places.size;
  return [...places].flatMap((place) => {
    const [mine, other] = [ours.get(place) ?? 'nothing', theirs.get(place) ?? 'nothing'];
    return mine === other ? [] : [{ file, place, ours: mine, theirs: other }];
  });
}

function placeOf({ source }: Cell): string {
  return 'sheet' in source ? `${source.sheet}!${source.cell}` : JSON.stringify(source);
}

/** The value as the file stores it: letters of an old font before they were converted. */
function described({ text, storedText, number, date, trouble, percent }: Cell): string {
  if (trouble === 'uncached-formula') return 'formula without a result';
  if (trouble === 'error') return `error ${text}`;
  if (number !== undefined) return percent ? `share ${number}` : `number ${number}`;
  return date === undefined ? `text ${plainText(storedText ?? text)}` : `day ${date}`;
}

function describedByOracle(cell: oracle.CellObject, date1904: boolean): string | null {
  if (cell.f !== undefined && (cell.v === undefined || cell.t === 'z')) return 'formula without a result';
  const { t, v, z } = cell;
  if (v === undefined || t === 'z') return null;
  if (t === 'e') return `error ${typeof cell.w === 'string' ? cell.w : v}`;
  if (t === 'b') return `text ${String(v).toUpperCase()}`;
  if (typeof v !== 'number') return plainText(String(v)) === '' ? null : `text ${plainText(String(v))}`;
  if (typeof z === 'string' && oracle.SSF.is_date(z)) {
    const { y, m, d } = oracle.SSF.parse_date_code(v, { date1904 });
    return `day ${[String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-')}`;
  }
  return typeof z === 'string' && z.includes('%') ? `share ${v}` : `number ${v}`;
}
