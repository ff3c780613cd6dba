import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { openLocal, type System } from '../../infra/admin/system.ts';
import type { LocalCloud, LocalCloudOptions } from '../../infra/local/cloud/local-cloud.ts';
import { startLocalCloud } from '../../infra/local/cloud/start.ts';
import { beginsAt } from '../../infra/local/story/cast.ts';
import { Mailbox } from '../../infra/local/story/mailbox.ts';
import { applySampleRegime } from '../../infra/local/story/sample.ts';
import { expectNoneTold } from './told-in-logs.ts';

export const Mint = z.object({
  uploadId: z.string(),
  method: z.string(),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
});
export type Mint = z.output<typeof Mint>;

const Report = z.looseObject({
  state: z.string(),
  receipt: z.string(),
  findings: z.array(z.looseObject({ code: z.string(), severity: z.string(), where: z.unknown() })),
  values: z.array(
    z.object({
      indicator: z.string(),
      value: z.union([z.number(), z.string(), z.null()]),
      source: z.unknown(),
      cumulative: z.union([z.number(), z.string(), z.null()]),
      cumulativeSource: z.unknown(),
    }),
  ),
});

/** A running local cloud with the sample regime and without the story, in a folder of its own unless one is given. */
export interface Ground {
  readonly cloud: LocalCloud;
  readonly folder: string;
  readonly system: System;
  readonly mailbox: Mailbox;
  unit(code: string): Unit;
  /** Ends it, and throws ToldInLog where a log holds what it must not. */
  finish(): Promise<void>;
  /** Ends it and looks at nothing: for whoever may have something worse to tell. */
  stop(): Promise<void>;
}

/** Where stories are told, one after the other; the ground is there once the first of them begins. */
export interface Place {
  readonly ground: Ground;
}

export async function aCloud(
  now = beginsAt,
  more: Partial<Pick<LocalCloudOptions, 'folder' | 'links' | 'onCall' | 'onInvoked'>> = {},
): Promise<Ground> {
  const folder = more.folder ?? (await mkdtemp(join(tmpdir(), 'cloud-')));
  const cloud = await startLocalCloud({
    port: 0,
    firstNow: now,
    links: applySampleRegime,
    // What goes wrong on purpose is expected; the tests look at what became of it.
    onProblem: () => {},
    ...more,
    folder,
  });
  return {
    cloud,
    folder,
    // The tests move the cloud's clock; a command would have asked for the time once.
    system: { ...(await openLocal(folder)), clock: { now: () => new Date(cloud.now()).toISOString() } },
    mailbox: new Mailbox(cloud.mailFolder),
    unit: (code) => new Unit(cloud.endpoints.portal, cloud.endpoints.links[code]?.token ?? ''),
    finish: async () => {
      await cloud.close();
      try {
        // Whatever was played, by whichever journey.
        await expectNoneTold({ folder, cloud });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    stop: async () => {
      await cloud.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A unit that speaks the API itself, as a script would. */
export class Unit {
  readonly #portal: string;
  readonly #token: string;

  constructor(portal: string, token: string) {
    this.#portal = portal;
    this.#token = token;
  }

  ask(path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#portal}/api/${path}`, {
      headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  }

  async mint(bytes: Uint8Array, fileName = 'bao-cao.xlsx', period = 'Q1-2024'): Promise<Mint> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return Mint.parse(
      await (await this.ask('uploads', { period, fileName, size: bytes.length, sha256 })).json(),
    );
  }

  /** Mints and sends; the bucket's answer is the caller's to judge. */
  async send(bytes: Uint8Array, fileName?: string, period?: string): Promise<string> {
    const mint = await this.mint(bytes, fileName, period);
    const answer = await put(mint, bytes);
    if (!answer.ok) throw new Error(`the bucket refused: ${await answer.text()}`);
    return mint.uploadId;
  }

  async report(upload: string) {
    return Report.parse(await (await this.ask(`uploads/${upload}`)).json());
  }

  /** The report once there is a verdict. */
  async verdict(upload: string) {
    // Each question costs the machine that reads: the longer it takes, the more rarely is asked.
    for (let pause = 100; pause < 60_000; pause *= 1.35) {
      const report = await this.report(upload);
      if (!['minted', 'received'].includes(report.state)) return report;
      await sleep(pause);
    }
    throw new Error(`no verdict on ${upload}`);
  }

  async duty(period = 'Q1-2024') {
    return z
      .looseObject({
        status: z.string(),
        counts: z.string().nullable(),
        versions: z.array(z.looseObject({ uploadId: z.string() })),
      })
      .parse(await (await this.ask(`duties/${period}`)).json());
  }
}

/** Sends the file as a browser does. */
export function put({ method, url, headers }: Mint, bytes: Uint8Array): Promise<Response> {
  return fetch(url, { method, headers, body: Uint8Array.from(bytes) });
}
