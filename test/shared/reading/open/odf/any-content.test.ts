import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { runs } from '../../../../properties/runs.ts';
import { buildOdf } from './build-odf.ts';

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await openDocument(bytes)).format;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

const names =
  'text:p text:h text:span text:list text:list-item text:list-header text:s text:note text:deletion text:section ' +
  'table:table table:table-row table:table-cell table:covered-table-cell table:table-header-rows ' +
  'draw:frame draw:text-box draw:image draw:object draw:custom-shape office:annotation style:style text:list-style';
const attribute = fc.constantFrom(
  '',
  ' table:number-columns-repeated="3"',
  ' table:number-columns-repeated="99999999"',
  ' table:number-rows-repeated="1048576"',
  ' table:number-columns-spanned="70"',
  ' table:number-rows-spanned="-1"',
  ' text:outline-level="0"',
  ' text:c="99999999"',
  ' text:start-value="x"',
  ' office:value-type="float" office:value="1e999"',
  ' office:value-type="date" office:date-value="2024-13-45"',
  ' office:value-type="percentage" office:value="0.5"',
  ' table:formula="of:="',
);
const { node: tree } = fc.letrec<{ node: string; branch: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 9 }, fc.constant('x '), tie('branch')),
  branch: fc
    .tuple(
      fc.constantFrom(...names.split(' ')),
      attribute,
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    )
    .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
}));

it('ends a text in a document whatever stands in its body', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (body) => {
      expect(await outcomeOf(buildOdf('text', body))).toBe('odt');
    }),
    { numRuns: runs(200) },
  );
});

it('ends a spreadsheet in a document or a refusal whatever stands in its sheet', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (inner) => {
      const sheet = `<table:table table:name="A"><table:table-row>${inner}</table:table-row></table:table>`;
      expect(['ods', 'ZIP_TOO_LARGE', 'XML_REFUSED']).toContain(
        await outcomeOf(buildOdf('spreadsheet', sheet)),
      );
    }),
    { numRuns: runs(200) },
  );
});
