/**
 * Blocks as HTML for mail programs: tables, inline styles and bgcolor, because Outlook lays out with Word's
 * engine and Gmail removes what it does not know. https://www.caniemail.com/
 */
import { type Html, html } from './html.ts';
import type { Block, Cell, FindingView, LinkItem, Tone } from './letter.ts';
import { accent, ink, line, onAccent, paper, quietInk, tint, tones } from './palette.ts';

/** `small` is for the English summary. */
export type Size = 'full' | 'small';

const fontSizes = { full: 15, small: 13 } as const;
const monospace = "font-family:Consolas,Menlo,'Courier New',monospace";

/** The rows of a block within the letter's table. */
export function htmlOf(block: Block, size: Size): Html {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, block.minor === true ? 'small' : size);
    case 'paragraph':
      return row(html`${paragraphLines(block.text)}`, size, block.quiet === true ? quietInk : ink);
    case 'smallprint':
      return smallPrint(block.lines);
    case 'banner':
      return banner(block.tone, block.title, block.text, size);
    case 'button':
      return button(block.label, block.href);
    case 'code':
      return code(block.label, block.groups);
    case 'facts':
      return facts(block.rows, size);
    case 'steps':
      return steps(block.items, size);
    case 'findings':
      return findings(block.findings, block.more, size);
    case 'table':
      return table(block.columns, block.rows, size);
    case 'gauge':
      return gauge(block);
    case 'entries':
      return entries(block.items);
    case 'links':
      return links(block.items, size);
  }
}

/** One row of the letter's column, with the room below it that blocks keep between each other. */
function row(content: Html, size: Size, colour = ink): Html {
  const font = fontSizes[size];
  return html`<tr><td style="padding:0 0 12px;font-size:${font}px;line-height:1.5;color:${colour}">${content}</td></tr>
`;
}

function nested(content: Html, style = ''): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style}">${content}</table>`;
}

function heading(text: string, size: Size): Html {
  const font = size === 'full' ? 17 : 14;
  return html`<tr><td style="padding:${size === 'full' ? 14 : 8}px 0 8px;font-size:${font}px;line-height:1.3;font-weight:bold;color:${accent}">${text}</td></tr>
`;
}

function paragraphLines(text: string): Html[] {
  return text.split('\n').map((part, n) => (n === 0 ? html`${part}` : html`<br>${part}`));
}

function smallPrint(lines: readonly string[]): Html {
  return html`<tr><td style="padding:0 0 12px;font-size:12px;line-height:1.5;color:${quietInk};word-break:break-word">${lines.map((text) => html`<div>${text}</div>`)}</td></tr>
`;
}

function banner(tone: Tone, title: string, text: string, size: Size): Html {
  const { text: colour, ground, solid } = tones[tone];
  const font = size === 'full' ? 19 : 14;
  const body = html`<tr><td width="5" bgcolor="${solid}" style="width:5px;background:${solid};font-size:0">&nbsp;</td>
<td bgcolor="${ground}" style="background:${ground};color:${colour};padding:14px 16px"><div style="font-size:${font}px;line-height:1.3;font-weight:bold">${title}</div>${
    text !== '' && html`<div style="padding-top:4px">${paragraphLines(text)}</div>`
  }</td></tr>`;
  return row(nested(body), size);
}

function button(label: string, href: string): Html {
  return html`<tr><td align="center" style="padding:8px 0 18px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" bgcolor="${accent}" style="background:${accent};border-radius:6px;padding:14px 30px"><a href="${href}" style="color:${onAccent};font-size:17px;line-height:1.2;font-weight:bold;text-decoration:none">${label}</a></td></tr></table></td></tr>
`;
}

function code(label: string, groups: readonly string[]): Html {
  const cells = groups.map((group) => html`<span style="white-space:nowrap">${group}</span> `);
  const body = html`<tr><td align="center" bgcolor="${tint}" style="background:${tint};border:1px dashed ${line};padding:12px 10px;color:${ink}"><div style="font-size:13px;line-height:1.4;color:${quietInk}">${label}</div><div style="${monospace};font-size:18px;line-height:1.6;font-weight:bold;letter-spacing:1px;word-spacing:6px">${cells}</div></td></tr>`;
  return row(nested(body), 'full');
}

