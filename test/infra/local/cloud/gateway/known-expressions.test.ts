import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { type Parser, remembering } from '../../../../../infra/local/cloud/gateway/known-expressions.ts';

const require = createRequire(import.meta.url);
const condition: Parser['parse'] = require('dynalite/db/conditionParser.js').parse;
const update: Parser['parse'] = require('dynalite/db/updateParser.js').parse;

type Values = Readonly<Record<string, object>>;

/** What the parser made of it, what it left as unused, or what it threw. */
function tried(parse: Parser['parse'], expression: string, names: Record<string, string>, values: Values) {
  const all = (of: object) => Object.fromEntries(Object.keys(of).map((name) => [name, true as const]));
  const context = {
    attrNames: names,
    attrVals: structuredClone(values),
    unusedAttrNames: all(names),
    unusedAttrVals: all(values),
    isReserved: (name: string) => name === 'size',
    compare: (_: string, a: { N: string }, b: { N: string }) => Number(a.N) > Number(b.N),
  };
  try {
    return {
      parsed: parse(expression, { context }),
      unused: [context.unusedAttrNames, context.unusedAttrVals],
    };
  } catch (error) {
    return { thrown: String(error) };
  }
}

const names = { '#pk': 'pk', '#sk': 'sk', '#unused': 'other' };
const one = { ':pk': { S: 'a' }, ':sk': { S: 'b' }, ':unused': { S: 'x' } };
const two = { ':pk': { S: 'c' }, ':sk': { S: 'd' }, ':unused': { S: 'y' } };
const numbers = { ':pk': { N: '1' }, ':sk': { N: '2' } };
const turned = { ':pk': { N: '2' }, ':sk': { N: '1' } };
const map = { ':pk': { M: { a: { L: [{ S: 'a' }] } } }, ':sk': { BOOL: true } };

describe('an expression that was parsed before', () => {
  it.each([
    [condition, '#pk = :pk AND begins_with(#sk, :sk)'],
    [condition, 'attribute_not_exists(pk)'],
    [condition, '(attribute_not_exists(#pk) OR #pk < :pk) AND #sk IN (:sk, :pk)'],
    [condition, '#pk.#sk[3] = :pk'],
    [condition, '#pk BETWEEN :pk AND :sk'],
    [condition, 'attribute_type(#pk, :pk)'],
    [condition, 'size = :pk'],
    [condition, '#missing = :missing'],
    [condition, '#pk ='],
    [update, 'SET #pk = :pk, #sk = list_append(if_not_exists(#sk, :sk), :pk) ADD taken :sk REMOVE until'],
    [update, 'SET #pk = :pk, #pk = :sk'],
  ] as const)('is answered as the parser answers it, with whichever values: %#: %s', (parse, expression) => {
    const parseAgain = remembering(parse);
    // Twice over, so that each is met while all the others are known.
    for (const values of [one, two, numbers, turned, map, one, two, numbers, turned, map]) {
      expect(tried(parseAgain, expression, names, values)).toEqual(tried(parse, expression, names, values));
    }
  });

  it('is not parsed again, and what was written into its answer is not in the next one', () => {
    const asked = vi.fn(condition);
    const parse = remembering(asked);
    const [first] = [tried(parse, '#pk = :pk', names, one)];
    Object.assign(Object(first.parsed), { expression: 'spoilt' });
    expect(tried(parse, '#pk = :pk', names, two)).toEqual(tried(condition, '#pk = :pk', names, two));
    expect(asked).toHaveBeenCalledTimes(1);
    tried(parse, '#pk = :pk', { '#pk': 'elsewhere' }, two);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
