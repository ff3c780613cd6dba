/**
 * The rules by which a file's figures and texts are read truly, or refused: of each the change that takes it out. The
 * number at the beginning is the kind that test/corpus/README.md counts files of.
 */
import type { Change } from './change.ts';

const reading = 'shared/reading/';
const open = `${reading}open/`;
const pdf = `${open}pdf/`;
const tests = 'test/shared/reading/';
const ofPdf = [
  `${tests}open/pdf/laid-out.test.ts`,
  `${tests}open/pdf/layouts.test.ts`,
  `${tests}open/pdf/tables/doubts.test.ts`,
  `${tests}open/pdf/read-pdf.test.ts`,
];
const corpus = 'test/corpus/doubts/doubts.test.ts';
const letters = `${tests}open/looks/letters.test.ts`;
const figures = `${tests}understand/figures.test.ts`;
const formulas = `${tests}open/formulas/formulas.test.ts`;
const damage = `${tests}judge/damage.test.ts`;
const unassigned = `${tests}judge/unassigned.test.ts`;
const doubts = `${tests}judge/judge-doubts.test.ts`;
const unread = `${tests}judge/unread.test.ts`;
const forms = `${tests}understand/forms.test.ts`;
const workbook = `${tests}open/xlsx/read-workbook.test.ts`;
const oldWorkbook = `${tests}open/xls/read-old-workbook.test.ts`;
const csv = `${tests}open/csv/read-csv.test.ts`;
const decode = `${tests}open/csv/decode.test.ts`;
const knownFiles = `${tests}open/other-kinds/known-files.test.ts`;
const openDocument = `${tests}open/open-document.test.ts`;
const archive = `${tests}open/open-archive.test.ts`;

const looks: readonly Change[] = [
  {
    what: '1 letters struck through do not count',
    tests: [letters],
    source: `${open}looks/letters.ts`,
    from: 'filter(({ look }) => !look?.struck && !look?.hidden)',
    to: 'filter(({ look }) => !look?.hidden)',
  },
  {
    what: '1 hidden letters do not count',
    tests: [letters],
    source: `${open}looks/letters.ts`,
    from: 'filter(({ look }) => !look?.struck && !look?.hidden)',
    to: 'filter(({ look }) => !look?.struck)',
  },
  {
    what: '1 raised letters join no figure',
    tests: [letters],
    source: `${open}looks/letters.ts`,
    from: "onTheLine && (place === 'above' || place === 'below')",
    to: "onTheLine && place === 'below'",
  },
  {
    what: '1 lowered letters join no figure',
    tests: [letters],
    source: `${open}looks/letters.ts`,
    from: "onTheLine && (place === 'above' || place === 'below')",
    to: "onTheLine && place === 'above'",
  },
  {
    what: '1 a mark of a note beside a figure is said',
    tests: [figures, letters],
    source: `${reading}understand/figures.ts`,
    from: 'if (written.marked) say(',
    to: 'if (written.marked && false) say(',
  },
  {
    what: '1 what is struck through or hidden is said at its place',
    tests: [letters, `${tests}judge/judge-conversions.test.ts`],
    source: `${reading}judge/judge-conversions.ts`,
    from: 'return [finding(about, { where, found: text })];',
    to: 'return [];',
  },
  {
    what: '1 a cell struck through as a whole does not count (xlsx)',
    tests: [letters, workbook],
    source: `${open}xlsx/cell-value.ts`,
    from: "if (look.struck) return withoutLetters(read, 'struck-text');",
    to: '',
  },
  {
    what: '1 a format that shows nothing hides its number (xlsx)',
    tests: [letters, workbook],
    source: `${open}xlsx/cell-value.ts`,
    from: "return look.hidden ? withoutLetters(read, 'hidden-text') : read;",
    to: 'return read;',
  },
  {
    what: '1 letters in the colour of their ground are hidden',
    tests: [letters, `${tests}open/looks/colours.test.ts`],
    source: `${open}looks/colours.ts`,
    from: 'return letters !== undefined && behind !== undefined && areAlike(letters, behind ?? WHITE);',
    to: 'return false;',
  },
  {
    what: '1 a figure struck through or crossed out is in doubt (pdf)',
    tests: ofPdf,
    source: `${pdf}marks.ts`,
    from: "return isCrossed || isStruck(glyph) ? { ...glyph, mark: 'struck' } : glyph;",
    to: 'return glyph;',
  },
  {
    what: '1 a smaller digit beside a figure puts it in doubt (pdf)',
    tests: ofPdf,
    source: `${pdf}words.ts`,
    from: "this.#hasRaised() ? 'raised'",
    to: "this.#hasRaised() && this.right < 0 ? 'raised'",
  },
  {
    what: '1 letters that are not drawn are no text (pdf)',
    tests: ofPdf,
    source: `${pdf}hidden-text.ts`,
    from: 'if (notDrawn || size < tiny) return true;',
    to: 'if (size < tiny) return true;',
  },
  {
    what: '1 letters too small to be read are no text (pdf)',
    tests: ofPdf,
    source: `${pdf}hidden-text.ts`,
    from: 'if (notDrawn || size < tiny) return true;',
    to: 'if (notDrawn) return true;',
  },
  {
    what: '1 what is struck out is not called blank as well',
    tests: [unread],
    source: `${reading}judge/blanks.ts`,
    from: 'row.cells[slot] || unread.isTold(form, row, slot)',
    to: 'row.cells[slot]',
  },
];

