/**
 * Randomness that two runs share: `--seed` makes mails, documents and results of two runs comparable byte for byte.
 * Not secret, so never anywhere but in a local cloud that was asked for it.
 */
import cryptoModule, { createCipheriv, createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The bytes of one invocation: as many as asked for, the same for the same key. */
export class RandomStream {
  readonly #cipher;

  /** @param key whatever tells this use of randomness from every other */
  constructor(key: string) {
    const digest = createHash('sha256').update(key).digest();
    this.#cipher = createCipheriv('aes-256-ctr', digest, Buffer.alloc(16));
  }

  bytes(length: number): Buffer {
    return this.#cipher.update(Buffer.alloc(length));
  }

  /** At least 0, below 1. */
  fraction(): number {
    return this.bytes(4).readUInt32BE() / 2 ** 32;
  }
}

/** Lets everything in this thread that asks Node for random bytes draw from `current()`. */
export function drawFrom(current: () => RandomStream): void {
  const fill = <T extends ArrayBufferView | null>(target: T): T => {
    if (target !== null) {
      const view = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
      view.set(current().bytes(view.length));
    }
    return target;
  };
  Object.assign(cryptoModule, { randomBytes: (length: number) => current().bytes(length) });
  globalThis.crypto.getRandomValues = fill;
  Math.random = () => current().fraction();
  syncBuiltinESMExports();
}

/** What of an event says what is to be done: ids of messages, times and addresses of clients differ from run to run. */
export function matterOf(event: unknown): unknown {
  const { Records, routeKey, rawPath, rawQueryString, headers, body } = Object(event);
  if (Array.isArray(Records)) return Records.map((record) => record.body);
  if (routeKey === undefined) return event;
  return [routeKey, rawPath, rawQueryString, headers?.authorization, body];
}

/** Gives each invocation a key of its own: what it is about, and how often that came before. */
export class InvocationKeys {
  readonly #seed: string;
  readonly #before = new Map<string, number>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  next(functionName: string, event: unknown): string {
    const about = JSON.stringify([this.#seed, functionName, matterOf(event)]);
    const times = this.#before.get(about) ?? 0;
    this.#before.set(about, times + 1);
    return `${about}#${times}`;
  }
}
