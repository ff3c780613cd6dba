/** Finds the indicator a row of a form means: by its code, else by its name, never by its place alone. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { fold, startsWithWords } from './folding.ts';
import type { Asked } from './headers.ts';
import { isPart, type Name, namedBy, turningIn } from './names/row-names.ts';
import { mostShared, similarity, type WordWeight, weigh, weightsOver } from './names/similarity.ts';
import { isOf, spans } from './stated-period.ts';

export interface RowMatch {
  readonly indicator: Indicator;
  readonly by: 'code' | 'name';
  /** `exact`: the regime's own words or an alias; `near`: similar enough; `turned`: it would be, but for a word that
   * makes another figure of it; `none`: only the code tells. */
  readonly name: 'exact' | 'near' | 'turned' | 'none';
  /** Another indicator whose name the row carries although its code says otherwise. */
  readonly nameOf: Indicator | null;
}

interface Phrase extends Name {
  readonly indicator: Indicator;
  readonly weight: number;
  /** As `turning`, in remarks too. */
  readonly turned: readonly string[];
  /** The name itself rather than an alias. */
  readonly own: boolean;
}

// Below this two different indicators of the same form come out alike ("Số lượt tiếp công dân" and "Số công dân
// được tiếp" reach 0.7); a row is better reported as unknown than read as its neighbour.
const near = 0.8;
const margin = 0.1;
const longestName = 400;
/** In a register of people each name is another one. */
const MOST_KNOWN = 2_000;

interface NamedAs {
  readonly indicator: Indicator;
  readonly fit: 'exact' | 'near';
}

/** Which indicator a row means: by its code, else by its name, written out or nearly so. */
export class RowMatcher {
  readonly #byCode: ReadonlyMap<string, Indicator>;
  readonly #phrases: readonly Phrase[];
  readonly #weight: WordWeight;
  readonly #year: string;
  /** Spans of time that may well be named: those of the period itself. */
  readonly #own: readonly string[];
  /** "Trong đó…" rows mean something under their parent alone. */
  readonly #parentOf: ReadonlyMap<string, string>;
  /** What names were found to mean: one is asked for several times over. */
  readonly #known = new Map<string, NamedAs | null>();

  constructor({ regime, period }: Asked) {
    this.#byCode = new Map(regime.indicators.map((indicator) => [codeKey(indicator.code), indicator]));
    this.#year = String(regime.year);
    this.#own = spans.filter((span) => isOf({ span, year: null, sure: true }, period, regime));
    const nameOf = ({ name }: Indicator) => say(name, languageOf(regime));
    const phrases = regime.indicators.flatMap((indicator) =>
      [nameOf(indicator), ...indicator.aliases].map((text, n) => ({
        indicator,
        ...namedBy(text),
        turned: turningIn(text),
        own: n === 0,
      })),
    );
    this.#weight = weightsOver(phrases.map((phrase) => phrase.words));
    this.#phrases = phrases.map((phrase) => ({ ...phrase, weight: weigh(phrase.words, this.#weight) }));
    this.#parentOf = parentsOf(regime);
  }

  /** The indicator whose code the text is, spelt `A05`, `a.05`, `A 05` or `A5`. */
  byCode(text: string): Indicator | null {
    return this.#byCode.get(codeKey(text)) ?? null;
  }

  /**
   * @param code the row's code cell (or what stands in its place), if any
   * @param name the row's name cell, if any
   * @param last the indicator of the row above, which "Trong đó…" belongs to
   */
  match(code: string | null, name: string | null, last: Indicator | null): RowMatch | null {
    const { coded, bare } = this.#parted(code, name);
    const named = this.#byName(bare, last);
    if (!coded) {
      return named && { indicator: named.indicator, by: 'name', name: named.fit, nameOf: null };
    }
    const own = this.#fitOf(coded, bare);
    const nameOf = own === 'none' && named && named.indicator !== coded ? named.indicator : null;
    return { indicator: coded, by: 'code', name: own, nameOf };
  }

