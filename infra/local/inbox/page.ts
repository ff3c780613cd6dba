import { html, raw } from 'hono/html';
import { writtenInstant } from '../../../shared/mail/layout/notation.ts';
import { first, languages, localeOf, say, second, type Text } from '../../../shared/vocabulary/text.ts';
import { inboxWords as words } from '../../../shared/wording/inbox.ts';
import type { Mail, MailSummary } from './mails.ts';
import { style } from './style.ts';

export type View = 'mail' | 'text' | 'source';
type Html = ReturnType<typeof html>;

export interface InboxState {
  readonly all: readonly MailSummary[];
  /** The address whose mails are listed; undefined for everybody's. */
  readonly recipient: string | undefined;
  readonly open: Mail | 'missing' | undefined;
  readonly view: View;
  readonly source: string | undefined;
  /** IANA; the one in which hours are written. */
  readonly timeZone: string;
}

/** The whole page; needs no script, so nothing in a mail can ever run one. */
export function inboxPage(state: InboxState): Html {
  const { open } = state;
  // Only the list renews itself: a mail being read stays put.
  const refresh = open ? '' : html`<meta http-equiv="refresh" content="10">`;
  return html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<title>${languages.map((language) => say(words.title, language)).join(' · ')}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body class="${open ? 'reading' : ''}">
<header><h1>${both(words.title)}</h1><p>${both(words.explanation)}</p></header>
${recipients(state)}
${list(state)}
<main>${open === 'missing' ? empty(words.notFound) : open ? reading(open, state) : empty(words.choose)}</main>
</body>
</html>`;
}

function recipients({ all, recipient }: InboxState): Html {
  const counts = new Map<string, number>();
  for (const address of all.flatMap(({ to }) => to)) counts.set(address, (counts.get(address) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a.localeCompare(b));
  return html`<nav aria-label="${say(words.recipients, first)}"><h2>${both(words.recipients)}</h2>
<a href="/" ${current(recipient === undefined)}><span>${both(words.everybody)}</span><b>${all.length}</b></a>
${sorted.map(
  ([address, count]) =>
    html`<a href="/?to=${encodeURIComponent(address)}" ${current(address === recipient)}><span>${address}</span><b>${count}</b></a>`,
)}</nav>`;
}

function list({ all, recipient, open, timeZone }: InboxState): Html {
  const listed = all.filter(({ to }) => recipient === undefined || to.includes(recipient));
  if (listed.length === 0) return html`<div class="list"><p class="empty">${both(words.none)}</p></div>`;
  const openId = typeof open === 'object' ? open.id : undefined;
  return html`<ul class="list">${listed.map(
    (mail) => html`<li><a href="${linkTo(mail.id, recipient)}" ${current(mail.id === openId)}>
<span class="line"><span>${mail.to.join(', ')}</span><time datetime="${mail.time}">${writtenInstant(mail.time, timeZone)}</time></span>
<strong>${mail.subject || both(words.noSubject)}</strong>
${mail.attachments.length > 0 ? html`<small>${mail.attachments.map(({ name }) => name).join(' · ')}</small>` : ''}</a></li>`,
  )}</ul>`;
}

function reading(mail: Mail, { recipient, view, source, timeZone }: InboxState): Html {
  const tab = (name: View, label: Text) =>
    html`<a href="${linkTo(mail.id, recipient, name)}" ${current(name === view)}>${both(label)}</a>`;
  return html`<a class="back" href="/">← ${both(words.back)}</a>
<section class="head"><h2>${mail.subject || both(words.noSubject)}</h2>
<dl><dt>${both(words.from)}</dt><dd>${mail.fromName} &lt;${mail.from}&gt;</dd><dt>${both(words.to)}</dt><dd>${mail.to.join(', ')}</dd>
${mail.replyTo.length > 0 ? html`<dt>${both(words.replyTo)}</dt><dd>${mail.replyTo.join(', ')}</dd>` : ''}
<dt>${both(words.sent)}</dt><dd><time datetime="${mail.time}">${writtenInstant(mail.time, timeZone)}</time></dd></dl>
${mail.files.length > 0 ? attachments(mail) : ''}</section>
<div class="views" role="navigation" aria-label="${say(words.views, first)}">
${tab('mail', words.asRead)}${tab('text', words.asText)}${tab('source', words.asSource)}</div>
${body(mail, view, source)}`;
}

function attachments({ id, attachments: files }: Mail): Html {
  return html`<ul class="files" aria-label="${say(words.attachments, first)}">${files.map(
    ({ name, size }, index) => {
      const href = `/mails/${encodeURIComponent(id)}/attachments/${index}`;
      return html`<li><a href="${href}" target="_blank">${name} <small>${kilobytes(size)}</small></a>
<a href="${href}?download">${both(words.download)}</a></li>`;
    },
  )}</ul>`;
}

function body(mail: Mail, view: View, source: string | undefined): Html {
  if (view === 'source') return html`<pre>${source ?? ''}</pre>`;
  if (view === 'text') return mail.text ? html`<pre class="text">${mail.text}</pre>` : empty(words.noText);
  if (mail.html === undefined)
    return mail.text ? html`<pre class="text">${mail.text}</pre>` : empty(words.noHtml);
  // No scripts, no origin of its own, nothing loaded; links open in a tab, as they would from a mail program.
  return html`<iframe title="${mail.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox"
 srcdoc="${`<base target="_blank">${mail.html}`}"></iframe>`;
}

function empty(text: Text): Html {
  return html`<p class="empty">${both(text)}</p>`;
}

function both(text: Text): Html {
  return html`${say(text, first)} <span lang="${second}">${say(text, second)}</span>`;
}

function current(is: boolean): Html | '' {
  return is ? html`aria-current="true"` : '';
}

function linkTo(id: string, recipient: string | undefined, view: View = 'mail'): string {
  const query = new URLSearchParams();
  if (recipient !== undefined) query.set('to', recipient);
  if (view !== 'mail') query.set('view', view);
  return `/mails/${encodeURIComponent(id)}${query.size > 0 ? `?${query}` : ''}`;
}

function kilobytes(bytes: number): string {
  return `${new Intl.NumberFormat(localeOf[first], { maximumFractionDigits: 1 }).format(bytes / 1000)} KB`;
}
