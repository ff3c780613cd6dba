/** Mutates and reads, seed after seed, in a process of its own; says before each what it is about to do. */
import { mutationOf } from './mutation.ts';
import { complaintAbout } from './verify.ts';

export type Report =
  | { readonly begun: number }
  | { readonly ended: number; readonly complaint: string | null };

process.on('message', async ({ from, count }: { readonly from: number; readonly count: number }) => {
  for (let seed = from; seed < from + count; seed += 1) {
    tell({ begun: seed });
    tell({ ended: seed, complaint: await complaintAbout(mutationOf(seed)) });
  }
});

function tell(report: Report): void {
  process.send?.(report);
}
