/** Colours as mail programs take them: six digits, each text colour given with the ground it stands on. */
import type { Tone } from './letter.ts';

export const ink = '#1c2b33';
export const quietInk = '#56656e';
export const line = '#d8e0e4';
export const ground = '#edf1f3';
export const paper = '#ffffff';
export const accent = '#0b5563';
export const onAccent = '#ffffff';
export const tint = '#f4f8f9';

/** `text` on `ground` has a contrast of at least 4.5 : 1; `solid` fills bars. */
export const tones: Readonly<Record<Tone, { text: string; ground: string; solid: string }>> = {
  good: { text: '#14532d', ground: '#dcf3e3', solid: '#2f8f57' },
  calm: { text: '#0d4f57', ground: '#d6eef0', solid: '#69b3ba' },
  late: { text: '#7a4300', ground: '#fdebcf', solid: '#dd9a2b' },
  bad: { text: '#8f1d1d', ground: '#fbe1e0', solid: '#c43d3d' },
  wrong: { text: '#642f78', ground: '#f0e3f5', solid: '#9457ab' },
  open: { text: '#1d4482', ground: '#e0eafa', solid: '#4f7fc7' },
  quiet: { text: '#46535b', ground: '#e6ebee', solid: '#a9b5bc' },
};
