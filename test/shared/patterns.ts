/** The patterns of all sources that meet others' text, and the proof that one is linear. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

const repository = join(import.meta.dirname, '..', '..');
const sources = [
  'shared/**/*.ts',
  'functions/*.ts',
  'functions/{ingest,schedule,deliver}/*.ts',
  'functions/portal/*.ts',
  'functions/portal/contract/*.ts',
];

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** Patterns that are not linear, and why no long text ever meets them. */
export const bounded: Readonly<Record<string, string>> = {
  '/^trong đó\\s*:?\\s*(.+)$/iu': 'names of indicators, which the regime gives',
  '/[.):\\s]+$/': 'a label cut to 40 letters',
  '/\\B(?=(\\d{3})+$)/g': 'the digits of a number of ours, 21 at most',
  '/^(.{8,200}?)\\s*[:.]\\s+(?=\\S)/s': 'the first 400 letters of a line',
  '/^.{0,40},\\s*ngày\\s*[\\d.…]*\\s*tháng\\s*[\\d.…]*\\s*năm\\s*[\\d.…]*$/iu': 'lines of up to 200 letters',
  '/\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]/g': 'the first 500 letters of a number format',
  '/"[^"]*"?|\\\\.|_.|\\*.|\\[[^\\]]*\\]/gsu': 'the first 500 letters of a number format',
  '/^(?:trang|page)?\\s*[-–]?\\s*(\\d{1,3})(?:\\s*(?:\\/|of)\\s*(\\d{1,3}))?\\s*[-–]?$/':
    'lines of up to 40 letters',
  '/^((ket qua|so lieu|so luong|gia tri|tong so|thuc hien|ket qua thuc hien|so lieu thuc hien)( (trong )?(quy|nam|6 thang|9 thang).*)?|quy (i|ii|iii|iv|[1-4])( .*)?|[69] thang( .*)?)$/':
    'titles of columns, of up to 80 letters',
  '/%[^\\r\\n]*|<([0-9a-f\\s]{0,600})>|\\([^()]{0,600}\\)|[[\\]]|[^\\s<>[\\]()%]{1,60}/gi':
    'each way takes up to 600 letters, or a line that cannot fail',
  '/\\p{L}*$/u': 'the 40 letters before a mark',
  '/\\p{Ll}.*\\p{Lu}/u': 'words that are built as syllables are',
};

/**
 * Too many ways for the checker, which gives up: at most 40 letters before the sign at which it has to begin, then
 * classes that exclude each other, and nothing behind them that could fail.
 */
const documentNumber = '[/-]\\p{Lu}{2,}(?:[-/]\\p{Lu}{1,}\\d?)*';

/** References in formulas, which are cut short before they are parsed and tried at one place each. */
const references = "'((?:[^']|'')+)'";

/**
 * Proofs take a minute of processor and come out the same every time: what was proved stands here by its sum, below the
 * checker that proved it. A pattern that is not in it is proved at once, in each run of the suite, until
 * `node test/shared/prove-patterns.ts` has put it there.
 */
export const record = join(import.meta.dirname, 'proved-patterns.txt');

/** Sums of the patterns that this very checker has proved. */
export function onRecord(): ReadonlySet<string> {
  const [checker, ...sums] = readFileSync(record, 'utf8').trimEnd().split('\n');
  return new Set(checker === checkerName() ? sums : []);
}

/** Of the whole proof: another checker or other parameters have to prove everything anew. */
export function checkerName(): string {
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/recheck/package.json'), 'utf8'));
  return `recheck ${version} ${JSON.stringify(parameters)}`;
}

export function sumOf(pattern: Pattern): string {
  return createHash('sha256').update(nameOf(pattern)).digest('hex').slice(0, 32);
}

// Patterns that look around are tried with texts made for them; more rounds find nothing more of ours.
// Without any limit of time: what is proved must not depend on how busy the machine is.
const parameters = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  maxIteration: 3,
  randomSeed: 1,
};

/** Proves it, whatever is on record. */
export async function prove(pattern: Pattern): Promise<boolean> {
  // The checker's other back ends are programs of their own; it chooses one when it is loaded.
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = await import('recheck');
  return checkSync(pattern.source, pattern.flags, parameters).status === 'safe';
}

