/** What is used of Node's zlib. */
interface NativeZlib {
  crc32(data: Uint8Array, value?: number): number;
  createInflateRaw(options: { chunkSize: number }): NativeInflater;
  inflateRawSync(
    data: Uint8Array,
    options: { chunkSize: number; maxOutputLength: number; info: true },
  ): { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };
}

interface NativeInflater extends AsyncIterable<Uint8Array> {
  /** How much of the data it took. */
  readonly bytesWritten: number;
  end(data: Uint8Array): unknown;
}

interface HostProcess {
  getBuiltinModule?(name: string): unknown;
}

/**
 * Node's own zlib where the engine runs in Node (Lambda, tests, the command), asked for without importing it, so that
 * the very same source runs in a browser; null there.
 */
export const nativeZlib: NativeZlib | null = find();

function find(): NativeZlib | null {
  const { process } = globalThis as { process?: HostProcess };
  const found = process?.getBuiltinModule?.('node:zlib');
  return isNativeZlib(found) ? found : null;
}

function isNativeZlib(found: unknown): found is NativeZlib {
  return (
    typeof found === 'object' &&
    found !== null &&
    ['crc32', 'createInflateRaw', 'inflateRawSync'].every(
      (name) => typeof Reflect.get(found, name) === 'function',
    )
  );
}
