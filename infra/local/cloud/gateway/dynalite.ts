import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import dynalite from 'dynalite';
import * as z from 'zod';

const SECRET_HEADER = 'x-gateway-secret';
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
 * Starts dynalite in this process with its LevelDB in the folder. It checks no signatures, so its port takes
 * nothing without a secret made here: there is no side door past the gateway.
 */
export async function startDynalite(path: string): Promise<Dynalite> {
  mkdirSync(path, { recursive: true });
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const secret = randomBytes(32).toString('hex');
  const open = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.headers[SECRET_HEADER] === secret) {
      for (const listener of open) listener(request, response);
    } else {
      response.writeHead(403).end();
    }
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = PortNumber.parse(server.address());
  const agent = new http.Agent({ keepAlive: true });
  return {
    port,
    send: (operation, json) => forward({ port, agent, secret, operation, json }),
    close: () => {
      agent.destroy();
      return new Promise((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

function forward(call: {
  readonly port: number;
  readonly agent: http.Agent;
  readonly secret: string;
  readonly operation: string;
  readonly json: string | Uint8Array;
}): Promise<DynaliteAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: call.port,
      agent: call.agent,
      method: 'POST',
      path: '/',
      headers: {
        [SECRET_HEADER]: call.secret,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': Buffer.byteLength(call.json),
        'x-amz-target': `DynamoDB_20120810.${call.operation}`,
        'x-amz-date': '20240101T000000Z',
        // Dynalite wants an authorization of the right form and reads nothing else from it.
        authorization: 'AWS4-HMAC-SHA256 Credential=gateway, SignedHeaders=host, Signature=gateway',
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const headers: Record<string, string> = {};
        for (const name of ['content-type', 'x-amz-crc32', 'x-amzn-requestid']) {
          const value = response.headers[name];
          if (typeof value === 'string') headers[name] = value;
        }
        resolve({ status: response.statusCode ?? 500, body: Buffer.concat(parts).toString(), headers });
      });
    });
    request.end(call.json);
  });
}
