/** The conditional formats of a sheet that may take a figure away: `conditionalFormatting`, its own and that of 2010. */
import type { Formula } from '../formulas/parse.ts';
import { type AreaRule, type ChangedLook, comparison, takenAwayBy } from '../sheets/look-rules.ts';
import type { RecordedXml } from '../xml/recorded-xml.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-handler.ts';
import { type Area, formatAddress, MAX_COLUMN, MAX_ROW } from './cell-address.ts';
import { colourIn } from './colour-in.ts';

/** Copying cells parts areas again and again. */
const MOST_AREAS = 5_000;

/**
 * The rules of a sheet that take something away.
 * @param looks each `dxf` of the workbook's styles
 * @param rules what the sheet says of rules
 */
export function lookRulesOf(looks: RecordedXml, rules: RecordedXml): readonly AreaRule[] {
  const found: ChangedLook[] = [];
  const dxf = new ChangedLookReader();
  looks.tell({
    open: (name, attributes) => dxf.open(name, attributes),
    close(name) {
      if (name === 's:dxf') found.push(dxf.take());
    },
  });
  const reader = new LookRulesReader(found);
  rules.tell(reader);
  return reader.rules();
}

/** Reads one `dxf`: what a rule changes of a cell. */
class ChangedLookReader {
  #look: { -readonly [K in keyof ChangedLook]: ChangedLook[K] } = {};
  #part = '';

  /** Something within the `dxf` begins. */
  open(name: string, attributes: XmlAttributes): void {
    if (name === 's:font' || name === 's:fill') this.#part = name;
    else if (name === 's:numFmt') this.#look.format = attributes.formatCode ?? '';
    else if (name === 's:strike') this.#look.struck = attributes.val !== '0' && attributes.val !== 'false';
    else if (name === 's:color' && this.#part === 's:font') this.#look.letters = colourIn(attributes);
    else if (name === 's:bgColor') this.#look.ground = colourIn(attributes) ?? this.#look.ground;
    else if (name === 's:fgColor') this.#look.ground ??= colourIn(attributes);
  }

  take(): ChangedLook {
    const look = this.#look;
    this.#look = {};
    this.#part = '';
    return look;
  }
}

interface OpenRule {
  readonly attributes: XmlAttributes;
  readonly formulas: string[];
  look: ChangedLook;
}

interface WrittenRule extends OpenRule {
  readonly areas: readonly Area[];
}

/** What a rule puts beside numbers, or in their place. */
const SYMBOLS = /:(?:iconSet|dataBar)$/;

/** Collects what a sheet says of rules. */
class LookRulesReader implements XmlHandler {
  readonly #looks: readonly ChangedLook[];
  readonly #written: WrittenRule[] = [];
  readonly #dxf = new ChangedLookReader();
  #open: OpenRule[] = [];
  #areas = '';
  #counted = 0;
  #collects: 'formula' | 'areas' | null = null;
  #inDxf = false;

  /** @param looks by the `dxfId` of a rule */
  constructor(looks: readonly ChangedLook[]) {
    this.#looks = looks;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 's:conditionalFormatting' || name === 'x14:conditionalFormatting') {
      this.#open = [];
      this.#areas = attributes.sqref ?? '';
    } else if (name === 's:cfRule' || name === 'x14:cfRule') {
      const look = this.#looks[Number(attributes.dxfId ?? Number.NaN)] ?? {};
      this.#open.push({ attributes, formulas: [], look });
    } else if (name === 's:formula' || name === 'xm:f') {
      this.#collects = 'formula';
      this.#open.at(-1)?.formulas.push('');
    } else if (name === 'xm:sqref') this.#collects = 'areas';
    else if (SYMBOLS.test(name)) this.#openSymbols(attributes);
    else if (name === 'x14:dxf') this.#inDxf = true;
    else if (this.#inDxf) this.#dxf.open(name, attributes);
  }

  #openSymbols({ showValue }: XmlAttributes): void {
    const last = this.#open.at(-1);
    if (last && /^(0|false)$/.test(showValue ?? '')) last.look = { hidden: true };
  }

  text(text: string): void {
    const formulas = this.#open.at(-1)?.formulas;
    if (this.#collects === 'areas') this.#areas += text;
    else if (this.#collects === 'formula') formulas?.push((formulas.pop() ?? '') + text);
  }

  close(name: string): void {
    this.#collects = null;
    const last = this.#open.at(-1);
    if (name === 'x14:dxf' && last) {
      this.#inDxf = false;
      last.look = this.#dxf.take();
    } else if (name === 's:conditionalFormatting' || name === 'x14:conditionalFormatting') {
      const areas = areasIn(this.#areas);
      for (const rule of this.#open) {
        this.#counted += areas.length;
        if (this.#counted <= MOST_AREAS) this.#written.push({ ...rule, areas });
      }
      this.#open = [];
    }
  }

  /** Those that take something away. */
  rules(): readonly AreaRule[] {
    const inOrder = this.#written.toSorted((a, b) => priorityOf(a) - priorityOf(b));
    const isLast = ({ attributes: { stopIfTrue } }: WrittenRule) => /^(1|true)$/.test(stopIfTrue ?? '');
    return inOrder.flatMap((rule, n): AreaRule[] => {
      const taken = takenAwayBy(rule.look);
      if (!taken) return [];
      const unless = inOrder
        .slice(0, n)
        .filter((each) => isLast(each) && each.areas.some((a) => rule.areas.some((b) => overlap(a, b))))
        // Written for another corner, unless both go together.
        .map((each) => (each.areas === rule.areas ? formulaOf(each) : null));
      return [{ ...taken, areas: rule.areas, holds: formulaOf(rule), unless }];
    });
  }
}

function priorityOf({ attributes: { priority } }: OpenRule): number {
  return Number(priority ?? 0) || 0;
}

function formulaOf({ areas, attributes: { type, operator = '' }, formulas }: WrittenRule): Formula | null {
  const [first] = areas;
  const [formula] = formulas;
  // Of several areas only the corner of all is the one that formulas are written for.
  const isCorner = areas.every(
    ({ from }) => first && from.row >= first.from.row && from.column >= first.from.column,
  );
  if (!first || !isCorner) return null;
  const corner = formatAddress(first.from);
  if (/^(?:iconSet|dataBar)$/.test(type ?? '')) return { text: `ISNUMBER(${corner})`, language: 'excel' };
  if (formula === undefined) return null;
  const text = type === 'cellIs' ? comparison(operator, corner, formulas) : formula;
  return text === null ? null : { text, language: 'excel' };
}

function areasIn(written: string): readonly Area[] {
  return written
    .split(/\s+/)
    .slice(0, MOST_AREAS)
    .flatMap((area): Area[] => {
      const [, from = '', top = '', to = from, bottom = top] =
        /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/i.exec(area) ?? [];
      if (from === '' && top === '') return [];
      return [
        {
          from: { row: Number(top || 1), column: columnOf(from) || 1 },
          to: { row: Number(bottom || MAX_ROW), column: columnOf(to) || MAX_COLUMN },
        },
      ];
    });
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function overlap(a: Area, b: Area): boolean {
  return (
    a.from.row <= b.to.row &&
    b.from.row <= a.to.row &&
    a.from.column <= b.to.column &&
    b.from.column <= a.to.column
  );
}
