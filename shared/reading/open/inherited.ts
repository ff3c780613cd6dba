/** What a style says by itself, and the one it is based on. */
export interface Written<Said> {
  readonly said: Said;
  readonly base: string | null;
}

/**
 * What a style says together with all that it is based on; the nearest word counts. Each is worked out once, so that
 * a chain costs its length however many styles hang on it; a circle is cut where it closes.
 * @param known what was worked out before, by key; what this one needed is added
 * @param byDefault what is said where no style says anything
 * @param join what a style says upon what those below it say
 */
export function inherited<Said extends object>(
  key: string,
  written: ReadonlyMap<string, Written<Said>>,
  known: Map<string, Said>,
  byDefault: Said,
  join = (below: Said, own: Said): Said => ({ ...below, ...own }),
): Said {
  const open = new Map<string, Said>();
  let next: string | null = key;
  while (next !== null && !known.has(next) && !open.has(next)) {
    const style: Written<Said> | undefined = written.get(next);
    open.set(next, style?.said ?? byDefault);
    next = style?.base ?? null;
  }
  let said = (next === null ? undefined : known.get(next)) ?? byDefault;
  for (const [style, own] of [...open].reverse()) {
    said = join(said, own);
    known.set(style, said);
  }
  return said;
}
