/** The language in which a regime's units and its office write. */
import type { Language } from '../vocabulary/text.ts';
import type { Regime } from './regime.ts';

/** Regimes applied before they could say it are in Vietnamese. */
export function languageOf({ language }: Pick<Regime, 'language'>): Language {
  return language ?? 'vi';
}
