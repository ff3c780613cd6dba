export interface Change {
  /** Where in the regime, e.g. `units.VPS.email`. */
  readonly path: string;
  /** Absent where it is new. */
  readonly before?: string;
  /** Absent where it is gone. */
  readonly after?: string;
}

/** What differs between two regimes, path by path; items of lists are known by their code, id or date. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const old = new Map(leaves(before, ''));
  const fresh = new Map(leaves(after, ''));
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths.flatMap((path): Change[] => {
    const [was, is] = [old.get(path), fresh.get(path)];
    if (was === is) return [];
    return [{ path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

function* leaves(value: unknown, path: string): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, join(path, nameOf(item, index)));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* leaves(item, join(path, name));
  } else {
    yield [path, String(value)];
  }
}

function nameOf(item: unknown, index: number): string {
  if (typeof item === 'object' && item !== null) {
    for (const field of ['code', 'id', 'date']) {
      if (field in item) return String(Reflect.get(item, field));
    }
  }
  return String(index);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
