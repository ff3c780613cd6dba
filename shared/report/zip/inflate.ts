/** Small enough that even a thousandfold expansion of one step stays at a few megabytes in flight. */
const STEP = 16 * 1024;

/**
 * Inflates raw deflate data piece by piece, never more than the consumer asks for; leaving the loop early stops
 * the work. Data that is cut short, corrupt, or followed by anything else ends in the platform's TypeError.
 */
export async function* inflate(compressed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at >= compressed.length) {
          controller.close();
          return;
        }
        // A copy, because the stream's type wants bytes that are not shared; 16 KB a step cost nothing.
        controller.enqueue(new Uint8Array(compressed.subarray(at, at + STEP)));
        at += STEP;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } finally {
    // After a failed read, cancelling reports that same failure again; it is already on its way to the caller.
    if (!finished) await reader.cancel().catch(() => undefined);
  }
}
