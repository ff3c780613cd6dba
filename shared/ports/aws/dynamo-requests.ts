/**
 * Single requests of DynamoDB: signed, sent over connections that are kept, tried again where that may help. The SDK's
 * client does the same for any service, and takes eight times as much of the processor for each request; of an upload's
 * requests nine in ten are of the table.
 */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  ScanInput,
  ScanOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from '@aws-sdk/client-dynamodb';
import { RetryError } from '../../vocabulary/errors.ts';
import { systemClock, systemRandomness } from '../machine.ts';

/** What is asked for and answered, by operation: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html */
export interface Operations {
  readonly BatchGetItem: readonly [BatchGetItemInput, BatchGetItemOutput];
  readonly GetItem: readonly [GetItemInput, GetItemOutput];
  readonly PutItem: readonly [PutItemInput, PutItemOutput];
  readonly Query: readonly [QueryInput, QueryOutput];
  readonly Scan: readonly [ScanInput, ScanOutput];
  readonly UpdateItem: readonly [UpdateItemInput, UpdateItemOutput];
}

/** Whom DynamoDB is asked by, and where. */
export interface Caller {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Absent: AWS's own of the region. */
  readonly endpoint?: string | undefined;
}

/** DynamoDB answered with an error; `type` is its name for it. */
export class DynamoRefused extends RetryError {
  override readonly name = 'DynamoRefused';
  readonly code = 'DYNAMO_REFUSED';
  readonly mendable = false;
  readonly type: string;

  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

/** As many as the SDK's clients try. */
const attemptsUnlessSaid = 3;
/** Milliseconds: the pause before the second attempt is at most so long, and twice as long before each further one. */
const firstPause = { throttled: 500, other: 50 };
/** Milliseconds without an answer, after which a connection is taken to be dead: DynamoDB takes less than a second. */
const patience = 20_000;
const mostConnections = 50;

const contentType = 'application/x-amz-json-1.0';
const throttlings = /Throttl|ThroughputExceeded|RequestLimitExceeded/;
const deadConnections = ['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'];
/** The signature's time is too far from theirs. */
const skewed = /^(InvalidSignatureException|RequestExpired|RequestTimeTooSkewed)$/;

export class DynamoRequests {
  readonly #caller: () => Caller | Promise<Caller>;
  readonly #attempts: number;
  readonly #wait: (milliseconds: number) => Promise<unknown>;
  #connections: Connections | undefined;
  #key: { readonly of: string; readonly key: KeyObject } | undefined;
  /** Milliseconds by which DynamoDB's clock is before ours. */
  #ahead = 0;

  constructor(
    caller: () => Caller | Promise<Caller>,
    { attempts = attemptsUnlessSaid, wait = sleep as (milliseconds: number) => Promise<unknown> } = {},
  ) {
    this.#caller = caller;
    this.#attempts = attempts;
    this.#wait = wait;
  }

  /**
   * The answer of one operation. A write may be made twice: where its answer was lost it is asked for again.
   * Throws DynamoRefused, or what the connection died of.
   */
  async send<Name extends keyof Operations>(
    operation: Name,
    input: Operations[Name][0],
  ): Promise<Operations[Name][1]> {
    const body = JSON.stringify(input);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#try(operation, body);
      } catch (error) {
        const pause = this.#pauseAfter(error);
        if (pause === null || attempt >= this.#attempts) throw error;
        const [random = 0] = systemRandomness(1);
        await this.#wait((pause * 2 ** (attempt - 1) * (random + 1)) / 256);
      }
    }
  }

