import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type * as z from 'zod';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import { ExtensionRequest, NilRequest } from './contract/duties.ts';
import { MintRequest } from './contract/uploads.ts';
import { linkToAnnotated, linkToFile } from './downloads.ts';
import { askExtension, declareNil, describeDuty, listDuties } from './duties.ts';
import { fillForm } from './forms.ts';
import { handOut } from './hand-out.ts';
import { linkToRunFile, overlook } from './office.ts';
import { describeApi } from './openapi.ts';
import type { PageFiles } from './page-files.ts';
import { checkReceipt } from './receipts.ts';
import { isRefusalCode, Refused } from './refused.ts';
import { taskOf } from './tasks.ts';
import { mintUpload, reportUpload } from './uploads.ts';
import { admit, admitOfficer, type Doorway } from './visitor.ts';

export interface PortalDependencies extends Doorway, Pick<Dependencies, 'logger'> {
  readonly page: PageFiles;
}

/** The unit's page and its API; every route: who asks → what is asked → the domain → the answer. */
export function createApp(dependencies: PortalDependencies): Hono {
  const app = new Hono();
  const visitorOf = (context: Context) => admit(dependencies, context.req.header('Authorization'));

  // Nobody on the way does it: an HTTP API passes a function's answer on as it is.
  app.use('/api/*', compress());
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });

  app.get('/api/openapi.json', (context) => context.json(describeApi()));

  app.get('/api/duties', async (context) => {
    const visitor = await visitorOf(context);
    context.header('X-Unit-Name', encodeURIComponent(visitor.unit.name));
    return context.json(await listDuties(dependencies, visitor, languageOf(context)));
  });
  app.get('/api/duties/:period', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(
      await describeDuty(dependencies, visitor, context.req.param('period'), languageOf(context)),
    );
  });
  app.get('/api/duties/:period/task', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(taskOf(visitor, context.req.param('period')));
  });
  app.post('/api/duties/:period/nil', async (context) => {
    const visitor = await visitorOf(context);
    const wish = await bodyOf(context, NilRequest);
    return context.json(await declareNil(dependencies, visitor, context.req.param('period'), wish), 201);
  });
  app.post('/api/duties/:period/extension', async (context) => {
    const visitor = await visitorOf(context);
    const wish = await bodyOf(context, ExtensionRequest);
    return context.json(await askExtension(dependencies, visitor, context.req.param('period'), wish), 201);
  });
  app.get('/api/templates/:file', async (context) => {
    const visitor = await visitorOf(context);
    const form = await fillForm(dependencies, visitor, context.req.param('file'));
    context.header('Content-Type', form.contentType);
    context.header('Content-Disposition', `attachment; filename="${form.fileName}"`);
    return context.body(Uint8Array.from(form.bytes).buffer);
  });
  app.post('/api/uploads', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(await mintUpload(dependencies, visitor, await bodyOf(context, MintRequest)), 201);
  });
  app.get('/api/uploads/:upload', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(
      await reportUpload(dependencies, visitor, context.req.param('upload'), languageOf(context)),
    );
  });
  app.get('/api/uploads/:upload/file', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(await linkToFile(dependencies, visitor, context.req.param('upload')));
  });
  app.get('/api/uploads/:upload/annotated', async (context) => {
    const visitor = await visitorOf(context);
    return context.json(await linkToAnnotated(dependencies, visitor, context.req.param('upload')));
  });

  app.get('/api/receipts/:number', async (context) =>
    context.json(await checkReceipt(dependencies, context.req.param('number'), languageOf(context))),
  );

  app.get('/api/office', async (context) => {
    const officer = await admitOfficer(dependencies, context.req.header('Authorization'));
    return context.json(await overlook(dependencies, officer, languageOf(context)));
  });
  app.get('/api/office/runs/:run/:file', async (context) => {
    const officer = await admitOfficer(dependencies, context.req.header('Authorization'));
    const { run, file } = context.req.param();
    return context.json(await linkToRunFile(dependencies, officer, run, file));
  });

  app.get('*', (context) => {
    const file = dependencies.page.find(context.req.path);
    if (!file) throw new Refused('ROUTE_UNKNOWN', { path: context.req.path });
    return handOut(context, file);
  });
  app.notFound((context) => answer(context, new Refused('ROUTE_UNKNOWN', { path: context.req.path })));
  app.onError((error, context) => {
    if (error instanceof Refused) return answer(context, error);
    dependencies.logger.error('REQUEST_FAILED: a request could not be answered', {
      error,
      path: context.req.path,
    });
    return answer(context, new Refused('FAULT'));
  });
  return app;
}

function answer(context: Context, refused: Refused) {
  return context.json(refused.toAnswer(languageOf(context)), refused.status, { 'Cache-Control': 'no-store' });
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
