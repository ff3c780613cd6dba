import { RejectError } from '../../../vocabulary/errors.ts';
import { nativeZlib } from './native-zlib.ts';

/** Small enough that even a thousandfold expansion of one step stays at a few megabytes in flight. */
const STEP = 16 * 1024;

/** What Node's zlib gives at a time: fewer, larger pieces cost less, and 64 KB stay in the processor's cache. */
const NATIVE_STEP = 64 * 1024;

/** Up to this size a part is inflated in one go: passing pieces between threads costs as much as inflating them. */
const AT_ONCE = 16 * 1024 * 1024;

/** The data cannot be inflated to its end: cut short, corrupt, or followed by anything else. */
export class CannotInflate extends RejectError {
  override readonly name = 'CannotInflate';
  readonly code = 'CANNOT_INFLATE';
  readonly mendable = false;
}

/**
 * Inflates raw deflate data piece by piece, never more than the consumer asks for; leaving the loop early stops
 * the work. In Node by its own zlib, in another thread; elsewhere by `DecompressionStream`, with the same bytes.
 * @param expected how many bytes come out according to whoever packed them; nothing depends on its being true
 * @throws CannotInflate
 */
export async function* inflate(
  compressed: Uint8Array,
  expected = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array, void, undefined> {
  const whole = expected <= AT_ONCE ? inflateAtOnce(compressed, expected) : null;
  if (whole)
    for (let at = 0; at < whole.length; at += NATIVE_STEP) yield whole.subarray(at, at + NATIVE_STEP);
  else yield* nativeZlib ? inflateNatively(compressed) : inflateByStream(compressed);
}

/** @returns null where it has to be done piece by piece, also since more comes out than expected */
function inflateAtOnce(compressed: Uint8Array, expected: number): Uint8Array | null {
  if (!nativeZlib) return null;
  try {
    // One byte more than expected, so that the end is seen without a second piece.
    const room = Math.max(expected + 1, NATIVE_STEP);
    const limits = { chunkSize: room, maxOutputLength: room, info: true } as const;
    const { buffer, engine } = nativeZlib.inflateRawSync(compressed, limits);
    if (engine.bytesWritten !== compressed.length) throw new CannotInflate('bytes behind the end');
    return buffer;
  } catch (cause) {
    if (cause instanceof CannotInflate) throw cause;
    if (cause instanceof RangeError) return null;
    throw new CannotInflate('corrupt data', { cause });
  }
}

async function* inflateNatively(compressed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (!nativeZlib) return;
  const inflater = nativeZlib.createInflateRaw({ chunkSize: NATIVE_STEP });
  inflater.end(compressed);
  const pieces = inflater[Symbol.asyncIterator]();
  yield* followed(
    () => pieces.next(),
    () => pieces.return?.(),
  );
  if (inflater.bytesWritten !== compressed.length) throw new CannotInflate('bytes behind the end');
}

/** For browsers, and for whoever asks what they would read. */
export async function* inflateByStream(compressed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
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
  // After a failed read, cancelling reports that same failure again; it is already on its way to the caller.
  yield* followed(
    () => reader.read(),
    () => reader.cancel().catch(() => undefined),
  );
}

/** Passes pieces on; what goes wrong with getting them is the data's fault. */
async function* followed(
  next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: Uint8Array | undefined }>,
  stop: () => Promise<unknown> | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await next().catch((cause: unknown) => {
        throw new CannotInflate('corrupt data', { cause });
      });
      if (done) finished = true;
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    if (!finished) await stop();
  }
}