const results: readonly Change[] = [
  {
    what: '2 a stored result that its formula does not come to is none',
    tests: [formulas],
    source: `${open}formulas/settle.ts`,
    from: '} else if (!agrees(stored, computed)) {',
    to: '} else if (!agrees(stored, computed) && stored === computed) {',
  },
  {
    what: '2 a stored 0 of a formula beyond us is none where nothing was computed',
    tests: [formulas],
    source: `${open}formulas/settle.ts`,
    from: "else cell.trouble = 'stale-formula';\n  }\n}",
    to: '}\n}',
  },
  {
    what: '2 such a 0 is a doubt where other formulas hold',
    tests: [formulas],
    source: `${reading}understand/figures.ts`,
    from: 'if (!cell.unchecked) return read;',
    to: 'return read;',
  },
  {
    what: '2 a formula of the form that speaks of another row is stale',
    tests: [formulas, 'test/corpus/forms/forms.test.ts'],
    source: `${open}formulas/settle.ts`,
    from: "if (isAstray) cell.trouble = 'stale-formula';",
    to: '',
  },
  {
    what: '2 a formula without a result is never 0',
    tests: [formulas, workbook],
    source: `${open}xlsx/cell-value.ts`,
    from: "trouble: 'uncached-formula' };",
    to: 'number: 0 };',
  },
  {
    what: '2 a cached error is an error',
    tests: [formulas, workbook],
    source: `${open}xlsx/cell-value.ts`,
    from: "return { text: plainText(value) || '#VALUE!', trouble: 'error' };",
    to: "return { text: plainText(value) || '#VALUE!' };",
  },
  {
    what: '2 a formula whose result stands as an inline text is read by it',
    tests: [formulas, workbook],
    source: `${open}xlsx/cell-value.ts`,
    from: 'cell.formula !== null && !inline &&',
    to: 'cell.formula !== null &&',
  },
  {
    what: '2 ROUND rounds halves away from zero',
    tests: [formulas],
    source: `${open}formulas/functions.ts`,
    from: 'Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5)',
    to: 'Math.trunc(scaled)',
  },
  {
    what: '2 a form’s share is supplied only where its own row’s parts bear it out',
    tests: [formulas, 'test/corpus/forms/forms.test.ts', figures],
    source: `${reading}understand/figures.ts`,
    from: 'return recomputed !== null && Math.abs(Number(computed) - recomputed) < ROUNDED;',
    to: 'return true;',
  },
];

