/** The changes that are kept, by the option that makes them. */
import type { Change } from './change.ts';
import { readingRules } from './reading-rules.ts';
import { tenWays } from './ten-ways.ts';

export const lists = {
  'ten-ways': tenWays,
  'reading-rules': readingRules,
} as const satisfies Record<string, readonly Change[]>;

export type ListName = keyof typeof lists;

export function isListName(name: string): name is ListName {
  return name in lists;
}
