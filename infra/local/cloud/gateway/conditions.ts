import { UnsupportedPolicy, wildcard } from './policy-language.ts';

/** Condition keys of one request; a key that is absent here is absent from the request. */
export type RequestContext = Readonly<Partial<Record<ConditionKey, string>>>;

const CONDITION_KEYS = [
  'aws:SecureTransport',
  's3:TlsVersion',
  's3:signatureAge',
  's3:authType',
  's3:signatureversion',
  's3:prefix',
  's3:delimiter',
  's3:max-keys',
  's3:if-none-match',
  'dynamodb:LeadingKeys',
  'ses:FromAddress',
] as const;
type ConditionKey = (typeof CONDITION_KEYS)[number];
type Condition = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Comparison = (actual: string, wanted: string) => boolean;

const numbers =
  (compare: (left: number, right: number) => boolean): Comparison =>
  (actual, wanted) => {
    const [left, right] = [Number(actual), Number(wanted)];
    return !Number.isNaN(left) && !Number.isNaN(right) && compare(left, right);
  };
const like: Comparison = (actual, wanted) => wildcard(wanted, '').test(actual);
const equalsIgnoringCase: Comparison = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();

/** Positive operators: hold where any wanted value compares; an absent key does not hold. */
const POSITIVE: Readonly<Record<string, Comparison>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: like,
  Bool: equalsIgnoringCase,
  NumericEquals: numbers((left, right) => left === right),
  NumericLessThan: numbers((left, right) => left < right),
  NumericLessThanEquals: numbers((left, right) => left <= right),
  NumericGreaterThan: numbers((left, right) => left > right),
  NumericGreaterThanEquals: numbers((left, right) => left >= right),
};

/** Negated operators: hold where no wanted value compares; an absent key holds. */
const NEGATED: Readonly<Record<string, Comparison>> = {
  StringNotEquals: (actual, wanted) => actual === wanted,
  StringNotEqualsIgnoreCase: equalsIgnoringCase,
  StringNotLike: like,
  NumericNotEquals: numbers((left, right) => left === right),
};

/** Holds where each value that the request has for the key compares; so where it has none, too. */
const FOR_ALL = 'ForAllValues:';

/** Throws UnsupportedPolicy where an operator, a key or a value is not understood. */
export function checkCondition(condition: Condition): void {
  for (const [operator, tests] of Object.entries(condition)) {
    const plain = plainOperator(operator);
    if (operator.startsWith(FOR_ALL) && !(plain in POSITIVE)) {
      throw new UnsupportedPolicy(`condition operator ${operator}`);
    }
    if (!(plain in POSITIVE) && !(plain in NEGATED) && operator !== 'Null') {
      throw new UnsupportedPolicy(`condition operator ${operator}`);
    }
    for (const [key, wanted] of Object.entries(tests)) {
      knownKey(key);
      wantedValues(wanted);
    }
  }
}

/** True where every operator and every key of the condition holds. */
export function conditionHolds(condition: Condition, context: RequestContext): boolean {
  return Object.entries(condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) =>
      testHolds(operator, wantedValues(wanted), context[knownKey(key)]),
    ),
  );
}

function testHolds(operator: string, wanted: readonly string[], actual: string | undefined): boolean {
  if (operator === 'Null') return wanted.includes(String(actual === undefined));
  const plain = plainOperator(operator);
  // Of a request here each key has one value or none, and all of none hold.
  if (actual === undefined) return plain !== operator || plain in NEGATED;
  const positive = POSITIVE[plain];
  if (positive !== undefined) return wanted.some((value) => positive(actual, value));
  const negated = NEGATED[plain];
  if (negated !== undefined) return !wanted.some((value) => negated(actual, value));
  throw new UnsupportedPolicy(`condition operator ${operator}`);
}

function plainOperator(operator: string): string {
  if (operator.startsWith(FOR_ALL)) return operator.slice(FOR_ALL.length);
  return operator.endsWith('IfExists') ? operator.slice(0, -'IfExists'.length) : operator;
}

function knownKey(key: string): ConditionKey {
  // Condition keys are compared without regard to case, as in IAM.
  const known = CONDITION_KEYS.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  if (known === undefined) throw new UnsupportedPolicy(`condition key ${key}`);
  return known;
}

function wantedValues(wanted: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return values.map((value) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return String(value);
    throw new UnsupportedPolicy(`condition value ${JSON.stringify(value)}`);
  });
}
