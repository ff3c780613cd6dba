/** Fields to be filled in whose look is one of before: programs put a value in and leave the letters drawn as they are. */
import { isRecord } from './font.ts';
import type { Glyph } from './page-content.ts';

/** The glyphs, with the digits marked that a field of text shows while it holds another figure. */
export function markStaleFields(glyphs: readonly Glyph[], annotations: readonly unknown[]): readonly Glyph[] {
  const held = new Map<unknown, string>();
  for (const each of annotations) {
    if (isRecord(each) && each.fieldType === 'Tx' && typeof each.fieldValue === 'string') {
      held.set(each.id, each.fieldValue);
    }
  }
  if (held.size === 0) return glyphs;
  const shown = Map.groupBy(glyphs, ({ annotation }) => annotation);
  const stale = new Set(
    [...held].flatMap(([name, value]) => {
      const drawn = (shown.get(name) ?? []).map(({ text }) => text).join('');
      return saysTheSame(drawn, value) ? [] : [name];
    }),
  );
  if (stale.size === 0) return glyphs;
  return glyphs.map((glyph) =>
    /\d/.test(glyph.text) && stale.has(glyph.annotation) ? { ...glyph, mark: 'field' } : glyph,
  );
}

/** A field may show its figure with marks between the thousands, and with decimals of nought. */
function saysTheSame(drawn: string, value: string): boolean {
  const [shown, held] = [drawn, value].map((text) =>
    text.replace(/[.,]0{1,2}(?!\d)/g, '').replace(/\D/g, ''),
  );
  return shown === held;
}
