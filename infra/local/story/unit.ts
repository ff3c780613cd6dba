import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { RejectError } from '../../../shared/vocabulary/errors.ts';

const Mint = z.object({
  uploadId: z.string(),
  method: z.string(),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
});
const Duty = z.object({
  status: z.string(),
  versions: z.array(z.object({ uploadId: z.string(), sha256: z.string() })),
});
const Verdict = z.object({ state: z.string(), receipt: z.string() });
export type Verdict = z.output<typeof Verdict>;

/** The portal or the bucket answered otherwise than the story expects. */
export class StoryStuck extends RejectError {
  override readonly name = 'StoryStuck';
  readonly code = 'STORY_STUCK';
  readonly mendable = true;
}

/** A unit at its desk: it has the link from its mail, and does what the page would do. */
export class UnitAtDesk {
  readonly #portal: string;
  readonly #token: string;

  constructor(portal: string, token: string) {
    this.#portal = portal;
    this.#token = token;
  }

  /** Sends a file and waits for its verdict; a file that had been sent before is not sent again. */
  async send(period: string, file: { name: string; bytes: Uint8Array; sender: string }): Promise<Verdict> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const { versions } = Duty.parse(await this.#ask(`duties/${period}`));
    const before = versions.find((version) => version.sha256 === sha256);
    if (before) return this.#verdict(before.uploadId);

    const size = file.bytes.length;
    const request = { period, fileName: file.name, size, sha256, sender: file.sender };
    const { uploadId, method, url, headers } = Mint.parse(await this.#ask('uploads', request));
    const answer = await fetch(url, { method, headers, body: Uint8Array.from(file.bytes) });
    // 412: stored before the story was cut off.
    if (!answer.ok && answer.status !== 412)
      throw new StoryStuck(`the bucket refused ${file.name}: ${await answer.text()}`);
    return this.#verdict(uploadId);
  }

  /** Declares that there is nothing to report, unless that was done before. */
  async declareNil(period: string, reason: string): Promise<void> {
    const { status } = Duty.parse(await this.#ask(`duties/${period}`));
    if (status !== 'nil') await this.#ask(`duties/${period}/nil`, { reason });
  }

  /** Asks for time until the end of that day, `yyyy-mm-dd`. */
  async askExtension(period: string, until: string, reason: string): Promise<void> {
    await this.#ask(`duties/${period}/extension`, { until, reason });
  }

  async #verdict(uploadId: string): Promise<Verdict> {
    for (let attempt = 0; attempt < 3000; attempt++) {
      const verdict = Verdict.parse(await this.#ask(`uploads/${uploadId}`));
      if (!['minted', 'received'].includes(verdict.state)) return verdict;
      await sleep(100);
    }
    throw new StoryStuck(`no verdict on ${uploadId} within five minutes`);
  }

  async #ask(path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#portal}/api/${path}`, {
      headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new StoryStuck(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
