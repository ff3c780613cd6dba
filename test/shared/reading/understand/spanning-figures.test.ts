import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { codes, findingOf, read, report } from '../by-hand.ts';

/** The cell at `cell` goes over two rows, of which the lower one holds nothing there. */
function merged(document: NeutralDocument, cell: string): NeutralDocument {
  const isIt = ({ source }: { source: object }) => 'cell' in source && source.cell === cell;
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table' && block.sheet === 'Số liệu'
        ? { ...block, cells: block.cells.map((each) => (isIt(each) ? { ...each, rowSpan: 2 } : each)) }
        : block,
    ),
  };
}

describe('a figure in a cell merged over the rows of two indicators', () => {
  it('is nobody’s, and both are named', () => {
    const reading = read(merged(report({ A02: null }), 'E8'));
    expect(findingOf(reading, 'FIGURE_SPANS_ROWS')).toMatchObject({
      severity: 'error',
      where: { cell: 'E8' },
    });
    expect(findingOf(reading, 'FIGURE_SPANS_ROWS').message.vi).toContain('A01, A02');
    expect(reading.state).toBe('rejected');
  });

  it('may be an answer in words, which is meant for each', () => {
    const cells = report().blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
    const row = cells.find(({ text }) => text === 'D01')?.row;
    expect(row).toBeDefined();
    expect(codes(read(merged(report({ D02: null }), `E${row}`)))).not.toContain('e:FIGURE_SPANS_ROWS');
  });
});
