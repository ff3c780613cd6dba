import { crc32 } from 'node:zlib';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { isObject } from '../is-object.ts';
import type { Dynalite } from './dynalite.ts';
import type { Guards } from './guards.ts';
import { jsonReply, jsonSignatureRefusal, operationName, parseJson } from './json-protocol.ts';
import { askedOf } from './leading-keys.ts';
import { MAX_SMALL_BODY } from './limits.ts';
import { AccessRefused, Refusal, Throttled } from './refusal.ts';
import { type GatewayRequest, type Reply, readBody, sha256Hex } from './request.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.0';
const OPERATIONS = [
  'BatchGetItem',
  'BatchWriteItem',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
];
/** Parameters that dynalite would drop without a word. */
const UNSUPPORTED_PARAMETERS = ['ReturnValuesOnConditionCheckFailure'];

const Capacity = z.object({ CapacityUnits: z.number() });
/** Of a batch one for each table. */
const Consumed = z.object({
  ConsumedCapacity: z.union([Capacity.transform((one) => [one]), z.array(Capacity)]),
});

/** DynamoDB: signature and permissions are judged here, the rest is dynalite's. */
export class DynamoDbService {
  readonly #dynalite: Dynalite;
  readonly #guards: Guards;
  readonly #tables: readonly CreateTableCommandInput[];
  /** `arn:aws:dynamodb:<region>:<account>` */
  readonly #arnPrefix: string;
  readonly #metered: boolean;

  constructor(
    dynalite: Dynalite,
    guards: Guards,
    tables: readonly CreateTableCommandInput[],
    place: { readonly account: string; readonly region: string; readonly metered: boolean },
  ) {
    this.#dynalite = dynalite;
    this.#guards = guards;
    this.#tables = tables;
    this.#metered = place.metered;
    this.#arnPrefix = `arn:aws:dynamodb:${place.region}:${place.account}`;
  }

  async handle(request: GatewayRequest): Promise<Reply> {
    const text = await readBody(request, MAX_SMALL_BODY);
    const { principal } = await this.#guards.verifier.verify(request, 'dynamodb', sha256Hex(text));
    const operation = operationName(request);
    if (!OPERATIONS.includes(operation)) {
      throw new Refusal(
        400,
        'UnknownOperationException',
        `DynamoDB ${operation} is not part of the local cloud.`,
      );
    }
    const input = parseJson(text);
    if (!isObject(input)) throw new Refusal(400, 'SerializationException', 'The request body is no object.');
    const unsupported = UNSUPPORTED_PARAMETERS.find((name) => (input[name] ?? 'NONE') !== 'NONE');
    if (unsupported !== undefined) {
      throw new Refusal(400, 'ValidationException', `${unsupported} is not part of the local cloud.`);
    }
    const action = `dynamodb:${operation}`;
    const asked = this.#asked(operation, input);
    for (const { resource, leadingKey } of asked) {
      const context = {
        'aws:SecureTransport': 'true',
        ...(leadingKey !== undefined && { 'dynamodb:LeadingKeys': leadingKey }),
      };
      this.#guards.permissions.demand({ principal, action, resource, context });
    }
    const call = {
      principal: principal.name,
      service: 'dynamodb',
      action,
      resource: asked[0]?.resource ?? '*',
    } as const;
    const asking = this.#metered ? { ...input, ReturnConsumedCapacity: 'TOTAL' } : input;
    const { status, body } = await this.#guards.calls.run(
      call,
      () => this.#dynalite.send(operation, asking),
      ({ body }) => {
        if (!this.#metered) return {};
        const answer = Consumed.safeParse(body);
        const each = answer.success ? answer.data.ConsumedCapacity : [];
        const units = each.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0) / asked.length;
        // An empty answer and a condition that did not hold are charged for too. Of a batch the rows are taken to be alike.
        return {
          units: asked.map(({ leadingKey: partition = '' }) => ({ partition, taken: Math.max(1, units) })),
        };
      },
    );
    const reply = jsonReply(status, body, CONTENT_TYPE);
    return { ...reply, headers: { ...reply.headers, 'x-amz-crc32': String(crc32(reply.body)) } };
  }

  /** DynamoDB's JSON error; undefined for what is no refusal but a fault of the gateway. */
  refusal(problem: unknown): Reply | undefined {
    const refusal = toRefusal(problem);
    if (refusal === undefined) return undefined;
    // The SDK asks for `message`, older clients for `Message`; DynamoDB's own access errors write the latter.
    const error = { __type: `com.amazonaws.dynamodb.v20120810#${refusal.code}`, message: refusal.message };
    return jsonReply(refusal.status, error, CONTENT_TYPE);
  }

  #asked(operation: string, input: unknown) {
    if (operation === 'ListTables') return [{ resource: '*', leadingKey: undefined }];
    return askedOf(operation, input, this.#tables).map(({ table, index, leadingKey }) => ({
      resource: `${this.#arnPrefix}:table/${table}${index === undefined ? '' : `/index/${index}`}`,
      leadingKey,
    }));
  }
}

function toRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  if (problem instanceof AccessRefused) return new Refusal(400, 'AccessDeniedException', problem.message);
  if (problem instanceof Throttled) return new Refusal(400, 'ThrottlingException', problem.message);
  return jsonSignatureRefusal(problem, 400);
}