const digits: readonly Change[] = [
  {
    what: '3 one letter right behind digits may be a digit',
    tests: [figures],
    source: `${reading}understand/figures.ts`,
    from: 'if (joined && /^\\p{L}$/u.test(rest)) return true;',
    to: '',
  },
  {
    what: '3 what stands behind digits is a known unit, or the figure is none',
    tests: [figures],
    source: `${reading}understand/figures.ts`,
    from: 'return !isUnit(',
    to: "return rest === '' && !isUnit(",
  },
  {
    what: '3 words that multiply in brackets make another figure',
    tests: [figures],
    source: `${reading}understand/numbers.ts`,
    from: 'if (multiplies(explained)) return null;',
    to: '',
  },
  {
    what: '3 words that multiply behind digits make another figure',
    tests: [figures],
    source: `${reading}understand/figures.ts`,
    from: 'written.percent || multiplies(written.rest) ||',
    to: 'written.percent ||',
  },
  {
    what: '3 a second number in the cell makes it none',
    tests: [figures],
    source: `${reading}understand/numbers.ts`,
    from: 'if (/\\d/.test(rest)) return null;',
    to: '',
  },
  {
    what: '3 letters that nobody sees are passed over',
    tests: [figures],
    source: `${reading}understand/numbers.ts`,
    from: 'const plain = withoutUnseen(text)\n',
    to: 'const plain = text\n',
  },
  {
    what: '3 and said',
    tests: [figures],
    source: `${reading}understand/figures.ts`,
    from: 'if (withoutUnseen(cell.text) !== cell.text) say(',
    to: 'if (withoutUnseen(cell.text) === null) say(',
  },
  {
    what: '3 thousands with one separator left out are none',
    tests: [figures],
    source: `${reading}understand/numbers.ts`,
    from: 'if (whole && /^-?[1-9]\\d{3,}[.,]0{3}$/.test(digits)) return null;',
    to: '',
  },
  {
    what: '3 a number format that shows another number makes it none',
    tests: [`${tests}open/number-shapes/number-format.test.ts`, workbook],
    source: `${open}number-shapes/number-format.ts`,
    from: 'if (isDisguise(code)) return { code };',
    to: '',
  },
  {
    what: '3 so does a style of an .ods',
    tests: [`${tests}open/ods/shown-number.test.ts`, `${tests}open/ods/read-spreadsheet.test.ts`, corpus],
    source: `${open}ods/cell-value.ts`,
    from: 'return showsAnother(number, shown)\n',
    to: 'return showsAnother(number, shown) && number < 0\n',
  },
  {
    what: '3 so does a format of an .xls',
    tests: [oldWorkbook, corpus],
    source: `${open}xls/read-old-workbook.ts`,
    from: "if (typeof shape === 'object' && 'code' in shape) return disguised(number, shape);",
    to: '',
  },
  {
    what: '3 a csv row with more figures than titles is in doubt',
    tests: [csv],
    source: `${open}csv/shifted-rows.ts`,
    from: 'fields > titles.fields && figures > most',
    to: 'fields > titles.fields && figures > most + fields',
  },
  {
    what: '3 two equal figures beside one name may be parts of a sum',
    tests: [forms],
    source: `${reading}understand/values.ts`,
    from: 'other.beside && isSummed(other)',
    to: 'other.beside && !isSummed(other)',
  },
  {
    what: '3 two different figures of one indicator reject',
    tests: [forms],
    source: `${reading}understand/values.ts`,
    from: 'other.figure === first.figure ? same : words.DUPLICATE_DIFFERS(p)',
    to: 'other.figure === first.figure ? same : same',
  },
  {
    what: '3 digits of another width are plain ones',
    tests: [damage],
    source: `${reading}understand/lookalikes.ts`,
    from: 'ofPlainWidth(piece.text)',
    to: 'piece.text',
  },
  {
    what: '3 and so for the layout of a page',
    tests: [`${tests}open/pdf/laid-out.test.ts`],
    source: `${pdf}content-reader.ts`,
    from: 'text: ofPlainWidth(glyph.unicode)',
    to: 'text: glyph.unicode',
  },
];

