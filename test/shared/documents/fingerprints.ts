/** The SHA-256 of every kind of document we write: in processes that differ they must be the same. */
import { createHash } from 'node:crypto';
import { writeFormDocx } from '../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { periodOf, regime, sampleSummary, valuesOf } from '../summary/sample.ts';

const [unit] = regime.units;
if (!unit) throw new Error('the regime has no unit');
const form = { regime, period: periodOf('6T-2024'), unit, previous: valuesOf(0), decisions: [] };
const summary = sampleSummary();

export async function fingerprints(): Promise<readonly string[]> {
  // Once before: nothing that a first run leaves behind may show in the second.
  await writeReport(summary);
  const documents = [
    await writeReport(summary),
    await writeWorkbook(summary),
    await writeFormDocx(form),
    await writeFormXlsx(form),
  ];
  return documents.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
}

if (import.meta.main) console.log((await fingerprints()).join('\n'));
