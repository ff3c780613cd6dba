/** `node test/shared/prove-patterns.ts`: proves every pattern anew, and writes the record of what was proved. */
import { writeFileSync } from 'node:fs';
import {
  checkerName,
  madeInPlainText,
  mayRepeat,
  nameOf,
  prove,
  record,
  sumOf,
  writtenToProve,
} from './patterns.ts';

const proved = new Set<string>();
for (const pattern of [...writtenToProve(), ...(await madeInPlainText()).filter(mayRepeat)]) {
  if (await prove(pattern)) {
    proved.add(sumOf(pattern));
  } else {
    process.stderr.write(`${pattern.where}: ${nameOf(pattern)} is not linear\n`);
    process.exitCode = 1;
  }
}
writeFileSync(record, `${[checkerName(), ...[...proved].sort()].join('\n')}\n`);
process.stdout.write(`${proved.size} patterns proved\n`);
