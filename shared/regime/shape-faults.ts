/** What zod says of a wrong value, with what was found there and the nearest right word. */
import * as z from 'zod';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { Regime } from './regime.ts';

/** One issue of zod in words; an unknown key is told at the key itself, each by its own. */
export function shapeFaults(issue: z.core.$ZodIssue, content: unknown): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    const known = schemasAt(path).flatMap(({ properties }) => Object.keys(properties ?? {}));
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown key "${key}"${didYouMean(key, known)}`,
    }));
  }
  // What a rule of the regime says names what it found.
  if (issue.code === 'custom') return [{ path, message: issue.message }];
  const found = valueAt(content, path);
  if (found === undefined) return [{ path, message: 'it is missing' }];
  const words = schemasAt(path).flatMap(wordsOf);
  const options = words.length > 0 && !issue.message.includes('|') ? `; one of ${words.join(', ')}` : '';
  const meant = typeof found === 'string' ? didYouMean(found, words) : '';
  return [{ path, message: `${issue.message}${options}; found ${shown(found)}${meant}` }];
}

type Schema = z.core.JSONSchema.BaseSchema;

let whole: Schema | null = null;

/** The parts of the regime's schema that describe what stands at a path; several where there are alternatives. */
function schemasAt(path: Fault['path']): Schema[] {
  whole ??= z.toJSONSchema(Regime, { io: 'input', unrepresentable: 'any' });
  return path.reduce<Schema[]>((at, key) => at.flatMap((schema) => within(schema, key)), alternatives(whole));
}

function within(schema: Schema, key: string | number): Schema[] {
  const inner = typeof key === 'number' ? schema.items : schema.properties?.[key];
  const one = Array.isArray(inner) ? inner[0] : inner;
  return typeof one === 'object' ? alternatives(one) : [];
}

function alternatives(schema: Schema): Schema[] {
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return several.length === 0 ? [schema] : several.flatMap((each) => alternatives(each as Schema));
}

function wordsOf(schema: Schema): string[] {
  const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return words.map(String);
}

function valueAt(content: unknown, path: Fault['path']): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === String(key))?.[1]
        : undefined,
    content,
  );
}

const longestShown = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