const vietnamese: readonly Change[] = [
  {
    what: '4 UTF-8 read in another code is damage',
    tests: [damage],
    source: `${reading}understand/damaged-text.ts`,
    from: 'const found = [...text.matchAll(twoBytes)];',
    to: "const found = [...''.matchAll(twoBytes)];",
  },
  {
    what: '4 letters of three bytes tell of it, too',
    tests: [damage],
    source: `${reading}understand/damaged-text.ts`,
    from: 'if (threeBytes.test(text) || ',
    to: 'if (',
  },
  {
    what: '4 question marks in place of letters are damage',
    tests: [damage],
    source: `${reading}understand/damaged-text.ts`,
    from: "return text.includes('?') && hasQuestionMarks(text) ? 'question-marks' : null;",
    to: 'return null;',
  },
  {
    what: '4 characters that no letter came of are damage',
    tests: [damage],
    source: `${reading}understand/damaged-text.ts`,
    from: 'if (nothingCame.test(text) || (',
    to: 'if ((',
  },
  {
    what: '4 signs in words tell of a wrong table of letters',
    tests: [damage],
    source: `${reading}understand/damaged-text.ts`,
    from: "if (signInWord.test(text)) return 'misread';",
    to: '',
  },
  {
    what: '4 a text whose words are not Vietnamese is damaged',
    tests: [damage],
    source: `${reading}judge/judge-damage.ts`,
    from: "if (isForeign(count, FEWEST_WORDS, 1 / 3)) add('foreign', piece);",
    to: '',
  },
  {
    what: '4 words of short cells tell together',
    tests: [damage],
    source: `${reading}judge/judge-damage.ts`,
    from: "if (isForeign(sum, FEWEST_IN_A_FILE, 1 / 2)) damaged.set('foreign', strange);",
    to: '',
  },
  {
    what: '4 a damaged answer enters no report',
    tests: [damage],
    source: `${reading}judge/judge-damage.ts`,
    from: '? { ...value, value: null }',
    to: '? value',
  },
  {
    what: '4 nor does a damaged paragraph',
    tests: [damage],
    source: `${reading}judge/judge-damage.ts`,
    from: 'const sound = paragraphs.filter(({ source }) => !sources.has(source));',
    to: 'const sound = paragraphs;',
  },
  {
    what: '4 letters that look Vietnamese are read as these',
    tests: [damage],
    source: `${reading}understand/lookalikes.ts`,
    from: '.replace(allOfThem, (letter) => lookalikes[letter] ?? letter)',
    to: '',
  },
  {
    what: '4 an old code is believed by the words of the whole file',
    tests: [`${tests}understand/unnamed-fonts.test.ts`],
    source: `${reading}understand/unnamed-fonts.ts`,
    from: 'const FEWEST_WORDS = 20;',
    to: 'const FEWEST_WORDS = 1;',
  },
  {
    what: '4 and by no words that another reading makes as well',
    tests: [`${tests}understand/unnamed-fonts.test.ts`],
    source: `${reading}understand/unnamed-fonts.ts`,
    from: '|| (other && other.share > MOST_OTHERWISE)',
    to: '',
  },
  {
    what: '4 what can be read either way stays beside text of today',
    tests: [`${tests}understand/unnamed-fonts.test.ts`],
    source: `${reading}understand/unnamed-fonts.ts`,
    from: 'mixed && !isStrange(cell) ? cell : inUnicode(cell)',
    to: 'inUnicode(cell)',
  },
  {
    what: '4 a code of plain text must make Vietnamese words',
    tests: [decode, csv],
    source: `${open}csv/decode.ts`,
    from: 'if (share < ENOUGH || share <= most) continue;',
    to: 'if (share <= most) continue;',
  },
];

