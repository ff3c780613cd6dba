/** The report as python-docx finds it laid out (layout.json, by read_layout.py), held against what is written today. */
import { expect, it } from 'vitest';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { all, child, type Element, textOf, treeOf } from '../../shared/documents/ooxml.ts';
import { partsOf } from '../../shared/documents/reopened.ts';
import { sampleSummary } from '../../shared/summary/sample.ts';
import layout from './layout.json' with { type: 'json' };

const parts = partsOf(await writeReport(sampleSummary(), 'issued'));
const document = treeOf(parts['word/document.xml'] ?? '');
const styles = treeOf(parts['word/styles.xml'] ?? '');
const body = all(document, 'w:body')[0]?.children ?? [];
const value = (element: Element | undefined) => element?.attributes['w:val'];
const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10;

/** Style, size in points, bold, and the first letters. */
function lookOf(paragraph: Element): readonly unknown[] {
  const id = value(child(child(paragraph, 'w:pPr'), 'w:pStyle'));
  const style = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
  const run = all(paragraph, 'w:r').find((each) => textOf(each) !== '');
  const format = (name: string) => child(child(run, 'w:rPr'), name) ?? child(child(style, 'w:rPr'), name);
  return [
    value(child(style, 'w:name')) ?? 'Normal',
    Number(value(format('w:sz'))) / 2,
    format('w:b') !== undefined,
    textOf(paragraph).slice(0, 60),
  ];
}

it('has the pages, margins, fonts, lines in their order, and tables that python-docx read', () => {
  const sections = all(document, 'w:sectPr').map((section) => {
    const [size, margins] = ['w:pgSz', 'w:pgMar'].map((name) => child(section, name)?.attributes ?? {});
    const sides = ['w:top', 'w:right', 'w:bottom', 'w:left'].map((side) => mm(margins?.[side]));
    return { page: [mm(size?.['w:w']), mm(size?.['w:h'])], margins: sides };
  });
  expect(sections).toEqual(layout.sections);
  const fonts = all(document, 'w:rFonts').map(({ attributes }) => attributes['w:ascii']);
  expect([...new Set(fonts)]).toEqual(layout.fonts);
  const lines = body.filter((each) => each.name === 'w:p' && textOf(each) !== '');
  expect(lines.map(lookOf)).toEqual(layout.order);
  const tables = body.filter(({ name }) => name === 'w:tbl');
  expect(tables.map((table) => [all(table, 'w:tr').length, all(table, 'w:gridCol').length])).toEqual(
    layout.tables,
  );
});
