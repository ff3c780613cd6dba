/** The forms of a file → one value for each indicator, with everything that was doubtful on the way. */
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { evaluateRule, parseRule } from '../../regime/rule.ts';
import { inEach, say, type Text } from '../../vocabulary/text.ts';
import { findings as words } from '../../wording/findings.ts';
import { placesOf } from '../../wording/places.ts';
import type { Cell, NeutralDocument, Paragraph } from '../model/document.ts';
import { finding, nameOf, placeOf } from '../model/finding.ts';
import type { Figure, Finding, ReadingRegime, Task, Value } from '../model/reading.ts';
import {
  figuresOfBothColumns,
  isFigureInUnit,
  type SharedHeading,
  sharedHeadings,
  spanningFigures,
} from './contested-figures.ts';
import { type ReadFigure, readFigure } from './figures.ts';
import type { Form, FormRow } from './form-rows.ts';
import { scaledBy } from './scales.ts';
import { type Separators, separatorsIn } from './separators.ts';
import type { Slot } from './stated-period.ts';
import { sameUnit } from './units-of-measure.ts';

interface Occurrence extends FormRow {
  readonly form: Form;
}

interface ReadSlot {
  readonly figure: Figure;
  readonly cell: Cell | null;
  readonly findings: readonly Finding[];
}

export interface FormValues {
  /** One for each indicator found, in the regime's order. */
  readonly values: readonly Value[];
  readonly findings: readonly Finding[];
}

/** The figures of all forms of a file, and what is doubtful about each. */
export function readValues(
  document: NeutralDocument,
  forms: readonly Form[],
  { regime, period }: Task,
): FormValues {
  const occurrences = new Map<Indicator, Occurrence[]>();
  const seen = forms.filter(({ table }) => !table.hidden);
  for (const form of forms) {
    for (const row of form.rows) {
      const list = occurrences.get(row.match.indicator) ?? [];
      list.push({ ...row, form });
      occurrences.set(row.match.indicator, list);
    }
  }
  const separators = new ColumnSeparators();
  const scaling = new Set<Cell | Paragraph>();
  const read = new Map<string, Record<Slot, ReadSlot>>();
  const figureIn = (slot: Slot) => (code: string) => {
    const slots = read.get(code);
    const figure = slots?.[slot].figure ?? slots?.value.figure;
    return typeof figure === 'number' ? figure : null;
  };
  // Shares come last: what they should be is known once their parts are.
  const inOrder = regime.indicators.toSorted(
    (a, b) => Number(a.type === 'percent') - Number(b.type === 'percent'),
  );
  for (const indicator of inOrder) {
    const where = occurrences.get(indicator)?.toSorted((a, b) => hiddenness(a) - hiddenness(b));
    // What nobody sees is compared with what is seen; by itself it is no report.
    if (!where?.[0] || hiddenness(where[0]) === 1) continue;
    const slot = (name: Slot, added: Figure = null) => {
      const recomputed = recompute(indicator, figureIn(name));
      return readSlot(where, name, regime, (cell, row) => {
        if (cell.adds !== undefined) return { figure: sumOf(added, cell.adds), findings: [] };
        const { form } = row;
        const written = { recomputed, slot: name, separators: separators.of(form, name) };
        const context = { indicator, regime, period, ...written };
        const asWritten = readFigure(cell, context);
        const unit = isAmount({ ...asWritten, indicator }) ? scaledBy(document, form, row, cell) : null;
        if (!unit) return asWritten;
        scaling.add(unit);
        return { ...asWritten, figure: null };
      });
    };
    const value = slot('value');
    read.set(indicator.code, { value, cumulative: slot('cumulative', value.figure) });
  }
  // In the year's first period both columns say the same.
  const isFirst = period.window?.from === period.cumulativeFrom;
  const said = [
    ...seen.flatMap((form) => aboutForm(form, regime, occurrences)),
    ...(isFirst ? [] : seen.flatMap((form) => figuresOfBothColumns(form))).map((row) =>
      aboutBoth(row, regime),
    ),
    ...seen.flatMap(({ rows }) => rows.flatMap((row) => aboutRow(row, regime, scaling))),
  ];
  const values: Value[] = [];
  for (const indicator of regime.indicators) {
    const slots = read.get(indicator.code);
    if (!slots) continue;
    said.push(...slots.value.findings, ...slots.cumulative.findings);
    values.push({
      indicator: indicator.code,
      value: slots.value.figure,
      source: slots.value.cell?.source ?? null,
      cumulative: slots.cumulative.figure,
      cumulativeSource: slots.cumulative.cell?.source ?? null,
    });
  }
  const scaled = [...scaling].map(({ text, source }) =>
    finding(words.UNIT_MULTIPLIES({ unit: text }), { where: source, found: text }),
  );
  return { values, findings: [...said, ...scaled, ...hiddenSheets(forms)] };
}

