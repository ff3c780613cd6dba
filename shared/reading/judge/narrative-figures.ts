/** Figures in the text against figures in the form, where a sentence leaves no doubt which indicator it means. */
import { languageOf } from '../../regime/language.ts';
import type { Check, Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { checkFailed, relations } from '../../wording/check-findings.ts';
import { placesOf } from '../../wording/places.ts';
import type { Source } from '../model/document.ts';
import { finding, nameOf, spokenName } from '../model/finding.ts';
import type { Finding, NarrativeSection, ReadingRegime, Task, Value } from '../model/reading.ts';
import { fold, hasPhrase, startsWithWords, wordsOf } from '../understand/folding.ts';
import { readNumber, writeNumber } from '../understand/numbers.ts';

// A short name ("Số lượt dự thi") is part of too many sentences that mean something else.
const fewestWords = 4;

/** The checks that need the narrative: a number right behind an indicator's full name must be the form's. */
export function judgeNarrativeFigures(
  narrative: readonly NarrativeSection[],
  values: readonly Value[],
  { regime }: Task,
): readonly Finding[] {
  return regime.checks
    .filter((check) => check.needs === 'narrative')
    .flatMap((check) => {
      const named = regime.indicators
        .filter(({ code, type }) => type === 'count' && (check.forEach?.includes(code) ?? true))
        .map((indicator) => ({ indicator, words: wordsOf(say(indicator.name, languageOf(regime))) }))
        .filter(({ words }) => words.length >= fewestWords && !startsWithWords(words, ['trong', 'do']))
        .map(({ indicator, words }) => ({ indicator, words, folded: words.join(' ') }));
      return narrative.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ text, source }) =>
          compare(text, source, { check, indicators: named, values, regime }),
        ),
      );
    });
}

interface NamedIndicator {
  readonly indicator: Indicator;
  readonly words: readonly string[];
  readonly folded: string;
}

interface Compared {
  readonly check: Check;
  readonly indicators: readonly NamedIndicator[];
  readonly values: readonly Value[];
  readonly regime: ReadingRegime;
}

function compare(text: string, source: Source, { check, indicators, values, regime }: Compared): Finding[] {
  return text.split(/(?<=[.;!?])\s+|\n/).flatMap((sentence) => {
    const spoken = fold(sentence);
    const named = indicators.filter(({ folded }) => hasPhrase(spoken, folded));
    return named.flatMap(({ indicator, words: name }) => {
      const number = numberBehind(sentence, name);
      const value = values.find((each) => each.indicator === indicator.code);
      if (number === null || typeof value?.value !== 'number') return [];
      if (number === value.value || number === value.cumulative) return [];
      const words = checkFailed({
        id: check.id,
        severity: check.severity,
        message: check.message,
        about: nameOf(indicator, regime),
        places: placesOf(value.source ? [source, value.source] : [source]),
      });
      const inTheForm = `${spokenName(indicator, regime)}${value.source ? ` (${say(placesOf([value.source]), languageOf(regime))})` : ''}`;
      return [
        finding(words, {
          where: source,
          found: sentence,
          expected: relations.asInTheForm(writeNumber(value.value), inTheForm),
        }),
      ];
    });
  });
}

/** The number of "<name>: 12 cuộc" or "<name> là 12"; null where anything else stands between or behind. */
function numberBehind(sentence: string, target: readonly string[]): number | null {
  const spaced = sentence.normalize('NFC').split(/\s+/);
  for (let at = 0; at < spaced.length; at += 1) {
    const words: string[] = [];
    let end = at;
    while (end < spaced.length && words.length < target.length) words.push(...wordsOf(spaced[end++] ?? ''));
    if (words.length !== target.length || !startsWithWords(words, target)) continue;
    const rest = spaced
      .slice(end)
      .join(' ')
      .replace(/^(trong kỳ|là|đạt|có|:|=|-|–|\s)+/iu, '');
    const token = /^\d[\d.]*(?=[\s,;.]|$)/.exec(rest)?.[0].replace(/\.$/, '');
    // "12/15" and "12 tháng" are no figure of the indicator.
    if (token === undefined || /^[\d.]+\s*(\/|%|tháng|năm|quý|ngày)/iu.test(rest)) return null;
    return readNumber(token, { whole: true })?.value ?? null;
  }
  return null;
}
