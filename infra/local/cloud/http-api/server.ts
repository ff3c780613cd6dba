import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { patience } from '../function-pools.ts';
import { InvocationFailed } from '../lambda/failures.ts';
import type { ApiPlan, Throttle } from '../template/plan.ts';
import { eventOf } from './event.ts';
import { type HttpResponse, MalformedResponse, plain, responseOf, send } from './response.ts';
import { findRoute } from './routes.ts';
import { TokenBucket } from './token-bucket.ts';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html and Lambda's own limit */
const largestBody = 6 * 1024 * 1024;
const longestAnswerMilliseconds = 30_000 * patience;

export interface HttpApiDeps {
  readonly account: string;
  now(): number;
  invoke(functionName: string, event: APIGatewayProxyEventV2): Promise<unknown>;
  onProblem(problem: unknown): void;
}

/** Answers HTTP requests as an HTTP API of API Gateway does, with Lambda behind it. Nothing of a request is logged. */
export function httpApi(plan: ApiPlan, deps: HttpApiDeps): RequestListener {
  const bucketOf = ({ rate, burst }: Throttle) => new TokenBucket(rate, burst);
  const shared = plan.throttle && bucketOf(plan.throttle);
  const own = new Map([...(plan.throttles ?? [])].map(([key, throttle]) => [key, bucketOf(throttle)]));
  return (request, response) => {
    const answer = reply(request);
    // The Date header is how others learn the time of a system whose clock may stand in another year.
    response.setHeader('date', new Date(deps.now()).toUTCString());
    answer
      .then((it) => finish(request, response, it))
      .catch((problem: unknown) => {
        // A header no HTTP answer can carry, for instance.
        deps.onProblem(problem);
        send(response, plain(500, 'Internal Server Error'));
      });
  };

  async function reply(request: IncomingMessage): Promise<HttpResponse> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const route = findRoute(plan.routes, request.method ?? 'GET', path);
    const throttle = (route && own.get(route.routeKey)) ?? shared;
    if (throttle?.take() === false) return plain(429, 'Too Many Requests');
    if (!route) return plain(404, 'Not Found');
    try {
      const body = await bodyOf(request);
      if (!body) return plain(413, 'Request Entity Too Large');
      const event = eventOf(request, {
        apiId: plan.id,
        account: deps.account,
        ...route,
        body,
        now: deps.now(),
      });
      const answer = await withinLimit(deps.invoke(route.functionName, event));
      if (answer === late) return plain(503, 'Service Unavailable');
      const response = responseOf(answer);
      return response.body.length > largestBody ? plain(500, 'Internal Server Error') : response;
    } catch (error) {
      if (!(error instanceof InvocationFailed || error instanceof MalformedResponse)) deps.onProblem(error);
      return plain(500, 'Internal Server Error');
    }
  }
}

function finish(request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void {
  // A body nobody read would keep the connection waiting.
  if (!request.complete) response.setHeader('connection', 'close');
  send(response, answer);
}

/** The whole body; undefined when it is too large. Not `for await`: leaving that loop would cut the connection. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Buffer | undefined>();
  const parts: Buffer[] = [];
  let length = 0;
  request.on('data', (part: Buffer) => {
    length += part.length;
    if (length > largestBody) resolve(undefined);
    else parts.push(part);
  });
  request.on('end', () => resolve(Buffer.concat(parts)));
  // Whoever went away gets no answer anyway.
  request.on('error', () => resolve(undefined));
  return promise;
}

const late = Symbol('late');

async function withinLimit(answer: Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(() => resolve(late), longestAnswerMilliseconds);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}
