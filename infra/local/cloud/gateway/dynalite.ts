import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import dynalite from 'dynalite';
import * as z from 'zod';

const PortNumber = z.object({ port: z.number() });

/** What the database answered, as it came. */
interface DynaliteAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A running dynalite that only the gateway can talk to. */
export interface Dynalite {
  readonly port: number;
  /** Sends one DynamoDB operation (the name alone, e.g. `PutItem`) with its JSON. */
  send(operation: string, json: string | Uint8Array): Promise<DynaliteAnswer>;
  close(): Promise<void>;
}

/**
 * Starts dynalite in this process with its LevelDB in the folder. It is a server by nature, which checks no signatures:
 * its port takes nothing, and the gateway hands it requests without a network between them.
 */
export async function startDynalite(path: string): Promise<Dynalite> {
  mkdirSync(path, { recursive: true });
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const [listener] = server.listeners('request') as RequestListener[];
  if (!listener) throw new Error('dynalite answers no requests');
  server.removeAllListeners('request');
  server.on('request', (_, response) => response.writeHead(403).end());
  // It closes its database only where it has listened.
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = PortNumber.parse(server.address());
  const running = new Set<Promise<DynaliteAnswer>>();
  return {
    port,
    async send(operation, json) {
      const answer = hand(listener, operation, json);
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
    async close() {
      // Of a database that closes under a request, the request's next page would fail with nobody to tell.
      await Promise.allSettled(running);
      await new Promise<void>((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

/** Gives dynalite what it looks at of a request, and takes what it sets of a response. */
function hand(
  listener: RequestListener,
  operation: string,
  json: string | Uint8Array,
): Promise<DynaliteAnswer> {
  return new Promise((resolve) => {
    const request = Object.assign(new EventEmitter(), {
      method: 'POST',
      url: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        'x-amz-date': '20240101T000000Z',
        // Dynalite wants an authorization of the right form and reads nothing else from it.
        authorization: 'AWS4-HMAC-SHA256 Credential=gateway, SignedHeaders=host, Signature=gateway',
      },
    });
    const headers: Record<string, string> = {};
    const response = {
      statusCode: 200,
      setHeader(name: string, value: unknown) {
        if (passedOn.has(name.toLowerCase())) headers[name.toLowerCase()] = String(value);
      },
      end(body = '') {
        resolve({ status: response.statusCode, body, headers });
      },
    };
    listener(request as never, response as never);
    request.emit('data', Buffer.from(json));
    request.emit('end');
  });
}

const passedOn = new Set(['content-type', 'x-amz-crc32', 'x-amzn-requestid']);
