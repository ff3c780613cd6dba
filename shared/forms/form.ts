/** What the form of a period says, whichever file it is written into. */

import { deadlineOf, ruleSentence } from '../filing/deadline.ts';
import type { Decision } from '../filing/decision.ts';
import { openingFigures } from '../filing/previous-values.ts';
import { languageOf } from '../regime/language.ts';
import type { Indicator, Period, Regime, Section, Unit } from '../regime/regime.ts';
import type { Figure, Value } from '../vocabulary/figure.ts';
import { type Language, say, type Text } from '../vocabulary/text.ts';
import { reportSubject, subject } from '../wording/documents.ts';
import { formWords } from '../wording/forms.ts';
import { figure, shortDay } from '../wording/vietnamese.ts';

/**
 * For whom and for which period a form is made; `previous`: the unit's values of the period before, or null. `decisions`:
 * all of the unit and the period, for its deadline.
 */
export interface FormRequest {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: Unit;
  readonly previous: readonly Value[] | null;
  readonly decisions: readonly Decision[];
}

export interface FormLine {
  readonly indicator: Indicator;
  /** Counts from 1 within its section. */
  readonly number: number;
  /** Filled in already: the figure with which the period opens; else null. */
  readonly opening: Figure;
  readonly note: string;
  /** What the period's figure is added to for the cumulative one; null where that is not known, or adds up to nothing. */
  readonly addsTo: number | null;
}

export interface Form {
  /** The regime's. */
  readonly language: Language;
  /** The unit's superior and the unit, as they head its documents. */
  readonly parent: string;
  readonly issuer: string;
  /** "BÁO CÁO" or "KẾ HOẠCH". */
  readonly kind: string;
  /** What it is about: "Kết quả công tác dân vận quý I năm 2024". */
  readonly about: string;
  readonly placeAndDate: string;
  /** The lines by which a returned form is known: unit, period, dates of the figures. */
  readonly identity: readonly string[];
  readonly rule: Text;
  /** Empty where the period asks for narrative alone. */
  readonly figures: readonly { readonly section: Section; readonly lines: readonly FormLine[] }[];
  readonly sections: readonly Section[];
}

/** What the form says, in the regime's language; `figures` are empty where the period asks for narrative alone. */
export function formOf({ regime, period, unit, previous, decisions }: FormRequest): Form {
  const parentUnit = regime.units.find(({ code }) => code === unit.parent);
  const opening = openingFigures(regime, previous);
  const deadline = deadlineOf({ regime, period, unit: unit.code, decisions });
  const withFigures = period.kind === 'periodic';
  return {
    language: languageOf(regime),
    parent: parentUnit?.name ?? regime.authority.name,
    issuer: inFull(unit, parentUnit),
    kind: period.kind === 'plan' ? formWords.plan : formWords.report,
    about:
      period.kind === 'plan'
        ? formWords.planSubject(subject(regime), regime.year)
        : reportSubject(regime, period),
    // A branch sits in a district of its own.
    placeAndDate: formWords.placeAndDate(
      unit.kind === 'chi nhánh' ? formWords.noPlace : regime.authority.place,
      regime.year,
    ),
    identity: [
      formWords.unit(unit.name, unit.code),
      formWords.period(say(period.title, languageOf(regime)), period.id),
      ...windowLine(period),
    ],
    rule: deadline.due === null ? formWords.dueWithGuidance : ruleSentence(period, deadline, regime.timeZone),
    figures: withFigures
      ? withIndicators(regime).map((section) => ({
          section,
          lines: regime.indicators
            .filter((indicator) => indicator.section === section.id)
            .map((indicator, n) => lineOf(indicator, n + 1, period, previous, opening)),
        }))
      : [],
    sections: regime.sections,
  };
}

function withIndicators({ sections, indicators }: Regime): readonly Section[] {
  return sections.filter(({ id }) => indicators.some(({ section }) => section === id));
}

/** A letterhead spells out what the unit's name abbreviates, where an alias does: "Chi nhánh Văn phòng Đăng ký đất đai …". */
function inFull(unit: Unit, parent: Unit | undefined): string {
  if (parent === undefined || unit.name.includes(parent.name)) return unit.name;
  return unit.aliases.find((alias) => alias.includes(parent.name)) ?? unit.name;
}

/** Dates and texts do not add up over the year. */
export function hasCumulative({ acrossUnits }: Indicator): boolean {
  return acrossUnits !== 'none';
}

function windowLine({ window, cumulativeFrom }: Period): readonly string[] {
  if (!window || !cumulativeFrom) return [];
  return [formWords.window(shortDay(window.from), shortDay(window.to), shortDay(cumulativeFrom))];
}

function lineOf(
  indicator: Indicator,
  number: number,
  period: Period,
  previous: readonly Value[] | null,
  opening: ReadonlyMap<string, Figure>,
): FormLine {
  const before = previous?.find((value) => value.indicator === indicator.code);
  const prefilled = opening.get(indicator.code) ?? null;
  const added = addsTo(indicator, period, before?.cumulative ?? null);
  const isOpen = added === null && previous !== null && indicator.acrossPeriods === 'sum';
  const notes = [
    prefilled !== null ? formWords.carriedOver : '',
    indicator.formula !== undefined ? formWords.computed(indicator.formula) : '',
    indicator.type === 'date' ? formWords.dateNote : '',
    before && prefilled === null && indicator.type !== 'text'
      ? formWords.previous(figure(before.value), figure(before.cumulative))
      : '',
    isOpen ? formWords.openCumulative : '',
  ];
  return {
    indicator,
    number,
    opening: prefilled,
    note: notes.filter(Boolean).join('. '),
    addsTo: added,
  };
}

function addsTo(
  { acrossPeriods }: Indicator,
  { window, cumulativeFrom }: Period,
  before: Figure,
): number | null {
  if (acrossPeriods !== 'sum') return null;
  if (window !== undefined && window.from === cumulativeFrom) return 0;
  return typeof before === 'number' ? before : null;
}
