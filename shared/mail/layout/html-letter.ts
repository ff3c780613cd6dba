/** The HTML part of a mail: one column of at most 660 pixels, readable on a phone, in Outlook and in Gmail. */
import { darkStyle } from './dark.ts';
import { Html, html } from './html.ts';
import { htmlOf } from './html-blocks.ts';
import type { Letter } from './letter.ts';
import { accent, ground, ink, line, onAccent, paper, quietInk } from './palette.ts';

// Outlook on Windows knows no max-width: it alone reads these and gets a table of a fixed width.
const outlookOpens = new Html(
  '<!--[if mso]><table role="presentation" width="660" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
);
const outlookCloses = new Html('<!--[if mso]></td></tr></table><![endif]-->');

const fonts = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A whole HTML document; the same letter always gives the same text, NFC. */
export function htmlLetter(letter: Letter): string {
  const { letterhead, english } = letter;
  const page = html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="x-apple-disable-message-reformatting"><title>${letter.subject}</title>${darkStyle}</head>
<body bgcolor="${ground}" style="margin:0;padding:0;background:${ground};color:${ink};font-family:${new Html(fonts)};-webkit-text-size-adjust:100%">
<div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">${letter.preheader}${preheaderFiller}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${ground}" style="background:${ground}"><tr><td align="center" style="padding:16px 8px">
${outlookOpens}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="max-width:660px;background:${paper};text-align:left">
<tr><td bgcolor="${accent}" style="background:${accent};color:${onAccent};padding:14px 22px;font-size:13px;line-height:1.4"><div style="font-size:11px;letter-spacing:.5px">${letterhead.authority}</div><div style="font-weight:bold">${letterhead.regime}</div></td></tr>
<tr><td style="padding:22px 22px 8px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td style="padding:0 0 12px;font-size:22px;line-height:1.3;font-weight:bold;color:${ink}">${letter.title}</td></tr>
${letter.blocks.map((block) => htmlOf(block, 'full'))}</table></td></tr>
<tr><td lang="en" style="padding:14px 22px 8px;border-top:1px solid ${line}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td style="padding:0 0 8px;font-size:15px;line-height:1.3;font-weight:bold;color:${quietInk}">${english.title}</td></tr>
${english.blocks.map((block) => htmlOf(block, 'small'))}</table></td></tr>
<tr><td bgcolor="${ground}" style="background:${ground};color:${quietInk};padding:14px 22px;font-size:12px;line-height:1.5">${letter.footer.map((text) => html`<div style="padding-bottom:4px">${text}</div>`)}</td></tr>
</table>
${outlookCloses}
</td></tr></table>
</body></html>
`;
  return page.markup.normalize('NFC');
}

// Keeps inboxes from filling their preview line with whatever text comes next.
const preheaderFiller = new Html('&#847;&zwnj;&nbsp;'.repeat(40));
