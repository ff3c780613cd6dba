/** When a sender asks what became of its file. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayCall } from '../../../infra/local/cloud/gateway/options.ts';
import type { LocalCloudOptions } from '../../../infra/local/cloud/local-cloud.ts';
import { partitions } from '../../../shared/vocabulary/partitions.ts';

/** Waits until the nth question about an upload is to be asked, from 0. */
export type Asking = (upload: string, question: number) => Promise<void>;

/** Milliseconds before the nth question for the verdict, from 0: as the page asks, but eight times as often. */
export function pauseBefore(question: number): number {
  return 100 * 1.35 ** question;
}

export const inRhythm: Asking = (_, question) => sleep(pauseBefore(question));

/**
 * Hears in the gateway that a verdict is on record, so that it is asked for once, in that moment. Of a sender with a rhythm is
 * measured which of its questions comes next, and every one before it takes a machine's time that is meant for the files.
 */
class VerdictsHeard {
  /** By whose instance of ingest: the file of which it stored what it read. */
  readonly #read = new Map<string, string>();
  readonly #recorded = new Map<string, PromiseWithResolvers<void>>();

  readonly onCall = ({ principal, action, resource, phase, units = [] }: GatewayCall): void => {
    if (phase === 'before') return;
    const upload = /\/results\/(\w+)\.json$/.exec(resource)?.[1];
    if (action === 's3:PutObject' && upload !== undefined) this.#read.set(principal, upload);
    const isVersion = units.some(({ partition }) => partition.startsWith(partitions.versions));
    if (action === 'dynamodb:PutItem' && isVersion) this.#of(this.#read.get(principal) ?? '').resolve();
  };

  readonly asking: Asking = (upload, question) =>
    question === 0 ? this.#of(upload).promise : sleep(pauseBefore(question));

  #of(upload: string): PromiseWithResolvers<void> {
    const known = this.#recorded.get(upload) ?? Promise.withResolvers<void>();
    this.#recorded.set(upload, known);
    return known;
  }
}

/** What a local cloud is to be started with so that verdicts are heard, and how they are asked for then. */
export function hearVerdicts<T extends Pick<LocalCloudOptions, 'onCall'>>(listeners: T) {
  const { asking, onCall } = new VerdictsHeard();
  const both = (call: GatewayCall) => {
    listeners.onCall?.(call);
    onCall(call);
  };
  return { asking, listeners: { ...listeners, onCall: both } };
}
