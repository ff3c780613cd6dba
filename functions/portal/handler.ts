import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import * as z from 'zod';
import { Refused } from '../../shared/office/refused.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { isToken, noteUse } from '../../shared/records/links.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import { once } from '../on-first-use.ts';
import { apiVersion, versionHeader } from './contract/version.ts';
import { handOut, handOutJson } from './hand-out.ts';
import { HandedFile, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import type { PageFiles } from './page-files.ts';
import { answerOf, isRefusalCode, reasonOf, statusOf } from './refused.ts';
import { secureHeaders } from './secure-headers.ts';
import type { PortalDependencies } from './visitor.ts';

export interface AppDependencies extends PortalDependencies, Pick<Dependencies, 'metrics'> {
  readonly page: PageFiles;
}

/** The unit's page and its API, routed by the table of operations. */
export function createApp(dependencies: AppDependencies): Hono {
  const app = new Hono();

  app.use(secureHeaders());

  app.use('/api/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header(versionHeader, apiVersion);
  });

  // Anybody may ask, and making it takes twenty times what a refusal does.
  const description = once(async () => (await import('./openapi.ts')).describeApi());
  app.get('/api/openapi.json', async (context) => handOutJson(context, await description(), 200));

  for (const operation of operations) {
    app.on(operation.method.toUpperCase(), routeOf(operation.path), (context) =>
      perform(dependencies, operation, context),
    );
  }

  app.get('*', async (context) => {
    const file = await dependencies.page.find(context.req.path);
    if (!file) throw new Refused('ROUTE_UNKNOWN', { path: context.req.path });
    return handOut(context, file);
  });
  app.notFound((context) => answer(context, new Refused('ROUTE_UNKNOWN', { path: context.req.path })));
  app.onError((error, context) => {
    if (error instanceof Refused) {
      dependencies.metrics.record('Refusals', 1, reasonOf(error));
      return answer(context, error, retryAfter(dependencies, error));
    }
    dependencies.logger.error('REQUEST_FAILED: a request could not be answered', {
      error,
      // Not the path itself: a token may have got into it.
      route: routePath(context, -1),
    });
    return answer(context, new Refused('FAULT'));
  });
  return app;
}

/** `/api/duties/{period}` as Hono writes it: `/api/duties/:period`. */
function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Calendar and regime come with it, of which the page's own files need nothing. */
const visitors = once(() => import('./visitor.ts'));

/** Of those who look alone. */
const turns = once(() => import('../../shared/office/looks.ts'));

/** Every operation: who asks → what is asked → the domain → the answer. */
async function perform(
  dependencies: AppDependencies,
  operation: Operation,
  context: Context,
): Promise<Response> {
  const { admitAs, tokenOf } = await visitors();
  const token = tokenOf(context.req.header('Authorization'));
  const parameters = context.req.param();
  const admitted = admitAs[operation.holder](dependencies, {
    authorization: context.req.header('Authorization'),
    cookie: (name) => getCookie(context, name),
  });
  // For what has not even the form of a code nothing is read.
  const begins = isToken(token) ? operation.begins?.(dependencies, parameters) : undefined;
  const [visitor, begun] = await Promise.all([admitted, begins]);
  for (const [name, { of }] of Object.entries(operation.headers ?? {})) {
    if (of) context.header(name, of(visitor));
  }
  const body = operation.body && (await bodyOf(context, await operation.body()));
  const answers = async () =>
    operation.answers({
      dependencies,
      visitor,
      language: languageOf(context),
      begun,
      token,
      parameters,
      address: addressOf(context),
      keep: ({ name, value, seconds }) =>
        setCookie(context, name, value, {
          // Sent to the office's routes alone, over TLS alone, and by no other site's page.
          path: '/api/office',
          httpOnly: true,
          secure: true,
          sameSite: 'Strict',
          maxAge: seconds,
        }),
      body,
    });
  const link = operation.heavy && visitor?.linkHash;
  const answered = link ? await (await turns()).inTurn(dependencies, link, answers) : await answers();
  if (operation.audit && visitor) {
    const { table, clock } = dependencies;
    // Who by which link did what, and nothing of what it was about.
    dependencies.logger.info(`AUDIT: ${operation.audit} by a link`, {
      did: operation.audit,
      operation: operation.id,
      link: visitor.linkHash?.slice(0, 12),
      holder: 'unit' in visitor ? visitor.unit.code : visitor.recipient.id,
    });
    // After the record, and never in the way of the answer: what was asked for is done by now.
    if (visitor.linkHash !== undefined) {
      await noteUse(table, visitor.linkHash, clock.now()).catch((error: unknown) =>
        dependencies.logger.warn('USE_NOT_NOTED: when the link was last used is not on record', { error }),
      );
    }
  }
  if (!(answered instanceof HandedFile)) return handOutJson(context, answered, operation.status);
  const { fileName, contentType, bytes } = answered;
  context.header('Content-Type', contentType);
  context.header('Content-Disposition', `attachment; filename="${fileName}"`);
  return context.body(Uint8Array.from(bytes).buffer);
}

function answer(context: Context, refused: Refused, headers: Readonly<Record<string, string>> = {}) {
  return handOutJson(context, answerOf(refused, languageOf(context)), statusOf[refused.code], {
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** Whole seconds until it goes on. */
function retryAfter({ clock }: Pick<Dependencies, 'clock'>, { goesOnAt }: Refused): Record<string, string> {
  if (goesOnAt === null) return {};
  const seconds = (Date.parse(goesOnAt) - Date.parse(clock.now())) / 1000;
  return { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };
}

const FrontDoor = z.object({
  requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }),
});

/** As the front door saw it; what a header says of it anybody could have written. */
function addressOf(context: Context): string {
  const seen = FrontDoor.safeParse(context.env);
  return seen.success ? seen.data.requestContext.http.sourceIp : '';
}

function languageOf(context: Context): Language {
  return /^en\b/i.test(context.req.header('Accept-Language') ?? '') ? 'en' : 'vi';
}

/** The request's body by the contract. A fault that has a refusal of its own names it as its zod message. */
async function bodyOf<T extends z.ZodType>(context: Context, shape: T): Promise<z.output<T>> {
  const parsed = shape.safeParse(await jsonOf(context), { reportInput: true });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  for (const { message, path, input, ...issue } of issues) {
    if (!isRefusalCode(message)) continue;
    const limit = 'maximum' in issue ? { limit: String(issue.maximum) } : {};
    throw new Refused(message, { [String(path.at(-1))]: String(input), ...limit });
  }
  const problem = issues.map(({ path, message }) => `${path.join('.') || 'JSON'}: ${message}`).join('; ');
  throw new Refused('BODY_INVALID', { problem });
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof HTTPException) {
      throw new Refused('BODY_INVALID', { problem: 'JSON' });
    }
    throw error;
  }
}