  async #try(operation: string, body: string) {
    const caller = await this.#caller();
    const { host, request, ...to } = this.#connected(caller);
    const headers = this.#signed(caller, operation, body, host);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request({ ...to, method: 'POST', path: '/', headers, timeout: patience }, resolve);
      asking.on('error', reject);
      asking.on('timeout', () =>
        asking.destroy(Object.assign(new Error(`no answer to ${operation}`), { code: 'ETIMEDOUT' })),
      );
      asking.end(body);
    });
    const text = await textOf(answer);
    if (answer.statusCode === 200) return JSON.parse(text);
    const refused = refusedBy(text, answer.statusCode ?? 0);
    if (skewed.test(refused.type)) this.#ahead = aheadBy(answer.headers.date);
    throw refused;
  }

  /** Milliseconds; null where it would end in the same way. */
  #pauseAfter(error: unknown): number | null {
    if (error instanceof DynamoRefused) {
      if (throttlings.test(error.type)) return firstPause.throttled;
      const isTheirs = /^(5\d\d|429|InternalServerError|ServiceUnavailable)/.test(error.type);
      return isTheirs || skewed.test(error.type) ? firstPause.other : null;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return deadConnections.includes(code) ? firstPause.other : null;
  }

  #connected({ region, endpoint }: Caller): Connections {
    this.#connections ??= connect(new URL(endpoint ?? endpointOf(region)));
    return this.#connections;
  }

  /** Signature version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
  #signed(caller: Caller, operation: string, body: string, host: string) {
    const { accessKeyId, sessionToken } = caller.credentials;
    const now = new Date(Date.parse(systemClock.now()) + this.#ahead);
    const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
    const headers: Readonly<Record<string, string>> = {
      'content-type': contentType,
      host,
      'x-amz-date': time,
      ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const names = Object.keys(headers).join(';');
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const canonical = `POST\n/\n\n${lines.join('')}\n${names}\n${sha256(body)}`;
    const scope = `${time.slice(0, 8)}/${caller.region}/dynamodb/aws4_request`;
    const signature = createHmac('sha256', this.#keyOf(caller, scope))
      .update(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`)
      .digest('hex');
    return {
      ...headers,
      'content-length': Buffer.byteLength(body),
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
  }

  /** One for each day. */
  #keyOf({ credentials: { secretAccessKey } }: Caller, scope: string): KeyObject {
    const of = `${secretAccessKey} ${scope}`;
    if (this.#key?.of !== of) {
      const derived = scope
        .split('/')
        .reduce<Buffer>(
          (key, part) => createHmac('sha256', createSecretKey(key)).update(part).digest(),
          Buffer.from(`AWS4${secretAccessKey}`),
        );
      this.#key = { of, key: createSecretKey(derived) };
    }
    return this.#key.key;
  }
}

/** By the variables that AWS sets. */
export function requestsByVariables(): DynamoRequests {
  const { AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = process.env;
  const { AWS_SESSION_TOKEN, AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_DYNAMODB = AWS_ENDPOINT_URL } = process.env;
  const caller: Caller = {
    region: AWS_REGION,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
    endpoint: AWS_ENDPOINT_URL_DYNAMODB,
  };
  return new DynamoRequests(() => caller);
}

interface Connections {
  /** With its port where that is not the protocol's own, as it is signed. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly agent: Agent;
  readonly request: typeof http.request;
}

function connect({ protocol, host, hostname, port }: URL): Connections {
  const { Agent, request } = protocol === 'http:' ? http : https;
  return {
    host,
    hostname,
    port,
    agent: new Agent({ keepAlive: true, maxSockets: mostConnections }),
    request,
  };
}

function endpointOf(region: string): string {
  return `https://dynamodb.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

function textOf(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => resolve(Buffer.concat(parts).toString()));
    answer.on('error', reject);
  });
}

/** What is no error of DynamoDB's own (an empty page of a proxy) is named by its status. */
function refusedBy(text: string, status: number): DynamoRefused {
  try {
    const { __type, message, Message } = JSON.parse(text);
    const type = status >= 500 ? `${status} ${__type}` : String(__type).replace(/^.*#/, '');
    return new DynamoRefused(type, String(message ?? Message));
  } catch {
    return new DynamoRefused(String(status), text.slice(0, 200));
  }
}

function aheadBy(date: string | undefined): number {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? 0 : theirs - Date.parse(systemClock.now());
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
