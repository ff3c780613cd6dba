import type { Queue } from '../../shared/ports/queue.ts';

/** A queue in memory; whoever plays its consumer takes the bodies, in what order and how often it likes. */
export class MemoryQueue implements Queue {
  readonly bodies: string[] = [];

  async send(body: string): Promise<void> {
    const size = Buffer.byteLength(body);
    if (size === 0 || size > 1024 * 1024) throw new Error(`a message of ${size} bytes is not taken`);
    this.bodies.push(body);
  }
}
