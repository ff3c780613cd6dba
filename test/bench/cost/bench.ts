/**
 * `npm run bench -- cost [--units 1000]`: what the stack costs while nobody uses it, what the story costs, and a period in
 * which so many units report; all counted in the local cloud.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import { pollPause } from '../../../functions/portal/page/sending/one-upload.ts';
import { connectTo, StackOutputs } from '../../../infra/admin/system.ts';
import { unitReports } from '../../../infra/assembly.ts';
import { build } from '../../../infra/build.ts';
import { scenes, summaryAt } from '../../../infra/local/story/cast.ts';
import { playSampleStory } from '../../../infra/local/story/sample.ts';
import { aCloud, type Ground, put } from '../../journeys/a-cloud.ts';
import { applyLargeRegime, reportWriter } from '../../load/load.ts';
import { figure, machine, say, table } from '../figures.ts';
import { Meter } from '../meter.ts';
import type { BenchOptions } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { billOf, type Consumption, sumOf } from './bill.ts';
import { bytesIn, consumptionOf } from './consumption.ts';
import { idleCost, total } from './idle-cost.ts';
import { prices } from './prices.ts';

/** A report with its pictures, where the story's files are small. */
const largeReport = 5_000_000;

export async function bench({ units }: BenchOptions): Promise<Outcome> {
  say(`${machine()}; list prices of ${prices.asOf}, no free allowance taken off but of the idle stack\n`);
  const idle = await idleStack();
  const story = await played('the story', scenes.filter(({ kind }) => kind === 'file').length, theStory);
  const period = await played(`a period of ${figure(units)} units`, units, aPeriodOf(units));
  const rows = [
    { what: 'idle, alone in its account', value: idle.alone, unit: 'USD a month' },
    { what: 'idle, beside others', value: idle.besideOthers, unit: 'USD a month' },
    ...[story, period].flatMap(({ what, perThousand, perThousandLarge, mails, bill: [largest] }) => [
      { what, value: perThousand, unit: 'USD a thousand reports' },
      { what: `${what}, reports of 5 MB`, value: perThousandLarge, unit: 'USD a thousand reports' },
      { what, value: mails, unit: 'mails a report' },
      { what: `${what}, most of it: ${largest?.what}`, value: largest?.cost ?? 0, unit: 'USD' },
    ]),
  ];
  return { rows, figures: { idle, story, period } };
}

async function idleStack() {
  await build();
  const outdir = await mkdtemp(join(tmpdir(), 'cost-'));
  try {
    unitReports({ outdir }).synth();
    const lines = idleCost(JSON.parse(await readFile(join(outdir, 'UnitReports.template.json'), 'utf8')));
    const row = (what: string, alone: number, besideOthers: number) => [
      what,
      figure(alone, 2),
      figure(besideOthers, 2),
    ];
    const sums = { alone: total(lines, 'alone'), besideOthers: total(lines, 'besideOthers') };
    say(
      table(
        ['idle, USD a month', 'alone in its account', 'beside others'],
        [
          ...lines.map(({ what, alone, besideOthers }) => row(what, alone, besideOthers)),
          row('**idle**', sums.alone, sums.besideOthers),
        ],
      ),
    );
    return sums;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** What happens in a cloud of its own, and how many reports it is. */
interface Play {
  readonly links?: NonNullable<Parameters<typeof aCloud>[1]>['links'];
  readonly play: (ground: Ground) => Promise<void>;
}

async function played(what: string, reports: number, { links, play }: Play) {
  const meter = new Meter();
  const ground = await aCloud(undefined, { ...meter.listeners, ...(links && { links }) });
  try {
    const use = await meter.during(async () => {
      await play(ground);
      await ground.cloud.idle();
    });
    const bytes = {
      stored: await bytesIn(join(ground.folder, 'state', 'bodies')),
      mailed: await bytesIn(ground.cloud.mailFolder),
      logged: await bytesIn(join(ground.folder, 'logs')),
    };
    const used = consumptionOf(use, ground.cloud.plan, bytes);
    return told(what, reports, used);
  } finally {
    await ground.stop();
  }
}

function told(what: string, reports: number, used: Consumption) {
  const bill = billOf(used);
  const sum = sumOf(bill);
  const [largest] = bill;
  const thousand = 1000 / reports;
  const pictures = (largeReport / 1e9) * 1000 * prices.storedGigabytes;
  say(
    table(
      [what, 'used', 'USD', 'of all'],
      [
        ...bill.map(({ what, used, cost }) => [
          what,
          figure(used, used < 10 ? 4 : 0),
          figure(cost, 5),
          `${figure((100 * cost) / sum)} %`,
        ]),
        ['**all**', '', figure(sum, 5), ''],
      ],
    ),
  );
  say(
    `${figure(used.mails / reports, 1)} mails a report; a thousand reports ${figure(sum * thousand, 2)}, each of 5 MB ` +
      `${figure(sum * thousand + pictures, 2)}; most of it: ${largest?.what}\n`,
  );
  return {
    ...{ what, reports, used, bill, mails: used.mails / reports },
    ...{ perThousand: sum * thousand, perThousandLarge: sum * thousand + pictures },
  };
}

const theStory: Play = {
  play: async ({ cloud, folder }) => {
    if (!(await playSampleStory(cloud, folder, () => {}))) throw new Error('the story was not played whole');
  },
};

/** Every unit sends one report, as its page does; then the hours pass up to the summary. */
const aPeriodOf = (units: number): Play => ({
  links: (cloud) => {
    const { gateway: endpoint, region, credentials } = cloud.endpoints;
    const clock = { now: () => new Date(cloud.now()).toISOString() };
    const system = connectTo(
      StackOutputs.parse(cloud.plan.outputs),
      { endpoint, region, credentials },
      clock,
    );
    return applyLargeRegime(system, units);
  },
  play: async (ground) => {
    const write = await reportWriter();
    const codes = Object.keys(ground.cloud.endpoints.links);
    await pMap(codes, async (code, nth) => sendAsPage(ground, code, write(code, nth)), { concurrency: 4 });
    await ground.cloud.setClock(new Date(summaryAt).toISOString());
  },
});

async function sendAsPage({ cloud, unit }: Ground, code: string, bytes: Uint8Array): Promise<void> {
  const sender = unit(code);
  const document = await (await fetch(`${cloud.endpoints.portal}/u`)).text();
  const script = /src="([^"]+)"/.exec(document)?.[1] ?? '/';
  await (await fetch(new URL(script, cloud.endpoints.portal))).arrayBuffer();
  for (const path of ['duties', 'duties/Q1-2024/task']) await (await sender.ask(path)).arrayBuffer();
  const mint = await sender.mint(bytes);
  const stored = await put(mint, bytes);
  if (!stored.ok) throw new Error(`the bucket refused: ${await stored.text()}`);
  for (let round = 0; ; round += 1) {
    const { state } = await sender.report(mint.uploadId);
    if (state !== 'minted' && state !== 'received') return;
    await sleep(pollPause(round));
  }
}
