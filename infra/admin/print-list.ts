/** Many files at a glance: one line each, in columns. */
import type { Finding, Severity } from '../../shared/reading/model/reading.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import type { FileRead, How } from './print-reading.ts';

const heads = ['file', 'kind', 'unit', 'period', 'verdict', 'figures', 'findings'] as const;
/** A verdict in a word that its column can be scanned by. */
const verdicts = {
  accepted: 'accepted',
  'accepted-with-warnings': 'warnings',
  rejected: 'REJECTED',
  unreadable: 'UNREADABLE',
} as const;
const widestName = 48;

/** Several files as they were read, a line each. */
export function printedList(files: readonly FileRead[], regime: Regime): string {
  const folder = folderOf(files);
  const rows = [heads, ...files.map((read) => lineOf(read, read.file.slice(folder.length), regime))];
  const widths = heads.map((_, n) => Math.max(...rows.map((row) => widthOf(row[n] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, n) => padded(cell, widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const sum = Object.entries(verdicts)
    .map(([state, word]) => `${word} ${files.filter(({ reading }) => reading.state === state).length}`)
    .join(', ');
  const guessed = files.some(({ unit, period }) => unit?.how === 'guessed' || period?.how === 'guessed');
  const key = guessed ? ['"?": not stated in the file, the best guess'] : [];
  const where = folder === '' ? [] : [shown(folder)];
  return [...where, ...lines, '', `${files.length} files: ${sum}`, ...key, ''].join('\n');
}

/** What the paths have in common, up to a slash. */
function folderOf([first, ...others]: readonly FileRead[]): string {
  let folder = first?.file ?? '';
  do folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  while (!others.every(({ file }) => file.startsWith(folder)));
  return folder;
}

function lineOf({ unit, period, reading }: FileRead, name: string, regime: Regime): readonly string[] {
  const { state, format, values, findings } = reading;
  const filled = values.filter(({ value, cumulative }) => value !== null || cumulative !== null).length;
  return [
    shortened(name),
    format ?? '—',
    unit ? marked(unit.code, unit.how) : '—',
    period ? marked(period.id, period.how) : '—',
    verdicts[state],
    state === 'unreadable' ? '—' : `${filled}/${regime.indicators.length}`,
    inShort(findings),
  ];
}

function marked(code: string, how: How): string {
  return how === 'guessed' ? `${code}?` : code;
}

/** "1 error OTHER_UNIT, 2 warnings": what there is, and the gravest by its code. */
function inShort(findings: readonly Finding[]): string {
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted);
  const told = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const those = of(severity);
    const [first] = those;
    if (!first) return [];
    const code = first === findings[0] ? ` ${first.code}` : '';
    return [`${those.length} ${severity}${those.length > 1 ? 's' : ''}${code}`];
  });
  return told.length > 0 ? told.join(', ') : 'none';
}

/** The end of a path tells more than its beginning. */
function shortened(path: string): string {
  const letters = lettersOf(shown(path));
  let from = letters.length;
  for (let width = 1; from > 0; from -= 1) {
    width += widthOf(letters[from - 1] ?? '');
    if (width > widestName) break;
  }
  return from > 0 ? `…${letters.slice(from).join('')}` : letters.join('');
}

/** What would move the cursor is shown as a sign. */
function shown(path: string): string {
  return path.normalize('NFC').replace(/\p{Cc}/gu, '\uFFFD');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text));
}

/** Columns on a terminal: a letter with all its marks is one, a letter of Chinese or a picture two. */
function widthOf(text: string): number {
  return lettersOf(text).reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function lettersOf(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}
