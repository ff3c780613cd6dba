import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { regimeFile } from '../../infra/local/story/cast.ts';
import { readRegime } from '../../shared/regime/load.ts';
import { readReport } from '../../shared/report/read-report.ts';

const Figure = z.union([z.number(), z.string(), z.null()]);
const Source = z.record(z.string(), z.union([z.number(), z.string()])).nullable();
const Expected = z.object({
  unit: z.string(),
  period: z.string(),
  state: z.string(),
  /** The codes of all findings, in no order. */
  says: z.array(z.string()),
  values: z.record(
    z.string(),
    z.object({ value: Figure, source: Source, cumulative: Figure, cumulativeSource: Source }),
  ),
  narrative: z.record(z.string(), z.array(z.string())),
});
const corpus = z
  .record(z.string(), Expected)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')));

const regime = readRegime(readFileSync(regimeFile, 'utf8'), regimeFile);

function read(fileName: string, { unit: code, period: id }: z.output<typeof Expected>) {
  const unit = regime.units.find((each) => each.code === code);
  const period = regime.periods.find((each) => each.id === id);
  if (!unit || !period) throw new Error(`${code} or ${id} is not of the regime`);
  return readReport(readFileSync(join(import.meta.dirname, fileName)), { fileName, unit, period, regime });
}

it('expects something of every file in this folder', () => {
  const files = readdirSync(import.meta.dirname).filter((name) =>
    /\.(xlsx|docx|ods|odt|csv|zip)$/.test(name),
  );
  expect(files.toSorted()).toEqual(Object.keys(corpus).toSorted());
});

describe.each(Object.entries(corpus))('%s', (fileName, expected) => {
  it(`is ${expected.state}, for reasons that are named`, async () => {
    const { state, findings } = await read(fileName, expected);
    expect({ state, says: findings.map(({ code }) => code).toSorted() }).toEqual({
      state: expected.state,
      says: expected.says.toSorted(),
    });
  });

  it('yields the figures that its maker wrote, from the cells it wrote them into', async () => {
    const { values } = await read(fileName, expected);
    const found = values.map(({ indicator, ...value }) => [indicator, value]);
    expect(Object.fromEntries(found)).toEqual(expected.values);
  });

  it('yields the text', async () => {
    const { narrative } = await read(fileName, expected);
    const found = narrative.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)]);
    expect(Object.fromEntries(found)).toEqual(expected.narrative);
  });
});
