/** What a page shows: its glyphs and its ruled lines, in points from the page's top left corner. */

import type { Budget } from '../budget.ts';
import type { LegacyFont } from '../legacy-fonts/legacy-text.ts';
import type { Colour } from '../looks/colours.ts';
import type { Area } from './areas.ts';
import { ContentReader, PICTURE } from './content-reader.ts';
import { isRecord } from './font.ts';
import { seenAndHidden } from './hidden-text.ts';
import { markGlyphs } from './marks.ts';
import { identity, matrixOf } from './matrix.ts';
import type { Operators, PdfFile, PdfPage } from './pdf-file.ts';
import type { Ruling } from './rulings.ts';
import { markStaleFields } from './stale-fields.ts';
import { asRead, type Turn } from './turns.ts';

/** One character, or a ligature, where it stands; a space is one too. */
export interface Glyph {
  readonly text: string;
  /** As the file stores it: digits as wide as two, of which `text` has the plain ones. */
  readonly stored: string;
  /** Along its line, as whoever turns the page that way reads it. */
  readonly left: number;
  readonly right: number;
  /** Where the letters stand; grows downwards, as whoever reads them sees it. */
  readonly baseline: number;
  /** The middle of the letter on the page as it lies. */
  readonly x: number;
  readonly y: number;
  readonly turn: Turn;
  readonly size: number;
  readonly bold: boolean;
  readonly font: LegacyFont | null;
  /** Letters that are drawn at one go have one number. */
  readonly stroke: number;
  /** Where the place ends in which it is seen: that of a cell, or of the page. */
  readonly place: number;
  /** What is drawn over it, or makes it another one than it is called. */
  readonly mark: 'struck' | 'covered' | 'field' | 'shape' | 'pictures' | 'minus' | null;
  /** The name of what is put over the page and shows it; null for the page's own. */
  readonly annotation: unknown;
  /** How many paths had been painted before it. */
  readonly painted: number;
  /** It leaves nothing on the page. */
  readonly notDrawn: boolean;
  /** The colour in which it is drawn; null where that is not known. */
  readonly fill: Colour | null;
}

export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly width: number;
  readonly height: number;
  readonly covers: readonly Cover[];
  /** Whether a picture takes a large part of the page. */
  readonly pictured: boolean;
  /** Glyphs that are there to be searched for, not seen: what a scanner's program recognised. */
  readonly invisible: number;
  /** Letters that are neither seen nor recognised on a picture. */
  readonly hidden: string;
  /** The places of which pieces of text run out, so that some of it is not seen. */
  readonly clipped: readonly Area[];
  /** The names of what was put over the page and is read with it. */
  readonly annotations: ReadonlySet<unknown>;
}

/** An area that is painted over what was drawn before. */
export interface Cover {
  readonly area: Area;
  readonly painted: number;
  /** Null where that is not known. */
  readonly fill: Colour | null;
}

/** What people and programs put over the page is drawn as it is seen. */
const WITH_ANNOTATIONS = 1;
/** In points: letters may reach a little over the page's edge. */
const BEYOND_PAGE = 4;
/** Reads one page's content. @throws what the library throws of a page that it cannot parse */
export async function readPage(
  page: PdfPage,
  { operators, isShown }: PdfFile,
  budget: Budget,
): Promise<PageContent> {
  const view = page.getViewport({ scale: 1 });
  const { width, height } = view;
  const over: readonly unknown[] = await page.getAnnotations();
  const seals = sealsAmong(over);
  const list = await page.getOperatorList({ annotationMode: WITH_ANNOTATIONS });
  const area = [-BEYOND_PAGE, -BEYOND_PAGE, width + BEYOND_PAGE, height + BEYOND_PAGE] as const;
  const reader = new ContentReader(page, matrixOf(view.transform) ?? identity, area, {
    isShown,
    isRead: (name) => !seals.has(name),
  });
  const names = namesOf(operators);
  list.fnArray.forEach((operator, n) => {
    const values: unknown = list.argsArray[n];
    reader.take(names.get(operator) ?? '', Array.isArray(values) ? values : [], names);
  });
  const { rulings, covers, clipped, annotations } = reader;
  const pictured = reader.widest > PICTURE * width * height;
  // What a scanner's program recognised lies over pictures, of which a page may have many small ones.
  const scanned = pictured || (reader.widest > 0 && isMostlyNotDrawn(reader.glyphs));
  const { seen, hidden } = scanned ? { seen: reader.glyphs, hidden: '' } : seenAndHidden(reader, budget);
  const glyphs = markGlyphs(markStaleFields(reader.digits.mark(seen), over), reader, budget);
  const invisible = glyphs.filter(({ notDrawn }) => notDrawn).length;
  return asRead({
    glyphs,
    rulings,
    covers,
    pictured,
    invisible,
    clipped,
    width,
    height,
    annotations,
    hidden: hidden + reader.unshown,
  });
}

/** The names of what shows a signature on a page: who signed, and when, is no part of the report. */
function sealsAmong(annotations: readonly unknown[]): ReadonlySet<unknown> {
  return new Set(
    annotations.flatMap((each) => (isRecord(each) && each.fieldType === 'Sig' ? [each.id] : [])),
  );
}

function isMostlyNotDrawn(glyphs: readonly Glyph[]): boolean {
  return glyphs.filter(({ notDrawn }) => notDrawn).length * 2 > glyphs.length;
}

const known = new WeakMap<Operators, ReadonlyMap<number, string>>();

function namesOf(operators: Operators): ReadonlyMap<number, string> {
  const names = known.get(operators) ?? new Map(Object.entries(operators).map(([name, n]) => [n, name]));
  known.set(operators, names);
  return names;
}
