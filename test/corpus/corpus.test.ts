import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import { type CorpusFile, corpusFiles, filesInFolders, geometries } from './corpus.ts';

const corpus = corpusFiles();
it('expects something of every file in its folders', () => {
  expect(filesInFolders().toSorted()).toEqual(corpus.map(({ name }) => name).toSorted());
});

it('is no larger than its README allows', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const bytes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(6_750_000);
});

it('has no two layouts whose tables have the same columns', () => {
  expect(geometries().length).toBeGreaterThanOrEqual(10);
  expect(new Set(geometries()).size).toBe(geometries().length);
});

describe('reads figures, their places, text, verdict and reasons as the maker wrote them', () => {
  for (const file of corpus) {
    it(file.name, async () => {
      const reading = await readReport(readFileSync(file.path), file.task);
      expect(saidBy(reading, file)).toEqual(expectedOf(file));
    });
  }
});

function saidBy({ state, findings, values, narrative }: Reading, { onPaper }: CorpusFile) {
  const sections = narrative.map(({ section, paragraphs }) => [section, paragraphs.map(({ text }) => text)]);
  const figures = values.map(({ indicator, ...value }) => {
    return [indicator, onPaper ? { ...value, source: null, cumulativeSource: null } : value];
  });
  return {
    state,
    says: findings.map(({ code }) => code).toSorted(),
    values: Object.fromEntries(figures),
    narrative: textOf(Object.fromEntries(sections), onPaper),
  };
}

function expectedOf({ state, says, values, narrative, onPaper }: CorpusFile) {
  return { state, says: says.toSorted(), values, narrative: textOf(narrative, onPaper) };
}

/** On paper a paragraph is lines, and where one ends the next may begin. */
function textOf(narrative: CorpusFile['narrative'], onPaper: boolean) {
  if (!onPaper) return narrative;
  return Object.fromEntries(Object.entries(narrative).map(([section, texts]) => [section, texts.join(' ')]));
}
