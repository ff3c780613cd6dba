/** Colours as mail programs take them: six digits, each text colour given with the ground it stands on. */
import type { Tone } from './letter.ts';

// The unit's page wears the same green: who comes from a mail sees that it is the same house.
export const accent = '#0b5c4d';
export const onAccent = '#ffffff';
export const ink = '#16211d';
export const quietInk = '#51605a';
export const line = '#d9e0dd';
export const ground = '#f3f5f4';
export const paper = '#ffffff';
export const tint = '#f4f8f6';

/** `text` on `ground` has a contrast of at least 4.5 : 1; `solid` fills bars. */
export const tones: Readonly<Record<Tone, { text: string; ground: string; solid: string }>> = {
  good: { text: '#14663f', ground: '#e2f3e8', solid: '#3f9a6b' },
  calm: { text: '#0d4f57', ground: '#d6eef0', solid: '#69b3ba' },
  late: { text: '#7d4a00', ground: '#fdf0d9', solid: '#d9932b' },
  bad: { text: '#a3201f', ground: '#fdeae8', solid: '#d2504b' },
  wrong: { text: '#642f78', ground: '#f0e3f5', solid: '#9457ab' },
  open: { text: '#1a5199', ground: '#e6effb', solid: '#5b8ed3' },
  quiet: { text: '#4a5853', ground: '#e9eeec', solid: '#a4b1ac' },
};

/** What a surface or a letter's colour becomes where the reader's mail program is dark; solid bars stay as they are. */
export const darkGrounds: ReadonlyMap<string, string> = new Map([
  [paper, '#161c19'],
  [ground, '#0d110f'],
  [tint, '#1d2521'],
  [line, '#38433e'],
  [accent, '#0f6a59'],
  [tones.good.ground, '#143324'],
  [tones.calm.ground, '#10343a'],
  [tones.late.ground, '#3d2a08'],
  [tones.bad.ground, '#431918'],
  [tones.wrong.ground, '#351d40'],
  [tones.open.ground, '#152c48'],
  [tones.quiet.ground, '#2a332f'],
  [tones.quiet.solid, '#6a7771'],
]);

export const darkInks: ReadonlyMap<string, string> = new Map([
  [ink, '#e4ebe7'],
  [quietInk, '#a3b1ab'],
  [accent, '#6fd0bb'],
  [tones.good.text, '#8fdcb2'],
  [tones.calm.text, '#8fd5dc'],
  [tones.late.text, '#f3c27a'],
  [tones.bad.text, '#f5a3a0'],
  [tones.wrong.text, '#d9aeea'],
  [tones.open.text, '#a4c8f5'],
  [tones.quiet.text, '#b4c0bb'],
]);

export const darkLines: ReadonlyMap<string, string> = new Map([
  [line, '#38433e'],
  [tint, '#1d2521'],
  [accent, '#6fd0bb'],
]);
