/**
 * Expressions that were parsed before. The same few come again and again, each time with other values, and dynalite's
 * parser, which tries every rule at every place, took a fifth of what the gateway does for a request.
 */
import conditionParser from 'dynalite/db/conditionParser.js';
import updateParser from 'dynalite/db/updateParser.js';

/** What dynalite hands to its parsers, and has them strike out what an expression uses. */
interface Context {
  readonly attrNames?: Readonly<Record<string, string>> | null;
  readonly attrVals?: Readonly<Record<string, object>> | null;
  readonly unusedAttrNames: Record<string, true>;
  readonly unusedAttrVals: Record<string, true>;
}

export interface Parser {
  parse(expression: string, options: { readonly context: Context }): unknown;
}

/** An expression with these names and with values of these types. */
interface Known {
  /** What the parser made of it, with `Value`s where values stand. */
  readonly parsed: unknown;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

class Value {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Of these the parser looks at the values themselves. */
const looksAtValues = /between|attribute_type/i;
const mostKnown = 500;
let isDone = false;

/** Lets dynalite's parsers remember; what they refuse they are asked about each time. */
export function rememberExpressions(): void {
  if (isDone) return;
  isDone = true;
  for (const parser of [conditionParser, updateParser]) parser.parse = remembering(parser.parse);
}

/** The same answers, and the same struck out, as of the parser given. */
export function remembering(parse: Parser['parse']): Parser['parse'] {
  const known = new Map<string, Known>();
  return (expression, options) => {
    if (looksAtValues.test(expression)) return parse(expression, options);
    const { context } = options;
    const values = context.attrVals ?? {};
    const name = nameOf(expression, context.attrNames ?? {}, values);
    const found = known.get(name) ?? parsedAnew(parse, expression, context);
    if (found === null) return parse(expression, options);
    if (known.size >= mostKnown) known.clear();
    known.set(name, found);
    for (const used of found.names) delete context.unusedAttrNames[used];
    for (const used of found.values) delete context.unusedAttrVals[used];
    return filled(found.parsed, values);
  };
}

/** Types suffice: the parser asks for no more of a value. */
function nameOf(expression: string, names: object, values: Readonly<Record<string, object>>): string {
  const types = Object.entries(values).map(([name, value]) => `${name} ${Object.keys(value)}`);
  return JSON.stringify([expression, names, types]);
}

/** Null where it is refused. */
function parsedAnew(parse: Parser['parse'], expression: string, context: Context): Known | null {
  const all = (of: object | null | undefined) =>
    Object.fromEntries(Object.keys(of ?? {}).map((name) => [name, true as const]));
  const unused = { unusedAttrNames: all(context.attrNames), unusedAttrVals: all(context.attrVals) };
  const values = context.attrVals ?? {};
  const parsed = parse(expression, { context: { ...context, ...unused } });
  // A refusal that is no syntax error is told as a text.
  if (typeof parsed === 'string') return null;
  const names = new Map(Object.entries(values).map(([name, value]) => [value, name]));
  return {
    parsed: copied(parsed, (value) => {
      const name = names.get(value);
      return name === undefined ? null : new Value(name);
    }),
    names: Object.keys(context.attrNames ?? {}).filter((name) => !(name in unused.unusedAttrNames)),
    values: Object.keys(values).filter((name) => !(name in unused.unusedAttrVals)),
  };
}

function filled(parsed: unknown, values: Readonly<Record<string, object>>): unknown {
  return copied(parsed, (value) => (value instanceof Value ? (values[value.name] ?? null) : null));
}

/** A copy, but for what stands in place of something: dynalite writes into what it was given. */
function copied(part: unknown, inPlaceOf: (part: object) => object | null): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const other = inPlaceOf(part);
  if (other !== null) return other;
  if (Array.isArray(part)) return part.map((each) => copied(each, inPlaceOf));
  const copy = Object.create(Object.getPrototypeOf(part));
  for (const [name, each] of Object.entries(part)) copy[name] = copied(each, inPlaceOf);
  return copy;
}
