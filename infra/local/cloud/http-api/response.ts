import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { LocalCloudError } from '../errors.ts';

const Header = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Header).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** What a function answered is no response in payload format 2.0; API Gateway turns that into a 500. */
export class MalformedResponse extends LocalCloudError {
  override readonly name = 'MalformedResponse';
  readonly code = 'MALFORMED_RESPONSE';
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/**
 * Reads a function's answer; one without a status code is a JSON body with status 200, as on AWS.
 * @throws MalformedResponse
 */
export function responseOf(answer: unknown): HttpResponse {
  if (!(typeof answer === 'object' && answer !== null && 'statusCode' in answer)) {
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer ?? '');
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(body),
    };
  }
  const parsed = Structured.safeParse(answer);
  if (!parsed.success) throw new MalformedResponse(z.prettifyError(parsed.error), { cause: parsed.error });
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = parsed.data;
  const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(lowerCased) },
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** Writes the whole answer and ends it; each cookie becomes a `set-cookie` header of its own. */
export function send(response: ServerResponse, { status, headers, cookies, body }: HttpResponse): void {
  const { 'content-length': _, ...others } = headers;
  const setCookies = cookies.length > 0 ? { 'set-cookie': [...cookies] } : {};
  response.writeHead(status, { ...others, ...setCookies, 'content-length': body.length });
  response.end(body);
}

/** An answer of the API itself, such as `{"message":"Service Unavailable"}`. */
export function plain(status: number, message: string): HttpResponse {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}