function facts(rows: readonly { label: string; value: string; mono?: boolean }[], size: Size): Html {
  const cell = `padding:6px 0;border-bottom:1px solid ${line};vertical-align:top`;
  const body = rows.map(
    ({ label, value, mono }) =>
      html`<tr><td width="32%" style="${cell};padding-right:12px;color:${quietInk}">${label}</td><td style="${cell};color:${ink};word-break:break-word;overflow-wrap:anywhere${
        mono === true ? `;${monospace};font-size:13px;word-break:break-all` : ''
      }">${paragraphLines(value)}</td></tr>
`,
  );
  return row(nested(html`${body}`, `font-size:${size === 'full' ? 14 : 13}px;line-height:1.45`), size);
}

function steps(items: readonly string[], size: Size): Html {
  const body = items.map(
    (item, n) =>
      html`<tr><td width="34" valign="top" style="padding:2px 0 8px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="24" height="24" align="center" bgcolor="${accent}" style="background:${accent};color:${onAccent};border-radius:12px;font-size:13px;line-height:24px;font-weight:bold">${n + 1}</td></tr></table></td><td style="padding:2px 0 8px;color:${ink}">${item}</td></tr>
`,
  );
  return row(nested(html`${body}`, `font-size:${fontSizes[size]}px;line-height:1.5`), size);
}

function findings(list: readonly FindingView[], more: string | null, size: Size): Html {
  const body = list.map(({ tone, title, details }, n) => {
    const colours = tones[tone];
    const lines = details.map(
      ({ label, value }) =>
        html`<div style="padding-top:3px"><span style="color:${quietInk}">${label}:</span> ${value}</div>`,
    );
    return html`<tr><td width="5" bgcolor="${colours.solid}" style="width:5px;background:${colours.solid};font-size:0">&nbsp;</td><td bgcolor="${tint}" style="background:${tint};color:${ink};padding:10px 14px;word-break:break-word"><div style="font-weight:bold">${n + 1}. ${title}</div>${lines}</td></tr><tr><td colspan="2" height="8" style="height:8px;font-size:0;line-height:8px">&nbsp;</td></tr>
`;
  });
  const rest =
    more !== null && html`<tr><td colspan="2" style="font-weight:bold;color:${ink}">${more}</td></tr>`;
  return row(nested(html`${body}${rest}`, `font-size:${size === 'full' ? 14 : 13}px;line-height:1.45`), size);
}

