/** What stands on pages for the pages' sake: their numbers. */
import type { PageLayout, PageLine } from './page-layout.ts';

/** The upper and the lower part of a page in which its number stands. */
const MARGIN = 0.1;
/** "Trang 12 / 345", however far apart. */
const LONGEST_NUMBER = 40;

export interface WithoutFurniture {
  readonly pages: readonly PageLayout[];
  /** How many numbers stood above and below the text. */
  readonly headers: number;
  readonly footers: number;
}

/** Takes the numbers of pages away, so that texts and tables go on from page to page. */
export function withoutPageNumbers(pages: readonly PageLayout[]): WithoutFurniture {
  let [headers, footers] = [0, 0];
  const begins = beginsElsewhere(pages);
  const bare = pages.map(({ items, ...page }, n): PageLayout => {
    const { height } = page;
    const kept = items.filter((item) => {
      if (item.kind !== 'line' || !isNumberOf(item, n + 1, pages.length, begins)) return true;
      const margin = marginOf(item, height);
      if (margin === 'upper') headers += 1;
      else if (margin === 'lower') footers += 1;
      else return true;
      return false;
    });
    return { ...page, items: kept };
  });
  return { pages: bare, headers, footers };
}

function marginOf({ baseline }: PageLine, height: number): 'upper' | 'lower' | null {
  if (baseline < height * MARGIN) return 'upper';
  return baseline > height * (1 - MARGIN) ? 'lower' : null;
}

/** Figures that stand at the foot of two pages may count on by chance. */
const FEWEST_PAGES = 3;
/** In points: numbers of pages stand at one height, and about one middle. */
const SAME_PLACE = 3;

/** By how much the numbers of pages are ahead in a part of something longer: they are so, at one place, on every page. */
function beginsElsewhere(pages: readonly PageLayout[]): number {
  if (pages.length < FEWEST_PAGES) return 0;
  const [first = [], ...more] = pages.map(({ items, height }, n) =>
    items.flatMap((item) => {
      if (item.kind !== 'line' || marginOf(item, height) === null) return [];
      const [found, only] = [numberIn(item), item.segments[0]];
      if (!found || !only) return [];
      return [{ ahead: found.number - n - 1, baseline: item.baseline, middle: (only.left + only.right) / 2 }];
    }),
  );
  const isAt = (a: number, b: number) => Math.abs(a - b) <= SAME_PLACE;
  const common = first.find(
    ({ ahead, baseline, middle }) =>
      ahead > 0 &&
      more.every((page) =>
        page.some(
          (each) => each.ahead === ahead && isAt(each.baseline, baseline) && isAt(each.middle, middle),
        ),
      ),
  );
  return common?.ahead ?? 0;
}

interface PageNumber {
  readonly number: number;
  readonly of: number | undefined;
  /** Something stands beside the digits: "Trang 3", "- 3 -". */
  readonly marked: boolean;
  /** By the word for it. */
  readonly named: boolean;
}

function numberIn({ segments }: PageLine): PageNumber | null {
  const [only, ...more] = segments;
  if (!only || more.length > 0 || only.text.length > LONGEST_NUMBER) return null;
  const text = only.text.toLowerCase().normalize('NFC');
  const [, number, of] =
    /^(?:trang|page)?\s*[-–]?\s*(\d{1,3})(?:\s*(?:\/|of)\s*(\d{1,3}))?\s*[-–]?$/.exec(text) ?? [];
  if (number === undefined) return null;
  return {
    number: Number(number),
    of: of === undefined ? undefined : Number(of),
    marked: text.length > number.length,
    named: /^\p{L}/u.test(text),
  };
}

function isNumberOf(line: PageLine, page: number, pages: number, begins: number): boolean {
  const found = numberIn(line);
  if (!found) return false;
  const { number, of, marked, named } = found;
  if (of === undefined) return number === page || number === page + begins || marked;
  // Some pages of something longer were printed.
  return of === pages || (named && number <= of && pages <= of);
}
