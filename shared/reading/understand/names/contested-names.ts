/** Names of a regime that two of its entries claim: what stands under such a name would be read as the first of them. */
import type { Fault } from '../../../regime/fault.ts';
import { languageOf } from '../../../regime/language.ts';
import type { Regime } from '../../../regime/regime.ts';
import { say } from '../../../vocabulary/text.ts';
import { wordsOf } from '../folding.ts';
import { codeKey, parentsOf } from '../matching.ts';
import { nameKey } from './row-names.ts';

/** A name, and what it is claimed for. */
interface Claim {
  readonly text: string;
  /** The code or id. */
  readonly of: string;
  readonly path: Fault['path'];
}

/** Compares names as files are read: marks, case and numbering count for nothing. */
export function contestedNames(regime: Regime): Fault[] {
  const { indicators, sections, units, periods } = regime;
  const language = languageOf(regime);
  const parents = parentsOf(regime);
  // "Trong đó: nữ" means something under its parent alone, so each of two parents may have one.
  const mayShare = (a: string, b: string) => {
    const [one, other] = [parents.get(a), parents.get(b)];
    return one !== undefined && other !== undefined && one !== other;
  };
  const words = (text: string) => wordsOf(text).join(' ');
  const kindOf = new Map(periods.map(({ id, kind }) => [id, kind]));
  return [
    ...contested(
      indicators.map(({ code }, n) => ({ of: code, text: code, path: ['indicators', n, 'code'] })),
      codeKey,
    ),
    ...contested(
      indicators.flatMap(({ code, name, aliases }, n) => [
        { of: code, text: say(name, language), path: ['indicators', n, 'name', language] },
        ...aliasesOf(code, ['indicators', n], aliases),
      ]),
      nameKey,
      mayShare,
    ),
    ...contested(
      sections.flatMap(({ id, title, aliases }, n) => [
        { of: id, text: say(title, language), path: ['sections', n, 'title', language] },
        ...aliasesOf(id, ['sections', n], aliases),
      ]),
      words,
    ),
    ...contested(
      units.flatMap(({ code, name, aliases }, n) => [
        { of: code, text: code, path: ['units', n, 'code'] },
        { of: code, text: name, path: ['units', n, 'name'] },
        ...aliasesOf(code, ['units', n], aliases),
      ]),
      words,
    ),
    ...contested(
      periods.flatMap(({ id, title, aliases }, n) => [
        { of: id, text: say(title, language), path: ['periods', n, 'title', language] },
        ...aliasesOf(id, ['periods', n], aliases),
      ]),
      words,
      (a, b) => kindOf.get(a) !== kindOf.get(b),
    ),
  ];
}

function aliasesOf(of: string, entry: Fault['path'], aliases: readonly string[]): Claim[] {
  return aliases.map((text, n) => ({ of, text, path: [...entry, 'aliases', n] }));
}

/** Each claim on a name that an earlier entry has already. */
function contested(
  claims: readonly Claim[],
  keyOf: (text: string) => string,
  mayShare: (a: string, b: string) => boolean = () => false,
): Fault[] {
  const holders = new Map<string, Claim[]>();
  return claims.flatMap((claim): Fault[] => {
    const key = keyOf(claim.text);
    const held = holders.get(key) ?? [];
    holders.set(key, [...held, claim]);
    const other = held.find(({ of }) => of !== claim.of && !mayShare(of, claim.of));
    if (key === '' || !other) return [];
    const message = `"${claim.text}" of "${claim.of}" is also a name of "${other.of}" ("${other.text}")`;
    return [{ path: claim.path, message }];
  });
}
