import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Hono } from 'hono';
import { LocalCloudError } from './errors.ts';

/** Somebody else listens on a port the local cloud wants. */
export class PortTaken extends LocalCloudError {
  override readonly name = 'PortTaken';
  readonly code = 'PORT_TAKEN';
  override readonly mendable = true;

  constructor(port: number, what: string, options?: ErrorOptions) {
    super(`Port ${port} (${what}) is taken; stop what listens there, or choose others with --port`, options);
  }
}

/** A PortTaken, where that is what an error of a server means; else the error. */
export function portTaken(error: unknown, what: string, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return taken ? new PortTaken(port, what, { cause: error }) : error;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Milliseconds; longer than any client keeps an idle connection. A busy machine would close one just as its next request
 * comes, and a mail be sent twice.
 */
export const keepAlive = 10 * 60 * 1000;

/**
 * Serves on 127.0.0.1; port 0 takes a free one.
 * @throws PortTaken
 */
export async function listen(what: string, port: number, listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  server.keepAliveTimeout = keepAlive;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, what, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = portOf(server);
  return { url: `http://127.0.0.1:${taken}`, port: taken, close: () => close(server) };
}

/** Lets plain Node serve a Hono application. */
export function listenerOf(app: Hono): RequestListener {
  return (request, response) => {
    answer(app, request, response).catch(() => response.writeHead(400).end());
  };
}

async function answer(app: Hono, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const method = request.method ?? 'GET';
  const reply = await app.fetch(
    new Request(`http://${request.headers.host}${request.url}`, {
      method,
      headers: Object.entries(request.headersDistinct).map(([name, values]) => [
        name,
        values?.join(',') ?? '',
      ]),
      ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(parts) }),
    }),
  );
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(Buffer.from(await reply.arrayBuffer()));
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
