/**
 * `node test/shared/prove-patterns.ts [--all]`: proves the patterns that are not on record, or all of them, and writes
 * the record anew: what no source holds any more goes.
 */
import { writeFileSync } from 'node:fs';
import {
  checkerName,
  madeInPlainText,
  mayRepeat,
  nameOf,
  onRecord,
  prove,
  record,
  sumOf,
  writtenToProve,
} from './patterns.ts';

const known = process.argv.includes('--all') ? new Set<string>() : onRecord();
const proved = new Set<string>();
let fresh = 0;
for (const pattern of [...writtenToProve(), ...(await madeInPlainText()).filter(mayRepeat)]) {
  const sum = sumOf(pattern);
  if (known.has(sum)) {
    proved.add(sum);
  } else if (await prove(pattern)) {
    proved.add(sum);
    fresh += 1;
  } else {
    process.stderr.write(`${pattern.where}: ${nameOf(pattern)} is not linear\n`);
    process.exitCode = 1;
  }
}
writeFileSync(record, `${[checkerName(), ...[...proved].sort()].join('\n')}\n`);
process.stdout.write(`${proved.size} patterns on record, ${fresh} of them proved now\n`);
