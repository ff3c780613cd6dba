/** Whatever one unit writes: each document stays well-formed, and every other unit's text stays as it was. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Regime } from '../../../shared/regime/regime.ts';
import { writeFullTexts } from '../../../shared/summary/report/full-texts.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import type { NarrativeEntry, Summary } from '../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { anyText } from '../../properties/any-text.ts';
import { runs } from '../../properties/runs.ts';
import { faultsIn } from '../documents/ooxml.ts';
import { paragraphsOf, partsOf, sheetsOf } from '../documents/reopened.ts';
import { sampleSummary } from './sample.ts';

const stranger = 'VPDK';

/** The period with `texts` as all that the unit wrote: in its sections, its figures, its file's name. */
function withTexts(texts: readonly string[], sources: Regime['report']['sources']): Summary {
  const summary = sampleSummary();
  const own = (entry: NarrativeEntry): NarrativeEntry =>
    entry.unit.code === stranger
      ? { ...entry, paragraphs: texts.map((text, n) => ({ text, source: { paragraph: n + 1 } })) }
      : entry;
  return {
    ...summary,
    regime: { ...summary.regime, report: { ...summary.regime.report, sources } },
    narrative: summary.narrative.map(({ section, entries }) => ({
      section,
      entries: entries.map(own),
      // Each unit's text under its own name.
      groups: entries.map((entry) => ({ entry: own(entry), alike: [] })),
    })),
    totals: summary.totals.map((total) => ({
      ...total,
      contributions: total.contributions.map((each) =>
        each.unit === stranger && typeof each.value === 'string' ? { ...each, value: texts[0] ?? '' } : each,
      ),
    })),
    units: summary.units.map((line) =>
      line.unit.code === stranger && line.counting
        ? { ...line, counting: { ...line.counting, fileName: texts[0] ?? '' }, reason: texts[0] ?? null }
        : line,
    ),
  };
}

/** Of other units: each has its code in its text. */
const ofOthers = (texts: readonly string[]) =>
  texts.filter((text) => /\((?!VPDK\))[A-Z]+(-[A-Z]+)?\)$/.test(text));

const piece = fc.oneof(
  anyText(12),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  // Halves of pairs as well.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    '<standIn number="0" look="text">§</standIn>',
    '<standIn number="3" look="heading">',
    '</standIn>',
    '</w:t></w:r></w:p>',
    '<w:p><w:r><w:t>',
    '</t></is></c></row></sheetData>',
    ']]>',
    '<![CDATA[',
    '<!--',
    '&amp;',
    '&#0;',
    '§',
    '$&',
    '$1',
    '\ue0f20.123\ue0f3',
    '\u202e\u2066\u200b\ufeff',
    'rIdabcdefgh"',
    '=HYPERLINK("x")',
  ),
);
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `Đơn vị đã ${pieces.join('')}`);

it('in the report, with its sources as either, and in what all wrote', async () => {
  const usual = withTexts(['Đơn vị đã triển khai kế hoạch.'], 'appendix');
  const others = ofOthers(paragraphsOf(await writeFullTexts(usual)));
  expect(others.length).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('appendix' as const, 'comments' as const),
      async (texts, sources) => {
        const summary = withTexts(texts, sources);
        const annex = await writeFullTexts(summary);
        expect(ofOthers(paragraphsOf(annex))).toEqual(others);
        for (const document of [annex, await writeReport(summary, 'draft')]) {
          expect(faultsIn(document)).toEqual([]);
          expect(seen(document)).not.toMatch(unseen);
        }
      },
    ),
    {
      numRuns: runs(8),
      examples: [
        [['</w:t></w:r></w:p>'], 'appendix'],
        [['</w:t></w:r></w:p>'], 'comments'],
      ],
    },
  );
});

it('as a workbook', async () => {
  const usual = sheetsOf(await writeWorkbook(withTexts(['Đơn vị đã triển khai.'], 'appendix')));
  const changed = Object.entries(usual).flatMap(([sheet, cells]) =>
    Object.keys(cells)
      .filter((address) => cells[address]?.value.includes('Đơn vị đã triển khai.'))
      .map((address) => ({ sheet, address })),
  );
  expect(changed.length).toBeGreaterThan(3);
  const ofOthersIn = (sheets: typeof usual) => {
    // What is told of each sentence depends on all of them.
    delete sheets['Câu chọn'];
    for (const { sheet, address } of changed) delete sheets[sheet]?.[address];
    return sheets;
  };
  const others = ofOthersIn(usual);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
      const workbook = await writeWorkbook(withTexts(texts, 'appendix'));
      expect(faultsIn(workbook)).toEqual([]);
      expect(ofOthersIn(sheetsOf(workbook))).toEqual(others);
      expect(seen(workbook)).not.toMatch(unseen);
    }),
    { numRuns: runs(6) },
  );
});

const seen = (bytes: Uint8Array) => Object.values(partsOf(bytes)).join('\n');
/** Private letters, directions, what has no width. */
const unseen = /[\p{Co}\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/u;
