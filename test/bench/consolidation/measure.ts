/** `node measure.ts <units> <what>`: one measurement in a process of its own, so that its peak of memory is its own. */

import { versionKey } from '../../../shared/records/keys.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
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
const bytes =
  what === 'docx'
    ? await writeReport(summary)
    : what === 'xlsx'
      ? await writeWorkbook(summary)
      : new Uint8Array();
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
