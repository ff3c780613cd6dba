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

/** By how much the numbers of pages are ahead in a part of something longer: they are so on every page, of two at least. */
function beginsElsewhere(pages: readonly PageLayout[]): number {
  const ahead = pages.flatMap(({ items, height }, n) => {
    const numbers = items.flatMap((item) => {
      if (item.kind !== 'line' || marginOf(item, height) === null) return [];
      return numberIn(item)?.number ?? [];
    });
    return [new Set(numbers.map((number) => number - n - 1))];
  });
  const [first, ...more] = ahead;
  const common = [...(first ?? [])].filter((by) => by > 0 && more.every((each) => each.has(by)));
  return more.length > 0 ? (common[0] ?? 0) : 0;
}

interface PageNumber {
  readonly number: number;
  readonly of: number | undefined;
  /** Something stands beside the digits: "Trang 3", "- 3 -". */
  readonly marked: boolean;
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
  };
}

function isNumberOf(line: PageLine, page: number, pages: number, begins: number): boolean {
  const found = numberIn(line);
  if (!found) return false;
  const { number, of, marked } = found;
  return of === undefined ? number === page || number === page + begins || marked : of === pages;
}
