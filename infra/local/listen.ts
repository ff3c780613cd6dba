import { createServer, type RequestListener, type Server } from 'node:http';
import type { Hono } from 'hono';

/** Somebody else listens on a port the local cloud wants. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number, what: string, options?: ErrorOptions) {
    super(`Port ${port} (${what}) is taken; stop what listens there, or choose others with --port`, options);
  }
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1; port 0 takes a free one.
 * @throws PortTaken
 */
export async function listen(what: string, port: number, listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, what, { cause: error }) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = portOf(server);
  return { url: `http://127.0.0.1:${taken}`, port: taken, close: () => close(server) };
}

/** Lets plain Node serve a Hono application. */
export function listenerOf(app: Hono): RequestListener {
  return (request, response) => {
    const body: Buffer[] = [];
    request.on('data', (part: Buffer) => body.push(part));
    request.on('end', async () => {
      const method = request.method ?? 'GET';
      const answer = await app.fetch(
        new Request(`http://${request.headers.host}${request.url}`, {
          method,
          headers: Object.entries(request.headersDistinct).map(([name, values]) => [
            name,
            values?.join(',') ?? '',
          ]),
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(body) }),
        }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
