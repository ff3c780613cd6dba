/** `npm start`: the whole system on one machine, with a sample regime and a sample story. */
import { isMendable } from '../../shared/vocabulary/errors.ts';
import { localCloudWords as words } from '../../shared/wording/local-cloud.ts';
import { LocalCloudError } from './cloud/errors.ts';
import type { LocalCloud } from './cloud/local-cloud.ts';
import { ClockCannotGoBack } from './cloud/schedule/pipeline-clock.ts';
import { help, type LocalOptions, readCommandLine } from './command-line.ts';
import { introduce, print } from './introduce.ts';
import { startWithInbox } from './start.ts';
import { beginsAt } from './story/cast.ts';
import { applySampleRegime, playSampleStory } from './story/sample.ts';

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) console.log(help);
  else await run(options);
} catch (error) {
  explain(error);
}

async function run(options: LocalOptions): Promise<void> {
  const cloud = await start(options);
  stopOnSignal(cloud);
  await introduce(cloud);
  const complete = options.empty || (await play(cloud, options));
  if (options.once) {
    await cloud.close();
    process.exitCode = complete ? 0 : 1;
    return;
  }
  await introduce(cloud);
  print(words.staysUp);
}

async function start({ folder, port, fresh, now, seed }: LocalOptions): Promise<LocalCloud> {
  const started = performance.now();
  print(words.building);
  const cloud = await startWithInbox({
    folder,
    port,
    fresh,
    ...(now !== undefined && { now }),
    firstNow: beginsAt,
    ...(seed !== undefined && { seed }),
    links: (ready) => applySampleRegime(ready, seed),
  });
  print(words.ready(((performance.now() - started) / 1000).toFixed(1)));
  return cloud;
}

/** @returns whether every report arrived and the summary was sent */
async function play(cloud: LocalCloud, { folder, seed }: LocalOptions): Promise<boolean> {
  let steps = 0;
  const tell = (line: string) => {
    steps += 1;
    console.log(line);
  };
  const complete = await playSampleStory(cloud, folder, tell, seed);
  if (steps === 0) print(words.playedBefore);
  return complete;
}

/** Stops cleanly; what is in flight comes again at the next start. npm passes a Ctrl+C on twice: once is enough. */
function stopOnSignal(cloud: LocalCloud): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    print(words.stopping);
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** What a person can mend is said in a sentence; a defect keeps its stack. */
function explain(error: unknown): void {
  const mendable = isMendable(error) || (error instanceof LocalCloudError && error.mendable);
  console.error(mendable ? error.message : error);
  if (error instanceof ClockCannotGoBack) console.error('--fresh begins anew');
  process.exitCode = 1;
}