const paper: readonly Change[] = [
  {
    what: '5 a cell of text turned in two ways is in doubt',
    tests: ofPdf,
    source: `${pdf}page-layout.ts`,
    from: "turn: more.length > 0 ? 'slanted' : turn,",
    to: 'turn,',
  },
  {
    what: '5 a page that lies on its side is turned',
    tests: ofPdf,
    source: `${pdf}turns.ts`,
    from: 'return turn === undefined ? content : turned(content, turn);',
    to: 'return content;',
  },
  {
    what: '5 a clip parts letters only where the next begins beyond it',
    tests: ofPdf,
    source: `${pdf}text-lines.ts`,
    from: 'return Math.abs(place - glyph.place) > SAME_PLACE && glyph.left >= place - SAME_PLACE;',
    to: 'return Math.abs(place - glyph.place) > SAME_PLACE;',
  },
  {
    what: '5 and there it parts them',
    tests: ofPdf,
    source: `${pdf}text-lines.ts`,
    from: '(draft !== null && isBeyond(draft.place, glyph)) ||\n',
    to: '\n',
  },
  {
    what: '5 a figure painted over is in doubt',
    tests: ofPdf,
    source: `${pdf}marks.ts`,
    from: "if (isCovered) return { ...glyph, mark: 'covered' };",
    to: '',
  },
  {
    what: '5 a figure of which a part is cut off is in doubt',
    tests: ofPdf,
    source: `${pdf}content-reader.ts`,
    from: 'this.#markCut(cut);',
    to: '',
  },
  {
    what: '5 a coarse grid is laid out by the words in it',
    tests: ofPdf,
    source: `${pdf}tables/coarse-grids.ts`,
    from: 'if (!isParted && stacked.size + byGaps.size === 0) return null;',
    to: 'if (rowsByGaps !== null) return null;',
  },
  {
    what: '5 two figures in one cell are in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "> 1 ? 'figures' : null;",
    to: '> 1000 ? null : null;',
  },
  {
    what: '5 a figure on the border of its cell is in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "return leaves ? { why: 'column', page } : null;",
    to: 'return null;',
  },
  {
    what: '5 a figure in the lane of another column is in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "if (strays) put(cell, 'column');",
    to: '',
  },
  {
    what: '5 a title that stands over other figures is in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "for (const cell of untitled(cells, figures)) put(cell, 'column');",
    to: '',
  },
  {
    what: '5 figures without a title are in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "for (const cell of withoutTitles(cells, figures)) put(cell, 'column');",
    to: '',
  },
  {
    what: '5 a text that may go on in the next row is in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "for (const cell of looseEnds(cells)) put(cell, 'row');",
    to: '',
  },
  {
    what: '5 lines that run into each other are in doubt',
    tests: ofPdf,
    source: `${pdf}tables/doubts.ts`,
    from: "if (segments.length > 1 && overlap(words)) return 'row';",
    to: '',
  },
  {
    what: '5 a row cut by the page is one',
    tests: ofPdf,
    source: `${pdf}tables/over-pages.ts`,
    from: "if (below.some(begins)) return 'cut';",
    to: '',
  },
  {
    what: '5 titles come once, however many pages repeat them',
    tests: ofPdf,
    source: `${pdf}tables/over-pages.ts`,
    from: "return rowText(next, 1) === '' ? 0 : rows;",
    to: 'return 0;',
  },
  {
    what: '5 a row of figures that is like the one above it is no title',
    tests: ofPdf,
    source: `${pdf}tables/over-pages.ts`,
    from: "if (here !== there || (here !== '' && !isTitles(table, row))) break;",
    to: 'if (here !== there) break;',
  },
  {
    what: '5 columns that go on on the next page are of the same table',
    tests: [...ofPdf, 'test/corpus/pdf-tables.test.ts'],
    source: `${pdf}assemble.ts`,
    from: 'withColumnsThatGoOn(pages).flatMap',
    to: 'pages.flatMap',
  },
  {
    what: '5 lines drawn dot by dot are lines',
    tests: [...ofPdf, 'test/corpus/pdf-tables.test.ts'],
    source: `${pdf}tables/dotted-lines.ts`,
    from: 'return [...lines, ...[true, false].flatMap((upright) => dotted(rulings, upright))];',
    to: 'return lines;',
  },
  {
    what: '5 a title of several lines is one',
    tests: ofPdf,
    source: `${pdf}tables/headings.ts`,
    from: 'if (above && close && !isNumber(segment)) {',
    to: 'if (above && close && isNumber(segment)) {',
  },
  {
    what: '5 a page with few letters is a scan only where a picture takes it',
    tests: ofPdf,
    source: `${pdf}read-pdf.ts`,
    from: 'if (pictures > 0 && content.pictured && lettersOn',
    to: 'if (pictures > 0 && lettersOn',
  },
  {
    what: '5 one line is no table',
    tests: ofPdf,
    source: `${pdf}tables/unruled-tables.ts`,
    from: 'if (rows.filter((row) => row.length > 1).length < 2) return false;',
    to: '',
  },
  {
    what: '5 a figure in doubt is none',
    tests: [doubts, unassigned],
    source: `${reading}understand/figures.ts`,
    from: 'if (cell.doubt) return { figure: null, findings: [] };',
    to: '',
  },
  ...(
    [
      ['columns that were guessed', "for (const cell of guessed(rows)) put(cell, 'column');"],
      ['a cell beside several rows', "for (const cell of besideSeveral(form)) put(cell, 'row');"],
      ['a second figure beside one name', "for (const cell of besideOne(form)) put(cell, 'row');"],
      [
        'headings that contradict each other',
        "for (const layout of layouts) for (const cell of contradictions(layout)) put(cell, 'column');",
      ],
      ['two columns below one heading', "for (const cell of sharingHeadings(form)) put(cell, 'column');"],
      ['a figure within a name', "for (const cell of holdingFigures(rows)) put(cell, 'column');"],
      ['a figure in a row of nothing', "if (!isNumbering(cell, layoutOf(cell, layouts))) put(cell, 'row');"],
      ['a figure below no heading', "else if (!hasHeading(cell, row)) put(cell, 'column');"],
      [
        'nothing beside a blank row',
        "if (!row && saysNothing(cell.text) && isBlankBeside(cell, own)) put(cell, 'row');",
      ],
      ['a row within another cell', '(!taken.has(cell) && holdsOne(cell, absent)) ||'],
      [
        'a row in the text below',
        'if (textBelow(blocks, table).some(({ text }) => isRowOf(text, absent))) cells.push(last);',
      ],
      ['a row in the text above', 'if (areRowsOf(above, absent)) cells.push(first);'],
    ] as const
  ).map(
    ([what, from]): Change => ({
      what: `5 in doubt: ${what}`,
      tests: [unassigned],
      source: `${reading}judge/unassigned.ts`,
      from,
      to: from.startsWith('else') ? 'else {}' : '',
    }),
  ),
  {
    what: '5 last year’s column is not this year’s',
    tests: [forms, `${tests}understand/identity.test.ts`],
    source: `${reading}understand/headers.ts`,
    from: 'if (years.length > 0 && !years.includes(regime.year)) return 2;',
    to: '',
  },
  {
    what: '5 nor is another period’s',
    tests: [forms],
    source: `${reading}understand/headers.ts`,
    from: 'return stated.length > 0 && !stated.some((each) => isOf(each, period, regime)) ? 1 : 0;',
    to: 'return 0;',
  },
];