/** What the form's formula would have come to, had the figure been written as a number. */
function sumOf(figure: Figure, adds: number): Figure {
  return typeof figure === 'number' ? Number((figure + adds).toPrecision(12)) : null;
}

/** Of each form, how the numbers of its columns are written. */
class ColumnSeparators {
  readonly #known = new Map<Form, Partial<Record<Slot, Separators>>>();

  of(form: Form, slot: Slot): Separators {
    const known = this.#known.get(form) ?? {};
    this.#known.set(form, known);
    known[slot] ??= separatorsIn(form.rows.flatMap(({ cells }) => cells[slot] ?? []));
    return known[slot];
  }
}

/** A share by its parts, or null where they are not known. */
function recompute(indicator: Indicator, figure: (code: string) => number | null): number | null {
  if (indicator.formula === undefined) return null;
  const result = evaluateRule(parseRule(indicator.formula), {
    figure: (operand) => figure(operand.indicator),
  });
  return typeof result === 'number' ? result : null;
}

/** @param known the indicators that have rows of their own */
function aboutForm(
  form: Form,
  regime: ReadingRegime,
  known: { has(indicator: Indicator): boolean },
): Finding[] {
  const said = form.strangers.map(({ figure, name, turnedFrom }) => {
    const isOnly = turnedFrom !== null && !known.has(turnedFrom);
    return finding(
      isOnly ? words.ROW_TURNED({ indicator: nameOf(turnedFrom, regime) }) : words.UNKNOWN_INDICATOR(),
      { where: figure.source, found: name ? `${name.text}: ${figure.text}` : figure.text },
    );
  });
  // Of what was laid out by places it is said as a doubt (judge-doubts.ts).
  for (const each of form.table.laidOut ? [] : sharedHeadings(form)) said.push(aboutShared(each));
  for (const { cell, indicators } of spanningFigures(form)) {
    const codes = indicators.map(({ code }) => code).join(', ');
    said.push(finding(words.FIGURE_SPANS_ROWS({ codes }), { where: cell.source, found: cell.text }));
  }
  for (const { cell, what } of form.layouts.flatMap(({ foreign = [] }) => foreign)) {
    const p = { heading: cell.text };
    // Of what was laid out by places the two may be one beside the other.
    if (what === 'both' && form.table.laidOut) continue;
    const about = headingWords[what](p);
    said.push(finding(about, { where: cell.source, found: cell.text }));
  }
  const [layout] = form.layouts;
  if (!layout || layout.from === 'header') return said;
  const where = form.table.cells[0]?.source ?? null;
  if (layout.from === 'table-before') return [finding(words.FORM_CONTINUED(), { where }), ...said];
  const column = (name: Slot) => String(layout.columns.get(name)?.from ?? '—');
  const guessed = words.HEADER_GUESSED({ value: column('value'), cumulative: column('cumulative') });
  return [finding(guessed, { where }), ...said];
}

const headingWords = {
  year: words.HEADING_OTHER_YEAR,
  period: words.HEADING_OTHER_PERIOD,
  both: words.HEADING_OF_TWO_COUNTS,
};

function aboutBoth({ match: { indicator }, cells: { value } }: FormRow, regime: ReadingRegime): Finding {
  const about = words.FIGURE_SPANS_COLUMNS({ indicator: nameOf(indicator, regime) });
  return finding(about, { where: value?.source ?? null, found: value?.text ?? null });
}

function aboutShared({ headings, differing }: SharedHeading): Finding {
  const texts = (cells: readonly Cell[]) => [...new Set(cells.map(({ text }) => text))];
  const places = placesOf(differing.map(({ source }) => source));
  const p = {
    headings: texts(headings)
      .map((text) => `“${text}”`)
      .join(', '),
    places,
  };
  const found = differing.map(({ text }) => text).join(' · ');
  return finding(words.FIGURES_SHARE_HEADING(p), { where: differing[0]?.source ?? null, found });
}

