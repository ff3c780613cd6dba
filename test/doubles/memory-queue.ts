import type { Queue, SendOptions } from '../../shared/ports/queue.ts';

export interface Sent extends SendOptions {
  readonly body: string;
}

/** A queue in memory; whoever plays its consumer takes the bodies, in what order and how often it likes. */
export class MemoryQueue implements Queue {
  readonly bodies: string[];
  /** Everything that was ever sent, and how. */
  readonly sent: Sent[];

  /** @param before what waits in it at first */
  constructor(before?: MemoryQueue) {
    this.bodies = [...(before?.bodies ?? [])];
    this.sent = [...(before?.sent ?? [])];
  }

  async send(body: string, { group, delaySeconds }: SendOptions = {}): Promise<void> {
    const size = Buffer.byteLength(body);
    if (size === 0 || size > 1024 * 1024) throw new Error(`a message of ${size} bytes is not taken`);
    if (group !== undefined && !/^[\x21-\x7e]{1,128}$/.test(group)) {
      throw new Error(`a message of the group "${group}" is not taken`);
    }
    if (
      delaySeconds !== undefined &&
      !(Number.isInteger(delaySeconds) && 0 <= delaySeconds && delaySeconds <= 900)
    ) {
      throw new Error(`a message is not held back for ${delaySeconds} s`);
    }
    this.bodies.push(body);
    this.sent.push({ body, group, delaySeconds });
  }
}
