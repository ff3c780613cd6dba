/** `npm start`: the whole system on one machine, with a sample regime and a sample story. */
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Text } from '../../shared/vocabulary/text.ts';
import { localCloudWords as words } from '../../shared/wording/local-cloud.ts';
import { NotALocalCloud } from './cloud/folder.ts';
import { StateInUse } from './cloud/gateway/database.ts';
import { PortTaken } from './cloud/listen.ts';
import type { LocalCloud } from './cloud/local-cloud.ts';
import { ClockCannotGoBack } from './cloud/schedule/pipeline-clock.ts';
import { startLocalCloud } from './cloud/start.ts';
import { SynthesisFailed } from './cloud/synthesize.ts';
import { TemplateNotUnderstood } from './cloud/template/not-understood.ts';
import { Mails } from './inbox/mails.ts';
import { beginsAt, files as sampleFiles } from './story/cast.ts';
import { applySampleRegime, playSampleStory } from './story/sample.ts';

const usualFolder = join(import.meta.dirname, '..', '..', '.local');
const usualPort = 4310;

const help = `npm start -- [options]

Runs the whole system on this machine: builds the functions, interprets the synthesized stack, applies the sample
regime, plays the sample story through the front door, and stays up. Everything is kept in .local/.

  --once         play the story, then stop; exit code 0 only if every report arrived and the summary was sent
  --fresh        empty .local/ first
  --empty        no story: only the regime and the units' links
  --port N       portal on N, gateway on N+1, inbox on N+2, control on N+3 (${usualPort} unless told; 0: free ones)
  --now ISO      what the system's clock shows, such as 2024-03-19T08:00+07:00; time flows from there
  --seed N       draw what is random from N and let the clock stand between steps: two runs give the same mails
  --folder DIR   keep everything there instead of in .local/
  --help         this text

infra/local/README.md tells about the control port: setting the clock, waiting for idleness, faults on demand.`;

const flags = readFlags();
const folder = resolve(flags.folder);

if (flags.help) console.log(help);
else await run().catch(explain);

function readFlags() {
  try {
    return parseArgs({
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        port: { type: 'string', default: String(usualPort) },
        now: { type: 'string' },
        seed: { type: 'string' },
        folder: { type: 'string', default: usualFolder },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n--help tells what there is.`);
    process.exit(1);
  }
}

async function run(): Promise<void> {
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_532)
    throw new RangeError(`--port ${flags.port} is no port`);
  if (flags.now !== undefined && Number.isNaN(Date.parse(flags.now))) {
    throw new RangeError(`--now ${flags.now} is no ISO 8601 date and time`);
  }
  const started = performance.now();
  say(words.building);
  const cloud = await startLocalCloud({
    folder,
    port,
    fresh: flags.fresh,
    ...(flags.now === undefined ? {} : { now: flags.now }),
    firstNow: beginsAt,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    links: (started) => applySampleRegime(started, flags.seed),
  });
  stopOnSignal(cloud);
  say(words.ready(((performance.now() - started) / 1000).toFixed(1)));
  await introduce(cloud);
  let told = 0;
  const tell = (line: string) => {
    told += 1;
    console.log(line);
  };
  const complete = flags.empty || (await playSampleStory(cloud, folder, tell, flags.seed));
  if (!flags.empty && told === 0) say(words.playedBefore);
  if (flags.once) {
    await cloud.close();
    process.exitCode = complete ? 0 : 1;
    return;
  }
  await introduce(cloud);
  say(words.staysUp);
}

async function introduce({ endpoints, mailFolder, now }: LocalCloud): Promise<void> {
  say(words.clock(new Date(now()).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })));
  const addresses: [Text, string][] = [
    [words.portal, endpoints.portal],
    [words.inbox, endpoints.mail],
    [words.control, endpoints.control],
    [words.gateway, endpoints.gateway],
    [words.mailFiles, mailFolder],
    [words.sampleFiles, sampleFiles],
  ];
  const reported = (await new Mails(mailFolder).list()).find(({ attachments }) => attachments.length === 2);
  reported?.attachments.forEach(({ name }, index) => {
    addresses.push([words.report(name), `${endpoints.mail}/mails/${reported.id}/attachments/${index}`]);
  });
  for (const [name, url] of addresses) console.log(`  ${`${name.vi} · ${name.en}`.padEnd(50)} ${url}`);
  const links = Object.entries(endpoints.links);
  if (links.length > 0) say(words.unitLinks);
  for (const [unit, { page }] of links) console.log(`  ${unit.padEnd(12)} ${page}`);
}

/** Stops cleanly; what is in flight comes again at the next start. npm passes a Ctrl+C on twice: once is enough. */
function stopOnSignal(cloud: LocalCloud): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say(words.stopping);
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function say({ vi, en }: Text): void {
  console.log(`${vi}  ·  ${en}`);
}

/** What a person can mend is said in a sentence; a defect keeps its stack. */
function explain(error: unknown): void {
  const mendable = [
    PortTaken,
    StateInUse,
    ClockCannotGoBack,
    NotALocalCloud,
    SynthesisFailed,
    TemplateNotUnderstood,
    RangeError,
  ];
  const known = error instanceof Error && mendable.some((kind) => error instanceof kind);
  console.error(known ? error.message : error);
  if (error instanceof ClockCannotGoBack)
    console.error(`${relative(process.cwd(), folder)}: --fresh begins anew`);
  process.exitCode = 1;
}
