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
  const bare = pages.map(({ items, ...page }, n): PageLayout => {
    const { height } = page;
    const kept = items.filter((item) => {
      if (item.kind !== 'line' || !isNumberOf(item, n + 1, pages.length)) return true;
      if (item.baseline < height * MARGIN) headers += 1;
      else if (item.baseline > height * (1 - MARGIN)) footers += 1;
      else return true;
      return false;
    });
    return { ...page, items: kept };
  });
  return { pages: bare, headers, footers };
}

function isNumberOf({ segments }: PageLine, page: number, pages: number): boolean {
  const [only, ...more] = segments;
  if (!only || more.length > 0 || only.text.length > LONGEST_NUMBER) return false;
  const text = only.text.toLowerCase().normalize('NFC');
  const [, number, of] =
    /^(?:trang|page)?\s*[-–]?\s*(\d{1,3})(?:\s*(?:\/|of)\s*(\d{1,3}))?\s*[-–]?$/.exec(text) ?? [];
  if (number === undefined) return false;
  return of === undefined ? Number(number) === page || text.length > number.length : Number(of) === pages;
}
