import { isObject } from '../is-object.ts';
import { TemplateNotUnderstood } from '../template/not-understood.ts';

type Matcher = (argument: unknown, value: unknown) => boolean;

/** The matchers of an event pattern that are known here: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const matchers: Readonly<Record<string, Matcher>> = {
  prefix: (argument, value) => typeof value === 'string' && value.startsWith(String(argument)),
  suffix: (argument, value) => typeof value === 'string' && value.endsWith(String(argument)),
  exists: (argument, value) => (value !== undefined) === argument,
  'equals-ignore-case': (argument, value) =>
    typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
};

/** @throws TemplateNotUnderstood where the pattern uses a matcher that is not known here. */
export function checkPattern(pattern: unknown, at: string): void {
  if (!isObject(pattern)) throw new TemplateNotUnderstood(at, 'an event pattern is an object');
  for (const [key, wanted] of Object.entries(pattern)) {
    if (!Array.isArray(wanted)) checkPattern(wanted, `${at}.${key}`);
    else for (const one of wanted) checkMatcher(one, `${at}.${key}`);
  }
}

function checkMatcher(wanted: unknown, at: string): void {
  if (!isObject(wanted)) return;
  const [name, ...others] = Object.keys(wanted);
  if (name === undefined || others.length > 0 || !matchers[name]) {
    throw new TemplateNotUnderstood(at, `the matcher ${JSON.stringify(wanted)} is not known here`);
  }
}

/** Whether an event satisfies a checked pattern: every field named by it has one of the values it lists. */
export function matches(pattern: Readonly<Record<string, unknown>>, event: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const value = isObject(event) ? event[key] : undefined;
    if (!Array.isArray(wanted)) return isObject(wanted) && matches(wanted, value);
    const values = Array.isArray(value) ? value : [value];
    return wanted.some((one) => values.some((candidate) => matchesOne(one, candidate)));
  });
}

function matchesOne(wanted: unknown, value: unknown): boolean {
  if (!isObject(wanted)) return wanted === value;
  return Object.entries(wanted).every(([name, argument]) => matchers[name]?.(argument, value) ?? false);
}
