/** `node measure.ts <units> <what>`: one measurement in a process of its own, so that its peak of memory is its own. */

import { summaryMail } from '../../../shared/mail/summary.ts';
import { versionKey } from '../../../shared/records/keys.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import { writeFullTexts } from '../../../shared/summary/report/full-texts.ts';
import { writeBrief } from '../../../shared/summary/report/write-brief.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { largePeriod } from './large.ts';
import { itemSize, queryReadUnits } from './read-units.ts';

const [units = '14', what = 'consolidate'] = process.argv.slice(2);
const input = largePeriod(Number(units));
const before = process.memoryUsage().rss;
// The time of the processor, not of the clock: it stays the same beside other work.
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const start = spent();
const summary = consolidate(input);
const consolidated = spent() - start;

const written = spent();
const writers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  docx: () => writeReport(summary),
  xlsx: () => writeWorkbook(summary),
  whole,
};
const bytes = (await writers[what]?.()) ?? new Uint8Array();
const writing = spent() - written;

const sizes = input.manifest.versions.map((version) =>
  itemSize({ ...version, ...versionKey(version.period, version.unit, version.upload) }),
);
process.stdout.write(
  JSON.stringify({
    consolidated,
    writing,
    bytes: bytes.length,
    inputMegabytes: before / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    rowBytes: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length),
    ...queryReadUnits(sizes),
    objects: sizes.length,
  }),
);

/** As deliver does it for a run: five documents, one after the other, and the mail. */
async function whole(): Promise<Uint8Array> {
  const [recipient] = summary.regime.office.recipients;
  if (!recipient) throw new Error('the regime has nobody who is sent the summary');
  const documents = [
    await writeReport(summary, 'draft'),
    await writeWorkbook(summary),
    await writeFullTexts(summary),
    await writeBrief(summary),
    await writeReport(summary, 'issued'),
  ];
  const links = documents.map(({ length: size }, nth) => ({
    ...{ fileName: `tep-${nth}.docx`, size, href: 'https://bao-cao.example/' },
  }));
  return new TextEncoder().encode(
    JSON.stringify(
      summaryMail({ summary, changes: null, recipient, portalLink: 'https://bao-cao.example/', links }),
    ),
  );
}
