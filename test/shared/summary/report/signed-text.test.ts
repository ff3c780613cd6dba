import { expect, it } from 'vitest';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { lackingIn } from '../../../../shared/summary/report/signed-text.ts';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import { sampleSummary } from '../sample.ts';

const summary = sampleSummary();
const draft = await openDocument(await writeReport(summary));
const entered = { ...summary, paper: { ...blankPaper, number: '125', date: '2024-03-20' } };
const issued = await openDocument(await writeReport(entered, 'issued'));

/** Its paragraphs torn into lines, as some programs tell them of a print, changed by hand. */
function printed(change: (text: string) => string | null): NeutralDocument {
  const blocks = issued.blocks.flatMap((block): NeutralDocument['blocks'] => {
    if (block.kind === 'table') return [block];
    const lines = change(block.text)?.match(/.{1,70}(?: |$)/g) ?? [];
    return lines.map((text) => ({ kind: 'paragraph', text, source: { paragraph: 1 } }));
  });
  return { ...issued, blocks };
}

it('finds in a signed report everything that its draft had to say', () => {
  expect(lackingIn(issued, draft)).toEqual([]);
  expect(
    lackingIn(
      printed((text) => text),
      draft,
    ),
  ).toEqual([]);
});

it('tells what was struck, changed or put in the place of another', () => {
  const struck = lackingIn(
    printed((text) => (text.includes('theo tiến độ') ? null : text)),
    draft,
  );
  expect(struck).toEqual([expect.stringContaining('theo tiến độ')]);
  const total = String(summary.totals.find(({ indicator }) => indicator === 'A01')?.value);
  const other = printed((text) => text.replace(`ban hành ${total} văn bản`, 'ban hành 9999 văn bản'));
  const appendix = other.blocks.map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          cells: block.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll(total, '9999') })),
        }
      : block,
  );
  const [figure, row] = lackingIn({ ...other, blocks: appendix }, draft);
  expect(figure).toContain(`ban hành ${total} văn bản`);
  expect(row).toContain('Số văn bản lãnh đạo');
  const shuffled = printed((text) =>
    text.includes('theo tiến độ') ? text.split(' ').reverse().join(' ') : text,
  );
  expect(lackingIn(shuffled, draft)).toHaveLength(1);
});
