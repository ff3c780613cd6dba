import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The content types whose bodies arrive as text; every other body arrives in base64, as API Gateway does it. */
const textual = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded)\b|[^;]*\+(json|xml)\b)/i;

export interface RequestFacts {
  readonly apiId: string;
  readonly account: string;
  readonly routeKey: string;
  /** Greedy and named parts of the route. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Milliseconds since the epoch, by the pipeline's clock. */
  readonly now: number;
}

/** A request as payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function eventOf(request: IncomingMessage, facts: RequestFacts): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  const headers = headersOf(request);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const isText = textual.test(headers['content-type'] ?? '');
  const parameters = queryOf(rawQueryString);
  const pathParameters = Object.fromEntries(
    Object.entries(facts.pathParameters).map(([name, value]) => [name, decodePath(value)]),
  );
  const method = request.method ?? 'GET';
  const domainName = headers.host ?? '';
  return {
    version: '2.0',
    routeKey: facts.routeKey,
    rawPath: decodePath(rawPath),
    rawQueryString,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(Object.keys(parameters).length > 0 ? { queryStringParameters: parameters } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: {
      accountId: facts.account,
      apiId: facts.apiId,
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method,
        path: decodePath(rawPath),
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: facts.routeKey,
      stage: '$default',
      time: new Date(facts.now).toISOString(),
      timeEpoch: facts.now,
    },
    ...(facts.body.length > 0 ? { body: facts.body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: facts.body.length > 0 && !isText,
  };
}

/** Lower-case names, repeated values joined by commas; cookies travel apart. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct).filter(([name]) => name !== 'cookie');
  return Object.fromEntries(entries.map(([name, values]) => [name, values?.join(',') ?? '']));
}

function queryOf(rawQueryString: string): Record<string, string> {
  const values = Map.groupBy(new URLSearchParams(rawQueryString), ([name]) => name);
  return Object.fromEntries(
    [...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(',')]),
  );
}

/** API Gateway hands the path over decoded; what is no legal encoding stays as it came. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
