import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Refusal } from '../../../functions/portal/contract/terms.ts';
import type { Operation } from '../../../functions/portal/operation.ts';
import { operations, refusalsOf } from '../../../functions/portal/operations.ts';
import { isRefusalCode, statusOf } from '../../../functions/portal/refused.ts';
import { wholeWords } from '../../shared/office/said.ts';

/** Thrown where an answer is not what the OpenAPI document promises. */
class AgainstTheContract extends Error {
  override readonly name = 'AgainstTheContract';
}

/**
 * Throws AgainstTheContract unless the API may answer so: a status that the operation has, a body that its shape
 * takes without one field too many, a refusal that is listed there, in words without a hole. The answer can still be read afterwards.
 */
export async function holdToContract(method: string, path: string, answer: Response): Promise<void> {
  const operation = operations.find((each) => each.method === method.toLowerCase() && fits(each, path));
  const told = `${method} ${path} → ${answer.status}`;
  if (!operation) throw new AgainstTheContract(`${told}: no such operation`);
  if (answer.ok) await holdAnswer(operation, told, answer.clone());
  else await holdRefusal(operation, told, answer.clone());
}

function fits({ path: pattern }: Operation, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  return parts.length === given.length && parts.every((part, n) => part.startsWith('{') || part === given[n]);
}

async function holdAnswer(
  { status, answer: shape }: Operation,
  told: string,
  answer: Response,
): Promise<void> {
  if (answer.status !== status) throw new AgainstTheContract(`${told}: not ${status}`);
  if (typeof shape === 'function') return hold(await shape(), told, answer);
  if (!shape.includes(answer.headers.get('Content-Type') ?? '')) {
    throw new AgainstTheContract(`${told}: ${answer.headers.get('Content-Type')}`);
  }
}

async function holdRefusal(operation: Operation, told: string, answer: Response): Promise<void> {
  const codes = refusalsOf(operation).filter((code) => statusOf[code] === answer.status);
  await hold(Refusal.extend({ code: z.enum(codes) }), told, answer);
}

async function hold(shape: z.ZodType, told: string, answer: Response): Promise<void> {
  const body: unknown = await answer.json();
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new AgainstTheContract(`${told}: ${z.prettifyError(parsed.error)}`);
  // What a shape does not name it leaves out.
  if (!isDeepStrictEqual(parsed.data, body)) throw new AgainstTheContract(`${told}: a field too many`);
  holdWords(told, body);
}

/** Of a refusal, or of those of single units within an answer. */
function holdWords(told: string, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const each of Object.values(body)) holdWords(told, each);
  if (!('code' in body && 'message' in body)) return;
  const { code, message } = body as { code: string; message: string };
  if (!isRefusalCode(code) || Object.values(wholeWords(code)).some((words) => words.test(message))) return;
  throw new AgainstTheContract(`${told}: ${code} with a hole in its words: ${message}`);
}
