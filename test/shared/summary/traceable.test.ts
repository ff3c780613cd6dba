/** Every number of the consolidated report, followed back into the file of the unit that gave it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  files,
  regimeFile,
  scenes,
  period as storyPeriod,
  summaryAt,
} from '../../../infra/local/story/cast.ts';
import { type Consolidated, consolidated } from '../../../infra/local/story/consolidated.ts';
import { filedInYear, yearPeriod, yearSummaryAt } from '../../../infra/local/story/year/year.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Indicator } from '../../../shared/regime/regime.ts';
import { unbalanced } from '../../../shared/summary/balances.ts';
import { outlineOf } from '../../../shared/summary/report/outline.ts';
import { spanOf } from '../../../shared/summary/report/standing-of-figures.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { nameInReport } from '../../../shared/wording/documents.ts';
import { inSpan } from '../../../shared/wording/spans.ts';
import { workedOut } from '../documents/formula.ts';
import { faultsIn } from '../documents/ooxml.ts';
import { paragraphsOf, type ReopenedCell, sheetsOf } from '../documents/reopened.ts';
import { type CellReader, cellsOf, numberOf } from './cells-of-files.ts';

const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);

async function quarter(): Promise<Consolidated> {
  const sent = scenes.flatMap((scene) =>
    scene.kind === 'file'
      ? [
          {
            ...{ unit: scene.unit, period: storyPeriod, at: scene.at, fileName: scene.sentAs },
            bytes: new Uint8Array(readFileSync(join(files, scene.file))),
          },
        ]
      : [],
  );
  return consolidated(regime, storyPeriod, summaryAt, { sent, nil: [] });
}

async function year(): Promise<Consolidated> {
  return consolidated(regime, yearPeriod, yearSummaryAt, await filedInYear(regime));
}

interface Opened {
  readonly made: Consolidated;
  readonly documents: readonly Uint8Array[];
  readonly sheets: Record<string, Record<string, ReopenedCell>>;
  readonly paragraphs: readonly string[];
  /** By the characters of the upload's ULID that the workbook shows. */
  readonly readers: ReadonlyMap<string, CellReader>;
}

async function opened(made: Consolidated): Promise<Opened> {
  const [workbook, report] = [await writeWorkbook(made.summary), await writeReport(made.summary)];
  return {
    made,
    documents: [workbook, report],
    sheets: sheetsOf(workbook),
    paragraphs: paragraphsOf(report),
    readers: new Map(
      [...made.files].map(([upload, { fileName, bytes }]) => [upload.slice(-10), cellsOf(fileName, bytes)]),
    ),
  };
}

const columnAndRow = (address: string) => {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { column, row: Number(row), place: column.length * 100 + column.charCodeAt(0) };
};
const isUnitColumn = (address: string) => {
  const { column, row } = columnAndRow(address);
  return row > 5 && (column.length > 1 || column > 'D');
};

