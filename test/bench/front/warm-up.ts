/** A system just started takes three to five times what a warm one does, while V8 compiles. */

/** How often a round takes no less than the least before it; twice happens by chance. */
const patience = 6;
const mostRounds = 50;

/** Sends round after round until V8 has compiled what there is to compile; says how many rounds that took. */
export async function warmUp(round: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let [rounds, without] = [0, 0];
  for (; without < patience && rounds < mostRounds; rounds += 1) {
    const begun = process.cpuUsage();
    await round();
    const took = processorSince(begun);
    without = took < least ? 0 : without + 1;
    least = Math.min(least, took);
  }
  return rounds;
}

/** Milliseconds of the processor, of all threads. */
export function processorSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
