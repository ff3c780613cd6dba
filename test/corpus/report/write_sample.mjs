// write_sample.mjs <file>: the sample's report as it goes upward.
import { writeFileSync } from 'node:fs';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { sampleSummary } from '../../shared/summary/sample.ts';

writeFileSync(process.argv[2] ?? 'report.docx', await writeReport(sampleSummary(), 'issued'));
