/**
 * The same letter for mail programs that are dark. Styles stand inline, because many programs drop a style sheet; the
 * ones that honour it (Apple Mail above all) let it override them by what they say. Others darken mails by
 * themselves, or show them light. https://www.caniemail.com/features/css-at-media-prefers-color-scheme/
 */
import { Html } from './html.ts';
import { darkGrounds, darkInks, darkLines } from './palette.ts';

const rules = [
  ...[...darkGrounds].map(
    ([light, dark]) => `[style*="background:${light}"],[bgcolor="${light}"]{background:${dark}!important}`,
  ),
  // Behind a semicolon or at the beginning: "background-color" never stands in these letters.
  ...[...darkInks].map(([light, dark]) => `[style*="color:${light}"]{color:${dark}!important}`),
  ...[...darkLines].map(
    ([light, dark]) => `[style*="solid ${light}"],[style*="dashed ${light}"]{border-color:${dark}!important}`,
  ),
];

export const darkStyle = new Html(`<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`);
