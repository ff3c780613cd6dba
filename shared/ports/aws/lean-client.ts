/** How a client of AWS's is made that asks many small questions: without what its steps would do for nothing. */

/** The steps of a command are put together once for each kind of it, not for each call: nobody changes them in between. */
const lean = { cacheMiddleware: true } as const;

interface Stepwise {
  readonly middlewareStack: { remove(name: string): boolean };
}

/** The client without the step that copies each question and each answer for a log: the functions keep none of them. */
export function leanClient<Client extends Stepwise, Config>(
  Made: new (config: Config & typeof lean) => Client,
  config: Config,
): Client {
  const client = new Made({ ...config, ...lean });
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