  /** Whether `match` would call the name exact, whatever it comes after. */
  isExact(name: string): boolean {
    const { coded, bare } = this.#parted(null, name);
    if (bare.length > longestName) return false;
    const { words, text } = namedBy(bare);
    if (words.length === 0) return coded !== null;
    return this.#phrases.some(
      (phrase) => phrase.text === text && phrase.indicator === (coded ?? phrase.indicator),
    );
  }

  #parted(code: string | null, name: string | null) {
    const leading = name === null ? null : /^\(?([A-Za-z]\s?\.?\d{1,2})\)?\s*[.:)–-]?\s+(.*)$/s.exec(name);
    const inName = leading?.[1] ? this.byCode(leading[1]) : null;
    return {
      coded: (code === null ? null : this.byCode(code)) ?? inName,
      bare: inName ? (leading?.[2] ?? '') : (name ?? ''),
    };
  }

  /** The indicator that a name would mean, but for a word that makes another figure of it. */
  turnedFrom(name: string): Indicator | null {
    return this.#byName(name, null, true)?.indicator ?? null;
  }

  #byName(name: string, last: Indicator | null, turned = false): NamedAs | null {
    if (name.length > longestName) return null;
    const key = `${turned} ${last?.code ?? ''} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#named(name, last, turned);
    if (this.#known.size < MOST_KNOWN) this.#known.set(key, found);
    return found;
  }

  #named(name: string, last: Indicator | null, turned: boolean): NamedAs | null {
    const called = namedBy(name);
    const { words, text } = called;
    if (words.length === 0) return null;
    const fits = this.#phrases.filter((phrase) => this.#allowed(phrase.indicator, last));
    const same = fits.find((phrase) => phrase.text === text);
    if (same) return { indicator: same.indicator, fit: 'exact' };
    if (isPart(name)) return null;
    const asked = fits.filter((phrase) => this.#isTurned(called, phrase) === turned);
    const longer = asked
      .filter((phrase) => phrase.own && phrase.words.length >= 4 && startsWithWords(words, phrase.words))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (longer) return { indicator: longer.indicator, fit: 'near' };
    const cut = asked.filter(
      (phrase) => phrase.own && words.length >= 5 && startsWithWords(phrase.words, words),
    );
    const [only] = cut;
    if (only && cut.length === 1) return { indicator: only.indicator, fit: 'near' };
    return this.#mostSimilar(called, asked);
  }

  #mostSimilar(called: Name, fits: readonly Phrase[]) {
    const best = new Map<Indicator, number>();
    const weight = weigh(called.words, this.#weight);
    const inCommon = mostShared(called.words, this.#weight);
    for (const phrase of fits) {
      // With all in common that can be it would neither be near nor rival what is.
      const most = (2 * Math.min(inCommon, phrase.weight)) / (weight + phrase.weight);
      if (most < near - margin - 0.001 || !agree(called, phrase)) continue;
      const score = similarity(called.words, phrase.words, this.#weight);
      if (score > (best.get(phrase.indicator) ?? 0)) best.set(phrase.indicator, score);
    }
    const [first, second] = [...best].sort(([, a], [, b]) => b - a);
    if (!first || first[1] < near || first[1] - (second?.[1] ?? 0) < margin) return null;
    return { indicator: first[0], fit: 'near' as const };
  }

  #fitOf(indicator: Indicator, name: string): RowMatch['name'] {
    if (name.length > longestName) return 'none';
    const called = namedBy(name);
    const { words } = called;
    if (words.length === 0) return 'exact';
    const phrases = this.#phrases.filter((phrase) => phrase.indicator === indicator);
    if (phrases.some((phrase) => phrase.text === called.text)) return 'exact';
    const alike = phrases.filter(
      (phrase) =>
        startsWithWords(words, phrase.words) ||
        startsWithWords(phrase.words, words) ||
        (agree(called, phrase) && similarity(words, phrase.words, this.#weight) >= 0.6),
    );
    if (alike.length === 0) return 'none';
    return alike.every((phrase) => this.#isTurned(called, phrase)) ? 'turned' : 'near';
  }

  #isTurned({ turning }: Name, { turned }: Phrase): boolean {
    const harmless = [this.#year, ...this.#own, ...turned];
    return turning.some((phrase) => !harmless.includes(phrase) && !this.#isWithin(phrase));
  }

  #isWithin(years: string): boolean {
    const [first, last] = years.split('-');
    return first !== undefined && last !== undefined && first <= this.#year && this.#year <= last;
  }

  #allowed(indicator: Indicator, last: Indicator | null): boolean {
    const parent = this.#parentOf.get(indicator.code);
    if (parent === undefined || last === null) return true;
    return last.code === parent || this.#parentOf.get(last.code) === parent;
  }
}

/** Of each "Trong đó…" the indicator that it is a part of, by code. */
export function parentsOf(
  regime: Pick<ReadingRegime, 'indicators' | 'language'>,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  let parent: string | null = null;
  for (const { code, name } of regime.indicators) {
    if (!isPart(say(name, languageOf(regime)))) parent = code;
    else if (parent !== null) parents.set(code, parent);
  }
  return parents;
}

/** Both name the same numbers and the same telling words, or one names none. */
function agree(a: Name, b: Name): boolean {
  if (a.telling !== b.telling) return false;
  return (
    a.numbers.length === 0 || b.numbers.length === 0 || a.numbers.some((number) => b.numbers.includes(number))
  );
}

/** `A5`, `a.05` and `A 05` → `a5`. */
export function codeKey(text: string): string {
  return fold(text)
    .replaceAll(' ', '')
    .replace(/^([a-z]+)0*(?=\d)/, '$1');
}
