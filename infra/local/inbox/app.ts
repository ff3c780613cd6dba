import { Hono } from 'hono';
import { type Mail, Mails } from './mails.ts';
import { inboxPage, type View } from './page.ts';

/** Nothing is fetched from anywhere. The frame of a mail inherits this: hence the inline styles and data pictures. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'";
/** Types a browser may show by itself without running anything; the others are only downloaded. */
const showable = /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/;

/**
 * The inbox: a page to read the accepted mails as their readers would, and the same as JSON.
 * @param timeZone IANA; the readers' own
 */
export function inboxApp(mailFolder: string, timeZone: string): Hono {
  const mails = new Mails(mailFolder);
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    c.header('content-security-policy', pagePolicy);
  });
  app.get('/api/mails', async (c) => c.json(await mails.list(c.req.query('to'))));
  app.get('/api/mails/:id', async (c) => {
    const mail = await mails.read(c.req.param('id'));
    if (!mail) return c.json({ code: 'NOT_FOUND', message: 'There is no such mail.' }, 404);
    const { files: _, ...rest } = mail;
    return c.json(rest);
  });
  app.get('/mails/:id/source', async (c) => {
    const source = await mails.source(c.req.param('id'));
    return source ? c.body(source, 200, { 'content-type': 'message/rfc822' }) : c.notFound();
  });
  app.get('/mails/:id/attachments/:n', async (c) => {
    const mail = await mails.read(c.req.param('id'));
    const file = mail?.files[Number(c.req.param('n'))];
    if (!file) return c.notFound();
    const disposition =
      showable.test(file.type) && c.req.query('download') === undefined ? 'inline' : 'attachment';
    return c.body(file.content, 200, {
      'content-type': file.type,
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
  app.get('/', (c) => show(c.req.query('to'), undefined, 'mail').then((page) => c.html(page)));
  app.get('/mails/:id', async (c) => {
    const mail = await mails.read(c.req.param('id'));
    if (!mail) return c.html(await show(undefined, 'missing', 'mail'), 404);
    const view = c.req.query('view');
    return c.html(await show(c.req.query('to'), mail, view === 'text' || view === 'source' ? view : 'mail'));
  });
  return app;

  async function show(recipient: string | undefined, open: Mail | 'missing' | undefined, view: View) {
    const all = await mails.list();
    const source = view === 'source' && typeof open === 'object' ? await mails.source(open.id) : undefined;
    return inboxPage({ all, recipient, open, view, source: source?.toString('utf8'), timeZone });
  }
}