const notUnderstood: readonly Change[] = [
  {
    what: '6 a column that was not understood is named with the blanks',
    tests: [unread],
    source: `${reading}judge/unread.ts`,
    from: '...strangeColumns(form, row),',
    to: '',
  },
  {
    what: '6 columns of figures under strange headings are not guessed',
    tests: [forms, unread, corpus],
    source: `${reading}understand/form-rows.ts`,
    from: 'if (!guess || headingsOver(rows, guess, matcher).length > 0) return null;',
    to: 'if (!guess) return null;',
  },
  {
    what: '6 an embedded workbook is named',
    tests: [unread],
    source: `${reading}judge/unread.ts`,
    from: "    'embedded-object',\n",
    to: '',
  },
  {
    what: '6 an embedded document is told of',
    tests: [`${tests}open/docx/read-word-document.test.ts`, corpus],
    source: `${open}docx/vocabulary.ts`,
    from: "  'w:altChunk': { what: 'part', why: 'embedded-document' },\n",
    to: '',
  },
  {
    what: '6 text boxes of an old workbook are told of',
    tests: [oldWorkbook, corpus],
    source: `${open}xls/drawn-objects.ts`,
    from: "found.push({ sheet, what: 'part', why: 'text-box' });",
    to: '',
  },
  {
    what: '6 a list of the old form fields shows its entry',
    tests: [unread],
    source: `${open}docx/drop-down.ts`,
    from: "return this.#entries[this.#chosen ?? this.#usual] ?? '';",
    to: "return '';",
  },
  {
    what: '6 a filled field of a pdf is told of',
    tests: ofPdf,
    source: `${pdf}read-pdf.ts`,
    from: "skipped.add('part', 'form-field', null);",
    to: ';',
  },
  {
    what: '6 of a list that lets several be chosen, too',
    tests: ofPdf,
    source: `${pdf}read-pdf.ts`,
    from: "Array.isArray(value) ? value.join('') : value",
    to: 'value',
  },
  {
    what: '6 handwriting on a page is told of',
    tests: ofPdf,
    source: `${pdf}read-pdf.ts`,
    from: "const drawn = ['Ink', 'Stamp'];",
    to: "const drawn = ['Stamp'];",
  },
  {
    what: '6 a figure beside a table laid out by places puts blank rows in doubt',
    tests: [unassigned],
    source: `${reading}judge/unassigned.ts`,
    from: 'if (!table.laidOut || strayFigures(document, form, regime).length === 0) return new Map();',
    to: 'if (strayFigures !== null) return new Map();',
  },
  {
    what: '6 and is named with what seems blank beside drawn lines',
    tests: [unassigned],
    source: `${reading}judge/blanks.ts`,
    from: 'near.length > 0 ? near : [...strays, ...elsewhere]',
    to: 'near.length > 0 ? near : elsewhere',
  },
  {
    what: '6 and with a cumulative figure',
    tests: [unassigned],
    source: `${reading}judge/blanks.ts`,
    from: "[...beside(open, 'cumulative'), ...strays]",
    to: "beside(open, 'cumulative')",
  },
  {
    what: '6 numbers of pages are no figures',
    tests: ofPdf,
    source: `${pdf}furniture.ts`,
    from: 'number === page || number === page + begins || marked',
    to: 'number === page || marked',
  },
  {
    what: '6 letterheads and charts are no place for what is blank',
    tests: [unread],
    source: `${reading}judge/unread.ts`,
    from: '(!all && ornaments.has(why)) || ',
    to: '',
  },
  {
    what: '6 where something was not read nobody is advised to declare nil',
    tests: [unread],
    source: `${reading}read-report.ts`,
    from: 'EMPTY_REPORT({ unread: unreadInForms() })',
    to: 'EMPTY_REPORT({ unread: [] })',
  },
];

