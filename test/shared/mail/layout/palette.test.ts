import { describe, expect, it } from 'vitest';
import {
  accent,
  darkGrounds,
  darkInks,
  ink,
  onAccent,
  paper,
  quietInk,
  tint,
  tones,
} from '../../../../shared/mail/layout/palette.ts';

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...[paper, tint].flatMap((ground) => [ink, quietInk, accent].map((text) => [text, ground] as const)),
  ...Object.values(tones).map(({ text, ground }) => [text, ground] as const),
];

describe('the colours of letters', () => {
  it.each(pairs)('%s is read on %s, in the light and in the dark', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darkInks.get(text) ?? text, darkGrounds.get(ground) ?? ground)).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('let a button be read', () => {
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onAccent, darkGrounds.get(accent) ?? accent)).toBeGreaterThanOrEqual(4.5);
  });
});
