/**
 * What can be checked of Office Open XML (ECMA-376) without an office program: that parts are well-formed and named,
 * that relationships lead somewhere, that ids are unique, that elements stand in the order of the schema.
 */
import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { partsOf } from './reopened.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

/** Throws where the XML is not well-formed. */
export function treeOf(xml: string): Element {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (text) => {
    const last = stack.at(-1);
    if (last) last.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What a reader sees of it: a hyphen that breaks no line is one, and so is a space. */
export function textOf({ name, text, children }: Element): string {
  if (name === 'w:noBreakHyphen') return '-';
  return name === 'w:t' ? text.replaceAll('\u00a0', ' ') : children.map(textOf).join('');
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
};

/** What is wrong with the file, in words; nothing for a file that an office program takes as it is. */
export function faultsIn(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const trees = new Map<string, Element>();
  const faults: string[] = [];
  for (const [path, text] of Object.entries(parts)) {
    if (!/\.(xml|rels|vml)$/.test(path)) continue;
    try {
      trees.set(path, treeOf(text));
    } catch (error) {
      faults.push(`${path} is not well-formed: ${String(error)}`);
    }
  }
  return [
    ...faults,
    ...[...trees].flatMap(([path, tree]) => wrongOrder(path, tree)),
    ...relationFaults(parts, trees),
    ...typeFaults(parts, trees),
    ...(trees.has('word/document.xml') ? wordFaults(trees) : workbookFaults(trees)),
  ];
}

function wrongOrder(path: string, tree: Element): readonly string[] {
  return [tree, ...Object.keys(orders).flatMap((name) => all(tree, name))].flatMap((element) => {
    const order = orders[element.name]?.split(' ');
    if (!order) return [];
    const places = element.children.map(({ name }) => order.indexOf(name.replace(/^w:/, '')));
    const unknown = element.children.filter((_, n) => places[n] === -1).map(({ name }) => name);
    const falling = places.some((place, n) => n > 0 && place < (places[n - 1] ?? 0));
    return [
      ...unknown.map((name) => `${path}: ${name} does not belong into ${element.name}`),
      ...(falling
        ? [`${path}: ${element.children.map(({ name }) => name).join(' ')} in ${element.name}`]
        : []),
    ];
  });
}

function relationFaults(
  parts: Record<string, string>,
  trees: ReadonlyMap<string, Element>,
): readonly string[] {
  return [...trees].flatMap(([path, tree]) => {
    const [, folder = '', name = ''] = /^(.*)_rels\/(.+)\.rels$/.exec(path) ?? [];
    if (name === '' && path !== '_rels/.rels') return [];
    const relations = all(tree, 'Relationship').map(({ attributes }) => attributes);
    const ids = relations.map(({ Id = '' }) => Id);
    const used = [...(parts[`${folder}${name}`] ?? '').matchAll(/ r:(?:id|embed|link)="([^"]+)"/g)];
    return [
      ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${path}: ${id} stands twice`),
      ...relations
        .filter(({ TargetMode }) => TargetMode !== 'External')
        .map(({ Target = '' }) => (Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)))
        .filter((target) => parts[target] === undefined)
        .map((target) => `${path} leads to ${target}, which is not there`),
      ...used.filter(([, id = '']) => !ids.includes(id)).map(([, id]) => `${folder}${name} names ${id}`),
    ];
  });
}

function typeFaults(parts: Record<string, string>, trees: ReadonlyMap<string, Element>): readonly string[] {
  const types = trees.get('[Content_Types].xml');
  if (!types) return ['no [Content_Types].xml'];
  const byName = new Set(all(types, 'Override').map(({ attributes }) => attributes.PartName));
  const byEnding = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension));
  return [
    ...Object.keys(parts)
      .filter((path) => path !== '[Content_Types].xml' && !path.endsWith('/'))
      .filter((path) => !byName.has(`/${path}`) && !byEnding.has(path.split('.').at(-1)))
      .map((path) => `${path} has no content type`),
    ...[...byName]
      .filter((name) => parts[(name ?? '').slice(1)] === undefined)
      .map((name) => `a content type for ${name}, which is not there`),
  ];
}

function wordFaults(trees: ReadonlyMap<string, Element>): readonly string[] {
  const document = trees.get('word/document.xml');
  if (!document) return [];
  const ids = (name: string, tree: Element | undefined) =>
    tree ? all(tree, name).map(({ attributes }) => attributes['w:id'] ?? '') : [];
  const styles = trees.get('word/styles.xml');
  const known = new Set(
    (styles ? all(styles, 'w:style') : []).map(({ attributes }) => attributes['w:styleId']),
  );
  const comments = ids('w:comment', trees.get('word/comments.xml'));
  const named = ids('w:commentReference', document);
  return [
    ...all(document, 'w:tc')
      .filter(({ children }) => children.at(-1)?.name !== 'w:p')
      .map(() => 'a cell does not end with a paragraph'),
    ...all(document, 'w:tbl').flatMap((table) => {
      const columns = all(table, 'w:gridCol').length;
      return all(table, 'w:tr')
        .map((row) =>
          row.children
            .filter(({ name }) => name === 'w:tc')
            .reduce((sum, cell) => sum + Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1), 0),
        )
        .filter((wide) => wide !== columns)
        .map((wide) => `a row of ${wide} cells in a table of ${columns} columns`);
    }),
    ...all(document, 'w:pStyle')
      .map(({ attributes }) => attributes['w:val'] ?? '')
      .filter((style) => !known.has(style))
      .map((style) => `no style ${style}`),
    ...(styles ? [...all(styles, 'w:basedOn'), ...all(styles, 'w:next'), ...all(styles, 'w:link')] : [])
      .map(({ attributes }) => attributes['w:val'] ?? '')
      .filter((style) => !known.has(style))
      .map((style) => `no style ${style} to build on`),
    ...comments.filter((id, n) => comments.indexOf(id) !== n).map((id) => `comment ${id} stands twice`),
    ...named.filter((id) => !comments.includes(id)).map((id) => `no comment ${id}`),
    ...['w:commentRangeStart', 'w:commentRangeEnd']
      .filter((name) => ids(name, document).join() !== named.join())
      .map((name) => `${name} does not fit the references`),
  ];
}

function workbookFaults(trees: ReadonlyMap<string, Element>): readonly string[] {
  const [workbook, styles, strings] = ['workbook', 'styles', 'sharedStrings'].map((name) =>
    trees.get(`xl/${name}.xml`),
  );
  if (!workbook || !styles) return ['no workbook'];
  const formats = (child(styles, 'cellXfs')?.children ?? []).length;
  const texts = strings ? all(strings, 'si').length : 0;
  const names = all(workbook, 'sheet').map(({ attributes }) => attributes.name ?? '');
  const sheets = [...trees].filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
  return [
    ...names
      .filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))
      .map((name) => `the sheet name ${name}`),
    ...(new Set(names).size === names.length ? [] : ['two sheets of one name']),
    ...all(workbook, 'definedName')
      .flatMap(({ text }) => [...text.matchAll(/'([^']+)'!/g)].map(([, name = '']) => name))
      .filter((name) => !names.includes(name))
      .map((name) => `a defined name for the sheet ${name}`),
    ...sheets.flatMap(([path, sheet]) => sheetFaults(path, sheet, formats, texts)),
  ];
}

function sheetFaults(path: string, sheet: Element, formats: number, texts: number): readonly string[] {
  const rows = all(sheet, 'row');
  const numbers = rows.map(({ attributes }) => Number(attributes.r));
  const cells = all(sheet, 'c');
  const taken = new Set<string>();
  const overlaps = all(sheet, 'mergeCell').filter(({ attributes }) => {
    const [from = '', to = from] = (attributes.ref ?? '').split(':');
    const [a, b] = [corner(from), corner(to)];
    let met = false;
    for (let row = a.row; row <= b.row; row += 1) {
      for (let column = a.column; column <= b.column; column += 1) {
        met ||= taken.has(`${row},${column}`);
        taken.add(`${row},${column}`);
      }
    }
    return met;
  });
  return [
    ...(numbers.every((row, n) => n === 0 || row > (numbers[n - 1] ?? 0))
      ? []
      : [`${path}: rows out of order`]),
    ...rows.flatMap(({ children }) => {
      const columns = children.map(({ attributes }) => corner(attributes.r ?? '').column);
      return columns.every((column, n) => n === 0 || column > (columns[n - 1] ?? 0))
        ? []
        : [`${path}: cells out of order`];
    }),
    ...rows.filter(({ attributes }) => Number(attributes.ht ?? 0) > 409).map(() => `${path}: a row too high`),
    ...cells
      .filter(({ attributes }) => Number(attributes.s ?? 0) >= formats)
      .map(() => `${path}: an unknown format`),
    ...cells
      .filter(({ attributes, children }) => attributes.t === 's' && Number(children.at(-1)?.text) >= texts)
      .map(() => `${path}: an unknown text`),
    ...all(sheet, 'f')
      .filter(({ text }) => text.length > 8192)
      .map(() => `${path}: a formula too long`),
    ...overlaps.map(({ attributes }) => `${path}: ${attributes.ref} overlaps another merged area`),
  ];
}

function corner(address: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return {
    row: Number(row),
    column: [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0),
  };
}