const oneFault: readonly Change[] = [
  {
    what: '7 a cell that points at no text of the file is told of',
    tests: [workbook, corpus],
    source: `${open}xlsx/cell-value.ts`,
    from: "return value.trim() === '' ? null : { text: LOST };",
    to: 'return null;',
  },
  {
    what: '7 parts of UTF-16 are read',
    tests: [`${tests}open/xml/read-xml.test.ts`],
    source: `${open}xml/utf-16.ts`,
    from: 'this.#decoder = known ? new TextDecoder(known.encoding, { fatal: true, ignoreBOM: false }) : null;',
    to: 'this.#decoder = known && null;',
  },
  {
    what: '7 Excel’s own password opens',
    tests: [oldWorkbook, corpus],
    source: `${open}xls/default-password.ts`,
    from: "return keyOf ? { kind: 'opened', stream: decrypt(stream, keyOf) } : { kind: 'password' };",
    to: "return keyOf ? { kind: 'password' } : { kind: 'password' };",
  },
  {
    what: '7 lock files in a zip are passed over',
    tests: [archive, corpus],
    source: `${open}zip/contained-file.ts`,
    from: 'archive.names.filter((name) => !LITTER.test(name))',
    to: 'archive.names.filter((name) => name)',
  },
  {
    what: '7 the name of a stream is one in capitals and small letters',
    tests: [`${tests}open/file-kind.test.ts`],
    source: `${open}file-kind.ts`,
    from: 'upper(bytes[at + n] ?? 0) === letter',
    to: 'bytes[at + n] === letter',
  },
  {
    what: '7 letters of old workbooks are of the code page that they name',
    tests: [oldWorkbook, `${tests}open/xls/records.test.ts`, corpus],
    source: `${open}xls/code-page.ts`,
    from: 'label = labels.get(view.getUint16(body, true)) ?? label;',
    to: '',
  },
  {
    what: '7 whole lines in quotation marks are lines',
    tests: [csv],
    source: `${open}csv/quoted-lines.ts`,
    from: "if (!text.startsWith('\"')) return text;",
    to: 'if (text) return text;',
  },
  {
    what: '7 Latin-1 is read where nothing else is',
    tests: [decode, csv],
    source: `${open}csv/decode.ts`,
    from: "return unicode ?? (UNDEFINED.test(latin) ? null : { text: latin, encoding: 'windows-1252' });",
    to: 'return unicode;',
  },
  {
    what: '7 a workbook in binary form is named',
    tests: [openDocument, corpus],
    source: `${open}zip/office-package.ts`,
    from: "if (/binary/i.test(type)) throw new UnreadableFile('BINARY_WORKBOOK', type, { seen: '.xlsb' });",
    to: '',
  },
  {
    what: '7 rich text is read',
    tests: [`${tests}open/rtf/read-rich-text.test.ts`, openDocument],
    source: `${open}open-text.ts`,
    from: "if (begins('rich-text', bytes)) {",
    to: "if (begins('pdf', bytes)) {",
  },
  {
    what: '7 a .doc is named',
    tests: [`${tests}open/file-kind.test.ts`],
    source: `${open}file-kind.ts`,
    from: "if (holdsStream(bytes, 'WordDocument')) return 'doc';",
    to: '',
  },
];

