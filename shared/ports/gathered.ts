/** One who waits for the row of a key. */
interface Waiting<Key, Found> {
  readonly key: Key;
  readonly resolve: (found: Found) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Single reads that are asked for in one breath, before anything else happens in the process, made as one: whoever needs
 * several rows asks for each where it needs it, and they travel together.
 * @param readAll answers in the order of the keys; what it throws every one of them hears
 * @param most so many at once
 */
export function gathered<Key, Found>(
  readAll: (keys: readonly Key[]) => Promise<readonly Found[]>,
  most: number,
): (key: Key) => Promise<Found> {
  let waiting: Waiting<Key, Found>[] = [];
  const send = async (together: readonly Waiting<Key, Found>[]) => {
    try {
      const found = await readAll(together.map(({ key }) => key));
      for (const [index, { resolve }] of together.entries()) resolve(found[index] as Found);
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  };
  const sendAll = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void send(all.slice(from, from + most));
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(sendAll);
      waiting.push({ key, resolve, reject });
    });
}
