import type { BucketConfig, CorsRule } from '../options.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayRequest, Reply } from '../request.ts';

const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method';

/** Answers a browser's OPTIONS from the bucket's rules; 403 where none fits. */
export function preflight(bucket: BucketConfig, request: GatewayRequest): Reply {
  const origin = request.headers.get('origin');
  const method = request.headers.get('access-control-request-method');
  if (origin === undefined || method === undefined) {
    throw new Refusal(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  }
  const asked = (request.headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = bucket.cors?.find(
    (candidate) => fits(candidate, origin, method) && allowsHeaders(candidate, asked),
  );
  if (rule === undefined) {
    throw new Refusal(
      403,
      'AccessForbidden',
      'CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request ' +
        'method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted.',
      { details: { Method: method, ResourceType: 'OBJECT' } },
    );
  }
  return {
    status: 200,
    headers: {
      ...ruleHeaders(rule, origin),
      ...(asked.length > 0 ? { 'access-control-allow-headers': asked.join(', ') } : {}),
    },
  };
}

/** The CORS headers of an actual answer; none for a request without Origin or without a fitting rule. */
export function corsHeaders(
  bucket: BucketConfig | undefined,
  request: GatewayRequest,
): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === undefined) return {};
  const rule = bucket?.cors?.find((candidate) => fits(candidate, origin, request.method));
  return rule === undefined ? {} : ruleHeaders(rule, origin);
}

function ruleHeaders(rule: CorsRule, origin: string): Record<string, string> {
  const open = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': open ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(open ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.exposeHeaders?.length ? { 'access-control-expose-headers': rule.exposeHeaders.join(', ') } : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    vary: VARY,
  };
}

function fits(rule: CorsRule, origin: string, method: string): boolean {
  return (
    rule.allowedMethods.includes(method) && rule.allowedOrigins.some((pattern) => matches(pattern, origin))
  );
}

function allowsHeaders(rule: CorsRule, asked: readonly string[]): boolean {
  return asked.every((name) =>
    (rule.allowedHeaders ?? []).some((pattern) => matches(pattern.toLowerCase(), name)),
  );
}

/** S3 allows one `*` in an origin or a header. */
function matches(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}
