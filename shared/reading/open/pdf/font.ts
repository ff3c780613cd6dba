/** What a page's fonts tell of the letters written with them. */
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { isOfPictures } from '../looks/figure-letters.ts';
import { matrixOf } from './matrix.ts';
import type { PdfPage } from './pdf-file.ts';

export interface Font {
  /** As the page's operators name it. */
  readonly id: string;
  readonly bold: boolean;
  readonly legacy: LegacyFont | null;
  /** Its digits are pictures. */
  readonly pictures: boolean;
  /** Widths are in units of this. */
  readonly unit: number;
  /** Set where nothing is known of its letters: its codes are a registry's, which the library does not bring along. */
  readonly unknown?: true;
}

export const plainFont: Font = { id: '', bold: false, legacy: null, pictures: false, unit: 0.001 };

/** @param id as the page's operators name it */
export function readFont({ commonObjs }: PdfPage, id: string): Font {
  const font: unknown = commonObjs.has(id) ? commonObjs.get(id) : null;
  // The library hands out what went wrong in the place of a font.
  if (typeof font === 'string') return { ...plainFont, id, unknown: true };
  const stated = isRecord(font) && typeof font.name === 'string' ? font.name : '';
  const matrix = isRecord(font) ? matrixOf(font.fontMatrix) : null;
  // Of a font of which only some letters are in the file the name begins with six letters and a plus.
  const name = stated.replace(/^[A-Z]{6}\+/, '');
  return {
    id,
    bold: /bold|black|heavy|,b/i.test(name),
    legacy: legacyFontOf(name),
    pictures: isOfPictures(name),
    unit: Math.abs(matrix?.[0] ?? plainFont.unit),
  };
}

/** Narrows what the library hands out untyped. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
