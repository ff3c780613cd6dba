/** A failing table → the smallest one that fails alike. */
import type { Description, Paper } from './description.ts';

/** Smaller ones of a description, the boldest first; each is one step from it. */
function* smaller(description: Description): Generator<Description> {
  const { rows, columns } = description;
  for (let size = Math.ceil(rows.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < rows.length && rows.length > size; from += size) {
      yield { ...description, rows: [...rows.slice(0, from), ...rows.slice(from + size)] };
    }
  }
  for (const kind of columns) {
    if (kind !== 'name' && kind !== 'value')
      yield { ...description, columns: columns.filter((each) => each !== kind) };
  }
  const simplest: Partial<Description> = {
    ...{ cut: null, stranger: false, beside: false, titles: 'none', header: 'plain', notation: 'plain' },
    ...{ zero: '0', capitals: false, align: 'left', rules: 'all', nameWidth: 40, figureWidth: 12 },
    around: { letterhead: false, text: false, signature: false },
    headings: { value: 'Trong kỳ', cumulative: 'Lũy kế', name: 'Chỉ tiêu' },
  };
  yield* oneByOne(description, simplest);
  const plainPaper: Paper = {
    ...{
      program: 'spreadsheet',
      landscape: false,
      size: 10,
      rowsDrawn: 'by-row',
      filledRules: false,
      clipped: false,
    },
    ...{ headerAgain: false, rowsCut: false, turned: false, top: 0 },
  };
  for (const simpler of oneByOne(description.paper, plainPaper)) yield { ...description, paper: simpler };
}

function* oneByOne<T extends object>(whole: T, simplest: Partial<T>): Generator<T> {
  for (const key of Object.keys(simplest) as (keyof T)[]) {
    if (JSON.stringify(whole[key]) !== JSON.stringify(simplest[key]))
      yield { ...whole, [key]: simplest[key] };
  }
}

/** @param fails whether a description fails as the first one did */
export async function shrunk(
  description: Description,
  fails: (smaller: Description) => Promise<boolean>,
  mostTries = 400,
): Promise<Description> {
  let least = description;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const each of smaller(least)) {
      tries += 1;
      if (tries > mostTries) return least;
      if (!(await fails(each))) continue;
      least = each;
      found = true;
      break;
    }
  }
  return least;
}