/** Those of the sources' patterns that have to be proved. */
export function writtenToProve(): readonly Pattern[] {
  return writtenPatterns().filter((pattern) => mayRepeat(pattern) && bounded[nameOf(pattern)] === undefined);
}

/** Those put together from parts. They meet plain text, in which no gap is as long as a hundred: it is one space here. */
export async function madeInPlainText(): Promise<readonly Pattern[]> {
  const gaps = (source: string) => source.replaceAll('\\s*', '\\s?').replaceAll('\\s+', '\\s');
  return (await madePatterns())
    .map(({ source, ...rest }) => ({ ...rest, source: gaps(source) }))
    .filter(({ source }) => !source.includes(documentNumber) && !source.includes(references));
}

/**
 * Whether anything but what is linear at sight: nothing that repeats without end; one class that does, tried from one
 * place alone or with nothing behind it that could fail.
 */
export function mayRepeat({ source, flags }: Pattern): boolean {
  const bare = source
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x');
  const endless = bare.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  if (endless === 0) return false;
  if (endless > 1 || /\)(?:[*+]|\{\d+,\})/.test(bare)) return true;
  if (beginsApart(source, flags)) return false;
  const anchored =
    (bare.startsWith('^') && !flags.includes('m') && !hasBarOutside(bare)) || flags.includes('y');
  return !anchored && !/^\w(?:[*+]|\{\d+,\})$/.test(bare);
}

/**
 * Whether one class alone repeats without end, right behind letters of which one is not in the class: where it is
 * tried from two places, what it takes from the one ends before the other begins, and what comes behind has an end.
 */
function beginsApart(source: string, flags: string): boolean {
  const found = /^((?:[\w "=:<;-]|\\[/{])+)\(?(\[\^?(?:\\.|[^\]\\])+\]|\\[dsw]|\.)[*+]/.exec(source);
  if (!found || hasBarOutside(source.replace(/\[[^\]]*\]/g, 'x'))) return false;
  const [, before = '', repeated = ''] = found;
  const inClass = new RegExp(`^${repeated}$`, flags.replace(/[gy]/g, ''));
  return [...before.replaceAll('\\', '')].some((letter) => !inClass.test(letter));
}

/** Whether a pattern is a choice as a whole, so that what anchors its first part anchors no other. */
function hasBarOutside(bare: string): boolean {
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) return true;
  }
  return false;
}

export function nameOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

export function writtenPatterns(): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  for (const file of globSync(sources, { cwd: repository }).toSorted()) {
    const text = readFileSync(join(repository, file), 'utf8');
    new Visitor({
      Literal(node) {
        if (!('regex' in node) || !node.regex) return;
        const { pattern: source, flags } = node.regex;
        const pattern = { source, flags, where: `${file}:${text.slice(0, node.start).split('\n').length}` };
        if (!found.has(nameOf(pattern))) found.set(nameOf(pattern), pattern);
      },
    }).visit(parseSync(file, text).program);
  }
  return [...found.values()];
}

/** The patterns that are constructed while the modules load and a report is read. */
async function madePatterns(): Promise<readonly Pattern[]> {
  const found = new Map<string, Pattern>();
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, parts, proxy) {
      const made: RegExp = Reflect.construct(target, parts, proxy);
      const pattern = { source: made.source, flags: made.flags, where: 'made' };
      // What libraries write is not looked at, be it made or written: files meant to harm try them.
      const [, , maker = ''] = (new Error().stack ?? '').split('\n');
      if (!maker.includes('node_modules')) found.set(nameOf(pattern), pattern);
      return made;
    },
  });
  try {
    const modules = globSync('shared/reading/**/*.ts', { cwd: repository });
    for (const file of modules) await import(/* @vite-ignore */ join(repository, file));
    const { readReport } = await import('../../shared/reading/read-report.ts');
    const { taskOf } = await import('./reading/by-hand.ts');
    const text = `Báo cáo quý I năm 2023, từ ngày 1/1/2024 đến ngày 2/2/2024\r\nMã;Trong kỳ\r\nB01;20/1/2024\r\n`;
    await readReport(new TextEncoder().encode(text), taskOf());
  } finally {
    globalThis.RegExp = own;
  }
  return [...found.values()];
}
