/** From a seed a mutated file of the corpus, and what may have become different in it. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type CorpusFile, corpusFiles } from '../corpus/corpus.ts';
import { Chance } from './chance.ts';
import { rawMutations } from './raw-mutations.ts';
import { xmlMutations } from './xml-mutations.ts';

export interface Mutation {
  readonly file: CorpusFile;
  /** What was done, for whoever looks into a failure. */
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly may: Change;
}

/** What may differ from the file as it was, where it is read at all. */
export type Change =
  | { readonly kind: 'anything' }
  | { readonly kind: 'nothing' }
  /** Pieces of one sheet. */
  | { readonly kind: 'one-sheet' }
  /** This one cell (`Sheet!A1`), and it must: its number is `now`. */
  | { readonly kind: 'number'; readonly cell: string; readonly now: number }
  /** One piece, and it must: the new text holds `now`. */
  | { readonly kind: 'text'; readonly now: string };

const corpus = corpusFiles();
const zipped = corpus.filter(({ name }) => /\.(xlsx|docx|ods|odt)$/.test(name));
const contents = new Map<string, Uint8Array>();

export function mutationOf(seed: number): Mutation {
  const chance = new Chance(seed);
  switch (chance.below(5)) {
    case 0:
      return raw(chance.of(corpus), chance);
    case 1:
      return raw(chance.of(zipped), chance);
    case 2:
      return targeted(chance);
    default:
      return withinXml(chance.of(zipped), chance);
  }
}

export function bytesOf({ path }: CorpusFile): Uint8Array {
  const known = contents.get(path) ?? Uint8Array.from(readFileSync(path));
  contents.set(path, known);
  return known;
}

function raw(file: CorpusFile, chance: Chance): Mutation {
  const name = chance.of(Object.keys(rawMutations));
  const bytes = rawMutations[name]?.(bytesOf(file), chance, bytesOf(chance.of(corpus))) ?? bytesOf(file);
  // What has checksums shows every change; a text or an old binary file cannot.
  const checked = /\.(xlsx|docx|ods|odt|zip)$/.test(file.name);
  return { file, what: `raw ${name}`, bytes, may: { kind: checked ? 'nothing' : 'anything' } };
}

function withinXml(file: CorpusFile, chance: Chance): Mutation {
  const parts = unzipSync(bytesOf(file));
  const part = chance.of(weighted(Object.keys(parts)));
  const name = chance.of(Object.keys(xmlMutations));
  const before = strFromU8(parts[part] ?? new Uint8Array());
  parts[part] = strToU8(xmlMutations[name]?.(before, chance) ?? before);
  const bytes = zipSync(parts, { level: 1 });
  return { file, what: `${name} in ${part}`, bytes, may: { kind: reachOf(part) } };
}

function reachOf(part: string): 'nothing' | 'one-sheet' | 'anything' {
  if (/^(docProps|customXml|Configurations2)\/|\/theme\/|webSettings|fontTable/.test(part)) return 'nothing';
  return /worksheets\/sheet\d+\.xml$/.test(part) ? 'one-sheet' : 'anything';
}

/** The parts that hold what is read come up as often as all others together. */
function weighted(parts: readonly string[]): readonly string[] {
  const xml = parts.filter((part) => /\.(xml|rels)$/.test(part));
  const main = xml.filter((part) =>
    /(sheet\d+|document|content|sharedStrings|styles|numbering)\.xml$/.test(part),
  );
  return [...xml, ...main, ...main, ...main, ...main, ...main, ...main];
}

/** One number of a sheet, one text of a document or one field of a plain text becomes another. */
function targeted(chance: Chance): Mutation {
  const file = chance.of(
    corpus.filter(({ name }) => /\.(xlsx|docx|csv)$/.test(name) && !/font|tracked|code/.test(name)),
  );
  if (file.name.endsWith('.csv')) return otherField(file, chance);
  return file.name.endsWith('.xlsx') ? otherNumber(file, chance) : otherText(file, chance);
}

function otherField(file: CorpusFile, chance: Chance): Mutation {
  const text = strFromU8(bytesOf(file));
  const { index, 0: written, 1: old = '' } = chance.of([...text.matchAll(/;(\d{1,4})(?=;|\r?\n)/g)]);
  const now = String(Number(old) + 1 + chance.below(5000));
  const bytes = strToU8(`${text.slice(0, index)};${now}${text.slice(index + written.length)}`);
  return { file, what: `a field: ${old} → ${now}`, bytes, may: { kind: 'text', now } };
}

function otherNumber(file: CorpusFile, chance: Chance): Mutation {
  const parts = unzipSync(bytesOf(file));
  const part = chance.of(Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)));
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="n")?><v>(\d{1,4})<\/v><\/c>/g)];
  if (cells.length === 0) return otherText(file, chance);
  const { index, 0: written, 1: cell = '', 2: old = '' } = chance.of(cells);
  const now = Number(old) + 1 + chance.below(5000);
  const changed = written.replace(`<v>${old}</v>`, `<v>${now}</v>`);
  parts[part] = strToU8(xml.slice(0, index) + changed + xml.slice(index + written.length));
  // The programs of the corpus number the parts in the order of the sheets.
  const names = [
    ...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*?name="([^"]*)"/g),
  ];
  const sheet = names[Number(/(\d+)\.xml$/.exec(part)?.[1]) - 1]?.[1] ?? '';
  const may: Change = { kind: 'number', cell: `${sheet.normalize('NFC')}!${cell}`, now };
  return { file, what: `${cell} of ${part}: ${old} → ${now}`, bytes: zipSync(parts, { level: 1 }), may };
}

function otherText(file: CorpusFile, chance: Chance): Mutation {
  const part = file.name.endsWith('.docx') ? 'word/document.xml' : 'xl/sharedStrings.xml';
  const parts = unzipSync(bytesOf(file));
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const texts = [...xml.matchAll(/<(w:t|t)(?: [^>]*)?>([^<]*\p{L}[^<]*)<\/\1>/gu)];
  // A text of the shared ones may stand in many cells, and a text box is said twice.
  if (texts.length === 0 || part !== 'word/document.xml' || xml.includes('AlternateContent')) {
    return withinXml(file, chance);
  }
  const { index, 0: written } = chance.of(texts);
  const now = `kiểm${chance.below(1_000_000)}thử`;
  const changed = written.replace(/>[^<]*</, `>${now}<`);
  parts[part] = strToU8(xml.slice(0, index) + changed + xml.slice(index + written.length));
  return {
    file,
    what: `a text: ${written.slice(0, 60)} → ${now}`,
    bytes: zipSync(parts, { level: 1 }),
    may: { kind: 'text', now },
  };
}
