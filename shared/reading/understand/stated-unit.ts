/** Which units a line names. The longest name wins: a branch's name contains its parent's. */

import type { ReadingRegime, ReadingUnit } from '../model/reading.ts';
import { startsWithWords, wordsOf } from './folding.ts';

/** A unit's code, the authority's code, or null for a branch that the regime does not know. */
export interface NamedUnit {
  readonly code: string | null;
  /** True when the line is the name and nothing else. */
  readonly alone: boolean;
}

/** Which units a text names, by name, code or alias. */
export class UnitNames {
  readonly #names: readonly { readonly code: string; readonly words: readonly string[] }[];
  readonly #units: readonly ReadingUnit[];

  constructor({ units, authority }: ReadingRegime) {
    this.#units = units;
    const named = units.flatMap(({ code, name, aliases }) =>
      [name, code, ...aliases].map((text) => ({ code, text })),
    );
    const parent = [authority.name, authority.code].map((text) => ({ code: authority.code, text }));
    this.#names = [...named, ...parent]
      .map(({ code, text }) => ({ code, words: wordsOf(text) }))
      .sort((a, b) => b.words.length - a.words.length);
  }

  /** The units named, from left to right. */
  in(text: string): readonly NamedUnit[] {
    const words = wordsOf(text);
    const named: NamedUnit[] = [];
    for (let at = 0; at < words.length; ) {
      const left = words.slice(at);
      const name = this.#names.find((candidate) => startsWithWords(left, candidate.words));
      if (!name) {
        at += 1;
        continue;
      }
      const ofBranch = words[at - 1] === 'nhanh' && words[at - 2] === 'chi';
      const code = ofBranch ? this.#branchOf(name.code, words) : name.code;
      named.push({ code, alone: name.words.length === words.length });
      at += name.words.length;
    }
    return named;
  }

  /** "Chi nhánh Văn phòng Đăng ký đất đai tỉnh tại huyện Cao Lộc": the branch is told by its place. */
  #branchOf(parent: string, words: readonly string[]): string | null {
    const branches = this.#units.filter((unit) => unit.parent === parent && unit.kind === 'chi nhánh');
    const text = words.join(' ');
    const branch = branches.find((unit) => text.includes(wordsOf(unit.name).slice(-2).join(' ')));
    return branch?.code ?? null;
  }
}