/** @param scaling what makes figures none, of which that is said alone */
function aboutRow(row: FormRow, regime: ReadingRegime, scaling: ReadonlySet<Cell | Paragraph>): Finding[] {
  const { match, cells } = row;
  const said: Finding[] = [];
  const { indicator } = match;
  const where = (cells.name ?? cells.code)?.source ?? null;
  const evidence = {
    where,
    found: cells.name?.text ?? null,
    expected: say(indicator.name, languageOf(regime)),
  };
  const p = { indicator: nameOf(indicator, regime) };
  if (match.nameOf) {
    const conflict = words.CODE_NAME_CONFLICT({
      taken: nameOf(indicator, regime),
      other: nameOf(match.nameOf, regime),
    });
    const found = [cells.code?.text, cells.name?.text].filter(Boolean).join(' · ');
    said.push(finding(conflict, { ...evidence, found }));
  } else if (match.name === 'turned') {
    said.push(finding(words.NAME_TURNED(p), evidence));
  } else if (match.by === 'code' && match.name === 'none') {
    said.push(finding(words.NAME_DIFFERS(p), evidence));
  } else if (match.by === 'name' && match.name === 'near') {
    said.push(finding(words.NAME_NEAR(p), evidence));
  }
  const measured = indicator.type === 'count' || indicator.type === 'percent';
  const { unit } = cells;
  if (unit && measured && !scaling.has(unit) && !sameUnit(unit.text, indicator.unitOfMeasure)) {
    const about = isFigureInUnit(row)
      ? words.FIGURE_IN_UNIT(p)
      : words.UNIT_DIFFERS({ ...p, unit: indicator.unitOfMeasure });
    const expected = indicator.unitOfMeasure;
    said.push(finding(about, { where: unit.source, found: unit.text, expected }));
  }
  return said;
}

function readSlot(
  where: readonly Occurrence[],
  slot: Slot,
  regime: ReadingRegime,
  read: (cell: Cell, row: Occurrence) => ReadFigure,
): ReadSlot {
  const filled = where.flatMap((row) => {
    const { cells, more, match, form } = row;
    const own = [cells[slot] ?? [], more.flatMap((each) => (each.slot === slot ? each.cell : []))].flat();
    const figures = own.map((cell) => ({
      cell,
      indicator: match.indicator,
      hidden: form.table.hidden,
      ...read(cell, row),
    }));
    return figures.map((each, n) => ({
      ...each,
      /** The first figure beside the same name, of which this one may be another part. */
      partner: figures.slice(0, n).find(({ figure }) => figure !== null),
    }));
  });
  const seen = filled.filter(({ hidden }) => !hidden);
  const taken = seen.find(({ figure }) => figure !== null) ?? seen[0];
  if (!taken) return { figure: null, cell: null, findings: [] };
  const said = seen.flatMap((each) => each.findings);
  for (const other of filled) {
    const { partner = taken } = other;
    // A cell that could not be read has its own finding already.
    const isRead = other.figure !== null || other.saysNone === true;
    if (other === taken || !isRead || partner.figure === null) continue;
    const isSame = other.figure === partner.figure || (other.saysNone && partner.figure === 0);
    if (other.hidden && isSame) continue;
    const p = {
      indicator: nameOf(other.indicator, regime),
      place: otherPlace(partner.cell),
    };
    const twice = isSame ? words.DUPLICATE_SAME(p) : words.DUPLICATE_DIFFERS(p);
    const mayBeParts = other.partner !== undefined && [other, partner].some(isAmount);
    const what = mayBeParts ? words.FIGURES_BESIDE(p) : twice;
    said.push(
      finding(what, { where: other.cell.source, found: other.cell.text, expected: partner.cell.text }),
    );
  }
  return { figure: taken.figure, cell: taken.cell, findings: said };
}

/** Whether it is a figure that is another one where it is added to, or counted in thousands. */
function isAmount({ figure, indicator: { type } }: { figure: Figure; indicator: Indicator }): boolean {
  return type === 'count' && typeof figure === 'number' && figure !== 0;
}

/** `Số liệu!E7 = 3`; `bảng 2, dòng 3, cột 5 = 3`: where the other figure stands, and what it is. */
function otherPlace({ source, text }: Cell): Text {
  const place = 'sheet' in source ? inEach(() => placeOf(source)) : placesOf([source]);
  return inEach((language) => `${say(place, language)} = ${text}`);
}

function hiddenness({ form }: Occurrence): number {
  return form.table.hidden ? 1 : 0;
}

function hiddenSheets(forms: readonly Form[]): Finding[] {
  return forms.flatMap(({ table, rows }) => {
    if (!table.hidden || !rows.some(({ cells }) => cells.value ?? cells.cumulative)) return [];
    return [
      finding(words.HIDDEN_SHEET({ sheet: table.sheet ?? '' }), { where: table.cells[0]?.source ?? null }),
    ];
  });
}