function table(
  columns: Extract<Block, { kind: 'table' }>['columns'],
  rows: readonly (readonly Cell[])[],
  size: Size,
): Html {
  const head = columns.map(
    ({ title, align, width }, n) =>
      html`<th scope="col" width="${width}%" align="${align}" style="padding:6px ${n < columns.length - 1 ? '8px' : '0'} 6px 0;border-bottom:2px solid ${accent};font-size:12px;line-height:1.3;color:${quietInk};font-weight:bold;vertical-align:bottom">${title}</th>`,
  );
  const body = rows.map((cells) => {
    const inside = cells.map((cell, n) => {
      // Names of files may be one endless word; dates and figures must not be torn.
      const breaks = n === 0 && ';word-break:break-word';
      // A remark below a figure may break on a phone; the figure alone must not.
      const whole = cell.notes === undefined || cell.notes.length === 0;
      const align = columns[n]?.align === 'right' ? html` align="right"${whole && html` nowrap`}` : null;
      return html`<td${align} style="padding:4px ${n < cells.length - 1 ? '8px' : '0'} 4px ${cell.indented === true ? '18px' : '0'};border-bottom:1px solid ${line}${breaks}">${cellContent(cell)}</td>`;
    });
    return html`<tr valign="top">${inside}</tr>
`;
  });
  return row(
    html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:13px;line-height:1.35;color:${ink}"><tr>${head}</tr>
${body}</table>`,
    size,
  );
}

function cellContent({ text, tone, notes = [], bars = [], strong }: Cell): Html {
  const shown =
    tone === undefined ? (strong === true ? html`<b>${text}</b>` : html`${text}`) : chip(tone, text);
  const small = notes.map((note) => html`<div style="font-size:12px;color:${quietInk}">${note}</div>`);
  return html`${shown}${small}${bars.map((ratio, n) => thinBar(ratio, n > 0))}`;
}

// A column makes room for a longer word than this only by squeezing the others off a phone.
const unbrokenAtMost = 20;

function chip(tone: Tone, text: string): Html {
  const { text: colour, ground } = tones[tone];
  return html`<span style="background:${ground};color:${colour};font-size:12px;line-height:1.5;font-weight:bold;${text.length > unbrokenAtMost ? 'display:inline-block' : 'white-space:nowrap'};padding:1px 6px;border-radius:4px">${text}</span>`;
}

/** Short, for it may stand in every row; Outlook on Windows leaves it out, and the figure above it says the same. */
function thinBar(ratio: number, pale: boolean): Html {
  const filled = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  const colour = pale ? tones.quiet.solid : tones.good.solid;
  return html`<div style="margin-top:2px;background:${line}"><div style="width:${filled}%;height:4px;background:${colour}"></div></div>`;
}

// Up to this many, each unit is a field of its own in the bar; more would be too thin to see.
const fieldsAtMost = 40;

function gauge({ figure, label, caption, parts }: Extract<Block, { kind: 'gauge' }>): Html {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const fields = parts.flatMap(({ tone, count }) =>
    all > fieldsAtMost
      ? [{ tone, width: (100 * count) / all }]
      : Array.from({ length: count }, () => ({ tone, width: 100 / all })),
  );
  const bar = fields.map(
    ({ tone, width }) =>
      html`<td width="${width.toFixed(2)}%" height="16" bgcolor="${tones[tone].solid}" style="background:${tones[tone].solid};height:16px;border-right:2px solid ${tint};font-size:0;line-height:16px">&nbsp;</td>`,
  );
  const legend = parts.map((part) => html`${chip(part.tone, part.label)} `);
  const body = html`<tr><td bgcolor="${tint}" style="background:${tint};color:${ink};border:1px solid ${line};padding:16px 18px">
<div style="font-size:13px;line-height:1.4;font-weight:bold;color:${quietInk}">${label}</div>
<div style="font-size:44px;line-height:1.15;font-weight:bold;color:${accent}">${figure}</div>
<div style="font-size:14px;line-height:1.4;padding-bottom:10px">${caption}</div>
${fields.length > 0 && nested(html`<tr>${bar}</tr>`)}
<div style="font-size:12px;line-height:2;padding-top:8px">${legend}</div>
</td></tr>`;
  return row(nested(body), 'full');
}

function entries(items: readonly { title: string; text: string }[]): Html {
  const body = items.map(
    ({ title, text }) => html`<div style="padding-bottom:5px">${named(title, text)}</div>
`,
  );
  return html`<tr><td style="padding:0 0 8px;font-size:13px;line-height:1.38;color:${ink};word-break:break-word">${body}</td></tr>
`;
}

/** A text that begins with the name itself is not given it twice. */
function named(title: string, text: string): Html {
  return text.startsWith(`${title} `)
    ? html`<b>${title}</b>${text.slice(title.length)}`
    : html`<b>${title}:</b> ${text}`;
}

function links(items: readonly LinkItem[], size: Size): Html {
  const body = items.map(
    ({ label, note, href, purpose }) =>
      html`<tr><td bgcolor="${paper}" style="background:${paper};color:${ink};border:1px solid ${line};padding:10px 14px;word-break:break-word">${
        href === ''
          ? html`<b>${label}</b>`
          : html`<a href="${href}" style="color:${accent};font-weight:bold">${label}</a>`
      } <span style="color:${quietInk};font-size:13px">${note}</span>${purpose !== '' && html`<div style="font-size:13px">${purpose}</div>`}</td></tr>
`,
  );
  return row(nested(html`${body}`, 'font-size:14px;line-height:1.5'), size);
}