describe.each([
  ['the first quarter', quarter, 11 * 28 * 2],
  ['the year', year, 14 * 28 * 2],
] as const)('every number of %s', (_, make, atLeast) => {
  let story: Opened;
  beforeAll(async () => {
    // SheetJS doubts number formats of LibreOffice's that we do not ask it for.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    story = await opened(await make());
  });

  it('stands in the file, sheet and cell that “Nguồn” names at the same address', () => {
    const { sheets, readers } = story;
    const figures = Object.entries(sheets['Số liệu'] ?? {}).filter(
      ([address, { type, value }]) => isUnitColumn(address) && type === 'n' && value !== '',
    );
    expect(figures.length).toBeGreaterThan(atLeast * 0.95);
    for (const [address, { value, formula }] of figures) {
      const source = sheets.Nguồn?.[address]?.value ?? '';
      // A year's percentage is made of the unit's own sums above it.
      if (source === 'Tính lại từ các số thành phần') continue;
      const found = source.split('\n').map((line) => {
        const [version = '', place = ''] = line.split(' · ').slice(-2);
        return { version, figure: numberOf(readers.get(version)?.(place) ?? '') };
      });
      const sum = found.reduce((total, { figure }) => total + figure, 0);
      expect([address, source, Math.round(sum * 100) / 100]).toEqual([
        address,
        source,
        Math.round(Number(value) * 100) / 100,
      ]);
      if (formula !== null) {
        expect(formula).toBe(found.map(({ figure }) => String(figure)).join('+'));
      }
    }
  });

  it('stands in files that are valid as far as that can be told', () => {
    for (const document of story.documents) expect(faultsIn(document)).toEqual([]);
  });

  it('is, where a formula makes it, what the formula gives', () => {
    const { sheets } = story;
    let formulas = 0;
    for (const [sheet, cells] of Object.entries(sheets)) {
      for (const [address, { formula, value }] of Object.entries(cells)) {
        if (formula === null) continue;
        formulas += 1;
        const answer = workedOut(sheets, sheet, formula);
        if (typeof answer === 'string') expect([sheet, address, value]).toEqual([sheet, address, answer]);
        else
          expect(Math.abs(Number(value) - (answer ?? Number.NaN)), `${sheet}!${address}`).toBeLessThan(1e-6);
      }
    }
    expect(formulas).toBeGreaterThan(100);
  });

  it('is told in the report as it stands in the workbook', () => {
    const { sheets, paragraphs, made } = story;
    const overview = sheets['Tổng hợp'] ?? {};
    const shown = (text: string | undefined) => (text === undefined ? Number.NaN : numberOf(text));
    const start = paragraphs.indexOf('Phụ lục I');
    const { kind, name: span } = spanOf(made.summary);
    const named = (text: string) => inSpan(text, kind, span);
    // Units are missing, so nothing is called a total.
    const nameOf = (indicator: Indicator) => named(nameInReport(indicator, 'vi').replace(/^Tổng số/, 'Số'));
    for (const indicator of regime.indicators) {
      const { code, acrossUnits, unitOfMeasure } = indicator;
      if (acrossUnits === 'none') continue;
      const row = Object.keys(overview)
        .find((at) => at.startsWith('B') && overview[at]?.value === code)
        ?.slice(1);
      const inPeriod = Number(overview[`E${row}`]?.value);
      const name = nameOf(indicator);
      const at = paragraphs.indexOf(name, start);
      // What a balance that does not close has left stands nowhere in what goes upward.
      if (unbalanced(made.summary).has(code)) {
        expect([code, at]).toEqual([code, -1]);
        continue;
      }
      expect([code, paragraphs[at + 1]]).toEqual([code, unitOfMeasure]);
      const rounded = (value: number | undefined) => Math.round((value ?? Number.NaN) * 100) / 100;
      expect([code, shown(paragraphs[at + 2])]).toEqual([code, rounded(inPeriod)]);
    }
    const body = paragraphs.slice(0, start).join('\n');
    const totals = new Map(made.summary.totals.map(({ indicator, value }) => [indicator, value]));
    let told = 0;
    for (const template of regime.sections.flatMap(({ sentences }) => sentences)) {
      const codes = [...template.matchAll(/\{([\w-]+)\}/g)].map(([, code = '']) => code);
      // "Toàn Sở" and "Tổng số" are said otherwise where some are missing.
      const left = unbalanced(made.summary);
      // What does not agree stands at a sentence's end, which goes without it.
      const clauses = template
        .split('; ')
        .filter((each) => ![...left].some((code) => each.includes(`{${code}}`)));
      const pattern = named(clauses.join('; '))
        .replace(/^Toàn Sở (.)/, (_, letter: string) => `[${letter}${letter.toUpperCase()}]`)
        .replace('của các đơn vị báo cáo', 'của \\d+ đơn vị có số liệu')
        .replace(/^Tổng số (.*) là/, 'Số $1 của .* là')
        .replace(/[()]/g, '\\$&')
        .replace(/\{[\w-]+ change\}/g, '(?:[^.]|\\.(?=\\d))*?')
        .replace(/\{[\w-]+\}/g, '([\\d.,]+)%?');
      // Of how many units it is may stand behind it.
      const whole = new RegExp(`${pattern}(?: \\(số liệu của \\d+ đơn vị\\))?\\.`);
      const [, ...numbers] = whole.exec(paragraphs.find((each) => whole.test(each)) ?? '') ?? [];
      for (const [n, code] of codes.entries()) {
        const indicator = regime.indicators.find((each) => each.code === code);
        told += 1;
        if (left.has(code)) {
          expect([code, numbers[n]]).toEqual([code, undefined]);
          continue;
        }
        // Figures that no sentence may put together are told by themselves.
        const alone = indicator && new RegExp(`${nameOf(indicator).slice(1)} là ([\\d.,]+) `).exec(body)?.[1];
        expect([code, shown(numbers[n] ?? alone)]).toEqual([
          code,
          Math.round((totals.get(code) ?? Number.NaN) * 100) / 100,
        ]);
      }
    }
    expect(told).toBe(regime.indicators.filter(({ acrossUnits }) => acrossUnits !== 'none').length);
  });

  it('stands, where a unit’s sentence tells it, word for word in that unit’s own text', () => {
    const { made } = story;
    const { choice } = outlineOf(made.summary, 'issued');
    const told = choice.shelves.flatMap((shelf) => shelf.told);
    expect(told.length).toBeGreaterThan(15);
    const { narrative, earlierNarrative, totals } = made.summary;
    for (const { unit, section, text, source } of told) {
      const own = [...narrative, ...earlierNarrative]
        .filter((each) => each.section === section)
        .flatMap(({ entries }) => entries.filter((entry) => entry.unit.code === unit.code))
        .flatMap(({ paragraphs }) => paragraphs);
      const cells = totals.flatMap(({ contributions }) =>
        contributions.flatMap((each) =>
          each.unit === unit.code && typeof each.value === 'string'
            ? [{ text: each.value, source: each.source }]
            : [],
        ),
      );
      const at = [...own, ...cells].find((each) => JSON.stringify(each.source) === JSON.stringify(source));
      expect(
        [...own, ...cells].some((each) => each.text.includes(text)),
        text,
      ).toBe(true);
      expect(at, text).toBeDefined();
    }
  });
});
