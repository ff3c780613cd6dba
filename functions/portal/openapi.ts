import * as z from 'zod';
import { type RefusalCode, refusals } from '../../shared/wording/refusals.ts';
import { named, Refusal } from './contract/terms.ts';
import { apiVersion } from './contract/version.ts';
import type { Operation } from './operation.ts';
import { operations, refusalsOf } from './operations.ts';
import { statusOf } from './refused.ts';

type Json = Record<string, unknown>;

/** The API as an OpenAPI 3.1 document, made of the table of operations and the schemas they name. */
export async function describeApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Unit reports: the portal’s API',
      version: apiVersion,
      summary: 'What a unit’s script needs to send its report, and the office’s to see what came.',
      description: [
        'Every request carries the code of a link as its bearer token, but for the check of a receipt. Sentences for people come in Vietnamese, or in',
        'English where `Accept-Language` begins with `en`. Days and hours are ISO 8601, sizes are bytes. Answers may',
        'gain fields; where one is taken away, or a list of names gains one, the header `Api-Version` tells another version.',
      ].join(' '),
    },
    servers: [{ url: '/' }],
    security: [{ link: [] }],
    paths: await pathsOf(operations),
    components: {
      securitySchemes: {
        link: { type: 'http', scheme: 'bearer', description: 'The code of a unit’s or the office’s link.' },
      },
      parameters: {
        language: {
          name: 'Accept-Language',
          in: 'header',
          schema: { type: 'string', default: 'vi' },
          description: 'Beginning with `en` asks for English; anything else for Vietnamese.',
        },
      },
      schemas: schemas(),
    },
  };
}

async function pathsOf(all: readonly Operation[]): Promise<Record<string, Json>> {
  const paths: Record<string, Json> = {};
  for (const operation of all) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: await describe(operation) };
  }
  return paths;
}

async function describe(operation: Operation): Promise<Json> {
  const { id, holder, summary, description, parameters, body, status } = operation;
  return {
    operationId: id,
    tags: [holder],
    summary,
    ...(holder === 'anybody' && { security: [] }),
    ...(description !== undefined && { description }),
    parameters: [
      { $ref: '#/components/parameters/language' },
      ...Object.entries(parameters).map(([name, what]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
        description: what,
      })),
    ],
    ...(body && { requestBody: { required: true, content: json(refTo(await body())) } }),
    responses: { [status]: await answered(operation), ...refused(refusalsOf(operation)) },
  };
}

async function answered({ summary, answer, headers }: Operation): Promise<Json> {
  return {
    description: summary,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, { description }]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
    }),
    content:
      typeof answer === 'function'
        ? json(refTo(await answer()))
        : Object.fromEntries(answer.map((type) => [type, {}])),
  };
}

/** By status, which codes may come with it, and what each means. */
function refused(codes: readonly RefusalCode[]): Record<string, Json> {
  const byStatus = Object.entries(Object.groupBy(codes, (code) => statusOf[code]));
  return Object.fromEntries(
    byStatus.map(([status, some = []]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${refusals[code].en}`).join('\n\n'),
        content: json({ allOf: [refTo(Refusal), { properties: { code: { enum: some } } }] }),
      },
    ]),
  );
}

const json = (schema: Json) => ({ 'application/json': { schema } });
const place = (id: string) => `#/components/schemas/${id}`;

function refTo(shape: z.ZodType): Json {
  const id = named.get(shape)?.id;
  if (id === undefined) throw new Error('a shape of the API has no name');
  return { $ref: place(id) };
}

function schemas(): Record<string, Json> {
  const made = z.toJSONSchema(named, {
    uri: place,
    io: 'input',
    override: ({ jsonSchema }) => {
      // Strict in tests, but a reader has to let pass what a later version adds.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // The format says it; zod's pattern for a day alone is a line long.
      if (jsonSchema.format?.startsWith('date') === true) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
}
