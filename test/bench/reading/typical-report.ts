import { type CorpusFile, corpusFiles } from '../../corpus/corpus.ts';

/** A form of 63 indicators, filled in and saved by LibreOffice. */
export function typicalReport(): CorpusFile {
  const report = corpusFiles().find(({ name }) => name === 'formulas, LibreOffice.xlsx');
  if (!report) throw new Error('the corpus has no typical report any more');
  return report;
}
