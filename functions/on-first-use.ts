/** An interface all of whose methods answer later, so that nobody notices when what answers is loaded. */
type Asynchronous<Port> = {
  readonly [Name in keyof Port]: Port[Name] extends (...given: never[]) => Promise<unknown>
    ? Port[Name]
    : never;
};

/**
 * Stands for what `load` gives, and loads it when the first method is called: a client of AWS's costs a cold start some
 * 100 KB of code, and many a request needs but one.
 */
export function onFirstUse<Port extends Asynchronous<Port>>(load: () => Promise<Port>): Port {
  const loaded = once(load);
  return new Proxy({} as Port, {
    get: (_, name) => {
      // Whoever awaits the port has it, and it is no promise.
      if (name === 'then') return undefined;
      return async (...given: readonly unknown[]) => {
        const port: object = await loaded();
        return Reflect.apply(Reflect.get(port, name), port, given);
      };
    },
  });
}

/** Makes at the first call what every later one is given as well; what failed is tried anew by the next. */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
