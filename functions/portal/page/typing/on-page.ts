/** What a check says of a report that is typed, in the words of the page: nobody there sees the cells of its form. */
import type { Finding } from '../../../../shared/vocabulary/finding.ts';
import { fillEach, inEach, joinEach, type Text } from '../../../../shared/vocabulary/text.ts';
import { formSheets } from '../../../../shared/wording/forms.ts';
import { typing as words } from '../../../../shared/wording/page-typing.ts';
import type { DutyDetail } from '../../contract/duties.ts';
import { type Spot, spotAt } from './filled-form.ts';

/** The finding as it is told beside the fields; `place` is the line or the section that it is about, if it is about one. */
export type OnPage = (finding: Finding) => Finding & { readonly place?: Text };

const cell = '[A-Z]{1,3}[1-9][0-9]*';
/** As wording has them: "ô E15", "các ô E15, E16 và E17". */
const cells = new RegExp(`(?<!\\p{L})(?:các ô|ô|cells?) (${cell}(?:(?:, | và | and )${cell})*)`, 'gu');

/** @param form the .xlsx as the portal hands it out */
export function onPage(
  form: Uint8Array,
  { sections, indicators }: Pick<DutyDetail, 'sections' | 'indicators'>,
): OnPage {
  const at = spotAt(
    form,
    sections.map(({ id }) => id),
  );

  function lineOf({ code, which }: Extract<Spot, { code: string }>): Text | null {
    const indicator = indicators.find((each) => each.code === code);
    if (!indicator) return null;
    const { section, name } = indicator;
    const line = indicators.filter((each) => each.section === section).indexOf(indicator) + 1;
    const place = fillEach(words.place, { section, line, code, name });
    return which === null ? place : joinEach([place, words[which]], ', ');
  }

  function placeOf(spot: Spot | null): Text | null {
    if (spot === null) return null;
    return 'text' in spot ? fillEach(words.placeText, { section: spot.text }) : lineOf(spot);
  }

  /** Figures by the codes that stand beside them; what is no field of the page stays as it is. */
  function inWords(text: string, language: keyof Text): string {
    return text.replace(cells, (all: string, list: string) => {
      let known = true;
      const named = list.replace(new RegExp(cell, 'g'), (address) => {
        const spot = at({ sheet: formSheets.figures, cell: address });
        if (spot === null || 'text' in spot || spot.which === null) known = false;
        else if (spot.which === 'cumulative')
          return `${spot.code} (${words.cumulative[language].toLowerCase()})`;
        else return spot.code;
        return address;
      });
      return known ? fillEach(words.ofIndicators, { codes: named })[language] : all;
    });
  }

  return (finding) => {
    const place = placeOf(at(finding.where));
    const { found, expected, message, fix } = finding;
    // These two are written in the first language alone.
    const inFirst = (text: string | null) => text && inWords(text, 'vi');
    return {
      ...finding,
      ...(place && { place }),
      found: inFirst(found),
      expected: inFirst(expected),
      message: inEach((language) => inWords(message[language], language)),
      fix: inEach((language) => inWords(fix[language], language)),
    };
  };
}