const kindOfFile = (what: string, from: string, test = knownFiles): Change => ({
  what: `8 ${what} is told by what it is`,
  tests: [test, corpus],
  source: `${open}other-kinds/known-files.ts`,
  from,
  to: '',
});

const advice: readonly Change[] = [
  kindOfFile('a .rar', "  { starts: /^Rar!/, seen: '.rar', code: 'OTHER_ARCHIVE' },\n"),
  kindOfFile('a .7z', "  { starts: /^7z\\xbc\\xaf/, seen: '.7z', code: 'OTHER_ARCHIVE' },\n"),
  kindOfFile(
    'a stub of Google Drive',
    '  { starts: /^\\{.*?("doc_id"|docs\\.google\\.com|"resource_id")/s, seen: \'Google Drive\', code: \'LINK\' },\n',
  ),
  kindOfFile('a picture', "  { starts: /^\\xff\\xd8\\xff/, seen: 'JPEG', code: 'PICTURE' },\n"),
  kindOfFile('a lock file', "if (isLockFile(bytes)) return { code: 'LOCK_FILE', seen: '~$' };"),
  kindOfFile('a mail', 'if (headOfMail.test(text) && names.size >= 2) return mail;'),
  {
    what: '8 a page of the web in UTF-16 is one',
    tests: [knownFiles, corpus],
    source: `${open}other-kinds/known-files.ts`,
    from: 'if (encoding !== null) return new TextDecoder(encoding)',
    to: 'if (encoding === undefined) return new TextDecoder(encoding)',
  },
  {
    what: '8 a document of Pages or Numbers is told by what it is',
    tests: [knownFiles, archive, corpus],
    source: `${open}other-kinds/known-archives.ts`,
    from: "seen: '.pages, .numbers',\n    code: 'APPLE_FILE',",
    to: "seen: '.pages, .numbers',\n    code: 'PROGRAM_FILE',",
  },
  {
    what: '8 a failed check is a sentence with its two sides',
    tests: [`${tests}judge/checks.test.ts`],
    source: `${reading}judge/equation.ts`,
    from: 'const numbered = compared && found.length === 2;',
    to: 'const numbered = compared && found.length === 3;',
  },
  {
    what: '8 a column that was not understood is told of once',
    tests: [unread],
    source: `${reading}judge/blanks.ts`,
    from: 'if (columns.length < 2) return blanks;',
    to: 'if (columns) return blanks;',
  },
  {
    what: '8 what befell the whole file is said once',
    tests: [damage],
    source: `${reading}judge/judge-damage.ts`,
    from: '.slice(0, isWidespread ? 1 : undefined)',
    to: '',
  },
  {
    what: '8 a kind of finding is told of a few times',
    tests: [`${tests}accounting.test.ts`],
    source: `${reading}judge/verdict.ts`,
    from: 'const mostOfAKind = 20;',
    to: 'const mostOfAKind = 2000;',
  },
];

export const readingRules: readonly Change[] = [
  ...looks,
  ...results,
  ...digits,
  ...vietnamese,
  ...paper,
  ...notUnderstood,
  ...oneFault,
  ...advice,
];
