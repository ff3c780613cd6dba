import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { keepAlive } from '../listen.ts';
import type { Clock } from './options.ts';
import { Refusal, Unanswered } from './refusal.ts';
import { type GatewayRequest, parseRequest, type Reply } from './request.ts';

/** What a refused body may still send before the connection is cut. */
const MAX_DRAINED_BYTES = 256 * 1024 * 1024;

/** One of AWS's services behind the gateway. */
export interface Service {
  handle(request: GatewayRequest): Promise<Reply>;
  /** The service's own error document, or undefined where the problem is a fault of the gateway. */
  refusal(problem: unknown, request: GatewayRequest): Reply | undefined;
}

/** A server on the loopback interface. */
export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 and hands every request to the service `route` names. */
export async function serve(
  port: number,
  route: (request: GatewayRequest) => Service,
  clock: Clock,
  onProblem: (problem: unknown) => void,
): Promise<LoopbackServer> {
  const server = http.createServer((message, response) => {
    answer(message, response, route, clock, onProblem).catch((problem: unknown) => {
      onProblem(problem);
      response.destroy();
    });
  });
  server.keepAliveTimeout = keepAlive;
  server.requestTimeout = 60 * 60 * 1000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: z.object({ port: z.number() }).parse(server.address()).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  route: (request: GatewayRequest) => Service,
  clock: Clock,
  onProblem: (problem: unknown) => void,
): Promise<void> {
  const reply = await replyTo(message, route, onProblem);
  if (reply === 'stall') return;
  if (reply === 'hang-up') {
    message.socket.destroy();
    return;
  }
  if (!(await drain(message))) {
    response.shouldKeepAlive = false;
    response.once('finish', () => message.destroy());
  }
  await write(response, reply, message.method ?? '', clock);
}

async function replyTo(
  message: IncomingMessage,
  route: (request: GatewayRequest) => Service,
  onProblem: (problem: unknown) => void,
): Promise<Reply | 'stall' | 'hang-up'> {
  let request: GatewayRequest;
  try {
    request = parseRequest(message);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { status: problem.status, headers: { 'content-type': 'text/plain' }, body: problem.message };
  }
  const service = route(request);
  try {
    const reply = await service.handle(request);
    return {
      ...reply,
      headers: { 'x-amz-request-id': request.id, 'x-amzn-requestid': request.id, ...reply.headers },
    };
  } catch (problem) {
    if (problem instanceof Unanswered) return problem.how;
    // A client that went away in the middle of its body hears nothing any more.
    if (message.errored !== null || message.socket.destroyed) return 'hang-up';
    return service.refusal(problem, request) ?? internalError(problem, service, request, onProblem);
  }
}

async function write(response: ServerResponse, reply: Reply, method: string, clock: Clock): Promise<void> {
  const { body } = reply;
  response.sendDate = false;
  const length =
    body === undefined || body instanceof Readable || 'content-length' in reply.headers
      ? {}
      : { 'content-length': String(Buffer.byteLength(body)) };
  const empty = body === undefined && reply.status !== 204 && reply.status !== 304 && method !== 'HEAD';
  response.writeHead(reply.status, {
    date: new Date(clock.now()).toUTCString(),
    ...(empty ? { 'content-length': '0' } : {}),
    ...length,
    ...reply.headers,
  });
  if (!(body instanceof Readable)) {
    response.end(body);
    return;
  }
  try {
    await pipeline(body, response);
  } catch (problem) {
    if (!response.destroyed || body.errored !== null) throw problem;
  }
}

/** Reads what is left of a body, so that the client is there to hear the answer; false for one without end. */
async function drain(message: IncomingMessage): Promise<boolean> {
  if (message.readableEnded || message.destroyed) return true;
  message.unpipe();
  // Whoever stopped reading in the middle listens still, and would keep it from flowing.
  message.removeAllListeners('readable');
  let drained = 0;
  return new Promise((resolve) => {
    message.on('data', (part: Buffer) => {
      drained += part.length;
      if (drained > MAX_DRAINED_BYTES) resolve(false);
    });
    message.on('end', () => resolve(true));
    message.on('close', () => resolve(true));
    message.on('error', () => resolve(true));
    message.resume();
  });
}

function internalError(
  problem: unknown,
  service: Service,
  request: GatewayRequest,
  onProblem: (problem: unknown) => void,
): Reply {
  onProblem(problem);
  const refusal = new Refusal(500, 'InternalError', 'The local gateway failed; its log says why.');
  return service.refusal(refusal, request) ?? { status: 500, headers: {} };
}
