/**
 * The data that content controls of a document are bound to (`w:dataBinding`: parts of the office file's own XML, and its
 * properties). Programs show it in place of what the document says: ISO/IEC 29500-1, 17.5.2.6.
 */
import { UnreadableFile } from '../unreadable-file.ts';
import type { OfficePackage, Relationship } from '../zip/office-package.ts';

/** Of one part: forms have some hundreds. */
const MOST_NODES = 10_000;
/** Stores with a name of their own, which no part tells. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['{6C3C8BC8-F283-45AE-878A-BAB7291924A1}', 'docProps/core.xml'],
  ['{6668398D-A668-4E3E-A5EB-62B293D839F1}', 'docProps/app.xml'],
]);
/** One step of a path: names with their number, prefixes aside, which every binding has for itself. */
const STEP = /^(?:[^:/[\]@()]+:)?([^:/[\]@()]+)(?:\[(\d{1,6})\])?$/;

/** What each place of a part holds, by its path: `/bc[1]/v[1]`, `/bc[1]/v[1]/@unit`. */
type Values = ReadonlyMap<string, string>;

export interface Binding {
  readonly store: string;
  readonly path: string;
}

export class BoundData {
  static readonly none = new BoundData(new Map());
  readonly #stores: ReadonlyMap<string, Values>;

  private constructor(stores: ReadonlyMap<string, Values>) {
    this.#stores = stores;
  }

  /** What cannot be read is as if it were not there, as it is to Word. */
  static async read(file: OfficePackage, relationships: readonly Relationship[]): Promise<BoundData> {
    const stores = new Map<string, Values>();
    for (const { type, target } of relationships) {
      if (type !== 'customXml' || !target || !file.has(target)) continue;
      const own = (await file.relationships(target)).find((link) => link.type === 'customXmlProps')?.target;
      const store = own && file.has(own) ? await storeIn(file, own) : null;
      if (store !== null) stores.set(store.toUpperCase(), await valuesIn(file, target));
    }
    for (const [store, part] of PROPERTIES) {
      if (file.has(part)) stores.set(store, await valuesIn(file, part));
    }
    return new BoundData(stores);
  }

  /** Null for what holds no such place; undefined for a path that is more than steps down. */
  valueAt({ store, path }: Binding): string | null | undefined {
    const values = this.#stores.get(store.toUpperCase());
    if (!values) return null;
    const [, ...steps] = path.trim().split('/');
    const attribute = /^@(?:[^:]+:)?([^:]+)$/.exec(steps.at(-1) ?? '')?.[1];
    if (attribute !== undefined) steps.pop();
    let place = '';
    for (const step of steps) {
      const [, name, number = '1'] = STEP.exec(step) ?? [];
      if (name === undefined) return undefined;
      place += `/${name}[${number}]`;
    }
    return values.get(attribute === undefined ? place : `${place}/@${attribute}`) ?? null;
  }
}

async function storeIn(file: OfficePackage, part: string): Promise<string | null> {
  let store: string | null = null;
  await isRead(() =>
    file.read(part, {
      open(_, attributes) {
        store ??= attributes['ds:itemID'] ?? attributes.itemID ?? null;
      },
    }),
  );
  return store;
}

async function valuesIn(file: OfficePackage, part: string): Promise<Values> {
  const values = new Map<string, string>();
  const open: { place: string; counts: Map<string, number> }[] = [{ place: '', counts: new Map() }];
  const isWhole = await isRead(() =>
    file.read(part, {
      open(name, attributes) {
        const around = open.at(-1) ?? { place: '', counts: new Map<string, number>() };
        const local = name.slice(name.indexOf(':') + 1);
        const number = (around.counts.get(local) ?? 0) + 1;
        around.counts.set(local, number);
        const place = `${around.place}/${local}[${number}]`;
        open.push({ place, counts: new Map() });
        if (values.size >= MOST_NODES) return;
        values.set(place, '');
        for (const [each, value] of Object.entries(attributes)) {
          values.set(`${place}/@${each.slice(each.indexOf(':') + 1)}`, value ?? '');
        }
      },
      text(text) {
        // The text of an element is that of all within it.
        for (const { place } of open) {
          const known = values.get(place);
          if (known !== undefined) values.set(place, known + text);
        }
      },
      close() {
        open.pop();
      },
    }),
  );
  return isWhole ? values : new Map();
}

async function isRead(read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}
