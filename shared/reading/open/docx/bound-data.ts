/**
 * The data that content controls of a document are bound to (`w:dataBinding`: parts of the office file's own XML, and its
 * properties). Programs show it in place of what the document says: ISO/IEC 29500-1, 17.5.2.6.
 */
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { OfficePackage, Relationship } from '../zip/office-package.ts';

/** Of one part, the text of an element counted apart: forms have some hundreds. */
const MOST_NODES = 20_000;
/** Stores with a name of their own, which no part tells. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['{6C3C8BC8-F283-45AE-878A-BAB7291924A1}', 'docProps/core.xml'],
  ['{6668398D-A668-4E3E-A5EB-62B293D839F1}', 'docProps/app.xml'],
]);
const NAME = String.raw`(?:[\p{L}_][\p{L}\p{M}\p{N}._-]*:)?([\p{L}_][\p{L}\p{M}\p{N}._-]*)`;
/** One step of a path: names with their number, prefixes aside, which every binding has for itself. */
const STEP = new RegExp(String.raw`^${NAME}(?:\[(\d{1,6})\])?$`, 'u');
/** The last step of a path that leads to an attribute, or to the text of an element. */
const LAST = new RegExp(String.raw`^(?:@${NAME}|text\(\)(?:\[1\])?)$`, 'u');

/** What each place of a part holds, by its path: `/bc[1]/v[1]`, `/bc[1]/v[1]/@unit`, `/bc[1]/v[1]/text()`. */
type Values = ReadonlyMap<string, string>;

export interface Binding {
  /** Empty where the document names none. */
  readonly store: string;
  readonly path: string;
}

export class BoundData {
  static readonly none = new BoundData(new Map());
  readonly #stores: ReadonlyMap<string, Values>;
  #texts: ReadonlySet<string> | null = null;

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
      // A part without a name is found by bindings that name none; no name in capitals is the path of a part.
      const name = store?.toUpperCase() ?? target;
      if (!stores.has(name)) stores.set(name, await valuesIn(file, target));
    }
    for (const [store, part] of PROPERTIES) {
      if (file.has(part)) stores.set(store, await valuesIn(file, part));
    }
    return new BoundData(stores);
  }

  /** Null for what holds no such place; undefined for a path that is more than steps down. */
  valueAt({ store, path }: Binding): string | null | undefined {
    const named = this.#stores.get(store.toUpperCase());
    // Without a name it is the first part that holds such a place.
    const stores = store === '' ? [...this.#stores.values()] : named ? [named] : [];
    if (stores.length === 0) return null;
    const place = placeOf(path);
    if (place === undefined) return undefined;
    return stores.map((values) => values.get(place)).find((value) => value !== undefined) ?? null;
  }

  /** @param text as `asSeen` gives it; whether any place at all holds it */
  holds(text: string): boolean {
    this.#texts ??= new Set([...this.#stores.values()].flatMap((values) => [...values.values()].map(asSeen)));
    return this.#texts.has(text);
  }
}

/** White space is the same whatever it is. */
export function asSeen(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

function placeOf(path: string): string | undefined {
  const steps = path.trim().replace(/^\//, '').split('/');
  const [last, attribute] = LAST.exec(steps.at(-1) ?? '') ?? [];
  if (last !== undefined) steps.pop();
  let place = '';
  for (const step of steps) {
    const [, name, number = '1'] = STEP.exec(step) ?? [];
    if (name === undefined) return undefined;
    place += `/${name}[${number}]`;
  }
  if (last === undefined) return place;
  return attribute === undefined ? `${place}/text()` : `${place}/@${attribute}`;
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
        const innermost = open.at(-1);
        // What stands behind an element within it is another text.
        if (innermost && innermost.counts.size === 0 && values.has(innermost.place)) {
          const own = `${innermost.place}/text()`;
          values.set(own, (values.get(own) ?? '') + text);
        }
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
